/* SPDX-License-Identifier: Apache-2.0 */
/* Request and response bodies, which differ from messages in one thing: they may be empty. */
#include "anvil/protocol.h"

/* no bytes at all mean the empty object */
static struct anvil_str message_of(struct anvil_str body) {
    return body.len == 0 ? anvil_str_of("{}", 2) : body;
}

enum anvil_status anvil_request_decode(const struct anvil_operation *operation,
                                       struct anvil_str body, unsigned checks,
                                       struct anvil_arena *arena, void *out,
                                       struct anvil_report *report) {
    return anvil_decode(operation->input, message_of(body), checks, arena, out, report);
}

/* */
enum anvil_status anvil_response_decode(const struct anvil_operation *operation,
                                        struct anvil_str body, unsigned checks,
                                        struct anvil_arena *arena, void *out,
                                        struct anvil_report *report) {
    return anvil_decode(operation->output, message_of(body), checks | (unsigned)ANVIL_LENIENT,
                        arena, out, report);
}
