/* SPDX-License-Identifier: Apache-2.0 */
/* AFL++'s front end: a shared library that AFL_CUSTOM_MUTATOR_LIBRARY names. AFL++ keeps its own
 * mutations beside it. Texts without a bracket are left to those. */
#include "mutator/json_mutate.h"

#include <stdlib.h>
#include <string.h>

/* What AFL++ hands back to every call. */
struct afl_mutator {
    uint64_t seed;
    unsigned char *bytes; /* `room` bytes, the last text that was made */
    size_t room;
};

void *afl_custom_init(void *afl, unsigned seed);
size_t afl_custom_fuzz(void *data, uint8_t *buf, size_t buf_size, uint8_t **out_buf,
                       uint8_t *add_buf, size_t add_buf_size, size_t max_size);
void afl_custom_deinit(void *data);

void *afl_custom_init(void *afl, unsigned seed) {
    (void)afl;
    struct afl_mutator *mutator = calloc(1, sizeof *mutator);
    if (mutator != NULL)
        mutator->seed = seed;
    return mutator;
}

static int make_room(struct afl_mutator *mutator, size_t room) {
    if (room <= mutator->room)
        return 1;
    unsigned char *bytes = realloc(mutator->bytes, room);
    if (bytes == NULL)
        return 0;
    mutator->bytes = bytes;
    mutator->room = room;
    return 1;
}

size_t afl_custom_fuzz(void *data, uint8_t *buf, size_t buf_size, uint8_t **out_buf,
                       uint8_t *add_buf, size_t add_buf_size, size_t max_size) {
    struct afl_mutator *mutator = data;
    uint64_t seed = mutator->seed++ * UINT64_C(0x9E3779B97F4A7C15);
    size_t len = buf_size < max_size ? buf_size : max_size;
    /* Half of the calls cross two inputs, as libFuzzer does. */
    size_t other_len = add_buf != NULL && seed >> 63 != 0 ? add_buf_size : 0;
    *out_buf = buf;
    if (!json_has_pieces(buf, buf_size) || !make_room(mutator, max_size))
        return len;
    memcpy(mutator->bytes, buf, len);
    *out_buf = mutator->bytes;
    return json_mutate(mutator->bytes, len, max_size, add_buf, other_len, seed);
}

void afl_custom_deinit(void *data) {
    struct afl_mutator *mutator = data;
    free(mutator->bytes);
    free(mutator);
}
