/* SPDX-License-Identifier: Apache-2.0 */
/* Request and response bodies, which differ from messages in one thing: they may be empty. */
#include "protocol/body.h"

#include "anvil/protocol.h"

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
