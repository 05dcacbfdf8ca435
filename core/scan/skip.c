/* SPDX-License-Identifier: Apache-2.0 */
/* [I-06] [I-07] A pushdown automaton whose stack is a word: bit i tells whether the bracket at
 * depth i is an object's. It alternates between two states: before a value, and after one. */
#include "scan/skip.h"

#include "anvil/shape.h"
#include "base/port.h"
#include "scan/string.h"
#include "scan/token.h"

ANVIL_COLD_FILE

struct skipper {
    const unsigned char *p;
    const unsigned char *end;
    uint64_t objects;
    struct anvil_raw_string text; /* the last string */
    unsigned depth;
};

static bool is_in_object(const struct skipper *s) {
    return (s->objects >> s->depth & 1) != 0;
}

static enum anvil_status skip_string(struct skipper *s) {
    const unsigned char *begin = s->p + 1;
    enum anvil_status status = anvil_string_scan(begin, begin, s->end, &s->text, &s->p);
    if (status == ANVIL_OK)
        s->p = s->text.end + 1;
    return status;
}

static enum anvil_status skip_scalar(struct skipper *s) {
    switch (*s->p) {
    case '"':
        return skip_string(s);
    case 't':
    case 'f':
    case 'n':
        return anvil_scan_literal(s->p, s->end, &s->p);
    default:
        return begins_value(*s->p) ? anvil_scan_number(s->p, s->end, &s->p) : ANVIL_E_TOKEN;
    }
}

/* The key and the colon before a member's value. */
static enum anvil_status skip_key(struct skipper *s) {
    if (s->p == s->end)
        return ANVIL_E_END;
    if (*s->p != '"')
        return ANVIL_E_TOKEN;
    enum anvil_status status = skip_string(s);
    if (status != ANVIL_OK)
        return status;
    s->p = skip_space(s->p, s->end);
    if (s->p == s->end)
        return ANVIL_E_END;
    if (*s->p != ':')
        return ANVIL_E_TOKEN;
    s->p = skip_space(s->p + 1, s->end);
    return ANVIL_OK;
}

/* One value, or the brackets that open before one. An empty container is a value by itself. */
static enum anvil_status before_value(struct skipper *s, bool *is_complete) {
    if (s->p == s->end)
        return ANVIL_E_END;
    *is_complete = true;
    if (*s->p != '{' && *s->p != '[')
        return skip_scalar(s);
    if (s->depth == ANVIL_DEPTH_MAX)
        return ANVIL_E_DEPTH;
    bool is_object = *s->p == '{';
    s->p = skip_space(s->p + 1, s->end);
    if (s->p != s->end && *s->p == (is_object ? '}' : ']')) {
        s->p++;
        return ANVIL_OK;
    }
    s->depth++;
    s->objects = (s->objects & ~((uint64_t)1 << s->depth)) | (uint64_t)is_object << s->depth;
    *is_complete = false;
    return is_object ? skip_key(s) : ANVIL_OK;
}

/* A comma, which leads to the next value, or the closing bracket, which completes one more. */
static enum anvil_status after_value(struct skipper *s, bool *is_complete) {
    s->p = skip_space(s->p, s->end);
    if (s->p == s->end)
        return ANVIL_E_END;
    *is_complete = *s->p == (is_in_object(s) ? '}' : ']');
    if (*is_complete) {
        s->p++;
        s->depth--;
        return ANVIL_OK;
    }
    if (*s->p != ',')
        return ANVIL_E_TOKEN;
    s->p = skip_space(s->p + 1, s->end);
    return is_in_object(s) ? skip_key(s) : ANVIL_OK;
}

enum anvil_status anvil_skip_value(const unsigned char *p, const unsigned char *end, unsigned depth,
                                   const unsigned char **next) {
    struct skipper s = {p, end, 0, {NULL, NULL, false}, depth};
    bool is_complete = false;
    enum anvil_status status = before_value(&s, &is_complete);
    while (status == ANVIL_OK && (!is_complete || s.depth != depth))
        status = is_complete ? after_value(&s, &is_complete) : before_value(&s, &is_complete);
    *next = s.p;
    return status;
}
