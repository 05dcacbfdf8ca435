/* SPDX-License-Identifier: Apache-2.0 */
/* The sink as a function. */
#include "encode/sink.h"

ANVIL_COLD_FILE

void anvil_sink_put(struct anvil_sink *sink, const char *piece, size_t bytes) {
    sink_put(sink, piece, bytes);
}
