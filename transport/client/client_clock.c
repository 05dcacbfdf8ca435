/* SPDX-License-Identifier: Apache-2.0 */
/* The clocks of POSIX. */
#include "client.h"

#include <errno.h>
#include <time.h>

static uint64_t now_ms(void *context) {
    struct timespec time = {0, 0};

    (void)context;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000 + (uint64_t)time.tv_nsec / 1000000;
}

static void wait_ms(void *context, uint64_t milliseconds) {
    struct timespec time;

    (void)context;
    time.tv_sec = (time_t)(milliseconds / 1000);
    time.tv_nsec = (long)(milliseconds % 1000) * 1000000;
    while (nanosleep(&time, &time) != 0 && errno == EINTR)
        continue;
}

static int64_t unix_seconds(void *context) {
    (void)context;
    return (int64_t)time(NULL);
}

struct anvil_client_clock anvil_client_system_clock(void) {
    const struct anvil_client_clock clock = {now_ms, wait_ms, unix_seconds, NULL};
    return clock;
}
