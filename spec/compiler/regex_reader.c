/* SPDX-License-Identifier: Apache-2.0 */
/* Code points, escapes and classes of a pattern. Knows ECMA-262's spelling; builds no tree. */
#include "regex_reader.h"

#include <string.h>

/* The pattern came out of a JSON reader, so it is good UTF-8. */
static uint32_t decode_at(const char *text, size_t *bytes) {
    const unsigned char *at = (const unsigned char *)text;
    uint32_t code = at[0];
    size_t len = code < 0x80 ? 1 : code < 0xE0 ? 2 : code < 0xF0 ? 3 : 4;
    if (len > 1)
        code &= 0x7Fu >> len;
    for (size_t i = 1; i < len; i++)
        code = code << 6 | (at[i] & 0x3Fu);
    *bytes = len;
    return code;
}

uint32_t regex_peek(const struct regex_reader *reader) {
    size_t bytes;
    if (reader->pattern[reader->at] == '\0')
        return REGEX_AT_END;
    return decode_at(reader->pattern + reader->at, &bytes);
}

uint32_t regex_take(struct regex_reader *reader) {
    size_t bytes;
    uint32_t code;
    if (reader->pattern[reader->at] == '\0')
        return REGEX_AT_END;
    code = decode_at(reader->pattern + reader->at, &bytes);
    reader->at += bytes;
    return code;
}

bool regex_skip(struct regex_reader *reader, char code) {
    if (reader->pattern[reader->at] != code || code == '\0')
        return false;
    reader->at++;
    return true;
}

bool regex_fail(struct regex_reader *reader, size_t at, const char *reason) {
    size_t column = 1;
    for (size_t i = 0; i < at; i++)
        column += ((unsigned char)reader->pattern[i] & 0xC0) != 0x80;
    return spec_fail(reader->spec, reader->shape, "pattern, column %zu: %s: %s", column, reason,
                     reader->pattern);
}

static int hex_value(uint32_t code) {
    if (code >= '0' && code <= '9')
        return (int)code - '0';
    if (code >= 'a' && code <= 'f')
        return (int)code - 'a' + 10;
    if (code >= 'A' && code <= 'F')
        return (int)code - 'A' + 10;
    return -1;
}

/* Reads exactly `digits` hexadecimal digits, or up to a closing brace when `digits` is 0. */
static bool read_hex(struct regex_reader *reader, unsigned digits, uint32_t *out) {
    size_t start = reader->at;
    uint32_t value = 0;
    unsigned read = 0;
    while (digits == 0 ? regex_peek(reader) != '}' : read < digits) {
        int digit = hex_value(regex_peek(reader));
        if (digit < 0 || read == 6)
            return regex_fail(reader, start, "a code point in hexadecimal digits is expected");
        value = value << 4 | (uint32_t)digit;
        reader->at++;
        read++;
    }
    if (read == 0 || value > CODE_POINT_MAX || (value >= 0xD800 && value <= 0xDFFF))
        return regex_fail(reader, start, "no such code point");
    *out = value;
    return true;
}

/* After \u: four digits, or digits in braces. */
static bool read_unicode(struct regex_reader *reader, uint32_t *out) {
    if (regex_skip(reader, '{'))
        return read_hex(reader, 0, out) && regex_skip(reader, '}');
    return read_hex(reader, 4, out);
}

static bool is_named_class(uint32_t code, enum code_class *name, bool *inverted) {
    static const char letters[] = "dDwWsS";
    const char *found = code != 0 && code < 0x80 ? strchr(letters, (int)code) : NULL;
    if (found == NULL)
        return false;
    *name = (enum code_class)((found - letters) / 2);
    *inverted = (found - letters) % 2 == 1;
    return true;
}

/* The escapes that ECMA-262 has and the compiler refuses, with the reason. */
static const char *refused_escape(uint32_t code, bool in_class) {
    if (code >= '1' && code <= '9')
        return "a back-reference is not supported";
    if (code == 'k')
        return "a back-reference is not supported";
    if (code == 'p' || code == 'P')
        return "a Unicode property is not supported";
    if ((code == 'b' && !in_class) || code == 'B')
        return "a word boundary is not supported";
    return "ECMA-262 has no such escape";
}

/* One code point behind a backslash. */
static bool read_single(struct regex_reader *reader, size_t start, uint32_t code, bool in_class,
                        uint32_t *single) {
    static const char letters[] = "fnrtv";
    static const char controls[] = "\f\n\r\t\v";
    const char *found = code != 0 && code < 0x80 ? strchr(letters, (int)code) : NULL;
    uint32_t next = regex_peek(reader);
    if (found != NULL) {
        *single = (unsigned char)controls[found - letters];
    } else if (code == 'b' && in_class) {
        *single = 0x08;
    } else if (code == '0' && !(next >= '0' && next <= '9')) {
        *single = 0;
    } else if (code == 'c' && ((next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z'))) {
        *single = regex_take(reader) & 0x1F;
    } else if (code == 'x') {
        return read_hex(reader, 2, single);
    } else if (code == 'u') {
        return read_unicode(reader, single);
    } else if (code > 0x20 && code < 0x7F && hex_value(code) < 0 && code != '_' &&
               !((code | 0x20) >= 'a' && (code | 0x20) <= 'z')) {
        *single = code;
    } else {
        return regex_fail(reader, start, refused_escape(code, in_class));
    }
    return true;
}

bool regex_escape(struct regex_reader *reader, bool in_class, struct code_set *set,
                  uint32_t *single) {
    size_t start = reader->at - 1;
    uint32_t code = regex_take(reader);
    enum code_class name;
    bool inverted;
    *single = REGEX_AT_END;
    if (is_named_class(code, &name, &inverted))
        return code_set_add_class(reader->spec, set, name, inverted);
    return read_single(reader, start, code, in_class, single) &&
           code_set_add(reader->spec, set, *single, *single);
}

/* One end of a range, or a class by name. */
static bool read_class_atom(struct regex_reader *reader, struct code_set *set, uint32_t *single) {
    size_t start = reader->at;
    uint32_t code = regex_take(reader);
    if (code == REGEX_AT_END)
        return regex_fail(reader, start, "the class is not closed");
    if (code == '\\')
        return regex_escape(reader, true, set, single);
    if (code == '[' && strchr(":.=", reader->pattern[reader->at]) != NULL)
        return regex_fail(reader, start, "engines disagree on this bracket, escape it");
    *single = code;
    return code_set_add(reader->spec, set, code, code);
}

bool regex_class(struct regex_reader *reader, struct code_set *set) {
    bool inverted = regex_skip(reader, '^');
    while (!regex_skip(reader, ']')) {
        size_t start = reader->at;
        uint32_t first;
        uint32_t last;
        if (!read_class_atom(reader, set, &first))
            return false;
        if (regex_peek(reader) != '-' || reader->pattern[reader->at + 1] == ']')
            continue;
        reader->at++;
        if (!read_class_atom(reader, set, &last))
            return false;
        if (first == REGEX_AT_END || last == REGEX_AT_END)
            return regex_fail(reader, start, "a class cannot be the end of a range");
        if (first > last)
            return regex_fail(reader, start, "the range is out of order");
        if (!code_set_add(reader->spec, set, first, last))
            return false;
    }
    return code_set_finish(reader->spec, set, inverted);
}
