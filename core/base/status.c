/* SPDX-License-Identifier: Apache-2.0 */
/* Names, sentences and groups of the status codes. */
#include "anvil/status.h"

#include "base/port.h"
#include <stddef.h>

ANVIL_COLD_FILE

struct status_words {
    enum anvil_status status;
    const char *name;
    const char *text;
};

static const struct status_words WORDS[] = {
    {ANVIL_OK, "ok", "no error"},
    {ANVIL_E_ARGUMENT, "argument", "an argument breaks the contract of the call"},
    {ANVIL_E_END, "end", "the text ends inside a value"},
    {ANVIL_E_TOKEN, "token", "this byte cannot stand here"},
    {ANVIL_E_CONTROL, "control", "a control byte inside a string must be escaped"},
    {ANVIL_E_ESCAPE, "escape", "JSON has no such escape"},
    {ANVIL_E_SURROGATE, "surrogate", "half of a surrogate pair stands alone"},
    {ANVIL_E_UTF8, "utf8", "the bytes are not UTF-8"},
    {ANVIL_E_NUMBER, "number", "a number is not written like this"},
    {ANVIL_E_DEPTH, "depth", "values are nested too deep"},
    {ANVIL_E_TRAILING, "trailing", "there are bytes after the end of the message"},
    {ANVIL_E_TYPE, "type", "the member cannot hold a value of this JSON type"},
    {ANVIL_E_NULL, "null", "this list cannot hold null"},
    {ANVIL_E_RANGE_OF_TYPE, "range-of-type", "the member's type cannot hold this value"},
    {ANVIL_E_WHOLE, "whole", "the member holds whole numbers"},
    {ANVIL_E_BASE64, "base64", "the text is not base64"},
    {ANVIL_E_TIMESTAMP, "timestamp", "the value is not a timestamp of the member's format"},
    {ANVIL_E_UNION, "union", "a union holds exactly one variant, one that the model has"},
    {ANVIL_E_JSON, "json", "the text of a document or big number is not JSON"},
    {ANVIL_E_REQUIRED, "required", "a required member is missing"},
    {ANVIL_E_MIN, "min", "a value is too short"},
    {ANVIL_E_MAX, "max", "a value is too long"},
    {ANVIL_E_RANGE, "range", "a number is out of range"},
    {ANVIL_E_PATTERN, "pattern", "a value does not match its pattern"},
    {ANVIL_E_ENUM, "enum", "a value is none of the enum's"},
    {ANVIL_E_DUPLICATE, "duplicate", "a member is given twice"},
    {ANVIL_E_UNKNOWN_MEMBER, "unknown-member", "the shape has no such member"},
    {ANVIL_E_IDENTITY, "identity", "a value is not an ARN or ID that the member takes"},
    {ANVIL_E_UNIQUE, "unique-items", "a list holds the same item twice"},
    {ANVIL_E_ARENA, "arena", "the arena is full"},
    {ANVIL_E_BUFFER, "buffer", "the output buffer is too small"},
    {ANVIL_E_SPANS, "spans", "the span array is too small"},
    {ANVIL_E_OPERATION, "operation", "the service has no such operation"},
    {ANVIL_E_METHOD, "method", "requests are sent with POST"},
    {ANVIL_E_CONTENT_TYPE, "content-type", "the body has another media type than the protocol's"},
    {ANVIL_E_ENTROPY, "entropy", "the entropy source failed"},
    {ANVIL_E_TRANSPORT, "transport", "the transport failed before there was an answer"},
    {ANVIL_E_SERVICE, "service", "the service answered with an error"},
};

static const struct status_words *words_of(enum anvil_status status) {
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++)
        if (WORDS[i].status == status)
            return &WORDS[i];
    return NULL;
}

const char *anvil_status_name(enum anvil_status status) {
    const struct status_words *words = words_of(status);
    return words != NULL ? words->name : "unknown";
}

const char *anvil_status_text(enum anvil_status status) {
    const struct status_words *words = words_of(status);
    return words != NULL ? words->text : "unknown status";
}

enum anvil_status_group anvil_status_group(enum anvil_status status) {
    if (status == ANVIL_OK)
        return ANVIL_GROUP_OK;
    if (words_of(status) == NULL || status < ANVIL_E_END)
        return ANVIL_GROUP_CALLER;
    if (status < ANVIL_E_TYPE)
        return ANVIL_GROUP_BYTES;
    if (status < ANVIL_E_REQUIRED)
        return ANVIL_GROUP_DECODE;
    if (status < ANVIL_E_ARENA)
        return ANVIL_GROUP_CONSTRAINT;
    return status < ANVIL_E_OPERATION ? ANVIL_GROUP_SPACE : ANVIL_GROUP_PROTOCOL;
}
