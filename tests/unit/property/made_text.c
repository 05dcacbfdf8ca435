/* SPDX-License-Identifier: Apache-2.0 */
/* Strings and enums: good ones of the least and the greatest length, and one for each constraint
 * that they can break. */
#include "anvil/codec.h"
#include "property/made_writer.h"
#include "property/pattern_text.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define UNLISTED "NO_SUCH_VALUE"

static const struct anvil_limits NO_LIMITS = {.max = ANVIL_UNLIMITED};

/* as the encoder has to write it. */
static void put_quoted(struct made_writer *writer, const char *text, size_t len) {
    static const char SHORT[32] = {
        ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};

    made_put(writer, "\"", 1);
    for (size_t i = 0; i < len; i++) {
        unsigned char byte = (unsigned char)text[i];
        char escape[8];
        if (byte == '"' || byte == '\\')
            snprintf(escape, sizeof escape, "\\%c", byte);
        else if (byte < 0x20 && SHORT[byte] != 0)
            snprintf(escape, sizeof escape, "\\%c", SHORT[byte]);
        else if (byte < 0x20)
            snprintf(escape, sizeof escape, "\\u%04x", byte);
        else
            snprintf(escape, sizeof escape, "%c", byte);
        made_put_text(writer, escape);
    }
    made_put(writer, "\"", 1);
    writer->text_len = len < sizeof writer->text ? len : 0;
    memcpy(writer->text, text, writer->text_len);
}

/* What a text breaks, found out here and not by the engine. */
static unsigned broken_by(const struct anvil_limits *limits, struct anvil_str text,
                          size_t code_points) {
    unsigned broken = 0;
    bool is_listed = limits->values == NULL;

    for (size_t i = 0; !is_listed && i < limits->values->count; i++)
        is_listed = anvil_str_equal(anvil_enum_value(limits->values, i), text);
    if (code_points < limits->min)
        broken |= ANVIL_CHECK_MIN;
    if (code_points > limits->max)
        broken |= ANVIL_CHECK_MAX;
    if (!pattern_takes(limits->pattern, text))
        broken |= ANVIL_CHECK_PATTERN;
    if (!is_listed)
        broken |= ANVIL_CHECK_ENUM;
    return broken;
}

/* A text of a length that the pattern takes, or refuses when there is none or none is wanted. False
 * when there is neither. */
static bool put_length(struct made_writer *writer, const struct anvil_limits *limits, bool takes,
                       size_t from, size_t to, size_t turn) {
    char *text = malloc(PATTERN_TEXT_MAX * PATTERN_TEXT_BYTES);
    size_t length = pattern_length(limits->pattern, takes, from, to);

    if (length != SIZE_MAX) {
        size_t len = pattern_text(limits->pattern, takes, length, turn, text);
        writer->message->broken = broken_by(limits, anvil_str_of(text, len), length);
        writer->message->actual = length;
        put_quoted(writer, text, len);
    }
    free(text);
    return length != SIZE_MAX;
}

/* The bounds between which lengths are looked for. */
static size_t least(const struct anvil_limits *limits) {
    return (size_t)limits->min;
}

static size_t most(const struct anvil_limits *limits) {
    size_t enough = least(limits) + 40;
    if (limits->max == ANVIL_UNLIMITED)
        return enough;
    return limits->max < PATTERN_TEXT_MAX ? (size_t)limits->max : PATTERN_TEXT_MAX - 1;
}

/* A length with room for neighbours to differ: some more than the least that there is. */
static size_t some(const struct anvil_limits *limits, size_t min, size_t max) {
    size_t shortest = pattern_length(limits->pattern, true, min, max);
    return shortest == SIZE_MAX ? min : shortest + 4 < max ? shortest + 4 : max;
}

/* Puts a text that breaks a length; one that breaks the pattern too only when it has to. */
static bool put_wrong_length(struct made_writer *writer, const struct anvil_limits *limits,
                             size_t length, uint64_t limit) {
    writer->message->limit = limit;
    return put_length(writer, limits, true, length, length, writer->turn) ||
           put_length(writer, limits, false, length, length, writer->turn);
}

/* Puts the wanted fault of a text, if it is one of its own. */
static bool put_fault(struct made_writer *writer, const struct anvil_limits *limits) {
    size_t min = least(limits);
    size_t max = most(limits);
    bool can_be_longer = limits->max < PATTERN_TEXT_MAX - 1;

    if (limits->values != NULL) {
        if (!made_takes_fault(writer, ANVIL_CONSTRAINT_ENUM))
            return false;
        writer->message->broken =
            broken_by(limits, anvil_str_of(UNLISTED, strlen(UNLISTED)), strlen(UNLISTED));
        put_quoted(writer, UNLISTED, strlen(UNLISTED));
        return true;
    }
    if (min > 0 && made_takes_fault(writer, ANVIL_CONSTRAINT_MIN))
        return put_wrong_length(writer, limits, min - 1, limits->min);
    if (can_be_longer && made_takes_fault(writer, ANVIL_CONSTRAINT_MAX))
        return put_wrong_length(writer, limits, max + 1, limits->max);
    if (limits->pattern != NULL && pattern_length(limits->pattern, false, min, max) != SIZE_MAX &&
        made_takes_fault(writer, ANVIL_CONSTRAINT_PATTERN))
        return put_length(writer, limits, false, min, max, writer->turn);
    return false;
}

void made_put_string(struct made_writer *writer, const struct anvil_member *member, size_t index) {
    const struct anvil_limits *limits = member->limits != NULL ? member->limits : &NO_LIMITS;
    size_t min = least(limits);
    size_t max = most(limits);
    size_t turn = writer->turn + index;

    if (put_fault(writer, limits))
        return;
    if (limits->values != NULL) {
        size_t count = limits->values->count;
        made_note_values(writer, count);
        struct anvil_str value = anvil_enum_value(limits->values, turn % count);
        put_quoted(writer, value.ptr, value.len);
        return;
    }
    /* What a good value breaks is nothing: the fault, if any, stands elsewhere. */
    unsigned broken = writer->message->broken;
    uint64_t actual = writer->message->actual;
    bool is_made = false;
    if (writer->size == MADE_MOST)
        is_made = put_length(writer, limits, true, max, min, turn);
    else if (writer->size == MADE_ONE)
        is_made = put_length(writer, limits, true, some(limits, min, max), max, turn);
    if (!is_made)
        is_made = put_length(writer, limits, true, min, max, turn);
    writer->message->broken = broken;
    writer->message->actual = actual;
    /* No text can be made, so whatever happens is told by the test. */
    if (!is_made)
        put_quoted(writer, "", 0);
}
