/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory for one request: text that the store would take back with its next question, and text that
 * is put together for an answer. Emptied when the next request comes in.
 */
#ifndef EMULATOR_SCRATCH_H
#define EMULATOR_SCRATCH_H

#include "anvil/str.h"

#include <stddef.h>

/* Ample for two resources, whose texts the seed bounds, and for one message. */
#define SCRATCH_BYTES ((size_t)128 << 10)

struct scratch {
    size_t used;
    char memory[SCRATCH_BYTES];
};

/* A copy that lives as long as the request. Absent text stays absent; text that no longer fits
 * comes out absent, too. */
struct anvil_str anvil_scratch_copy(struct scratch *scratch, struct anvil_str text);

/* Text in the manner of printf(), absent when it does not fit. */
struct anvil_str anvil_scratch_print(struct scratch *scratch, const char *form, ...)
    __attribute__((format(printf, 2, 3)));

#endif
