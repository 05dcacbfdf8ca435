/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a target does with the bytes that it gets: take numbers from the front, and copy the rest to
 * where one byte too far is noticed. Knows nothing of the engine.
 */
#ifndef FUZZ_INPUT_H
#define FUZZ_INPUT_H

#include "anvil/str.h"

#include <stdint.h>

/* The bytes of an input that are still to be taken. */
struct fuzz_input {
    const uint8_t *p;
    const uint8_t *end;
};

/* `data` may be NULL when `size` is 0, as some engines call their first input. */
static inline struct fuzz_input fuzz_input_of(const uint8_t *data, size_t size) {
    static const uint8_t NOTHING[1] = {0};
    const uint8_t *begin = data != NULL ? data : NOTHING;
    struct fuzz_input input = {begin, begin + size};
    return input;
}

/* How many bytes are left. */
static inline size_t fuzz_left(const struct fuzz_input *input) {
    return (size_t)(input->end - input->p);
}

/* The next byte; 0 when there is none left, so that every input is a whole one. */
static inline uint8_t fuzz_byte(struct fuzz_input *input) {
    return input->p != input->end ? *input->p++ : 0;
}

/* The next byte, as a number below `count`, which is 1 to 256. */
static inline size_t fuzz_below(struct fuzz_input *input, size_t count) {
    return fuzz_byte(input) % count;
}

/* The next two, four and eight bytes, the lowest first. */
static inline uint16_t fuzz_u16(struct fuzz_input *input) {
    uint16_t low = fuzz_byte(input);
    return (uint16_t)(low | fuzz_byte(input) << 8);
}
static inline uint32_t fuzz_u32(struct fuzz_input *input) {
    uint32_t low = fuzz_u16(input);
    return low | (uint32_t)fuzz_u16(input) << 16;
}
static inline uint64_t fuzz_u64(struct fuzz_input *input) {
    uint64_t low = fuzz_u32(input);
    return low | (uint64_t)fuzz_u32(input) << 32;
}

/* The next `len` bytes where they stand, or as many as there are. */
static inline struct anvil_str fuzz_take(struct fuzz_input *input, size_t len) {
    size_t left = fuzz_left(input);
    struct anvil_str text = {(const char *)input->p, len < left ? len : left};
    input->p += text.len;
    return text;
}

/* All bytes that are left. */
static inline struct anvil_str fuzz_rest(struct fuzz_input *input) {
    return fuzz_take(input, fuzz_left(input));
}

/* A copy of some bytes on the heap whose last byte is the last of its block, so that sanitizers see
 * a step too far; `shift` bytes behind what malloc() aligns. */
struct fuzz_block {
    struct anvil_str text; /* never NULL */
    void *memory;
};

/* Ends the process when there is no memory. */
struct fuzz_block fuzz_block_of(struct anvil_str bytes, size_t shift);
void fuzz_block_free(struct fuzz_block *block);

/* malloc() that ends the process when there is no memory; at least one byte. */
void *fuzz_memory(size_t bytes);

#endif
