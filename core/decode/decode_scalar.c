/* SPDX-License-Identifier: Apache-2.0 */
/* Decoding on the portable kernel. */
#include "scan/kernel_scalar.h"

#include "decode/decode_walk.h"

enum anvil_status anvil_decode_scalar(struct decoder *decoder, const struct anvil_shape *shape,
                                      void *out) {
    return decode_walk(decoder, shape, out);
}
