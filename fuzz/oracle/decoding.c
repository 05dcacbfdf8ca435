/* SPDX-License-Identifier: Apache-2.0 */
/* Sets up what a decoding needs and takes it down. */
#include "decoding.h"

#include "coverage/model_coverage.h"
#include "fuzz_input.h"
#include "property/by_kernel.h"

#include <stdlib.h>

/* Enough for most messages at once; an arena that was too small grows by the factor. */
enum { ARENA_BYTES = 1024, ARENA_FACTOR = 16, ARENA_MOST = 1 << 26 };

/* [I-16] a failed decoding can be repeated with more memory */
static bool needs_more(struct decoding *decoding, size_t *bytes) {
    if (decoding->status != ANVIL_E_ARENA || *bytes >= ARENA_MOST)
        return false;
    free(decoding->memory);
    *bytes *= ARENA_FACTOR;
    return true;
}

static void take_arena(struct decoding *decoding, size_t bytes) {
    decoding->memory = fuzz_memory(bytes);
    decoding->arena = anvil_arena_of(decoding->memory, bytes);
}

void decoding_begin(struct decoding *decoding, const struct anvil_shape *shape,
                    struct anvil_str body, unsigned checks) {
    size_t bytes = ARENA_BYTES;
    decoding->value = fuzz_memory(shape->size);
    decoding->is_dirty = false;
    do {
        take_arena(decoding, bytes);
        decoding->status =
            anvil_decode(shape, body, checks, &decoding->arena, decoding->value, &decoding->report);
    } while (needs_more(decoding, &bytes));
    model_coverage_note(shape, decoding->value, checks, decoding->status, &decoding->report);
}

void decoding_begin_on(struct decoding *decoding, enum anvil_kernel kernel,
                       const struct anvil_shape *shape, struct anvil_str body, unsigned checks) {
    size_t bytes = ARENA_BYTES;
    decoding->value = fuzz_memory(shape->size);
    do {
        take_arena(decoding, bytes);
        struct kernel_outcome outcome = decode_by_kernel(
            kernel, shape, body, checks, &decoding->arena, decoding->value, &decoding->report);
        decoding->status = outcome.status;
        decoding->is_dirty = outcome.is_dirty;
    } while (needs_more(decoding, &bytes));
}

void decoding_free(struct decoding *decoding) {
    free(decoding->memory);
    free(decoding->value);
    decoding->memory = NULL;
    decoding->value = NULL;
}

bool decoding_has_value(const struct decoding *decoding) {
    enum anvil_status_group group = anvil_status_group(decoding->status);
    return group == ANVIL_GROUP_OK || group == ANVIL_GROUP_CONSTRAINT;
}
