/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * What surrounds the body: the HTTP envelope, errors, client tokens. A client encodes
 * requests and decodes responses and errors; a server does the opposite with the same descriptors.
 */
#ifndef ANVIL_PROTOCOL_H
#define ANVIL_PROTOCOL_H

#include "anvil/arena.h"
#include "anvil/codec.h"
#include "anvil/port.h"
#include "anvil/report.h"
#include "anvil/service.h"
#include "anvil/shape.h"
#include "anvil/status.h"
#include "anvil/str.h"
#include "anvil/transport.h"

#include <stdint.h>

ANVIL_BEGIN_C

/* --- a request on its way out -------------------------------------------------------------------
 */

/** The length of a client token that Anvil makes: a version 4 UUID in its usual form. */
#define ANVIL_TOKEN_BYTES 36

/**
 * Makes a random UUID (RFC 9562, version 4), 36 characters in lower case, no terminator.
 * Returns #ANVIL_OK, or what the entropy source returned; `out` is then not written.
 */
ANVIL_API ANVIL_MUST_CHECK enum anvil_status anvil_uuid(const struct anvil_entropy *entropy,
                                                        char out[ANVIL_TOKEN_BYTES]);

/**
 * One call and all its attempts. The caller sets the first five members, by designated initialisers
 * or after zeroing; the rest belongs to the library. To try again, hand the same object to
 * anvil_call() again: the same client token is sent. A new call needs a new object.
 */
struct anvil_exchange {
    const struct anvil_operation *operation; /**< what to call */
    const struct anvil_transport
        *transport;                      /**< who carries it; not used by anvil_call_prepare() */
    const struct anvil_entropy *entropy; /**< for a client token that the caller left absent; may be
                                            NULL when the operation has none or it is always set */
    struct anvil_arena *arena; /**< for the pieces of the body and for decoding the answer */
    unsigned checks;           /**< of the request: enum anvil_checks, #ANVIL_STRICT */

    char token[ANVIL_TOKEN_BYTES];     /**< the client token, once one was made */
    bool has_token;                    /**< one was made */
    struct anvil_header headers[2];    /**< of the request */
    struct anvil_http_request request; /**< the request, once it is prepared */
    struct anvil_http_response
        response; /**< the answer, once there is one; owned by the transport */
};

/** An error that a service answered with. Text points into the response or into the arena. */
struct anvil_error {
    struct anvil_str name; /**< without namespace and URI, such as "ConflictException"; or absent */
    const struct anvil_error_type *type; /**< its descriptor; NULL when the model has none */
    const void *value;        /**< its C struct, of `type->shape`, in the arena; NULL when `type` is
                                 NULL or the body does not fit */
    struct anvil_str message; /**< "message" or "Message" of the body; or absent */
    struct anvil_str request_id;        /**< the x-amzn-requestid header; or absent */
    struct anvil_str body;              /**< the body as it came, for what is not JSON */
    int http_status;                    /**< the status code */
    enum anvil_error_class error_class; /**< from the model, by name and reason */
    enum anvil_retry retry; /**< from the model, the well-known names, or the status code */
};

/**
 * Checks and encodes a request and puts the envelope around it, without sending it:
 * `call->request`.
 *
 * @param call   its first members set; `transport` may be NULL.
 * @param input  the C struct of `operation->input`; not changed. An absent idempotency token is
 * filled in on the wire, with the token that an earlier attempt of this call made if there was one.
 *               One that is set, also to the empty string, is sent as it is.
 * @param report NULL, or what was wrong.
 * @return #ANVIL_OK; what anvil_encode_spans() returns, #ANVIL_E_ARENA in place of #ANVIL_E_SPANS;
 *         what the entropy source returned; #ANVIL_E_ENTROPY when one is needed and there is none.
 *
 * The pieces point into `input`'s text, `call`, the arena and constant memory.
 */
ANVIL_API ANVIL_MUST_CHECK enum anvil_status
anvil_call_prepare(struct anvil_exchange *call, const void *input, struct anvil_report *report);

/**
 * Calls an operation once: prepares the request, sends it, decodes the answer. Never retries, never
 * waits; `error->retry` tells whether the caller should.
 *
 * @param call   its first members set.
 * @param input  as above.
 * @param output the C struct of `operation->output`, written on #ANVIL_OK.
 * @param error  written on #ANVIL_E_SERVICE, else zeroed. Must not be NULL.
 * @param report NULL, or what was wrong with the request or with the bytes of the answer.
 * @return #ANVIL_OK; #ANVIL_E_SERVICE for any status code outside 200 to 299; what
 *         anvil_call_prepare(), the transport or anvil_response_decode() returned.
 *
 * Each attempt takes its pieces from the arena; reset it between attempts. When
 * `call->response.status` is not 0 the request was sent, whatever the result: after #ANVIL_E_ARENA,
 * or #ANVIL_E_SERVICE with #ANVIL_E_ARENA in `report`, hand `call->response` to
 * anvil_response_decode() or anvil_error_decode() with more memory instead of calling again.
 */
ANVIL_API ANVIL_MUST_CHECK enum anvil_status anvil_call(struct anvil_exchange *call,
                                                        const void *input, void *output,
                                                        struct anvil_error *error,
                                                        struct anvil_report *report);

/**
 * Decodes a response as a client does: no constraint is checked unless `checks` asks, unknown
 * members are skipped, unknown enum values kept, null is absent, and an empty body is an empty
 * message. Parameters and results as anvil_decode().
 */
ANVIL_API ANVIL_MUST_CHECK enum anvil_status
anvil_response_decode(const struct anvil_operation *operation, struct anvil_str body,
                      unsigned checks, struct anvil_arena *arena, void *out,
                      struct anvil_report *report);

/**
 * Decodes an error response. The name comes from the X-Amzn-Errortype header, else from the body's
 * "__type", else from its "code", strings only, and is matched with the operation's errors and then
 * with the service's. A body that is empty, is not JSON, or does not fit never fails the call.
 *
 * @param operation what was called.
 * @param response  the answer.
 * @param arena     memory for the error's struct and for unescaped text.
 * @param out       the error. Must not be NULL.
 * @param report    NULL, or why `out->value` is NULL although `out->type` is not.
 * @return #ANVIL_OK, or #ANVIL_E_ARENA with `report->need`: then `value` is NULL, name and message
 * may be absent, everything else is set.
 */
ANVIL_API ANVIL_MUST_CHECK enum anvil_status
anvil_error_decode(const struct anvil_operation *operation,
                   const struct anvil_http_response *response, struct anvil_arena *arena,
                   struct anvil_error *out, struct anvil_report *report);

/* --- a request on its way in --------------------------------------------------------------------
 */

/**
 * Finds the operation that an incoming request asks for.
 *
 * @param table   what is served.
 * @param request method, path and headers; the body is not looked at.
 * @param out     the operation. Must not be NULL.
 * @return #ANVIL_OK; #ANVIL_E_METHOD when it is not POST; #ANVIL_E_OPERATION for another path or
 * target; #ANVIL_E_CONTENT_TYPE when the media type, without parameters, is not the service's.
 */
ANVIL_API ANVIL_MUST_CHECK enum anvil_status
anvil_request_route(const struct anvil_operation_table *table,
                    const struct anvil_http_request *request, const struct anvil_operation **out);

/**
 * Decodes a request as a server does: with the checks given, #ANVIL_STRICT as a rule; null inside a
 * list is refused; an empty body is an empty message. Parameters and results as anvil_decode().
 */
ANVIL_API ANVIL_MUST_CHECK enum anvil_status
anvil_request_decode(const struct anvil_operation *operation, struct anvil_str body,
                     unsigned checks, struct anvil_arena *arena, void *out,
                     struct anvil_report *report);

/**
 * Encodes an error as a server sends it: the error's members behind a "__type" with the full shape
 * id. The status code to send is `type->http_status`. A response that is no error is encoded by
 * anvil_encode() with `operation->output`. Parameters and results as anvil_encode().
 */
ANVIL_API ANVIL_MUST_CHECK enum anvil_status
anvil_error_encode(const struct anvil_service *service, const struct anvil_error_type *type,
                   const void *value, unsigned checks, char *buffer, size_t capacity,
                   size_t *out_bytes, struct anvil_report *report);

/** An error that no model has: what a server answers when the request itself is at fault. */
struct anvil_refusal {
    struct anvil_str name; /**< such as "SerializationException" */
    int http_status;       /**< such as 400 */
};

/**
 * Tells how a server answers a request that anvil_request_route() or anvil_request_decode()
 * refused: SerializationException for malformed bytes and wrong types, ValidationException for
 * constraints, UnknownOperationException, UnsupportedMediaTypeException; InternalFailure for all
 * else.
 */
ANVIL_API struct anvil_refusal anvil_refusal_of(enum anvil_status status);

ANVIL_END_C

#endif
