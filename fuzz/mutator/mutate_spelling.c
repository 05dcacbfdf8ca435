/* SPDX-License-Identifier: Apache-2.0 */
/* Mutations of numbers, words, white space and single bytes. */
#include "mutator/mutations.h"

#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))
#define PICK(draft, array) ((array)[dice_below(&(draft)->dice, COUNT_OF(array))])

/* Every form of a number, good and bad, and the bounds of every type. */
static const char *const NUMBERS[] = {"0",
                                      "-0",
                                      "1",
                                      "-1",
                                      "00",
                                      "01",
                                      "-",
                                      "+1",
                                      "1.",
                                      ".5",
                                      "1e",
                                      "1e+",
                                      "0.0",
                                      "-0.0",
                                      "1e0",
                                      "1E-1",
                                      "10e-1",
                                      "1e400",
                                      "1e-400",
                                      "127",
                                      "128",
                                      "-128",
                                      "-129",
                                      "255",
                                      "256",
                                      "32767",
                                      "32768",
                                      "-32769",
                                      "2147483647",
                                      "2147483648",
                                      "-2147483648",
                                      "-2147483649",
                                      "4294967296",
                                      "9007199254740993",
                                      "9223372036854775807",
                                      "9223372036854775808",
                                      "-9223372036854775808",
                                      "-9223372036854775809",
                                      "18446744073709551616",
                                      "1.7976931348623157e308",
                                      "1.7976931348623159e308",
                                      "2.2250738585072011e-308",
                                      "4.9406564584124654e-324",
                                      "3.4028236e38",
                                      "946845296.123",
                                      "253402300799.999999999",
                                      "253402300800",
                                      "-62135596800",
                                      "-62135596801",
                                      "1e9",
                                      "NaN",
                                      "\"NaN\"",
                                      "\"Infinity\"",
                                      "\"-Infinity\""};

bool mutate_number(struct draft *draft) {
    /* Behind a number, the same in another form, or no number any more. */
    static const char *const TAILS[] = {"0", ".0", ".5", "e0", "E+0", "e1", "e-1", ".", "e", "x"};
    const struct piece *number = draft_pick(draft, PICK_NUMBERS);
    const struct piece *value = number != NULL ? number : draft_pick(draft, PICK_VALUES);
    if (value == NULL)
        return false;
    if (number != NULL && dice_hits(&draft->dice, 3))
        return draft_replace_text(draft, number->end, number->end, PICK(draft, TAILS));
    return draft_replace_text(draft, value->begin, value->end, PICK(draft, NUMBERS));
}

bool mutate_space(struct draft *draft) {
    static const char *const SPACES[] = {" ",  "\t",    "\n",        "\r",
                                         "  ", " \r\n", "         ", "\n\t                        ",
                                         "\v", "\f",    "\xc2\xa0",  "\xef\xbb\xbf"};
    const struct piece *piece = draft_pick(draft, PICK_VALUES | PICK_KEYS);
    if (piece == NULL)
        return false;
    size_t at = dice_hits(&draft->dice, 2) ? piece->begin : piece->end;
    return draft_replace_text(draft, at, at, PICK(draft, SPACES));
}

bool mutate_word(struct draft *draft) {
    static const char *const WORDS[] = {"true",        "false",    "null", "True", "nul",
                                        "nulls",       "\"\"",     "{}",   "[]",   "[null]",
                                        "{\"\":null}", "\"true\"", "tru",  "fals"};
    const struct piece *piece = draft_pick(draft, PICK_VALUES);
    return piece != NULL && draft_replace_text(draft, piece->begin, piece->end, PICK(draft, WORDS));
}

bool mutate_bytes(struct draft *draft) {
    static const char BYTES[] = "\"\\{}[]:,/u0 \x1f\x7f\x80\xbf\xc2\xe0\xed\xf0\xf4\xff\t\n-+.eE@`";
    if (draft->len == 0)
        return false;
    size_t at = dice_below(&draft->dice, draft->len);
    unsigned char byte = (unsigned char)PICK(draft, BYTES);
    struct snippet one = {&byte, 1};
    switch (dice_below(&draft->dice, 4)) {
    case 0:
        draft->bytes[at] ^= (unsigned char)(1u << dice_below(&draft->dice, 8));
        return true;
    case 1:
        draft->bytes[at] = byte;
        return true;
    case 2:
        return draft_replace(draft, at, at, one);
    default:
        return draft_replace_text(draft, at, at + 1, "");
    }
}

bool mutate_cut(struct draft *draft) {
    static const char *const TAILS[] = {" ", "}", "]", "{}", ",", "0", "\n", "\"", "null"};
    const struct piece *piece = draft_pick(draft, PICK_VALUES | PICK_KEYS);
    if (piece == NULL)
        return false;
    if (dice_hits(&draft->dice, 3))
        return draft_replace_text(draft, draft->len, draft->len, PICK(draft, TAILS));
    size_t len = piece->end - piece->begin;
    draft->len = piece->begin + dice_below(&draft->dice, len + 1);
    return true;
}
