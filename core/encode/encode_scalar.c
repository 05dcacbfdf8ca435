/* SPDX-License-Identifier: Apache-2.0 */
/* Encoding on the portable kernel. */
#include "scan/kernel_scalar.h"

#include "encode/encode_walk.h"

enum anvil_status anvil_encode_scalar(struct encoder *encoder, const struct anvil_shape *shape,
                                      const void *value) {
    return encode_walk(encoder, shape, value);
}
