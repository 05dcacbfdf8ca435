/* SPDX-License-Identifier: Apache-2.0 */
/* printf, gmtime and a table: nothing of the engine. */
#include "sample/json_scalars.h"

#include "sample/value_form.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static size_t put_integer(struct dice *dice, int64_t value, bool is_varied, char *out) {
    static const char *const FORMS[] = {"%" PRId64, "%" PRId64 ".0", "%" PRId64 "e0",
                                        "%" PRId64 "00E-2", "%" PRId64 ".000e+00"};
    const char *form = FORMS[is_varied ? dice_below(dice, 5) : 0];
    /* Two more digits behind a zero would make it a leading one. */
    if (value == 0 && form == FORMS[3])
        form = FORMS[0];
    return (size_t)snprintf(out, JSON_SCALAR_MAX, form, value);
}

static size_t put_word(const char *word, char *out) {
    memcpy(out, word, strlen(word));
    return strlen(word);
}

/* Seventeen digits are enough for a double, nine for a float; few numbers are short with them. */
static size_t put_real(double value, int digits, bool *is_exact, char *out) {
    if (value != value)
        return put_word("\"NaN\"", out);
    if (isinf(value))
        return put_word(value < 0 ? "\"-Infinity\"" : "\"Infinity\"", out);
    bool is_short = fabs(value) < 1e6 && value * 8 == (double)(int64_t)(value * 8);
    *is_exact = *is_exact && is_short;
    return (size_t)snprintf(out, JSON_SCALAR_MAX, "%.*g", digits, value);
}

static size_t put_base64(const struct anvil_blob *blob, char *out) {
    static const char DIGITS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    size_t len = 0;
    out[len++] = '"';
    for (size_t i = 0; i < blob->len; i += 3) {
        size_t rest = blob->len - i;
        unsigned bits = (unsigned)blob->ptr[i] << 16;
        bits |= rest > 1 ? (unsigned)blob->ptr[i + 1] << 8 : 0;
        bits |= rest > 2 ? (unsigned)blob->ptr[i + 2] : 0;
        for (unsigned j = 0; j < 4; j++)
            out[len++] = (char)(j <= rest ? DIGITS[bits >> (18 - 6 * j) & 63] : '=');
    }
    out[len++] = '"';
    return len;
}

/* A point and the nanoseconds without zeros at the end, or nothing. */
static size_t put_fraction(int32_t nanoseconds, char *out) {
    if (nanoseconds == 0)
        return 0;
    size_t len = (size_t)snprintf(out, 16, ".%09" PRId32, nanoseconds);
    while (out[len - 1] == '0')
        len--;
    return len;
}

static size_t put_epoch(struct anvil_timestamp moment, char *out) {
    bool is_negative = moment.seconds < 0;
    if (is_negative && moment.nanoseconds != 0) {
        moment.seconds++;
        moment.nanoseconds = 1000000000 - moment.nanoseconds;
    }
    size_t len = (size_t)snprintf(out, 32, "%s%" PRId64, is_negative ? "-" : "",
                                  is_negative ? -moment.seconds : moment.seconds);
    return len + put_fraction(moment.nanoseconds, out + len);
}

static size_t put_date(struct anvil_timestamp moment, uint8_t format, char *out) {
    time_t seconds = (time_t)moment.seconds;
    struct tm date;
    size_t len = 0;
    if (gmtime_r(&seconds, &date) == NULL)
        abort();
    if (format == ANVIL_HTTP_DATE) {
        static const char *const DAYS[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
        static const char *const MONTHS[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        return (size_t)snprintf(out, 64, "\"%s, %02d %s %04d %02d:%02d:%02d GMT\"",
                                DAYS[date.tm_wday], date.tm_mday, MONTHS[date.tm_mon],
                                date.tm_year + 1900, date.tm_hour, date.tm_min, date.tm_sec);
    }
    len = (size_t)snprintf(out, 64, "\"%04d-%02d-%02dT%02d:%02d:%02d", date.tm_year + 1900,
                           date.tm_mon + 1, date.tm_mday, date.tm_hour, date.tm_min, date.tm_sec);
    len += put_fraction(moment.nanoseconds, out + len);
    return len + put_word("Z\"", out + len);
}

static int64_t integer_in(uint8_t kind, const void *slot) {
    struct anvil_byte byte;
    struct anvil_short half;
    struct anvil_integer word;
    struct anvil_long wide;
    if (kind == ANVIL_KIND_BYTE)
        return ((void)memcpy(&byte, slot, sizeof byte), byte.value);
    if (kind == ANVIL_KIND_SHORT)
        return ((void)memcpy(&half, slot, sizeof half), half.value);
    if (kind == ANVIL_KIND_LONG)
        return ((void)memcpy(&wide, slot, sizeof wide), wide.value);
    return ((void)memcpy(&word, slot, sizeof word), word.value);
}

size_t json_scalar(struct dice *dice, const struct anvil_member *member, const void *slot,
                   bool is_varied, char out[JSON_SCALAR_MAX], bool *is_exact) {
    struct anvil_boolean boolean;
    struct anvil_float single;
    struct anvil_double wide;
    struct anvil_blob blob;
    struct anvil_timestamp moment;
    switch (member->kind) {
    case ANVIL_KIND_BOOLEAN:
        memcpy(&boolean, slot, sizeof boolean);
        return put_word(boolean.value ? "true" : "false", out);
    case ANVIL_KIND_FLOAT:
        memcpy(&single, slot, sizeof single);
        return put_real((double)single.value, 9, is_exact, out);
    case ANVIL_KIND_DOUBLE:
        memcpy(&wide, slot, sizeof wide);
        return put_real(wide.value, 17, is_exact, out);
    case ANVIL_KIND_BIG_INTEGER:
    case ANVIL_KIND_BIG_DECIMAL:
    case ANVIL_KIND_DOCUMENT:
        memcpy(&blob, slot, sizeof blob);
        memcpy(out, blob.ptr, blob.len);
        return blob.len;
    case ANVIL_KIND_BLOB:
        memcpy(&blob, slot, sizeof blob);
        return put_base64(&blob, out);
    case ANVIL_KIND_TIMESTAMP:
        memcpy(&moment, slot, sizeof moment);
        return member->format == ANVIL_EPOCH_SECONDS ? put_epoch(moment, out)
                                                     : put_date(moment, member->format, out);
    default:
        *is_exact = *is_exact && !is_varied;
        return put_integer(dice, integer_in(member->kind, slot), is_varied, out);
    }
}

const char *json_example(const struct anvil_member *member) {
    static const char *const DATES[] = {"1", "\"1970-01-01T00:00:01Z\"",
                                        "\"Thu, 01 Jan 1970 00:00:01 GMT\""};
    static char variant[256];
    switch (member->kind) {
    case ANVIL_KIND_LIST:
        return "[]";
    case ANVIL_KIND_STRUCTURE:
    case ANVIL_KIND_MAP:
        return "{}";
    case ANVIL_KIND_STRING:
    case ANVIL_KIND_ENUM:
        return "\"v\"";
    case ANVIL_KIND_BLOB:
        return "\"YQ==\"";
    case ANVIL_KIND_BOOLEAN:
        return "false";
    case ANVIL_KIND_TIMESTAMP:
        return DATES[member->format];
    case ANVIL_KIND_UNION:
        /* The first variant is none of a union again. */
        (void)snprintf(
            variant, sizeof variant, "{\"%.*s\":%s}", (int)member->target->members[0].name_bytes,
            member->target->members[0].key + 3, json_example(&member->target->members[0]));
        return variant;
    default:
        return "0";
    }
}
