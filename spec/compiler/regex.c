/* SPDX-License-Identifier: Apache-2.0 */
/* Parses a pattern into a tree: choices, sequences, quantifiers, groups, anchors. What is not a
 * regular language, or not sure to be one, is refused by name. Laziness is dropped: it changes
 * which text a match covers, never whether there is one. */
#include "regex.h"

#include "regex_reader.h"

#include <string.h>

static struct regex *read_choice(struct regex_reader *reader);

static struct regex *new_node(struct regex_reader *reader, enum regex_type type) {
    struct regex *node = spec_alloc(reader->spec, 1, sizeof *node);
    if (node != NULL)
        node->type = type;
    return node;
}

static bool add_part(struct regex_reader *reader, struct regex *node, struct regex *part) {
    struct regex **slot;
    if (part == NULL)
        return false;
    slot = spec_push(reader->spec, &node->parts, sizeof(struct regex *));
    if (slot == NULL)
        return false;
    *slot = part;
    return true;
}

static struct regex *refuse(struct regex_reader *reader, size_t at, const char *reason) {
    regex_fail(reader, at, reason);
    return NULL;
}

/* After "(?<": the name of a group. */
static bool skip_group_name(struct regex_reader *reader, size_t start) {
    while (regex_peek(reader) != '>') {
        if (regex_take(reader) == REGEX_AT_END)
            return regex_fail(reader, start, "the name of the group is not closed");
    }
    reader->at++;
    return true;
}

/* Behind "(?": what kind of group it is. *look stays NULL for one that only groups. */
static bool read_group_head(struct regex_reader *reader, size_t start, struct regex **look) {
    bool is_behind =
        reader->pattern[reader->at] == '<' &&
        (reader->pattern[reader->at + 1] == '=' || reader->pattern[reader->at + 1] == '!');
    bool is_negative;
    if (regex_skip(reader, ':'))
        return true;
    if (!is_behind && regex_skip(reader, '<'))
        return skip_group_name(reader, start);
    reader->at += is_behind;
    is_negative = regex_peek(reader) == '!';
    if (!regex_skip(reader, '=') && !regex_skip(reader, '!'))
        return regex_fail(reader, start, "ECMA-262 has no such group");
    *look = new_node(reader, is_behind ? REGEX_BEHIND : REGEX_AHEAD);
    if (*look != NULL)
        (*look)->is_negative = is_negative;
    return *look != NULL;
}

/* The opening parenthesis is consumed. */
static struct regex *read_group(struct regex_reader *reader) {
    size_t start = reader->at - 1;
    struct regex *look = NULL;
    struct regex *inside;
    if (regex_skip(reader, '?') && !read_group_head(reader, start, &look))
        return NULL;
    if (++reader->depth > REGEX_DEPTH_MAX)
        return refuse(reader, start, "groups nest too deep");
    reader->behind_depth += look != NULL && look->type == REGEX_BEHIND;
    if (reader->behind_depth > 0 && look != NULL && look->type == REGEX_AHEAD)
        return refuse(reader, start, "a look-ahead inside a look-behind is not supported");
    inside = read_choice(reader);
    if (inside == NULL)
        return NULL;
    reader->depth--;
    reader->behind_depth -= look != NULL && look->type == REGEX_BEHIND;
    if (!regex_skip(reader, ')'))
        return refuse(reader, start, "the group is not closed");
    if (look == NULL)
        return inside;
    return add_part(reader, look, inside) ? look : NULL;
}

static struct regex *read_set(struct regex_reader *reader, uint32_t code) {
    struct regex *node = new_node(reader, REGEX_SET);
    uint32_t single;
    if (node == NULL)
        return NULL;
    if (code == '[')
        return regex_class(reader, &node->set) ? node : NULL;
    if (code == '\\') {
        if (!regex_escape(reader, false, &node->set, &single))
            return NULL;
    } else if (code == '.') {
        if (!code_set_add_class(reader->spec, &node->set, CODE_LINE, true))
            return NULL;
    } else if (!code_set_add(reader->spec, &node->set, code, code)) {
        return NULL;
    }
    return code_set_finish(reader->spec, &node->set, false) ? node : NULL;
}

static struct regex *read_atom(struct regex_reader *reader) {
    size_t start = reader->at;
    uint32_t code = regex_take(reader);
    if (code == '(')
        return read_group(reader);
    if (code == '^')
        return new_node(reader, REGEX_START);
    if (code == '$' && reader->behind_depth > 0)
        return refuse(reader, start, "an end inside a look-behind is not supported");
    if (code == '$')
        return new_node(reader, REGEX_END);
    if (code == '*' || code == '+' || code == '?')
        return refuse(reader, start, "nothing to repeat");
    if (code == '{' || code == '}' || code == ']')
        return refuse(reader, start, "a lone bracket must be escaped");
    return read_set(reader, code);
}

/* Decimal digits; false without one or above REGEX_COUNT_MAX. */
static bool read_count(struct regex_reader *reader, uint32_t *out) {
    uint32_t value = 0;
    size_t start = reader->at;
    while (regex_peek(reader) >= '0' && regex_peek(reader) <= '9') {
        value = value * 10 + (regex_take(reader) - '0');
        if (value > REGEX_COUNT_MAX)
            return regex_fail(reader, start, "the count is too great");
    }
    if (reader->at == start)
        return regex_fail(reader, start, "a count is expected");
    *out = value;
    return true;
}

/* The bounds of a quantifier that begins with `code`, already consumed. */
static bool read_bounds(struct regex_reader *reader, uint32_t code, struct regex *repeat) {
    size_t start = reader->at - 1;
    repeat->min = code == '+' ? 1 : 0;
    repeat->max = code == '?' ? 1 : REGEX_UNBOUNDED;
    if (code != '{')
        return true;
    if (!read_count(reader, &repeat->min))
        return false;
    repeat->max = repeat->min;
    if (regex_skip(reader, ',')) {
        repeat->max = REGEX_UNBOUNDED;
        if (regex_peek(reader) != '}' && !read_count(reader, &repeat->max))
            return false;
    }
    if (!regex_skip(reader, '}'))
        return regex_fail(reader, start, "the quantifier is not closed");
    if (repeat->min > repeat->max)
        return regex_fail(reader, start, "the counts are out of order");
    return true;
}

static struct regex *read_repeat(struct regex_reader *reader) {
    struct regex *atom = read_atom(reader);
    uint32_t code = regex_peek(reader);
    struct regex *repeat;
    if (atom == NULL || (code != '*' && code != '+' && code != '?' && code != '{'))
        return atom;
    if (atom->type >= REGEX_START)
        return refuse(reader, reader->at, "an assertion cannot be repeated");
    reader->at++;
    repeat = new_node(reader, REGEX_REPEAT);
    if (repeat == NULL || !read_bounds(reader, code, repeat) || !add_part(reader, repeat, atom))
        return NULL;
    regex_skip(reader, '?');
    code = regex_peek(reader);
    if (code == '*' || code == '+' || code == '?' || code == '{')
        return refuse(reader, reader->at, "nothing to repeat");
    return repeat;
}

static struct regex *read_sequence(struct regex_reader *reader) {
    struct regex *sequence = new_node(reader, REGEX_SEQUENCE);
    if (sequence == NULL)
        return NULL;
    for (;;) {
        uint32_t code = regex_peek(reader);
        if (code == REGEX_AT_END || code == '|' || code == ')')
            return sequence;
        if (!add_part(reader, sequence, read_repeat(reader)))
            return NULL;
    }
}

static struct regex *read_choice(struct regex_reader *reader) {
    struct regex *choice = new_node(reader, REGEX_CHOICE);
    if (choice == NULL)
        return NULL;
    do {
        if (!add_part(reader, choice, read_sequence(reader)))
            return NULL;
    } while (regex_skip(reader, '|'));
    return choice;
}

struct regex *regex_parse(struct spec *spec, const char *shape, const char *pattern) {
    struct regex_reader reader = {spec, shape, pattern, 0, 0, 0};
    struct regex *tree = read_choice(&reader);
    if (tree != NULL && regex_peek(&reader) != REGEX_AT_END)
        return refuse(&reader, reader.at, "nothing opens this bracket");
    return tree;
}
