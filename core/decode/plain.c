/* SPDX-License-Identifier: Apache-2.0 */
/* Plain messages: the loop of the kernel and nothing else. */
#include "decode/plain.h"

#include "check/check.h"
#include "decode/decode.h"

/* For kernels that have no loop: leaves every member to the step. */
static enum plain_end ANVIL_UNUSED read_nothing(const struct anvil_shape *shape,
                                                unsigned char *base, const unsigned char *end,
                                                bool is_checking, struct plain_state *state) {
    (void)shape;
    (void)base;
    (void)end;
    (void)is_checking;
    (void)state;
    return PLAIN_AT_KEY;
}

plain_read *const anvil_plain_reads[ANVIL_KERNEL_COUNT] = {
    [ANVIL_KERNEL_SCALAR] = ANVIL_SCALAR_ENTRY(anvil_read_plain_scalar, read_nothing),
    [ANVIL_KERNEL_SSSE3] = ANVIL_X86_ENTRY(read_nothing),
    [ANVIL_KERNEL_AVX2] = ANVIL_X86_ENTRY(anvil_read_plain_avx2),
    [ANVIL_KERNEL_NEON] = ANVIL_NEON_ENTRY(anvil_read_plain_neon),
};

bool anvil_read_plain_message(const struct anvil_shape *shape, struct anvil_str body,
                              unsigned checks, void *out) {
    const unsigned known = ANVIL_CHECK_BITS | (unsigned)ANVIL_LENIENT | (unsigned)ANVIL_NEUTRAL;
    if (shape == NULL || shape->kind != ANVIL_KIND_STRUCTURE || out == NULL ||
        shape->member_count > 64 || (shape->flags & ANVIL_SHAPE_DEFAULTS) != 0 ||
        (checks & (ANVIL_CHECK_IDENTITY | ~known)) != 0 || body.ptr == NULL ||
        body.len < PLAIN_LEAST || body.ptr[0] != '{' || body.ptr[body.len - 1] != '}')
        return false;
    const unsigned char *begin = (const unsigned char *)body.ptr;
    const unsigned char *end = begin + body.len;
    struct plain_state state = {begin + 1, 0, 0};
    /* */
    memset(out, 0, shape->size);
    enum plain_end result = anvil_plain_reads[anvil_kernel()](
        shape, out, end, (checks & ANVIL_CHECK_BITS) != 0, &state);
    return result == PLAIN_CLOSED && state.p == end &&
           (state.seen & shape->required) == shape->required;
}
