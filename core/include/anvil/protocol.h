/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * What surrounds the body: operations, the HTTP envelope, errors, client tokens. A client encodes
 * requests and decodes responses and errors; a server does the opposite with the same descriptors.
 */
#ifndef ANVIL_PROTOCOL_H
#define ANVIL_PROTOCOL_H

#include "anvil/arena.h"
#include "anvil/codec.h"
#include "anvil/port.h"
#include "anvil/report.h"
#include "anvil/shape.h"
#include "anvil/status.h"
#include "anvil/str.h"

#include <stdint.h>

ANVIL_BEGIN_C

/** Whether the same request may succeed later, and how to wait for it. The core itself never does.
 */
enum anvil_retry {
    ANVIL_RETRY_NEVER,    /**< the same request will fail again */
    ANVIL_RETRY_THROTTLE, /**< too many requests: back off, then try again */
    ANVIL_RETRY_TRANSIENT /**< a passing fault: try again soon */
};

/** One error shape of a service. Constant data. */
struct anvil_error_type {
    const struct anvil_shape *shape; /**< its structure; its name is the error's name */
    uint16_t http_status;            /**< what a server answers with */
    uint8_t retry;                   /**< enum anvil_retry */
};

/** One operation: all that a client, a server or a transport needs to know. Constant data. */
struct anvil_operation {
    struct anvil_str name;                        /**< such as "AssociateOriginationIdentity" */
    struct anvil_str target;                      /**< the X-Amz-Target header */
    const struct anvil_shape *input;              /**< the request */
    const struct anvil_shape *output;             /**< the response */
    const struct anvil_error_type *const *errors; /**< `error_count` errors, in model order */
    const struct anvil_member *token;    /**< the idempotency token of the input, or NULL */
    const struct anvil_service *service; /**< the service that it belongs to */
    uint16_t error_count;                /**< number of errors */
};

/** One service. Constant data. */
struct anvil_service {
    struct anvil_str name;         /**< the service shape, such as "PinpointSMSVoiceV2" */
    struct anvil_str version;      /**< of its API, such as "2022-03-31" */
    struct anvil_str name_space;   /**< of its shapes, such as "com.amazonaws.pinpointsmsvoicev2" */
    struct anvil_str content_type; /**< the media type of its bodies, such as
                                      "application/x-amz-json-1.0" */
    struct anvil_str arn_service;  /**< the service word of its ARNs and its signing name */
    struct anvil_str model_sha256; /**< of the model file, 64 lower-case hex digits */
    const struct anvil_operation *const *operations; /**< `operation_count`, sorted by name */
    uint16_t operation_count;                        /**< number of operations */
};

ANVIL_END_C

#endif
