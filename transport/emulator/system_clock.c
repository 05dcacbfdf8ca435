/* SPDX-License-Identifier: Apache-2.0 */
/* POSIX's clock, in milliseconds. */
#include "system_clock.h"

#include <errno.h>
#include <time.h>

static uint64_t now_ms(void *context) {
    struct timespec now = {0, 0};

    (void)context;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static void wait_ms(void *context, uint64_t time) {
    struct timespec rest = {(time_t)(time / 1000), (long)(time % 1000) * 1000000};

    (void)context;
    while (nanosleep(&rest, &rest) != 0 && errno == EINTR)
        continue;
}

const struct anvil_emulator_clock anvil_emulator_system_clock = {now_ms, wait_ms, NULL};
