/* SPDX-License-Identifier: Apache-2.0 */
/* Spelling only: whether two names collide is asked where they are used. */
#include "c_names.h"

#include <string.h>

static bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Tells whether a new word begins at `name[i]`. */
static bool begins_word(const char *name, size_t i) {
    char before = i == 0 ? '_' : name[i - 1];
    if (!is_upper(name[i]))
        return false;
    return is_lower(before) || is_digit(before) || (is_upper(before) && is_lower(name[i + 1]));
}

char *spec_snake_case(struct spec *spec, const char *name) {
    char *text = spec_alloc(spec, 2 * strlen(name) + 1, 1);
    size_t len = 0;
    if (text == NULL)
        return NULL;
    for (size_t i = 0; name[i] != '\0'; i++) {
        char c = name[i];
        if (begins_word(name, i))
            text[len++] = '_';
        if (is_upper(c))
            c = (char)(c - 'A' + 'a');
        else if (!is_lower(c) && !is_digit(c))
            c = '_';
        text[len++] = c;
    }
    return text;
}

char *spec_upper_case(struct spec *spec, const char *name) {
    char *text = spec_snake_case(spec, name);
    for (size_t i = 0; text != NULL && text[i] != '\0'; i++)
        if (is_lower(text[i]))
            text[i] = (char)(text[i] - 'a' + 'A');
    return text;
}

/* Words of C and C++, and what their headers and compilers define as macros. */
static bool is_keyword(const char *text) {
    static const char keywords[] =
        " alignas alignof and and_eq asm assert auto bitand bitor bool break case catch char class"
        " compl complex const const_cast constexpr continue decltype default delete do double"
        " dynamic_cast else enum errno explicit export extern false float for friend goto i386 if"
        " imaginary inline int linux long mutable namespace new noexcept noreturn not not_eq "
        "nullptr"
        " offsetof operator or or_eq private protected public register reinterpret_cast restrict"
        " return setjmp short signed sizeof static static_assert static_cast stderr stdin stdout"
        " struct switch template this thread_local throw true try typedef typeid typename typeof"
        " union unix unsigned using va_arg va_copy va_end va_start virtual void volatile wchar_t"
        " while xor xor_eq ";
    size_t len = strlen(text);
    for (const char *at = keywords; (at = strstr(at, text)) != NULL; at++)
        if (at[-1] == ' ' && at[len] == ' ')
            return true;
    return false;
}

/* Two underscores in a row belong to the compiler. */
static void join_underscores(char *text) {
    size_t len = 0;
    for (size_t i = 0; text[i] != '\0'; i++)
        if (text[i] != '_' || len == 0 || text[len - 1] != '_')
            text[len++] = text[i];
    text[len] = '\0';
}

char *spec_member_c_name(struct spec *spec, const char *name) {
    char *text = spec_snake_case(spec, name);
    if (text == NULL)
        return NULL;
    join_underscores(text);
    if (is_digit(text[0]))
        return spec_text(spec, "_%s", text);
    return text[0] == '\0' || is_keyword(text) ? spec_text(spec, "%s_", text) : text;
}
