/* SPDX-License-Identifier: Apache-2.0 */
/* Copies a pattern token by token; knows only where escapes and classes begin and end. */
#include "pcre2_spelling.h"

#include <assert.h>
#include <string.h>

/* White space and line terminators of ECMA-262, and everything else, as parts of a class. */
#define SPACES                                                                                     \
    "\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}"     \
    "\\x{feff}"
#define NO_SPACES                                                                                  \
    "\\x{0}-\\x{8}\\x{e}-\\x{1f}!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}"                     \
    "\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}"                 \
    "\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}"

static char spelling[PCRE2_SPELLING_MAX];

static void put(const char *text, size_t len) {
    size_t at = strlen(spelling);
    assert(at + len < sizeof spelling);
    memcpy(spelling + at, text, len);
    spelling[at + len] = '\0';
}

static void put_text(const char *text) {
    put(text, strlen(text));
}

/* An escape whose backslash stands at `at`; gives the place behind it. */
static const char *put_escape(const char *at, int in_class) {
    const char *open = in_class ? "" : "[";
    const char *close = in_class ? "" : "]";
    if (at[1] == 's' || at[1] == 'S') {
        put_text(open);
        put_text(at[1] == 's' ? SPACES : NO_SPACES);
        put_text(close);
    } else if (at[1] == 'v') {
        put_text("\\x{b}");
    } else if (at[1] == 'u' && at[2] != '{') {
        put_text("\\x{");
        put(at + 2, 4);
        put_text("}");
        return at + 6;
    } else if (at[1] == 'u') {
        put_text("\\x");
        return at + 2;
    } else {
        put(at, 2);
    }
    return at + 2;
}

const char *pcre2_spelling(const char *source) {
    int in_class = 0;
    spelling[0] = '\0';
    for (const char *at = source; *at != '\0';) {
        if (*at == '\\') {
            at = put_escape(at, in_class);
            continue;
        }
        if (!in_class && at[0] == '[' && at[1] == ']') {
            /* Nothing, which may be repeated: PCRE2 ignores how often an empty class is wanted. */
            put_text("(?:(?!))");
            at += 2;
            continue;
        }
        if (*at == '.' && !in_class)
            put_text("[^\\n\\r\\x{2028}\\x{2029}]");
        else
            put(at, 1);
        in_class = *at == '[' ? 1 : *at == ']' ? 0 : in_class;
        at++;
    }
    return spelling;
}
