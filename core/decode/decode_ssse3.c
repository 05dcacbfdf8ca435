/* SPDX-License-Identifier: Apache-2.0 */
/* Decoding on the SSSE3 kernel. */
#include "base/port.h"

#if ANVIL_HAS_SSSE3
ANVIL_BEGIN_TARGET_SSSE3
#include "scan/kernel_ssse3.h"

#include "decode/decode_walk.h"

enum anvil_status anvil_decode_ssse3(struct decoder *decoder, const struct anvil_shape *shape,
                                     void *out) {
    return decode_walk(decoder, shape, out);
}
ANVIL_END_TARGET
#else
typedef int anvil_decode_ssse3_is_left_out; /* ISO C wants one declaration in every file */
#endif
