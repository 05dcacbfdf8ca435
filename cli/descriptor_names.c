/* SPDX-License-Identifier: Apache-2.0 */
/* Names by number. */
#include "descriptor_names.h"

#include <stddef.h>

const char *cli_kind_name(unsigned kind) {
    static const char *const NAMES[ANVIL_KIND_COUNT] = {
        [ANVIL_KIND_STRUCTURE] = "structure",
        [ANVIL_KIND_UNION] = "union",
        [ANVIL_KIND_LIST] = "list",
        [ANVIL_KIND_MAP] = "map",
        [ANVIL_KIND_STRING] = "string",
        [ANVIL_KIND_ENUM] = "enum",
        [ANVIL_KIND_INT_ENUM] = "intEnum",
        [ANVIL_KIND_BLOB] = "blob",
        [ANVIL_KIND_BOOLEAN] = "boolean",
        [ANVIL_KIND_BYTE] = "byte",
        [ANVIL_KIND_SHORT] = "short",
        [ANVIL_KIND_INTEGER] = "integer",
        [ANVIL_KIND_LONG] = "long",
        [ANVIL_KIND_FLOAT] = "float",
        [ANVIL_KIND_DOUBLE] = "double",
        [ANVIL_KIND_BIG_INTEGER] = "bigInteger",
        [ANVIL_KIND_BIG_DECIMAL] = "bigDecimal",
        [ANVIL_KIND_TIMESTAMP] = "timestamp",
        [ANVIL_KIND_DOCUMENT] = "document",
    };
    return kind < ANVIL_KIND_COUNT && NAMES[kind] != NULL ? NAMES[kind] : "unknown";
}

const char *cli_retry_name(unsigned retry) {
    switch (retry) {
    case ANVIL_RETRY_THROTTLE:
        return "throttle";
    case ANVIL_RETRY_TRANSIENT:
        return "transient";
    default:
        return "never";
    }
}

const char *cli_class_name(unsigned error_class) {
    switch (error_class) {
    case ANVIL_CLASS_THROTTLE:
        return "throttle";
    case ANVIL_CLASS_TRANSIENT:
        return "transient";
    case ANVIL_CLASS_QUOTA:
        return "quota";
    case ANVIL_CLASS_REQUEST:
        return "request";
    case ANVIL_CLASS_RECIPIENT:
        return "recipient";
    default:
        return "unknown";
    }
}

const char *cli_timestamp_name(unsigned format) {
    switch (format) {
    case ANVIL_DATE_TIME:
        return "date-time";
    case ANVIL_HTTP_DATE:
        return "http-date";
    default:
        return "epoch-seconds";
    }
}
