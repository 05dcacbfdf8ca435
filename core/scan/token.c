/* SPDX-License-Identifier: Apache-2.0 */
/* Literals and numbers, by their grammar and nothing more: no value is computed here. */
#include "scan/token.h"

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

static bool is_digit(const unsigned char *p, const unsigned char *end) {
    return p != end && *p >= '0' && *p <= '9';
}

/* One digit or more. NULL when there is none. */
static const unsigned char *skip_digits(const unsigned char *p, const unsigned char *end) {
    if (!is_digit(p, end))
        return NULL;
    while (is_digit(p, end))
        p++;
    return p;
}

/* [R-003] -? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)? */
enum anvil_status anvil_scan_number(const unsigned char *p, const unsigned char *end,
                                    const unsigned char **next) {
    const unsigned char *after = NULL;
    if (*p == '-')
        p++;
    bool has_leading_zero = p != end && *p == '0';
    after = has_leading_zero ? p + 1 : skip_digits(p, end);
    if (after != NULL && has_leading_zero && is_digit(after, end)) {
        *next = after;
        return ANVIL_E_NUMBER;
    }
    if (after != NULL && after != end && *after == '.') {
        p = after + 1;
        after = skip_digits(p, end);
    }
    if (after != NULL && after != end && (*after == 'e' || *after == 'E')) {
        p = after + 1;
        if (p != end && (*p == '+' || *p == '-'))
            p++;
        after = skip_digits(p, end);
    }
    *next = after != NULL ? after : p;
    if (after == NULL)
        return p == end ? ANVIL_E_END : ANVIL_E_NUMBER;
    return ANVIL_OK;
}
