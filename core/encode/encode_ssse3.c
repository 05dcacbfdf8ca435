/* SPDX-License-Identifier: Apache-2.0 */
/* Encoding on the SSSE3 kernel. */
#include "base/port.h"

#if ANVIL_HAS_SSSE3
ANVIL_BEGIN_TARGET_SSSE3
#include "scan/kernel_ssse3.h"

#include "encode/encode_walk.h"

enum anvil_status anvil_encode_ssse3(struct encoder *encoder, const struct anvil_shape *shape,
                                     const void *value) {
    return encode_walk(encoder, shape, value);
}
ANVIL_END_TARGET
#else
typedef int anvil_encode_ssse3_is_left_out; /* ISO C wants one declaration in every file */
#endif
