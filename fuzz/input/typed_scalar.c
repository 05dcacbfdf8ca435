/* SPDX-License-Identifier: Apache-2.0 */
/* Text, numbers, moments, bytes: mostly what the member takes, sometimes what it does not. */
#include "typed_value.h"

#include "sample/value_form.h"

#include <math.h>
#include <string.h>

/* What a writer of JSON may stumble over, and what no JSON can carry: the last three. */
static const struct anvil_str PIECES[] = {ANVIL_STR("\""),
                                          ANVIL_STR("\\"),
                                          ANVIL_STR("\n"),
                                          ANVIL_STR("\0"),
                                          ANVIL_STR("\x1F"),
                                          ANVIL_STR("\x7F"),
                                          ANVIL_STR("Z9"),
                                          ANVIL_STR("\xC2\x80"),
                                          ANVIL_STR("\xED\x9F\xBF"),
                                          ANVIL_STR("\xF0\x9F\x98\x80"),
                                          ANVIL_STR("\xF4\x8F\xBF\xBF"),
                                          ANVIL_STR("\xE2\x80\xA8"),
                                          ANVIL_STR("\x80"),
                                          ANVIL_STR("\xED\xA0\x80"),
                                          ANVIL_STR("\xF0\x9F\x98")};
static const struct anvil_str DOCUMENTS[] = {ANVIL_STR("{\"a\":[1,null]}"),
                                             ANVIL_STR("\"text\""),
                                             ANVIL_STR("-0.50e+3"),
                                             ANVIL_STR("[true, false]"),
                                             ANVIL_STR(" {} "),
                                             ANVIL_STR("{\"a\":}"),
                                             ANVIL_STR("1 2"),
                                             ANVIL_STR("")};
static const struct anvil_str BIG_INTEGERS[] = {ANVIL_STR("18446744073709551616"),
                                                ANVIL_STR("-7"),
                                                ANVIL_STR("0"),
                                                ANVIL_STR("1e2"),
                                                ANVIL_STR("1.0"),
                                                ANVIL_STR("1E2"),
                                                ANVIL_STR("01"),
                                                ANVIL_STR("")};
static const struct anvil_str BIG_DECIMALS[] = {ANVIL_STR("1.5"),   ANVIL_STR("-1e400"),
                                                ANVIL_STR("0.000"), ANVIL_STR("1E+2"),
                                                ANVIL_STR("1."),    ANVIL_STR("NaN")};
static const double REALS[] = {
    (double)NAN, (double)INFINITY,       0.0,  -0.0,   0.1,     1e21, 1e-7,
    5e-324,      1.7976931348623157e308, 4.25, 100000, -1.0 / 3};
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static void set_text(struct typed_value *made, void *slot, struct anvil_str text) {
    char *copy = typed_take(made, text.len);
    struct anvil_str view = {copy, text.len};
    if (text.len != 0)
        memcpy(copy, text.ptr, text.len);
    memcpy(slot, &view, sizeof view);
}

/* Text of the class that is surely good, of a length around its bounds. */
static size_t put_run(struct fuzz_input *input, const struct anvil_run *run, char *out,
                      size_t room) {
    char letters[128];
    size_t count = 0;
    for (unsigned byte = 0; byte < 128; byte++)
        if ((run->set.rows[byte & 15] >> (byte >> 4) & 1) != 0)
            letters[count++] = (char)byte;
    uint8_t choice = fuzz_byte(input);
    size_t len = (choice & 1) != 0 ? run->min : run->max;
    if ((choice & 2) != 0)
        len += (choice & 4) != 0 ? 1 : (size_t)0 - (len != 0);
    if ((choice & 8) != 0 || len > room)
        len = choice >> 4;
    for (size_t i = 0; i < len && count != 0; i++)
        out[i] = letters[i < 8 ? fuzz_below(input, count) : i % count];
    return count != 0 ? len : 0;
}

static void fill_text(struct typed_value *made, const struct anvil_member *member, void *slot) {
    struct fuzz_input *input = made->input;
    const struct anvil_limits *limits = member->limits;
    char text[600];
    size_t len = 0;
    uint8_t choice = fuzz_byte(input);
    if (choice == 255)
        return; /* absent: null inside a list */
    if (limits != NULL && limits->values != NULL && choice < 192) {
        set_text(made, slot, anvil_enum_value(limits->values, choice % limits->values->count));
        return;
    }
    if (member->run != NULL && member->run->min <= member->run->max && choice < 160) {
        len = put_run(input, member->run, text, sizeof text - 1);
    } else if (choice < 200) {
        struct anvil_str raw = fuzz_take(input, choice % 32);
        memcpy(text, raw.ptr, raw.len);
        len = raw.len;
    } else {
        for (size_t pieces = choice % 8; pieces != 0; pieces--) {
            const struct anvil_str *piece = &PIECES[fuzz_below(input, COUNT_OF(PIECES))];
            memcpy(text + len, piece->ptr, piece->len);
            len += piece->len;
        }
    }
    set_text(made, slot, anvil_str_of(text, len));
}

static void fill_blob(struct typed_value *made, void *slot) {
    size_t len = fuzz_byte(made->input);
    struct anvil_str given = fuzz_take(made->input, len / 8);
    unsigned char *copy = typed_take(made, len);
    struct anvil_blob blob = {copy, len};
    memcpy(copy, given.ptr, given.len);
    memcpy(slot, &blob, sizeof blob);
}

/* A bound of the range, or one beside it, or any number. */
static int64_t integer_of(struct fuzz_input *input, const struct anvil_limits *limits) {
    uint8_t choice = fuzz_byte(input);
    int64_t step = (choice >> 2 & 3) - 1;
    if (limits != NULL && limits->numbers != NULL && (choice & 3) < 2)
        return limits->numbers->values[(choice >> 2) % limits->numbers->count];
    if (limits != NULL && limits->range != NULL && (choice & 3) < 2)
        return (int64_t)((uint64_t)((choice & 3) == 0 ? limits->range->min_integer
                                                      : limits->range->max_integer) +
                         (uint64_t)step);
    return (choice & 3) == 2 ? (int8_t)fuzz_byte(input) : (int64_t)fuzz_u64(input);
}

static double real_of(struct fuzz_input *input, const struct anvil_limits *limits) {
    uint8_t choice = fuzz_byte(input);
    uint64_t bits = 0;
    double real = 0;
    if (limits != NULL && limits->range != NULL && (choice & 3) == 0)
        return (choice & 4) != 0 ? limits->range->min_real : limits->range->max_real;
    if ((choice & 3) != 3)
        return REALS[(choice >> 2) % COUNT_OF(REALS)];
    bits = fuzz_u64(input);
    memcpy(&real, &bits, sizeof real);
    return real;
}

/* From the year 1 to the year 9999, or now and then somewhere else. */
static struct anvil_timestamp moment_of(struct fuzz_input *input) {
    static const int64_t FIRST = INT64_C(-62135596800);
    static const int64_t LAST = INT64_C(253402300799);
    uint8_t choice = fuzz_byte(input);
    struct anvil_timestamp moment = {0, 0, true};
    uint64_t number = fuzz_u64(input);
    if ((choice & 3) == 0)
        moment.seconds = (choice & 4) != 0 ? FIRST : LAST;
    else
        moment.seconds = (int64_t)(number % (uint64_t)(LAST - FIRST + 1)) + FIRST;
    if ((choice & 8) != 0)
        moment.nanoseconds = (int32_t)(fuzz_u16(input) % 1000) * 1000000;
    if ((choice & 16) != 0)
        moment.nanoseconds = (int32_t)(fuzz_u32(input) % 1000000000);
    if (choice >= 0xF8)
        moment.seconds += choice == 0xFF ? 1 : -1;
    if (choice == 0xE8)
        moment.nanoseconds = 1000000000;
    if (choice == 0xE0)
        moment.nanoseconds = -1;
    return moment;
}

static void fill_number(struct fuzz_input *input, const struct anvil_member *member, void *slot) {
    int64_t number = member->kind == ANVIL_KIND_FLOAT || member->kind == ANVIL_KIND_DOUBLE
                         ? 0
                         : integer_of(input, member->limits);
    struct anvil_boolean boolean = {(number & 1) != 0, true};
    struct anvil_byte byte = {(int8_t)number, true};
    struct anvil_short half = {(int16_t)number, true};
    struct anvil_integer word = {(int32_t)number, true};
    struct anvil_long wide = {number, true};
    struct anvil_double real = {0, true};
    struct anvil_float single = {0, true};
    switch (member->kind) {
    case ANVIL_KIND_BOOLEAN:
        memcpy(slot, &boolean, sizeof boolean);
        break;
    case ANVIL_KIND_BYTE:
        memcpy(slot, &byte, sizeof byte);
        break;
    case ANVIL_KIND_SHORT:
        memcpy(slot, &half, sizeof half);
        break;
    case ANVIL_KIND_LONG:
        memcpy(slot, &wide, sizeof wide);
        break;
    case ANVIL_KIND_DOUBLE:
        real.value = real_of(input, member->limits);
        memcpy(slot, &real, sizeof real);
        break;
    case ANVIL_KIND_FLOAT:
        single.value = (float)real_of(input, member->limits);
        memcpy(slot, &single, sizeof single);
        break;
    default:
        memcpy(slot, &word, sizeof word);
        break;
    }
}

void typed_scalar(struct typed_value *made, const struct anvil_member *member, void *slot) {
    struct anvil_timestamp moment;
    switch (member->kind) {
    case ANVIL_KIND_STRING:
    case ANVIL_KIND_ENUM:
        fill_text(made, member, slot);
        break;
    case ANVIL_KIND_BLOB:
        fill_blob(made, slot);
        break;
    case ANVIL_KIND_BIG_INTEGER:
        set_text(made, slot, BIG_INTEGERS[fuzz_below(made->input, COUNT_OF(BIG_INTEGERS))]);
        break;
    case ANVIL_KIND_BIG_DECIMAL:
        set_text(made, slot, BIG_DECIMALS[fuzz_below(made->input, COUNT_OF(BIG_DECIMALS))]);
        break;
    case ANVIL_KIND_DOCUMENT:
        set_text(made, slot, DOCUMENTS[fuzz_below(made->input, COUNT_OF(DOCUMENTS))]);
        break;
    case ANVIL_KIND_TIMESTAMP:
        moment = moment_of(made->input);
        memcpy(slot, &moment, sizeof moment);
        break;
    default:
        fill_number(made->input, member, slot);
        break;
    }
}
