/* SPDX-License-Identifier: Apache-2.0 */
/* Who takes part, and the proofs that they ask for. */
#include "contest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CONTESTANTS_MAX = 64 };

static const struct bench_contestant *contestants[CONTESTANTS_MAX];
static size_t contestant_count;

void bench_enter(const struct bench_contestant *contestant) {
    bench_require(contestant_count < CONTESTANTS_MAX, contestant->name, "too many contestants");
    size_t at = contestant_count++;
    for (; at > 0 && strcmp(contestants[at - 1]->name, contestant->name) > 0; at--)
        contestants[at] = contestants[at - 1];
    contestants[at] = contestant;
}

const struct bench_contestant *const *bench_contestants(size_t *count) {
    *count = contestant_count;
    return contestants;
}

bool bench_takes(const struct bench_contestant *contestant, const struct bench_row *row) {
    return (contestant->works & (unsigned)row->work) != 0 &&
           (contestant->is_for_huge_rows || row->message_bytes <= BENCH_HUGE_BYTES);
}

void *bench_memory(size_t bytes) {
    void *memory = calloc(1, bytes != 0 ? bytes : 1);
    bench_require(memory != NULL, "benchmark", "out of memory");
    return memory;
}

void bench_fail(const char *contestant, const char *complaint) {
    fprintf(stderr, "%s: %s\n", contestant, complaint);
    exit(2);
}

/* The compact text of a value: what two values have in common when they say the same. */
static char *text_of(const struct bench_message *message, const void *value, size_t *bytes,
                     const char *contestant) {
    enum anvil_status status = anvil_encode(message->shape, value, ANVIL_OFF, NULL, 0, bytes, NULL);
    bench_require(status == ANVIL_E_BUFFER, contestant, anvil_status_text(status));
    char *text = (char *)bench_memory(*bytes);
    status = anvil_encode(message->shape, value, ANVIL_OFF, text, *bytes, bytes, NULL);
    bench_require(status == ANVIL_OK, contestant, anvil_status_text(status));
    return text;
}

void bench_require_value(const struct bench_message *message, const void *value,
                         const char *contestant) {
    size_t expected_bytes = 0;
    size_t bytes = 0;
    char *expected = text_of(message, message->value, &expected_bytes, "anvil");
    char *text = text_of(message, value, &bytes, contestant);
    bench_require(bytes == expected_bytes && memcmp(text, expected, bytes) == 0, contestant,
                  "binds other values than Anvil does");
    free(expected);
    free(text);
}
