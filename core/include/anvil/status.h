/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * What a call returns: one code, pinned for ever, in a group that says whose fault it was.
 */
#ifndef ANVIL_STATUS_H
#define ANVIL_STATUS_H

#include "anvil/port.h"

ANVIL_BEGIN_C

/**
 * The result of every fallible function. Values are pinned and append-only; each group has its own
 * range with room to grow, see anvil_status_group().
 */
enum anvil_status {
    ANVIL_OK = 0, /**< done */

    /* caller: 1..9 */
    ANVIL_E_ARGUMENT = 1, /**< an argument breaks the function's contract, or a table is unusable */

    /* bytes: 10..29, the text is not JSON (RFC 8259) */
    ANVIL_E_END = 10,       /**< the text ends inside a value */
    ANVIL_E_TOKEN = 11,     /**< a byte that cannot stand here */
    ANVIL_E_CONTROL = 12,   /**< a raw control byte (below 0x20) inside a string */
    ANVIL_E_ESCAPE = 13,    /**< a backslash sequence that JSON does not know */
    ANVIL_E_SURROGATE = 14, /**< a \\u escape that is half of a surrogate pair */
    ANVIL_E_UTF8 = 15,      /**< bytes that are not UTF-8 (RFC 3629) */
    ANVIL_E_NUMBER = 16,    /**< a number outside the grammar, such as 01 or 1. */
    ANVIL_E_DEPTH = 17,     /**< nested deeper than #ANVIL_DEPTH_MAX */
    ANVIL_E_TRAILING = 18,  /**< bytes after the end of the message */

    /* decode: 30..49, JSON that does not fit the shape */
    ANVIL_E_TYPE = 30,          /**< a JSON type that the member cannot hold */
    ANVIL_E_NULL = 31,          /**< null inside a list or map that is not sparse */
    ANVIL_E_RANGE_OF_TYPE = 32, /**< a number or moment that the member's type cannot hold */
    ANVIL_E_WHOLE = 33,         /**< a number with a fraction where the type is an integer */
    ANVIL_E_BASE64 = 34,        /**< a blob that is not base64 */
    ANVIL_E_TIMESTAMP = 35,     /**< a timestamp that is not of the member's format */
    ANVIL_E_UNION = 36,         /**< a union with no variant, with several, or an unknown one */
    ANVIL_E_JSON = 37,          /**< to be sent: a document or big number whose text is none */

    /* constraint: 50..69, 50 + enum anvil_constraint */
    ANVIL_E_REQUIRED = 50,       /**< a required member is absent or null */
    ANVIL_E_MIN = 51,            /**< shorter than the length trait allows */
    ANVIL_E_MAX = 52,            /**< longer than the length trait allows */
    ANVIL_E_RANGE = 53,          /**< a number outside the range trait */
    ANVIL_E_PATTERN = 54,        /**< text that the pattern trait does not match */
    ANVIL_E_ENUM = 55,           /**< text outside the enum's values */
    ANVIL_E_DUPLICATE = 56,      /**< a member given more than once */
    ANVIL_E_UNKNOWN_MEMBER = 57, /**< a member that the shape does not have */
    ANVIL_E_IDENTITY = 58,       /**< an ARN or ID of the wrong form or kind */
    ANVIL_E_UNIQUE = 59,         /**< two equal items in a list that wants unique ones */

    /* space: 70..89, memory that the caller gave was too small */
    ANVIL_E_ARENA = 70,  /**< the arena is full */
    ANVIL_E_BUFFER = 71, /**< the output buffer is too small */
    ANVIL_E_SPANS = 72,  /**< the span array is too small */

    /* protocol: 90..109 */
    ANVIL_E_OPERATION = 90,    /**< no such operation, or another path than "/" */
    ANVIL_E_METHOD = 91,       /**< not POST */
    ANVIL_E_CONTENT_TYPE = 92, /**< not the protocol's media type */
    ANVIL_E_ENTROPY = 93,      /**< the entropy source failed */
    ANVIL_E_TRANSPORT = 94,    /**< the transport failed before there was an answer */
    ANVIL_E_SERVICE = 95       /**< the service answered with an error */
};

/** Whose fault a status is. */
enum anvil_status_group {
    ANVIL_GROUP_OK,         /**< nobody's: it worked */
    ANVIL_GROUP_CALLER,     /**< the calling program's */
    ANVIL_GROUP_BYTES,      /**< the text is not JSON; a server answers SerializationException */
    ANVIL_GROUP_DECODE,     /**< JSON of the wrong type; a server answers SerializationException */
    ANVIL_GROUP_CONSTRAINT, /**< a violated constraint; a server answers ValidationException */
    ANVIL_GROUP_SPACE,      /**< try again with more memory */
    ANVIL_GROUP_PROTOCOL    /**< what surrounds the body */
};

/**
 * Names a status in lower case, such as "utf8" or "unknown-member"; constraints have the names that
 * the `anvil` command prints. Never NULL; "unknown" for a value outside the enum. Static text.
 */
ANVIL_API const char *anvil_status_name(enum anvil_status status);

/**
 * Explains a status in one English sentence without a full stop. Never NULL. Static text.
 */
ANVIL_API const char *anvil_status_text(enum anvil_status status);

/** Tells the group of a status; a value outside the enum belongs to #ANVIL_GROUP_CALLER. */
ANVIL_API enum anvil_status_group anvil_status_group(enum anvil_status status);

ANVIL_END_C

#endif
