/* SPDX-License-Identifier: Apache-2.0 */
/* Values at the edges of their types and constraints, and some in between. */
#include "sample/random_scalars.h"

#include <stdio.h>
#include <string.h>

/* From the year 1 to the year 9999, or as far as the calendar of the C library goes, which the
 * tests compare with: Windows has one from 1970 to 3000. */
#ifdef _WIN32
static const int64_t FIRST_SECOND = 0;
static const int64_t LAST_SECOND = INT64_C(32535215999);
#else
static const int64_t FIRST_SECOND = INT64_C(-62135596800);
static const int64_t LAST_SECOND = INT64_C(253402300799);
#endif

static int64_t between(struct dice *dice, int64_t min, int64_t max) {
    uint64_t span = (uint64_t)max - (uint64_t)min;
    uint64_t step = span == UINT64_MAX ? dice_next(dice) : dice_next(dice) % (span + 1);
    return (int64_t)((uint64_t)min + step);
}

/* Edges are as likely as everything between them. */
static int64_t edgy(struct dice *dice, int64_t min, int64_t max) {
    switch (dice_below(dice, 6)) {
    case 0:
        return min;
    case 1:
        return max;
    case 2:
        return min <= 0 && max >= 0 ? 0 : min;
    case 3:
        return between(dice, min > -100 ? min : -100, max < 100 ? max : 100);
    default:
        return between(dice, min, max);
    }
}

static int64_t random_integer(struct random_values *values, const struct anvil_limits *limits,
                              int64_t min, int64_t max) {
    bool is_good = limits != NULL && (values->is_valid || !dice_hits(&values->dice, 3));
    if (is_good && limits->numbers != NULL)
        return limits->numbers->values[dice_below(&values->dice, limits->numbers->count)];
    if (is_good && limits->range != NULL) {
        min = limits->range->min_integer > min ? limits->range->min_integer : min;
        max = limits->range->max_integer < max ? limits->range->max_integer : max;
    }
    if (min > 100 || max < -100)
        return between(&values->dice, min, max);
    return edgy(&values->dice, min, max);
}

static double random_real(struct random_values *values, const struct anvil_limits *limits) {
    static const double REALS[] = {0.0,    -0.0,    1.5,     -0.125,    1e21, 1e-7,    3.25e100,
                                   5e-324, -1e-310, 1.0 / 3, 123456789, 0.1,  16777216};
    struct dice *dice = &values->dice;
    uint64_t bits = dice_next(dice);
    double real = 0;
    bool is_good =
        limits != NULL && limits->range != NULL && (values->is_valid || dice_hits(dice, 2));
    if (is_good) {
        bool has_min = limits->range->min_text.ptr != NULL;
        bool has_max = limits->range->max_text.ptr != NULL;
        if (has_min && (!has_max || dice_hits(dice, 2)))
            return limits->range->min_real;
        return has_max ? limits->range->max_real : 0;
    }
    if (dice_hits(dice, 2))
        return REALS[dice_below(dice, sizeof REALS / sizeof REALS[0])];
    if (dice_hits(dice, 3))
        return (double)between(dice, -1000000, 1000000) / 8;
    memcpy(&real, &bits, sizeof real);
    return real;
}

static struct anvil_str random_big(struct random_values *values,
                                   const struct anvil_member *member) {
    static const char *const DECIMALS[] = {"0",
                                           "-0",
                                           "1.5",
                                           "-1e400",
                                           "3.14159265358979323846264",
                                           "1E+2",
                                           "0.000",
                                           "123456789012345678901234567890.5"};
    static const char *const INTEGERS[] = {"0", "-1", "18446744073709551616",
                                           "-123456789012345678901234567890", "7"};
    struct dice *dice = &values->dice;
    const struct anvil_limits *limits = member->limits;
    if (limits != NULL && limits->range != NULL && (values->is_valid || dice_hits(dice, 2)))
        return limits->range->min_text.ptr != NULL ? limits->range->min_text
                                                   : limits->range->max_text;
    const char *text = member->kind == ANVIL_KIND_BIG_INTEGER
                           ? INTEGERS[dice_below(dice, sizeof INTEGERS / sizeof INTEGERS[0])]
                           : DECIMALS[dice_below(dice, sizeof DECIMALS / sizeof DECIMALS[0])];
    return anvil_str_of(text, strlen(text));
}

static struct anvil_str random_document(struct dice *dice, bool is_item) {
    static const char *const DOCUMENTS[] = {"null",
                                            "{}",
                                            "[]",
                                            "true",
                                            "-0.50e+3",
                                            "\"\\u00e9\\/\"",
                                            "[1, null ,{\"a\" : [{}]}]",
                                            "{\"b\":1,\"b\":2,\"\":\"\xC3\xA9\"}",
                                            "123456789012345678901234567890"};
    size_t first = is_item ? 0 : 1;
    size_t count = sizeof DOCUMENTS / sizeof DOCUMENTS[0];
    const char *text = DOCUMENTS[first + dice_below(dice, count - first)];
    return anvil_str_of(text, strlen(text));
}

static void fill_blob(struct random_values *values, const struct anvil_limits *limits, void *slot) {
    struct dice *dice = &values->dice;
    size_t min = values->is_valid && limits != NULL ? (size_t)limits->min : 0;
    size_t max = limits != NULL && limits->max < 20 ? (size_t)limits->max + !values->is_valid : 20;
    size_t bytes = min + dice_below(dice, max - min + 1);
    if (limits == NULL && dice_hits(dice, 6))
        bytes = dice_below(dice, 300);
    /* Of its own, so that an address sanitizer or a read that strays is noticed. */
    unsigned char *memory = random_take(values, bytes + 1);
    for (size_t i = 0; i < bytes; i++)
        memory[i] = (unsigned char)dice_next(dice);
    struct anvil_blob blob = {memory, bytes};
    memcpy(slot, &blob, sizeof blob);
}

/* A date of HTTP has no room for a fraction, so it would not come back. */
static struct anvil_timestamp random_moment(struct dice *dice, uint8_t format) {
    struct anvil_timestamp moment = {edgy(dice, FIRST_SECOND, LAST_SECOND), 0, true};
    if (format != ANVIL_HTTP_DATE && dice_hits(dice, 2))
        moment.nanoseconds = (int32_t)dice_below(dice, 1000000000);
    else if (format != ANVIL_HTTP_DATE && dice_hits(dice, 2))
        moment.nanoseconds = (int32_t)dice_below(dice, 1000) * 1000000;
    return moment;
}

static void fill_integer(struct random_values *values, const struct anvil_member *member,
                         void *slot) {
    const struct anvil_limits *limits = member->limits;
    struct anvil_byte byte = {0, true};
    struct anvil_short half = {0, true};
    struct anvil_integer word = {0, true};
    struct anvil_long wide = {0, true};
    switch (member->kind) {
    case ANVIL_KIND_BYTE:
        byte.value = (int8_t)random_integer(values, limits, INT8_MIN, INT8_MAX);
        memcpy(slot, &byte, sizeof byte);
        return;
    case ANVIL_KIND_SHORT:
        half.value = (int16_t)random_integer(values, limits, INT16_MIN, INT16_MAX);
        memcpy(slot, &half, sizeof half);
        return;
    case ANVIL_KIND_LONG:
        wide.value = random_integer(values, limits, INT64_MIN, INT64_MAX);
        memcpy(slot, &wide, sizeof wide);
        return;
    default:
        word.value = (int32_t)random_integer(values, limits, INT32_MIN, INT32_MAX);
        memcpy(slot, &word, sizeof word);
    }
}

void random_scalar(struct random_values *values, const struct anvil_member *member, void *slot,
                   bool is_item) {
    struct dice *dice = &values->dice;
    struct anvil_boolean boolean = {dice_hits(dice, 2), true};
    struct anvil_float single = {0, true};
    struct anvil_double wide = {0, true};
    struct anvil_timestamp moment;
    struct anvil_str text;
    switch (member->kind) {
    case ANVIL_KIND_BOOLEAN:
        memcpy(slot, &boolean, sizeof boolean);
        return;
    case ANVIL_KIND_FLOAT:
        single.value = (float)random_real(values, member->limits);
        memcpy(slot, &single, sizeof single);
        return;
    case ANVIL_KIND_DOUBLE:
        wide.value = random_real(values, member->limits);
        memcpy(slot, &wide, sizeof wide);
        return;
    case ANVIL_KIND_BIG_INTEGER:
    case ANVIL_KIND_BIG_DECIMAL:
        text = random_big(values, member);
        memcpy(slot, &text, sizeof text);
        return;
    case ANVIL_KIND_DOCUMENT:
        text = random_document(dice, is_item);
        memcpy(slot, &text, sizeof text);
        return;
    case ANVIL_KIND_BLOB:
        fill_blob(values, member->limits, slot);
        return;
    case ANVIL_KIND_TIMESTAMP:
        moment = random_moment(dice, member->format);
        memcpy(slot, &moment, sizeof moment);
        return;
    default:
        fill_integer(values, member, slot);
    }
}
