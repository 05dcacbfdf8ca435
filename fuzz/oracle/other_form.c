/* SPDX-License-Identifier: Apache-2.0 */
/* Believes that its input is JSON, and looks no closer than that. Recursion is bounded by the depth
 * that the engine allows and by the number of members of an object. */
#include "other_form.h"

#include <string.h>

struct form {
    const char *p;
    const char *end;
    char *out;
    size_t len;
    bool reverses;
};

static void put_space(struct form *form) {
    static const char SPACES[] = " \n\t\r";
    form->out[form->len] = SPACES[form->len % 4];
    form->len++;
}

static void put(struct form *form, const char *bytes, size_t count) {
    memcpy(form->out + form->len, bytes, count);
    form->len += count;
}

static void skip_space_here(struct form *form) {
    while (form->p != form->end && memchr(" \n\t\r", *form->p, 4) != NULL)
        form->p++;
}

/* A string, a number or a literal: everything up to what cannot belong to it. */
static void skip_token(struct form *form) {
    if (*form->p != '"') {
        while (form->p != form->end && memchr(",]}: \n\t\r", *form->p, 8) == NULL)
            form->p++;
        return;
    }
    for (form->p++; *form->p != '"'; form->p++)
        form->p += *form->p == '\\';
    form->p++;
}

static void skip_whole_value(struct form *form) {
    size_t depth = 0;
    do {
        char byte = *form->p;
        if (byte == '{' || byte == '[')
            depth++;
        if (byte == '}' || byte == ']')
            depth--;
        if (memchr("{}[],: \n\t\r", byte, 10) != NULL)
            form->p++;
        else
            skip_token(form);
    } while (depth != 0);
}

static void write_value(struct form *form);

/* A string, a number or a literal, as it stands. */
static void write_token(struct form *form) {
    const char *begin = form->p;
    skip_token(form);
    put(form, begin, (size_t)(form->p - begin));
}

static void write_member(struct form *form) {
    write_token(form);
    skip_space_here(form);
    form->p++;
    put(form, ":", 1);
    put_space(form);
    skip_space_here(form);
    write_value(form);
}

/* The members from here to the end of the object, the last one first. */
static void write_reversed(struct form *form) {
    const char *begin = form->p;
    skip_token(form);
    skip_space_here(form);
    form->p++;
    skip_space_here(form);
    skip_whole_value(form);
    skip_space_here(form);
    if (*form->p == ',') {
        form->p++;
        skip_space_here(form);
        write_reversed(form);
        put(form, ",", 1);
    }
    const char *behind = form->p;
    form->p = begin;
    write_member(form);
    form->p = behind;
}

static void write_in_order(struct form *form, bool is_object) {
    for (;;) {
        if (is_object)
            write_member(form);
        else
            write_value(form);
        skip_space_here(form);
        if (*form->p != ',')
            return;
        put(form, ",", 1);
        put_space(form);
        form->p++;
        skip_space_here(form);
    }
}

static void write_value(struct form *form) {
    char open = *form->p;
    if (open != '{' && open != '[') {
        write_token(form);
        return;
    }
    put(form, form->p++, 1);
    skip_space_here(form);
    if (*form->p != '}' && *form->p != ']') {
        if (open == '{' && form->reverses)
            write_reversed(form);
        else
            write_in_order(form, open == '{');
    }
    put(form, form->p++, 1);
}

size_t other_form(struct anvil_str json, bool reverses, char *out) {
    struct form form = {json.ptr, json.ptr + json.len, out, 0, reverses};
    put_space(&form);
    skip_space_here(&form);
    write_value(&form);
    put_space(&form);
    return form.len;
}
