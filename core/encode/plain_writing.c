/* SPDX-License-Identifier: Apache-2.0 */
/* Plain messages: the loops of the kernel and nothing else. */
#include "encode/plain_writing.h"

#include "check/check.h"
#include "encode/encode.h"

ANVIL_COLD_FILE

/* For kernels that have no loop: leaves every member to the step. */
static ANVIL_UNUSED char *write_nothing(struct plain_writing *writing, char *to, const char *end) {
    (void)writing;
    (void)end;
    return to;
}

plain_write *const anvil_plain_writes[ANVIL_KERNEL_COUNT] = {
    [ANVIL_KERNEL_SCALAR] = ANVIL_SCALAR_ENTRY(anvil_write_plain_scalar, write_nothing),
    [ANVIL_KERNEL_SSSE3] = ANVIL_X86_ENTRY(write_nothing),
    [ANVIL_KERNEL_AVX2] = ANVIL_X86_ENTRY(anvil_write_plain_avx2),
    [ANVIL_KERNEL_NEON] = ANVIL_NEON_ENTRY(anvil_write_plain_neon),
};

size_t anvil_list_plain(struct plain_writing *shared, enum anvil_kernel kernel,
                        struct anvil_str *pieces, size_t capacity, size_t *bytes) {
    struct plain_writing writing = *shared;
    struct anvil_str text;
    const struct anvil_member *member = NULL;
    size_t count = 0;
    size_t sum = 0;
    while ((member = next_text(&writing, &text)) != NULL && capacity - count >= 3) {
        const struct anvil_run *run = writing.is_checking ? member->run : &anvil_plain_run;
        bool is_trusted =
            writing.is_checked && member->limits != NULL && member->limits->escape_free != 0;
        if (!is_trusted && !is_clean(kernel, run, text))
            break;
        if (writing.skipped == 2) {
            pieces[count++] = anvil_str_of("{", 1);
            sum++;
        }
        size_t key_bytes = (size_t)member->name_bytes + 6 - writing.skipped;
        pieces[count++] = anvil_str_of(member->key + writing.skipped, key_bytes);
        if (ANVIL_LIKELY(text.len != 0))
            pieces[count++] = text;
        sum += key_bytes + text.len;
        writing.skipped = 0;
        writing.index++;
    }
    shared->index = writing.index;
    shared->skipped = writing.skipped;
    *bytes = sum;
    return count;
}

/* Tells whether a message with these arguments can be plain, and how it begins then. */
static inline bool begin(const struct anvil_shape *shape, const void *value, unsigned checks,
                         unsigned known, struct plain_writing *writing) {
    if (shape == NULL || shape->kind != ANVIL_KIND_STRUCTURE || value == NULL ||
        (checks & (ANVIL_CHECK_IDENTITY | ~known)) != 0)
        return false;
    writing->members = shape->members;
    writing->base = value;
    writing->index = 0;
    writing->count = shape->member_count;
    writing->skipped = 2;
    writing->is_checking = (checks & ANVIL_CHECK_BITS) != 0;
    writing->is_checked = (checks & ANVIL_CHECKED) != 0 && !writing->is_checking;
    return true;
}

/* Tells whether every member has been written, and some text is the last of them. */
static inline bool is_complete(const struct plain_writing *writing) {
    return writing->index == writing->count && writing->skipped == 0;
}

size_t anvil_write_plain_message(const struct anvil_shape *shape, const void *value,
                                 unsigned checks, char *buffer, size_t capacity) {
    struct plain_writing writing;
    if (buffer == NULL || !begin(shape, value, checks, ENCODE_CHECKS, &writing))
        return 0;
    char *to = anvil_plain_writes[anvil_kernel()](&writing, buffer, buffer + capacity);
    if (!is_complete(&writing) || buffer + capacity - to < 2)
        return 0;
    memcpy(to, "\"}", 2);
    return (size_t)(to - buffer) + 2;
}

size_t anvil_list_plain_message(const struct anvil_shape *shape, const void *value, unsigned checks,
                                struct anvil_str *spans, size_t capacity, size_t *bytes) {
    struct plain_writing writing;
    if (spans == NULL ||
        !begin(shape, value, checks, ENCODE_CHECKS | (unsigned)ANVIL_CHECKED, &writing))
        return 0;
    size_t count = anvil_list_plain(&writing, anvil_kernel(), spans, capacity, bytes);
    if (!is_complete(&writing) || count == capacity)
        return 0;
    spans[count] = anvil_str_of("\"}", 2);
    *bytes += 2;
    return count + 1;
}
