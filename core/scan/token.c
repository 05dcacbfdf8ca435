/* SPDX-License-Identifier: Apache-2.0 */
/* White space, literals and numbers, by their grammar and nothing more: no value is computed here.
 */
#include "scan/token.h"

ANVIL_COLD_FILE

const unsigned char *anvil_skip_space(const unsigned char *p, const unsigned char *end) {
    while (p != end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
        p++;
    return p;
}

/* */
enum anvil_status anvil_scan_literal(const unsigned char *p, const unsigned char *end,
                                     const unsigned char **next) {
    const char *word = *p == 't' ? "true" : *p == 'f' ? "false" : "null";
    while (*word != '\0') {
        *next = p;
        if (p == end)
            return ANVIL_E_END;
        if (*p++ != (unsigned char)*word++)
            return ANVIL_E_TOKEN;
    }
    *next = p;
    return ANVIL_OK;
}

/* Moves *p behind one digit or more. False when there is none. */
static bool take_digits(const unsigned char **p, const unsigned char *end) {
    const unsigned char *first = *p;
    while (*p != end && **p >= '0' && **p <= '9')
        ++*p;
    return *p != first;
}

/* Moves *p behind the byte that stands there. False when it is none of the two. */
static bool take_one_of(const unsigned char **p, const unsigned char *end, char a, char b) {
    if (*p == end || (**p != (unsigned char)a && **p != (unsigned char)b))
        return false;
    ++*p;
    return true;
}

/* [R-003] -? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)? */
enum anvil_status anvil_scan_number(const unsigned char *p, const unsigned char *end,
                                    const unsigned char **next) {
    (void)take_one_of(&p, end, '-', '-');
    const unsigned char *first = p;
    bool is_good = take_digits(&p, end);
    if (is_good && *first == '0' && p - first > 1) {
        *next = first + 1;
        return ANVIL_E_NUMBER;
    }
    if (is_good && take_one_of(&p, end, '.', '.'))
        is_good = take_digits(&p, end);
    if (is_good && take_one_of(&p, end, 'e', 'E')) {
        (void)take_one_of(&p, end, '+', '-');
        is_good = take_digits(&p, end);
    }
    *next = p;
    if (is_good)
        return ANVIL_OK;
    return p == end ? ANVIL_E_END : ANVIL_E_NUMBER;
}
