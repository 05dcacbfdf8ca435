/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Descriptors of what a service does: its operations and its errors. Constant data, written by
 * spec/compiler like the shapes that they refer to.
 */
#ifndef ANVIL_SERVICE_H
#define ANVIL_SERVICE_H

#include "anvil/port.h"
#include "anvil/shape.h"
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

/** What an error means for whoever sent the request, beyond whether to try again. */
enum anvil_error_class {
    ANVIL_CLASS_UNKNOWN,   /**< the model does not say */
    ANVIL_CLASS_THROTTLE,  /**< too many requests at once */
    ANVIL_CLASS_TRANSIENT, /**< a passing fault of the service */
    ANVIL_CLASS_QUOTA,     /**< a limit of the account is reached: more requests will not help */
    ANVIL_CLASS_REQUEST,   /**< this request can never succeed as it is */
    ANVIL_CLASS_RECIPIENT  /**< this recipient cannot be reached; others can */
};

/** The class of an error with one value of its reason member. Constant data. */
struct anvil_reason_class {
    struct anvil_str reason; /**< the value, such as "DESTINATION_PHONE_NUMBER_OPTED_OUT" */
    uint8_t error_class;     /**< enum anvil_error_class */
};

/** One error shape of a service. Constant data. */
struct anvil_error_type {
    const struct anvil_shape *shape;          /**< its structure; its name is the error's name */
    uint16_t http_status;                     /**< what a server answers with */
    const struct anvil_member *reason;        /**< the member that tells the reason, or NULL */
    const struct anvil_reason_class *reasons; /**< `reason_count` reasons of a class of their own */
    uint16_t reason_count;                    /**< number of reasons */
    uint8_t retry;                            /**< enum anvil_retry */
    uint8_t error_class;                      /**< enum anvil_error_class of any other reason */
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
    uint8_t is_readonly;                 /**< 1: the readonly trait: it changes nothing */
    uint8_t is_idempotent; /**< 1: the idempotent trait, or it has a token: twice is once */
    uint8_t may_double;    /**< 1: sent again after an unclear failure, it may act a second time */
    uint16_t error_count;  /**< number of errors */
};

/** One service: what all its operations share. Constant data. */
struct anvil_service {
    struct anvil_str name;    /**< the service shape, such as "PinpointSMSVoiceV2" */
    struct anvil_str version; /**< of its API, such as "2022-03-31" */
    struct anvil_str
        name_space;                /**< of its shapes, such as "com.amazonaws.pinpointsmsvoicev2";
                                      absent:   errors are named without one, as awsJson1_1 wants it */
    struct anvil_str content_type; /**< the media type of its bodies, such as
                                      "application/x-amz-json-1.0" */
    struct anvil_str arn_service;  /**< the service word of its ARNs */
    struct anvil_str model_sha256; /**< of the model file, 64 lower-case hex digits */
    const struct anvil_error_type *const *errors; /**< `error_count` errors of all its operations */
    uint16_t error_count;                         /**< number of errors */
};

/**
 * The operations of a service, for those who look them up by name. Apart from the service, so that
 * a program that names its operations links those and no others. Constant data.
 */
struct anvil_operation_table {
    const struct anvil_service *service;             /**< whose operations they are */
    const struct anvil_operation *const *operations; /**< `count` operations, sorted by name */
    uint16_t count;                                  /**< number of operations */
};

/**
 * Finds an operation by its name, such as "AssociateOriginationIdentity". Case counts.
 * NULL when the table has none of that name. Cost: logarithmic in the number of operations.
 */
ANVIL_API const struct anvil_operation *
anvil_operation_by_name(const struct anvil_operation_table *table, struct anvil_str name);

/**
 * Finds an operation by the value of an X-Amz-Target header, such as
 * "PinpointSMSVoiceV2.AssociateOriginationIdentity". The whole value has to match. NULL when none
 * does. Cost: as above.
 */
ANVIL_API const struct anvil_operation *
anvil_operation_by_target(const struct anvil_operation_table *table, struct anvil_str target);

ANVIL_END_C

#endif
