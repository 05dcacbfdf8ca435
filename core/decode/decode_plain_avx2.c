/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of plain members on the AVX2 kernel. */
#include "base/port.h"

#if ANVIL_HAS_X86_KERNELS
ANVIL_BEGIN_TARGET(ANVIL_TARGET_AVX2)
#include "scan/kernel_avx2.h"

#include "decode/decode_plain.h"

enum plain_end anvil_read_plain_avx2(const struct anvil_shape *shape, unsigned char *base,
                                     const unsigned char *end, bool is_checking,
                                     struct plain_state *state) {
    return read_plain_members(shape, base, end, is_checking, state);
}
ANVIL_END_TARGET
#else
typedef int anvil_decode_plain_avx2_is_left_out; /* ISO C wants one declaration in every file */
#endif
