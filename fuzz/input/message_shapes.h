/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which message an input is about. The first byte of the input of a message target is an index: the
 * operations of the service, sorted by name, and behind them the sample shapes of
 * tests/unit/sample, which have every kind and sort that the service does not have.
 */
#ifndef FUZZ_MESSAGE_SHAPES_H
#define FUZZ_MESSAGE_SHAPES_H

#include "anvil/service.h"

/* The number of indices: what is above wraps around. Below 256. */
size_t message_shape_count(void);

/* The shape of a request, or of a response. The samples are the same in both directions. */
const struct anvil_shape *message_request_shape(size_t index);
const struct anvil_shape *message_response_shape(size_t index);

/* The operation of an index; behind them, any. */
const struct anvil_operation *message_operation(size_t index);

#endif
