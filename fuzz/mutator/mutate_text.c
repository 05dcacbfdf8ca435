/* SPDX-License-Identifier: Apache-2.0 */
/* Mutations inside strings, keys included: how a character is spelt, and how many there are. */
#include "mutator/mutations.h"

#include <stdio.h>
#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* A string or a key, and a place inside its quotes. */
static const struct piece *pick_string(struct draft *draft, size_t *at) {
    const struct piece *piece =
        draft_pick(draft, dice_hits(&draft->dice, 4) ? PICK_KEYS : PICK_STRINGS);
    if (piece == NULL || piece->end - piece->begin < 2)
        return NULL;
    *at = piece->begin + 1 + dice_below(&draft->dice, piece->end - piece->begin - 1);
    return piece;
}

/* The code point at `at` and the bytes it takes; 0 bytes when there is none. */
static size_t read_utf8(const struct draft *draft, size_t at, size_t end, unsigned *code_point) {
    unsigned first = draft->bytes[at];
    size_t len = first < 0x80 ? 1 : first < 0xC0 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (len == 0 || end - at < len)
        return 0;
    *code_point = len == 1 ? first : first & (0x7Fu >> len);
    for (size_t i = 1; i < len; i++)
        *code_point = *code_point << 6 | (draft->bytes[at + i] & 0x3Fu);
    return len;
}

static void spell(char *out, size_t room, unsigned code_point, bool is_upper) {
    const char *format = is_upper ? "\\u%04X" : "\\u%04x";
    const char *pair = is_upper ? "\\u%04X\\u%04X" : "\\u%04x\\u%04x";
    /* The format is one of the four above. */
    if (code_point < 0x10000)
        snprintf(out, room, format, code_point);
    else
        snprintf(out, room, pair, 0xD800 + ((code_point - 0x10000) >> 10 & 0x3FF),
                 0xDC00 + (code_point & 0x3FF));
}

bool mutate_escape(struct draft *draft) {
    size_t at = 0;
    const struct piece *piece = pick_string(draft, &at);
    unsigned code_point = 0;
    if (piece == NULL || at >= piece->end - 1 || draft->bytes[at] == '\\')
        return false;
    size_t len = read_utf8(draft, at, piece->end - 1, &code_point);
    char text[16];
    if (len == 0)
        return false;
    if (code_point == '/' && dice_hits(&draft->dice, 2))
        snprintf(text, sizeof text, "\\/");
    else
        spell(text, sizeof text, code_point, dice_hits(&draft->dice, 2));
    return draft_replace_text(draft, at, at + len, text);
}

/* Escapes and sequences of UTF-8, good ones and every sort of bad one; the neighbours of classes.
 */
static const char *const ODD[] = {"\\\"",
                                  "\\\\",
                                  "\\/",
                                  "\\b",
                                  "\\f",
                                  "\\n",
                                  "\\r",
                                  "\\t",
                                  "\\u0000",
                                  "\\u001f",
                                  "\\u0022",
                                  "\\u005c",
                                  "\\u00e9",
                                  "\\ud83d\\ude00",
                                  "\\uD800\\uDC00",
                                  "\\udbff\\udfff",
                                  "\\ud800",
                                  "\\udc00",
                                  "\\ud800\\ud800",
                                  "\\ud83dx",
                                  "\\ud83d\\n",
                                  "\\ud83d\\u0041",
                                  "\\u12",
                                  "\\u12g4",
                                  "\\x41",
                                  "\\'",
                                  "\\",
                                  "\\u",
                                  "\\uDFFF",
                                  "\\uFFFF",
                                  "\xc3\xa9",
                                  "\xe2\x82\xac",
                                  "\xf0\x9f\x98\x80",
                                  "\xf4\x8f\xbf\xbf",
                                  "\xef\xbf\xbf",
                                  "\xc0\x80",
                                  "\xc1\xbf",
                                  "\xe0\x80\x80",
                                  "\xed\xa0\x80",
                                  "\xf0\x80\x80\x80",
                                  "\xf4\x90\x80\x80",
                                  "\xf8\x88\x80\x80\x80",
                                  "\x80",
                                  "\xc3",
                                  "\xe2\x82",
                                  "\xf0\x9f\x98",
                                  "\xff",
                                  "\x1f",
                                  "\x01",
                                  "\x7f",
                                  "\t",
                                  "\n",
                                  "@",
                                  "[",
                                  "`",
                                  "{",
                                  "/",
                                  ":",
                                  "_",
                                  "-"};

bool mutate_odd_text(struct draft *draft) {
    size_t at = 0;
    const struct piece *piece = pick_string(draft, &at);
    if (piece == NULL)
        return false;
    const char *odd = ODD[dice_below(&draft->dice, COUNT_OF(ODD))];
    bool is_put_over = at < piece->end - 1 && dice_hits(&draft->dice, 2);
    return draft_replace_text(draft, at, at + is_put_over, odd);
}

/* Lengths at the edges of vectors and of common bounds. */
static size_t length_at_a_bound(struct draft *draft) {
    static const size_t BOUNDS[] = {0,  1,  2,  3,  8,   15,  16,  17,  31,  32,
                                    33, 36, 63, 64, 100, 127, 128, 255, 256, 512};
    size_t bound = BOUNDS[dice_below(&draft->dice, COUNT_OF(BOUNDS))];
    size_t step = dice_below(&draft->dice, 3);
    return bound + step > 0 ? bound + step - 1 : 0;
}

bool mutate_length(struct draft *draft) {
    static const char *const UNITS[] = {
        "a", "A", "0", "-", "_", "\xc3\xa9", "\xf0\x9f\x98\x80", "\\u0041", "\\n"};
    size_t at = 0;
    const struct piece *piece = pick_string(draft, &at);
    if (piece == NULL)
        return false;
    size_t wanted = length_at_a_bound(draft);
    size_t inner = piece->end - piece->begin - 2;
    if (wanted < inner)
        return draft_replace_text(draft, piece->begin + 1, piece->end - 1 - wanted, "");
    bool is_unit = inner == 0 || dice_hits(&draft->dice, 2);
    const char *unit = UNITS[dice_below(&draft->dice, COUNT_OF(UNITS))];
    bool is_done = false;
    for (size_t i = inner; i < wanted; i++) {
        /* Else the byte at that place, over and over, which a class that holds it will take. */
        struct snippet same = {draft->bytes + piece->begin + 1, 1};
        size_t end = piece->begin + 1;
        if (!(is_unit ? draft_replace_text(draft, end, end, unit)
                      : draft_replace(draft, end, end, same)))
            break;
        is_done = true;
    }
    return is_done;
}
