/* SPDX-License-Identifier: Apache-2.0 */
/* Prints a dictionary for libFuzzer and AFL++: the names of all members, the values of all enums,
 * and the marks and escapes of JSON. The syntax is what both read: `"token"` with \\, \" and \xNN;
 * libFuzzer ends at the first line that it does not understand. */
#include "coverage/model_places.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* More than there are words. */
#define WORDS_MAX 16384

static struct anvil_str words[WORDS_MAX];
static size_t word_count;

static void add(struct anvil_str word) {
    /* libFuzzer takes at most 64 bytes, quotes included. */
    if (word.len != 0 && word.len <= 62 && word_count < WORDS_MAX)
        words[word_count++] = word;
}

static int compare(const void *a, const void *b) {
    const struct anvil_str *left = a;
    const struct anvil_str *right = b;
    int order = memcmp(left->ptr, right->ptr, left->len < right->len ? left->len : right->len);
    return order != 0 ? order : (left->len > right->len) - (left->len < right->len);
}

static void print(struct anvil_str word, const char *quote) {
    printf("\"%s", quote);
    for (size_t i = 0; i < word.len; i++) {
        unsigned char byte = (unsigned char)word.ptr[i];
        if (byte == '"' || byte == '\\')
            printf("\\%c", byte);
        else if (byte < 0x20 || byte > 0x7E)
            printf("\\x%02X", byte);
        else
            putchar(byte);
    }
    printf("%s\"\n", quote);
}

static void print_json(void) {
    static const char *const TOKENS[] = {"{",
                                         "}",
                                         "[",
                                         "]",
                                         ":",
                                         ",",
                                         "true",
                                         "false",
                                         "null",
                                         "{}",
                                         "[]",
                                         "\"\"",
                                         "\\\"",
                                         "\\\\",
                                         "\\/",
                                         "\\n",
                                         "\\u0000",
                                         "\\u0022",
                                         "\\ud83d",
                                         "\\ude00",
                                         "\\ud83d\\ude00",
                                         "1e400",
                                         "-0",
                                         "1E-1",
                                         "9223372036854775807",
                                         "9223372036854775808",
                                         "-9223372036854775808",
                                         "\xc3\xa9",
                                         "\xe2\x82\xac",
                                         "\xf0\x9f\x98\x80",
                                         "\xed\xa0\x80",
                                         "\xef\xbb\xbf",
                                         "arn:aws:sms-voice:",
                                         "arn:aws:sms-voice:us-east-1:123456789012:pool/pool-1",
                                         ":123456789012:",
                                         "1234567890123"};
    puts("# JSON");
    for (size_t i = 0; i < sizeof TOKENS / sizeof *TOKENS; i++)
        print(anvil_str_of(TOKENS[i], strlen(TOKENS[i])), "");
}

int main(void) {
    const struct model_places *all = model_places();
    for (size_t i = 0; i < all->place_count; i++) {
        const struct anvil_member *member = all->places[i].member;
        const struct anvil_enum *values = member->limits != NULL ? member->limits->values : NULL;
        add(anvil_member_name(member));
        for (size_t j = 0; values != NULL && j < values->count; j++)
            add(anvil_enum_value(values, j));
    }
    qsort(words, word_count, sizeof *words, compare);
    print_json();
    puts("# The model: members and enum values");
    for (size_t i = 0; i < word_count; i++)
        if (i == 0 || compare(&words[i - 1], &words[i]) != 0)
            print(words[i], "\\\"");
    return fflush(stdout) == 0 ? 0 : 1;
}
