/* SPDX-License-Identifier: Apache-2.0 */
/* Escapes are decoded by one function, read_escape(), for validation, unescaping and comparison
 * alike, so that the three cannot disagree. */
#include "scan/string.h"

#include "base/port.h"
#include "scan/kernel.h"
#include "text/utf8.h"

ANVIL_COLD_FILE

/* One decoded escape: its code point and the bytes it takes, or what is wrong with it. */
struct escape {
    enum anvil_status status;
    uint32_t code_point;
    size_t raw_bytes;
};

static int hex_digit(unsigned char byte) {
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    if (byte >= 'A' && byte <= 'F')
        return byte - 'A' + 10;
    if (byte >= 'a' && byte <= 'f')
        return byte - 'a' + 10;
    return -1;
}

/* The four digits of "\uXXXX" at p. False when there are not four; the text may end before. */
static bool read_hex4(const unsigned char *p, const unsigned char *end, uint32_t *unit) {
    if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
        return false;
    uint32_t value = 0;
    for (size_t i = 2; i < 6; i++) {
        int digit = hex_digit(p[i]);
        if (digit < 0)
            return false;
        value = value << 4 | (uint32_t)digit;
    }
    *unit = value;
    return true;
}

static struct escape read_unicode(const unsigned char *p, const unsigned char *end) {
    struct escape escape = {ANVIL_E_ESCAPE, 0, 6};
    uint32_t high = 0;
    uint32_t low = 0;
    if (!read_hex4(p, end, &high))
        return escape;
    escape.status = ANVIL_OK;
    escape.code_point = high;
    if (high < 0xD800 || high > 0xDFFF)
        return escape;
    /* a pair combines; half a pair is an error at its own backslash */
    escape.status = ANVIL_E_SURROGATE;
    if (high > 0xDBFF || !read_hex4(p + 6, end, &low) || low < 0xDC00 || low > 0xDFFF)
        return escape;
    escape.status = ANVIL_OK;
    escape.code_point = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
    escape.raw_bytes = 12;
    return escape;
}

/* The escape whose backslash stands at p. */
static struct escape read_escape(const unsigned char *p, const unsigned char *end) {
    static const char LETTERS[] = "\"\\/bfnrt";
    static const char MEANINGS[] = "\"\\/\b\f\n\r\t";
    struct escape escape = {ANVIL_E_ESCAPE, 0, 2};
    if (end - p < 2)
        return escape;
    if (p[1] == 'u')
        return read_unicode(p, end);
    size_t i = 0;
    while (i < sizeof LETTERS - 1 && p[1] != (unsigned char)LETTERS[i])
        i++;
    if (i == sizeof LETTERS - 1)
        return escape;
    escape.status = ANVIL_OK;
    escape.code_point = (unsigned char)MEANINGS[i];
    return escape;
}

/* Tells whether the text ends inside a "\uXXXX" that begins at p: cut off rather than wrong. */
static bool ends_inside_hex4(const unsigned char *p, const unsigned char *end) {
    if (end - p >= 6 || (end != p && p[0] != '\\') || (end - p >= 2 && p[1] != 'u'))
        return false;
    for (ptrdiff_t i = 2; i < end - p; i++)
        if (hex_digit(p[i]) < 0)
            return false;
    return true;
}

/* The same for the whole escape at p, of which the second half of a surrogate pair is part. */
static ANVIL_COLD bool is_cut_off(const unsigned char *p, const unsigned char *end,
                                  enum anvil_status status) {
    if (status != ANVIL_E_SURROGATE)
        return ends_inside_hex4(p, end);
    uint32_t high = 0;
    return read_hex4(p, end, &high) && high <= 0xDBFF && ends_inside_hex4(p + 6, end);
}

enum anvil_status anvil_string_scan(const unsigned char *begin, const unsigned char *from,
                                    const unsigned char *end, struct anvil_raw_string *out,
                                    const unsigned char **at) {
    anvil_span *span = anvil_spans[anvil_kernel()];
    const unsigned char *p = from;
    bool is_escaped = false;
    for (;;) {
        p = span(p, end, &anvil_plain_run.set);
        if (p == end)
            break;
        if (*p == '"') {
            out->begin = begin;
            out->end = p;
            out->is_escaped = is_escaped;
            return ANVIL_OK;
        }
        *at = p;
        if (*p < 0x20)
            return ANVIL_E_CONTROL;
        if (*p == '\\') {
            struct escape escape = read_escape(p, end);
            if (escape.status != ANVIL_OK) {
                if (!is_cut_off(p, end, escape.status))
                    return escape.status;
                break;
            }
            is_escaped = true;
            p += escape.raw_bytes;
        }
        for (*at = p; p != end && *p >= 0x80; *at = p) {
            size_t sequence = anvil_utf8_sequence(p, end);
            if (sequence == 0)
                return ANVIL_E_UTF8;
            p += sequence;
        }
    }
    *at = end;
    return ANVIL_E_END;
}

size_t anvil_string_next(const struct anvil_raw_string *raw, const unsigned char **p,
                         char piece[4]) {
    if (**p != '\\') {
        piece[0] = (char)*(*p)++;
        return 1;
    }
    struct escape escape = read_escape(*p, raw->end);
    *p += escape.raw_bytes;
    return anvil_utf8_write(escape.code_point, piece);
}

size_t anvil_string_unescape(const struct anvil_raw_string *raw, char *out) {
    size_t written = 0;
    for (const unsigned char *p = raw->begin; p != raw->end;) {
        const unsigned char *escape = memchr(p, '\\', (size_t)(raw->end - p));
        size_t plain = (size_t)((escape != NULL ? escape : raw->end) - p);
        memcpy(out + written, p, plain);
        written += plain;
        p += plain;
        if (escape == NULL)
            break;
        /* Into a piece first: the last escapes of a text leave less than four bytes of room. */
        char piece[4];
        size_t bytes = anvil_string_next(raw, &p, piece);
        memcpy(out + written, piece, bytes);
        written += bytes;
    }
    return written;
}

bool anvil_string_is(const struct anvil_raw_string *raw, struct anvil_str text) {
    size_t matched = 0;
    for (const unsigned char *p = raw->begin; p != raw->end;) {
        char piece[4];
        size_t bytes = anvil_string_next(raw, &p, piece);
        if (bytes > text.len - matched || memcmp(piece, text.ptr + matched, bytes) != 0)
            return false;
        matched += bytes;
    }
    return matched == text.len;
}
