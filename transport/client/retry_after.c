/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the headers. Dates are read by the library, as a message with one member. */
#include "retry_after.h"

#include "anvil/codec.h"
#include "anvil/kind.h"

#include <string.h>

static const struct anvil_shape DATE = {.row = &anvil_timestamp_row,
                                        .size = sizeof(struct anvil_timestamp),
                                        .align = _Alignof(struct anvil_timestamp),
                                        .kind = ANVIL_KIND_TIMESTAMP};
static const struct anvil_member MEMBERS[] = {{.key = "\",\"d\":\"",
                                               .target = &DATE,
                                               .name_bytes = 1,
                                               .kind = ANVIL_KIND_TIMESTAMP,
                                               .format = ANVIL_HTTP_DATE}};
static const struct anvil_shape MESSAGE = {.row = &anvil_structure_row,
                                           .members = MEMBERS,
                                           .size = sizeof(struct anvil_timestamp),
                                           .member_count = 1,
                                           .align = _Alignof(struct anvil_timestamp),
                                           .kind = ANVIL_KIND_STRUCTURE};

static uint64_t at_most(uint64_t value) {
    return value < UINT32_MAX ? value : UINT32_MAX;
}

/* False when the text is no number. */
static bool read_number(struct anvil_str text, uint64_t *number) {
    *number = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
        *number = at_most(*number * 10 + (uint64_t)(text.ptr[i] - '0'));
    }
    return text.len > 0;
}

/* False when the text is no http-date. */
static bool read_date(struct anvil_str text, int64_t *seconds) {
    static const char BEFORE[] = "{\"d\":\"";
    static const char AFTER[] = "\"}";
    char message[64];
    size_t bytes = sizeof BEFORE - 1;
    struct anvil_timestamp date = {0, 0, false};

    if (text.len > sizeof message - sizeof BEFORE - sizeof AFTER)
        return false;
    memcpy(message, BEFORE, bytes);
    memcpy(message + bytes, text.ptr, text.len);
    bytes += text.len;
    memcpy(message + bytes, AFTER, sizeof AFTER - 1);
    bytes += sizeof AFTER - 1;
    if (anvil_decode(&MESSAGE, anvil_str_of(message, bytes), ANVIL_OFF, NULL, &date, NULL) !=
        ANVIL_OK)
        return false;
    *seconds = date.seconds;
    return date.is_set;
}

uint64_t anvil_retry_after_ms(const struct anvil_header *headers, size_t count,
                              int64_t unix_seconds) {
    static const struct anvil_str AMZ = ANVIL_STR("x-amz-retry-after");
    static const struct anvil_str STANDARD = ANVIL_STR("Retry-After");
    uint64_t number;
    int64_t date;

    if (read_number(anvil_header_value(headers, count, AMZ), &number))
        return number;
    struct anvil_str text = anvil_header_value(headers, count, STANDARD);
    if (read_number(text, &number))
        return at_most(number * 1000);
    if (text.len == 0 || !read_date(text, &date) || date <= unix_seconds)
        return 0;
    return at_most(at_most((uint64_t)(date - unix_seconds)) * 1000);
}
