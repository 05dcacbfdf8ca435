/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stands in front of the operations, as for every service of the protocol: size, method, path,
 * content type, target, the bytes of the body, its constraints. Writes the answer that each fault
 * gets; knows no operation.
 */
#ifndef EMULATOR_FRONT_H
#define EMULATOR_FRONT_H

#include "emulator_state.h"

/* Starts an answer: request id, headers, empty memory. */
void anvil_front_begin(struct anvil_emulator *emulator, struct anvil_http_response *response);

/* Joins the body of a request and finds its operation, whose index in anvil_emulated_operations
 * comes out. False when the answer is an error. */
bool anvil_front_route(struct anvil_emulator *emulator, const struct anvil_http_request *request,
                       struct anvil_str *body, size_t *index, struct anvil_http_response *response);

/* Decodes the body into the C struct of the operation's input. False when the answer is an error.
 */
bool anvil_front_decode(struct anvil_emulator *emulator, const struct anvil_operation *operation,
                        struct anvil_str body, void *out, struct anvil_http_response *response);

/* Makes the answer an error of the service, or one that no model has; `message` may be absent. */
void anvil_front_refuse(struct anvil_emulator *emulator, const struct refusal *refusal,
                        struct anvil_http_response *response);
void anvil_front_refuse_plainly(struct anvil_emulator *emulator, struct anvil_refusal refusal,
                                struct anvil_str message, struct anvil_http_response *response);

/* Spoils an answer that was made: half of it, or the page of a proxy. */
void anvil_front_spoil(struct anvil_emulator *emulator, struct anvil_http_response *response);

#endif
