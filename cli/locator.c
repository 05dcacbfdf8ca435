/* SPDX-License-Identifier: Apache-2.0 */
/* A walk over text that is known to be JSON: it decides where to go, not whether it may. */
#include "locator.h"

#include "characters.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct cursor {
    struct anvil_str text;
    size_t at;
};

static char peek(const struct cursor *cursor) {
    return cursor->at < cursor->text.len ? cursor->text.ptr[cursor->at] : '\0';
}

/* White space, commas and colons stand between what is looked for. */
static void pass_gap(struct cursor *cursor) {
    while (cursor->at < cursor->text.len && strchr(" \t\r\n,:", cursor->text.ptr[cursor->at]))
        cursor->at++;
}

static void pass_string(struct cursor *cursor) {
    cursor->at++;
    while (cursor->at < cursor->text.len && peek(cursor) != '"')
        cursor->at += peek(cursor) == '\\' ? 2 : 1;
    cursor->at++;
}

static void pass_value(struct cursor *cursor) {
    size_t depth = 0;

    do {
        pass_gap(cursor);
        char byte = peek(cursor);
        if (byte == '"') {
            pass_string(cursor);
        } else if (byte == '{' || byte == '[') {
            depth++;
            cursor->at++;
        } else if (byte == '}' || byte == ']') {
            depth--;
            cursor->at++;
        } else {
            while (cursor->at < cursor->text.len &&
                   strchr(" \t\r\n,:]}", cursor->text.ptr[cursor->at]) == NULL)
                cursor->at++;
        }
    } while (depth > 0 && cursor->at < cursor->text.len);
}

/* The code unit of \uXXXX at `at`. */
static unsigned long code_unit(const struct cursor *cursor, size_t at) {
    char digits[5] = "";
    if (at + 6 <= cursor->text.len)
        memcpy(digits, cursor->text.ptr + at + 2, 4);
    return strtoul(digits, NULL, 16);
}

/* Whether the key at the cursor, escapes and all, is `name`. Names of models are ASCII without
 * anything that has to be escaped, so no other escape can stand for one of their characters. */
static bool is_key(const struct cursor *cursor, struct anvil_str name) {
    size_t at = cursor->at + 1;

    for (size_t i = 0; i < name.len; i++) {
        bool is_escape = cursor->text.ptr[at] == '\\' && cursor->text.ptr[at + 1] == 'u';
        unsigned long unit =
            is_escape ? code_unit(cursor, at) : (unsigned char)cursor->text.ptr[at];
        if (unit != (unsigned char)name.ptr[i])
            return false;
        at += is_escape ? 6 : 1;
    }
    return cursor->text.ptr[at] == '"';
}

/* Moves into the object at the cursor, to the value of a name. False when it has none. */
static bool enter_object(struct cursor *cursor, struct anvil_str name) {
    size_t found = 0;

    cursor->at++;
    for (pass_gap(cursor); peek(cursor) == '"'; pass_gap(cursor)) {
        bool is_it = is_key(cursor, name);
        pass_string(cursor);
        pass_gap(cursor);
        if (is_it)
            found = cursor->at;
        pass_value(cursor);
    }
    cursor->at = found;
    return found != 0;
}

/* Moves into the array at the cursor, to an item. */
static bool enter_array(struct cursor *cursor, struct anvil_str index) {
    size_t left = 0;

    for (size_t i = 0; i < index.len; i++)
        left = left * 10 + (size_t)(index.ptr[i] - '0');
    cursor->at++;
    for (pass_gap(cursor); left > 0 && peek(cursor) != ']' && peek(cursor) != '\0'; left--) {
        pass_value(cursor);
        pass_gap(cursor);
    }
    return left == 0;
}

size_t cli_locate(struct anvil_str text, const struct anvil_str *path, size_t steps) {
    struct cursor cursor = {text, 0};

    pass_gap(&cursor);
    for (size_t i = 0; i < steps; i++) {
        size_t here = cursor.at;
        bool is_there = peek(&cursor) == '{'   ? enter_object(&cursor, path[i])
                        : peek(&cursor) == '[' ? enter_array(&cursor, path[i])
                                               : false;
        if (!is_there)
            return here;
    }
    return cursor.at;
}
