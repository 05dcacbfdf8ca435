/* SPDX-License-Identifier: Apache-2.0 */
/* Calls the verbs with every memory that they could be given. */
#include "encoding.h"

#include "encode/encode.h"
#include "fuzz_input.h"
#include "oracle.h"
#include "property/by_kernel.h"

#include <stdlib.h>
#include <string.h>

enum {
    FILLER = 0x5A,
    BEHIND = 16,
    EVERY_CAPACITY = 128,
    CAPACITIES_MAX = 24,
    ARENA_FACTOR = 4,
    ARENA_MOST = 1 << 26
};

void encoding_begin(struct encoding *encoding, const struct anvil_shape *shape, const void *value,
                    unsigned checks) {
    size_t need = 0;
    size_t bytes = 0;
    encoding->text = anvil_str_of(NULL, 0);
    encoding->memory = NULL;
    encoding->status = anvil_encode(shape, value, checks, NULL, 0, &need, &encoding->report);
    if (encoding->status != ANVIL_E_BUFFER) {
        FUZZ_EXPECT(exact_fit, encoding->status != ANVIL_OK && need == 0 &&
                                   encoding->status == encoding->report.status);
        return;
    }
    FUZZ_EXPECT(exact_fit, need >= 2 && encoding->report.need == need);
    encoding->memory = fuzz_memory(need);
    encoding->status =
        anvil_encode(shape, value, checks, encoding->memory, need, &bytes, &encoding->report);
    FUZZ_EXPECT(exact_fit, encoding->status == ANVIL_OK && bytes == need);
    encoding->text = anvil_str_of(encoding->memory, bytes);
}

void encoding_free(struct encoding *encoding) {
    free(encoding->memory);
    encoding->memory = NULL;
}

static bool is_filler(const char *bytes, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (bytes[i] != FILLER)
            return false;
    return true;
}

void expect_short_buffers_fail(const struct encoding *encoding, const struct anvil_shape *shape,
                               const void *value, unsigned checks) {
    size_t len = encoding->text.len;
    size_t step = len <= EVERY_CAPACITY ? 1 : len / CAPACITIES_MAX;
    char *buffer;
    if (encoding->status != ANVIL_OK)
        return;
    buffer = fuzz_memory(len + BEHIND);
    for (size_t capacity = (len - 1) % step; capacity < len; capacity += step) {
        size_t need = 0;
        memset(buffer + capacity, FILLER, BEHIND);
        enum anvil_status status =
            anvil_encode(shape, value, checks, buffer, capacity, &need, NULL);
        FUZZ_EXPECT(exact_fit, status == ANVIL_E_BUFFER && need == len &&
                                   is_filler(buffer + capacity, BEHIND));
    }
    free(buffer);
}

static bool is_joined(struct anvil_str text, const struct anvil_str *pieces, size_t count) {
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        if (pieces[i].len > text.len - at ||
            memcmp(text.ptr + at, pieces[i].ptr, pieces[i].len) != 0)
            return false;
        at += pieces[i].len;
    }
    return at == text.len;
}

/* Encodes to pieces with an arena that grows until it is large enough. */
static enum anvil_status encode_pieces(const struct anvil_shape *shape, const void *value,
                                       unsigned checks, struct anvil_str *pieces, size_t capacity,
                                       size_t *count, size_t *bytes, void **memory) {
    struct anvil_report report;
    enum anvil_status status;
    size_t room = 64;
    *memory = NULL;
    do {
        free(*memory);
        *memory = fuzz_memory(room);
        struct anvil_arena arena = anvil_arena_of(*memory, room);
        status = anvil_encode_spans(shape, value, checks, pieces, capacity, count, bytes, &arena,
                                    &report);
        room *= ARENA_FACTOR;
    } while (status == ANVIL_E_ARENA && room < ARENA_MOST);
    return status;
}

void expect_pieces_join(const struct encoding *encoding, const struct anvil_shape *shape,
                        const void *value, unsigned checks) {
    void *memory;
    size_t count = 0;
    size_t bytes = 0;
    enum anvil_status status =
        encode_pieces(shape, value, checks, NULL, 0, &count, &bytes, &memory);
    free(memory);
    if (status != ANVIL_E_SPANS) {
        FUZZ_EXPECT(fixpoint, status == encoding->status && status != ANVIL_OK);
        return;
    }
    FUZZ_EXPECT(fixpoint, encoding->status == ANVIL_OK && bytes == encoding->text.len);
    struct anvil_str *pieces = fuzz_memory(count * sizeof *pieces);
    size_t again = 0;
    status = encode_pieces(shape, value, checks, pieces, count - 1, &again, &bytes, &memory);
    free(memory);
    FUZZ_EXPECT(exact_fit, status == ANVIL_E_SPANS && again == count);
    status = encode_pieces(shape, value, checks, pieces, count, &again, &bytes, &memory);
    FUZZ_EXPECT(fixpoint, status == ANVIL_OK && again == count && bytes == encoding->text.len &&
                              is_joined(encoding->text, pieces, count));
    free(memory);
    free(pieces);
}

void expect_kernels_write_the_same(const struct encoding *encoding, const struct anvil_shape *shape,
                                   const void *value, unsigned checks) {
    size_t room = encoding->text.len;
    char *buffer = fuzz_memory(room);
    for (size_t kernel = 0; kernel < ANVIL_KERNEL_COUNT; kernel++) {
        if (!has_kernel((enum anvil_kernel)kernel))
            continue;
        struct anvil_report report;
        struct anvil_sink sink = anvil_sink_of_buffer(buffer, room);
        struct kernel_outcome outcome =
            encode_by_kernel((enum anvil_kernel)kernel, shape, value, checks, &sink, NULL, &report);
        if (outcome.status == ANVIL_OK)
            outcome = check_by_kernel((enum anvil_kernel)kernel, shape, value,
                                      checks & ~(unsigned)ANVIL_NEUTRAL, &report);
        FUZZ_EXPECT(kernels_agree, outcome.status == encoding->status);
        FUZZ_EXPECT(kernels_agree,
                    outcome.status != ANVIL_OK ||
                        (sink.bytes == room && memcmp(buffer, encoding->text.ptr, room) == 0));
    }
    free(buffer);
}
