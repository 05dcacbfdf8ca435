/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers, moments, bytes, documents: good ones and ones out of range. */
#include "anvil/codec.h"
#include "property/made_writer.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The texts are those that the rules for writing allow, and no others. */
static const char *const EPOCH_SECONDS[] = {"946845296.123", "0", "-0.5", "253402300799"};
static const char *const DATE_TIMES[] = {"\"2000-01-02T20:34:56.123Z\"",
                                         "\"1969-12-31T23:59:59.5Z\"", "\"9999-12-31T23:59:59Z\""};
static const char *const HTTP_DATES[] = {"\"Sun, 02 Jan 2000 20:34:56 GMT\"",
                                         "\"Thu, 01 Jan 1970 00:00:00 GMT\""};
static const char *const REALS[] = {"0.1", "-1.25", "1e+21", "\"NaN\"", "\"-Infinity\"", "3"};
static const char *const BIG_INTEGERS[] = {"123456789012345678901234567890", "-7"};
static const char *const BIG_DECIMALS[] = {"0.10", "-1.5E+400", "12345678901234567890.5"};
static const char *const DOCUMENTS[] = {"{\"a\":[1,null,\"x\"]}", "\"text\"", "[]", "1.50"};

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))
#define PICK(array, turn) (array)[(turn) % COUNT_OF(array)]

static void greatest_and_least(uint8_t kind, int64_t *min, int64_t *max) {
    *max = kind == ANVIL_KIND_BYTE    ? INT8_MAX
           : kind == ANVIL_KIND_SHORT ? INT16_MAX
           : kind == ANVIL_KIND_LONG  ? INT64_MAX
                                      : INT32_MAX;
    *min = -*max - 1;
}

static void put_integer(struct made_writer *writer, int64_t value) {
    char text[32];
    snprintf(text, sizeof text, "%" PRId64, value);
    made_put_text(writer, text);
}

static void put_whole(struct made_writer *writer, const struct anvil_member *member, size_t turn) {
    const struct anvil_range *range = member->limits != NULL ? member->limits->range : NULL;
    int64_t least;
    int64_t greatest;

    greatest_and_least(member->kind, &least, &greatest);
    /* A range with one bound leaves the other to the type. */
    int64_t min = range != NULL && range->min_integer > least ? range->min_integer : least;
    int64_t max = range != NULL && range->max_integer < greatest ? range->max_integer : greatest;
    if (min > least && made_takes_fault(writer, ANVIL_CONSTRAINT_RANGE)) {
        put_integer(writer, min - 1);
        return;
    }
    if (max < greatest && made_takes_fault(writer, ANVIL_CONSTRAINT_RANGE)) {
        put_integer(writer, max + 1);
        return;
    }
    uint64_t span = (uint64_t)max - (uint64_t)min;
    uint64_t step = span == UINT64_MAX ? turn : turn % (span + 1);
    put_integer(writer, writer->size == MADE_MOST ? (int64_t)((uint64_t)max - step)
                                                  : (int64_t)((uint64_t)min + step));
}

static bool is_listed(const struct anvil_int_enum *numbers, int32_t value) {
    for (size_t i = 0; i < numbers->count; i++)
        if (numbers->values[i] == value)
            return true;
    return false;
}

static bool is_inside(const struct anvil_range *range, int32_t value) {
    return range == NULL || (value >= range->min_integer && value <= range->max_integer);
}

/* The listed value number `turn` inside or outside the range; 0 with *found false without one. */
static int32_t listed_value(const struct anvil_limits *limits, bool wants_inside, size_t turn,
                            bool *found) {
    size_t count = 0;
    int32_t chosen = 0;

    for (size_t pass = 0; pass < 2; pass++) {
        size_t seen = 0;
        for (size_t i = 0; i < limits->numbers->count; i++) {
            int32_t value = limits->numbers->values[i];
            if (is_inside(limits->range, value) != wants_inside)
                continue;
            if (pass == 1 && seen == turn % count)
                chosen = value;
            seen++;
        }
        count = seen;
        *found = count > 0;
    }
    return chosen;
}

static void put_int_enum(struct made_writer *writer, const struct anvil_member *member,
                         size_t turn) {
    const struct anvil_limits *limits = member->limits;
    int32_t unlisted = 1;
    bool has_outside;
    bool has_inside;
    int32_t outside = listed_value(limits, false, turn, &has_outside);
    int32_t inside = listed_value(limits, true, turn, &has_inside);

    while (is_listed(limits->numbers, unlisted))
        unlisted++;
    made_note_values(writer, limits->numbers->count);
    if (made_takes_fault(writer, ANVIL_CONSTRAINT_ENUM)) {
        if (!is_inside(limits->range, unlisted))
            writer->message->broken |= ANVIL_CHECK_RANGE;
        put_integer(writer, unlisted);
    } else if (has_outside && made_takes_fault(writer, ANVIL_CONSTRAINT_RANGE)) {
        put_integer(writer, outside);
    } else {
        put_integer(writer, inside);
    }
}

static void put_bound(struct made_writer *writer, struct anvil_str bound, double value, int by) {
    char text[64];

    if (by == 0) {
        made_put(writer, bound.ptr, bound.len);
        return;
    }
    snprintf(text, sizeof text, "%.17g", value + by * (fabs(value) + 1));
    made_put_text(writer, text);
}

/* A bound stands in a message as it stands in the model: bounds that need rewriting are not used.
 */
static bool is_plain(struct anvil_str bound) {
    for (size_t i = 0; i < bound.len; i++)
        if (strchr("0123456789-", bound.ptr[i]) == NULL)
            return false;
    return bound.len > 0 && bound.len < 16;
}

static void put_real(struct made_writer *writer, const struct anvil_member *member, size_t turn) {
    const struct anvil_range *range = member->limits != NULL ? member->limits->range : NULL;
    bool has_min = range != NULL && range->min_text.ptr != NULL;
    bool has_max = range != NULL && range->max_text.ptr != NULL;

    if (has_min && made_takes_fault(writer, ANVIL_CONSTRAINT_RANGE))
        put_bound(writer, range->min_text, range->min_real, -1);
    else if (has_max && made_takes_fault(writer, ANVIL_CONSTRAINT_RANGE))
        put_bound(writer, range->max_text, range->max_real, 1);
    else if (range == NULL)
        made_put_text(writer, PICK(REALS, turn));
    else if (has_max && is_plain(range->max_text) && (turn % 2 == 1 || !has_min))
        put_bound(writer, range->max_text, range->max_real, 0);
    else if (has_min && is_plain(range->min_text))
        put_bound(writer, range->min_text, range->min_real, 0);
    else /* the half of it all, or as near to it as one bound allows */
        put_bound(writer, anvil_str_of("0.5", 3), 0, 0);
}

/* Outside by at least a factor of ten. */
static void put_far(struct made_writer *writer, const char *sign, struct anvil_str bound) {
    made_put_text(writer, sign);
    for (size_t i = 0; i < bound.len + 2; i++)
        made_put(writer, "9", 1);
}

static void put_big(struct made_writer *writer, const struct anvil_member *member, size_t turn) {
    const struct anvil_range *range = member->limits != NULL ? member->limits->range : NULL;

    if (range == NULL)
        made_put_text(writer, member->kind == ANVIL_KIND_BIG_INTEGER ? PICK(BIG_INTEGERS, turn)
                                                                     : PICK(BIG_DECIMALS, turn));
    else if (range->min_text.ptr != NULL && made_takes_fault(writer, ANVIL_CONSTRAINT_RANGE))
        put_far(writer, "-", range->min_text);
    else if (range->max_text.ptr != NULL && made_takes_fault(writer, ANVIL_CONSTRAINT_RANGE))
        put_far(writer, "", range->max_text);
    else if (range->max_text.ptr != NULL && (turn % 2 == 1 || range->min_text.ptr == NULL))
        made_put(writer, range->max_text.ptr, range->max_text.len);
    else
        made_put(writer, range->min_text.ptr, range->min_text.len);
}

static void put_base64(struct made_writer *writer, size_t bytes, size_t turn) {
    static const char DIGITS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    made_put(writer, "\"", 1);
    for (size_t at = 0; at < bytes; at += 3) {
        size_t left = bytes - at;
        uint32_t group = 0;
        char text[4];
        for (size_t i = 0; i < 3; i++)
            group = group << 8 | (uint32_t)(i < left ? ((at + i) * 7 + turn * 31 + 1) & 255 : 0);
        for (size_t i = 0; i < 4; i++)
            text[i] = i <= left ? DIGITS[group >> (18 - 6 * i) & 63] : '=';
        made_put(writer, text, 4);
    }
    made_put(writer, "\"", 1);
}

static void put_blob(struct made_writer *writer, const struct anvil_member *member, size_t turn) {
    const struct anvil_limits *limits = member->limits;
    size_t min = limits != NULL ? (size_t)limits->min : 0;
    bool has_max = limits != NULL && limits->max != ANVIL_UNLIMITED;
    size_t max = has_max ? (size_t)limits->max : min + 5;

    if (min > 0 && made_takes_fault(writer, ANVIL_CONSTRAINT_MIN)) {
        writer->message->actual = min - 1;
        writer->message->limit = min;
        put_base64(writer, min - 1, turn);
    } else if (has_max && made_takes_fault(writer, ANVIL_CONSTRAINT_MAX)) {
        writer->message->actual = max + 1;
        writer->message->limit = max;
        put_base64(writer, max + 1, turn);
    } else {
        size_t some = min + 1 + turn % 3;
        size_t bytes = writer->size == MADE_MOST ? max : writer->size == MADE_ONE ? some : min;
        put_base64(writer, bytes < max ? bytes : max, turn);
    }
}

void made_put_scalar(struct made_writer *writer, const struct anvil_member *member, size_t index) {
    size_t turn = writer->turn + index;

    switch (member->kind) {
    case ANVIL_KIND_STRING:
    case ANVIL_KIND_ENUM:
        made_put_string(writer, member, index);
        break;
    case ANVIL_KIND_INT_ENUM:
        if (member->limits != NULL && member->limits->numbers != NULL)
            put_int_enum(writer, member, turn);
        else
            put_whole(writer, member, turn);
        break;
    case ANVIL_KIND_BLOB:
        put_blob(writer, member, turn);
        break;
    case ANVIL_KIND_BOOLEAN:
        made_put_text(writer, turn % 2 == 0 ? "true" : "false");
        break;
    case ANVIL_KIND_FLOAT:
    case ANVIL_KIND_DOUBLE:
        put_real(writer, member, turn);
        break;
    case ANVIL_KIND_BIG_INTEGER:
    case ANVIL_KIND_BIG_DECIMAL:
        put_big(writer, member, turn);
        break;
    case ANVIL_KIND_TIMESTAMP:
        made_put_text(writer, member->format == ANVIL_EPOCH_SECONDS ? PICK(EPOCH_SECONDS, turn)
                              : member->format == ANVIL_DATE_TIME   ? PICK(DATE_TIMES, turn)
                                                                    : PICK(HTTP_DATES, turn));
        break;
    case ANVIL_KIND_DOCUMENT:
        made_put_text(writer, PICK(DOCUMENTS, turn));
        break;
    default:
        put_whole(writer, member, turn);
        break;
    }
}

size_t made_different(const struct anvil_member *member) {
    const struct anvil_limits *limits = member->limits;

    switch (member->kind) {
    case ANVIL_KIND_ENUM:
        return limits->values->count;
    case ANVIL_KIND_INT_ENUM:
        return limits->numbers->count;
    case ANVIL_KIND_BOOLEAN:
    case ANVIL_KIND_TIMESTAMP:
    case ANVIL_KIND_BIG_INTEGER:
    case ANVIL_KIND_BIG_DECIMAL:
        return 2;
    case ANVIL_KIND_STRING:
        return limits != NULL && limits->values != NULL ? limits->values->count : SIZE_MAX;
    case ANVIL_KIND_BLOB:
        return 3;
    default:
        return SIZE_MAX;
    }
}
