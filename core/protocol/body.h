/* SPDX-License-Identifier: Apache-2.0 */
/* A body as a message. */
#ifndef ANVIL_PROTOCOL_BODY_H
#define ANVIL_PROTOCOL_BODY_H

#include "anvil/str.h"

/* no bytes at all mean the empty object */
static inline struct anvil_str message_of(struct anvil_str body) {
    return body.len == 0 ? anvil_str_of("{}", 2) : body;
}

#endif
