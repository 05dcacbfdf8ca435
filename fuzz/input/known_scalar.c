/* SPDX-License-Identifier: Apache-2.0 */
/* Text, numbers, bytes and moments, with whatever is wrong with them worked out here. */
#include "known_message.h"

#include "property/pattern_text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST = KNOWN_TEXT_MAX, SOME = KNOWN_TEXT_MORE };

static const struct anvil_limits NO_LIMITS = {.max = ANVIL_UNLIMITED};

size_t known_length(struct known_writer *writer, const struct anvil_limits *given, size_t most) {
    const struct anvil_limits *limits = given != NULL ? given : &NO_LIMITS;
    uint8_t choice = fuzz_byte(writer->input);
    size_t min = (size_t)limits->min;
    if ((choice & 7) == 1 && min != 0 && known_may_break(writer))
        return min - 1;
    if ((choice & 7) == 2 && limits->max < most && known_may_break(writer))
        return (size_t)limits->max + 1;
    if ((choice & 7) == 3 && limits->max <= most)
        return (size_t)limits->max;
    size_t room = most > min ? most - min : 0;
    if (limits->max - min < room)
        room = (size_t)limits->max - min;
    return min + (choice >> 3) % ((room < SOME ? room : SOME) + 1);
}

void known_note_length(struct known_writer *writer, const struct anvil_limits *limits,
                       uint64_t length) {
    if (limits != NULL && length < limits->min)
        known_note(writer, ANVIL_CONSTRAINT_MIN, limits->min, length);
    if (limits != NULL && length > limits->max)
        known_note(writer, ANVIL_CONSTRAINT_MAX, limits->max, length);
}

static size_t code_points_of(struct anvil_str text) {
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return count;
}

static void note_text(struct known_writer *writer, const struct anvil_limits *limits,
                      struct anvil_str text) {
    bool is_listed = limits->values == NULL;
    for (size_t i = 0; !is_listed && i < limits->values->count; i++)
        is_listed = anvil_str_equal(anvil_enum_value(limits->values, i), text);
    known_note_length(writer, limits, code_points_of(text));
    if (!pattern_takes(limits->pattern, text))
        known_note(writer, ANVIL_CONSTRAINT_PATTERN, 0, 0);
    if (!is_listed)
        known_note(writer, ANVIL_CONSTRAINT_ENUM, 0, 0);
}

/* In one of the ways to write a string; `style` 0 escapes only what has to be. */
static void put_quoted(struct known_writer *writer, struct anvil_str text, uint8_t style) {
    known_put_text(writer, "\"");
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        char escape[8];
        bool is_special = byte == '"' || byte == '\\' || byte < 0x20;
        if (byte < 0x80 && (is_special || (style != 0 && (i + style) % 5 == 0))) {
            (void)snprintf(escape, sizeof escape, "\\u%04X", byte);
            known_put_text(writer, escape);
        } else {
            known_put(writer, &text.ptr[i], 1);
        }
    }
    known_put_text(writer, "\"");
}

/* Text that the member's run says is surely good: whether it is, is found out like that of any
 * other. Much quicker to make than what only the automaton knows. */
static struct anvil_str run_text(const struct anvil_run *run, size_t length, size_t turn,
                                 char *room) {
    char letters[128];
    size_t count = 0;
    for (unsigned byte = 0; byte < 128; byte++)
        if ((run->set.rows[byte & 15] >> (byte >> 4) & 1) != 0)
            letters[count++] = (char)byte;
    for (size_t i = 0; i < length; i++)
        room[i] = letters[(turn + i * (turn % 7)) % count];
    return anvil_str_of(room, length);
}

/* A text of about that length which the pattern takes, or refuses; any where there is no such. */
static struct anvil_str automaton_text(const struct anvil_limits *limits, size_t wanted, bool takes,
                                       size_t turn, char *room) {
    size_t length = pattern_length(limits->pattern, takes, wanted, wanted);
    if (length == SIZE_MAX)
        length = pattern_length(limits->pattern, takes, wanted, wanted + SOME);
    if (length == SIZE_MAX)
        length = pattern_length(limits->pattern, takes, wanted, 0);
    if (length == SIZE_MAX)
        return anvil_str_of(room, 0);
    return anvil_str_of(room, pattern_text(limits->pattern, takes, length, turn, room));
}

/* Good text, with one byte spoilt when the pattern is to refuse it. */
static struct anvil_str make_text(const struct anvil_member *member,
                                  const struct anvil_limits *limits, size_t wanted, bool takes,
                                  size_t turn, char *room) {
    static const char *const SPOILS[4] = {" ", "\"", "\x7F", "\xC3\xA9"};
    const struct anvil_run *run = member->run;
    if (run->min > run->max || wanted < run->min || wanted > run->max)
        return automaton_text(limits, wanted, takes, turn, room);
    struct anvil_str text = run_text(run, wanted, turn, room);
    if (takes || wanted == 0)
        return text;
    const char *spoil = SPOILS[turn % 4];
    size_t at = turn / 4 % wanted;
    size_t bytes = strlen(spoil);
    memmove(room + at + bytes, room + at + 1, wanted - at - 1);
    memcpy(room + at, spoil, bytes);
    return anvil_str_of(room, wanted - 1 + bytes);
}

void known_put_string(struct known_writer *writer, const struct anvil_member *member) {
    const struct anvil_limits *limits = member->limits != NULL ? member->limits : &NO_LIMITS;
    uint8_t choice = fuzz_byte(writer->input);
    bool may_break = known_may_break(writer);
    struct anvil_str text;
    if (limits->values != NULL && (!may_break || choice < 0xC0)) {
        text = anvil_enum_value(limits->values, choice % limits->values->count);
    } else if (limits->values != NULL) {
        text = anvil_str_of("NO_SUCH_VALUE", choice % 13 + (size_t)1);
    } else {
        size_t most = limits->min > LONGEST ? (size_t)limits->min : LONGEST;
        size_t wanted = known_length(writer, limits, most);
        bool takes = limits->pattern == NULL || !may_break || (choice & 0x30) != 0x30;
        if (wanted > LONGEST)
            wanted = LONGEST;
        text = make_text(member, limits, wanted, takes, fuzz_u16(writer->input), writer->text);
    }
    memmove(writer->text, text.ptr, text.len);
    writer->text_len = text.len;
    note_text(writer, limits, text);
    put_quoted(writer, text, choice & 7);
}

static void bounds_of(uint8_t kind, int64_t *min, int64_t *max) {
    *max = kind == ANVIL_KIND_BYTE    ? INT8_MAX
           : kind == ANVIL_KIND_SHORT ? INT16_MAX
           : kind == ANVIL_KIND_LONG  ? INT64_MAX
                                      : INT32_MAX;
    *min = -*max - 1;
}

static bool is_listed(const struct anvil_int_enum *numbers, int64_t value) {
    for (size_t i = 0; i < numbers->count; i++)
        if (numbers->values[i] == value)
            return true;
    return false;
}

/* A number inside its range, at its bounds or one beside them. */
static void put_integer(struct known_writer *writer, const struct anvil_member *member) {
    const struct anvil_limits *limits = member->limits != NULL ? member->limits : &NO_LIMITS;
    const struct anvil_range *range = limits->range;
    uint8_t choice = fuzz_byte(writer->input);
    bool may_break = known_may_break(writer);
    int64_t least;
    int64_t greatest;
    char text[32];
    bounds_of(member->kind, &least, &greatest);
    int64_t min = range != NULL && range->min_integer > least ? range->min_integer : least;
    int64_t max = range != NULL && range->max_integer < greatest ? range->max_integer : greatest;
    int64_t value = (choice & 1) != 0 ? min : max;
    if ((choice & 6) == 2 && may_break && min > least)
        value = min - 1;
    if ((choice & 6) == 4 && may_break && max < greatest)
        value = max + 1;
    if (limits->numbers != NULL && ((choice & 8) == 0 || !may_break))
        value = limits->numbers->values[(choice >> 4) % limits->numbers->count];
    if (value < min || value > max)
        known_note(writer, ANVIL_CONSTRAINT_RANGE, 0, 0);
    if (limits->numbers != NULL && !is_listed(limits->numbers, value))
        known_note(writer, ANVIL_CONSTRAINT_ENUM, 0, 0);
    (void)snprintf(text, sizeof text, "%" PRId64, value);
    known_put_text(writer, text);
}

/* A real or big number: a bound, which is inside, where the model has one. */
static void put_real(struct known_writer *writer, const struct anvil_member *member) {
    static const char *const NUMBERS[4] = {"0.5", "-1.25e2", "3", "1e-400"};
    const struct anvil_range *range = member->limits != NULL ? member->limits->range : NULL;
    uint8_t choice = fuzz_byte(writer->input);
    if (range == NULL) {
        bool is_whole = member->kind == ANVIL_KIND_BIG_INTEGER;
        known_put_text(writer, is_whole ? "-123456789012345678901" : NUMBERS[choice % 4]);
        return;
    }
    bool takes_min =
        range->min_text.ptr != NULL && (range->max_text.ptr == NULL || choice % 2 == 0);
    struct anvil_str bound = takes_min ? range->min_text : range->max_text;
    known_put(writer, bound.ptr, bound.len);
}

static void put_blob(struct known_writer *writer, const struct anvil_member *member) {
    size_t bytes = known_length(writer, member->limits, 32);
    known_note_length(writer, member->limits, bytes);
    known_put_text(writer, "\"");
    for (size_t left = bytes; left >= 3; left -= 3)
        known_put_text(writer, "Zm9v");
    known_put_text(writer, bytes % 3 == 0 ? "\"" : bytes % 3 == 1 ? "Zg==\"" : "Zm8=\"");
}

void known_put_scalar(struct known_writer *writer, const struct anvil_member *member) {
    static const char *const MOMENTS[3] = {"946845296.123", "\"2000-01-02T20:34:56.123Z\"",
                                           "\"Sun, 02 Jan 2000 20:34:56 GMT\""};
    switch (member->kind) {
    case ANVIL_KIND_BLOB:
        put_blob(writer, member);
        break;
    case ANVIL_KIND_BOOLEAN:
        known_put_text(writer, fuzz_below(writer->input, 2) != 0 ? "true" : "false");
        break;
    case ANVIL_KIND_FLOAT:
    case ANVIL_KIND_DOUBLE:
    case ANVIL_KIND_BIG_INTEGER:
    case ANVIL_KIND_BIG_DECIMAL:
        put_real(writer, member);
        break;
    case ANVIL_KIND_TIMESTAMP:
        known_put_text(writer, MOMENTS[member->format]);
        break;
    case ANVIL_KIND_DOCUMENT:
        known_put_text(writer, "{\"a\":[1,null,\"x\"]}");
        break;
    default:
        put_integer(writer, member);
        break;
    }
}
