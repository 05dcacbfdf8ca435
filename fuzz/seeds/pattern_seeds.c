/* SPDX-License-Identifier: Apache-2.0 */
/* Texts that the model's patterns take and refuse, and patterns by what they are made of. */
#include "seed_file.h"

#include "model_parts.h"
#include "property/pattern_text.h"

#include <string.h>

static void write_subjects(struct seed *seed, size_t index) {
    static char text[PATTERN_TEXT_MAX * PATTERN_TEXT_BYTES];
    const struct anvil_pattern *pattern = model_pattern(index);
    for (int takes = 0; takes < 2; takes++) {
        size_t length = pattern_length(pattern, takes != 0, 12, 64);
        if (length == SIZE_MAX)
            length = pattern_length(pattern, takes != 0, 12, 0);
        if (length == SIZE_MAX)
            continue;
        size_t len = pattern_text(pattern, takes != 0, length, index * 7, text);
        seed_byte(seed, index);
        seed_put(seed, text, len);
        seed_write(seed, "pattern_model", "pattern-%03zu-%s", index, takes ? "takes" : "refuses");
        if (pattern->source.len > 40)
            continue;
        seed_byte(seed, pattern->source.len);
        seed_put(seed, pattern->source.ptr, pattern->source.len);
        seed_put(seed, text, len);
        seed_write(seed, "pattern_compile", "pattern-%03zu-%s", index, takes ? "takes" : "refuses");
    }
}

static const struct pattern {
    const char *source;
    const char *subject;
} PATTERNS[] = {
    {"", "x"},
    {"^a|b$", "b\n"},
    {"^(a|b)*c$", "ababc"},
    {"^(?:ab){2,3}$", "abab"},
    {"^a{2}$", "aa"},
    {"^a{2,}$", "aaaa"},
    {"^a+?$", "aa"},
    {"^[^a-c]$", "d"},
    {"^[\\s\\S]+$", "\xC2\xA0"},
    {"^\\w\\d\\W\\D$", "a1--"},
    {"^.$", "\r"},
    {"^\\u0041\\u{1F44D}$", "A\xF0\x9F\x91\x8D"},
    {"^[\\u00e4-\\u00ff]$", "\xC3\xA4"},
    {"^(?=a)[ab]+$", "ab"},
    {"^(?!\\s*$).+$", " a"},
    {"^.+(?<!b)$", "ab"},
    {"^(?<=a)b$", "b"},
    {"^\\t\\n\\v\\f\\r$", "\t\n\v\f\r"},
    {"^[]$", ""},
    {"^[^]$", "x"},
    {"^\\x41$", "A"},
    {"(a", ""},
    {"a)", ""},
    {"[a", ""},
    {"a{2", "a{2"},
    {"a{3,2}", ""},
    {"a**", ""},
    {"\\1", ""},
    {"\\b", ""},
    {"^[a\\-z]$", "-"},
    {"^\\^\\$\\.\\*$", "^$.*"},
    {"^[A-Z]{2}-[0-9]+/x?$", "AB-1/"},
    {"^(a|ab)(c|bcd)$", "abcd"},
    {"^(a?){9}a{9}$", "aaaaaaaaa"},
    {"^[ab]*a[ab]{6}$", "bbabbbbbb"},
    {"[[:alpha:]]", "a"},
    {"^\\cA$", "\x01"},
    {"^\\0$", ""},
    {"^[\\]\\[]$", "]"},
    {"^(?<name>a)$", "a"},
    {"\xC3\xA9+", "\xC3\xA9"},
    {"a$b", "a"},
    {"a^b", ""},
    {"^a{4097}$", ""},
    {"(((((a)))))", "a"},
    {"|", ""},
    {"^[\\d\\s]+$", "1 2"},
    {"^[^\\w]$", "-"},
};

void write_pattern_seeds(struct seed *seed) {
    for (size_t i = 0; i < model_pattern_count(); i++)
        write_subjects(seed, i);
    for (size_t i = 0; i < sizeof PATTERNS / sizeof *PATTERNS; i++) {
        seed_byte(seed, strlen(PATTERNS[i].source));
        seed_text(seed, PATTERNS[i].source);
        seed_text(seed, PATTERNS[i].subject);
        seed_write(seed, "pattern_compile", "syntax-%02zu", i);
    }
    pattern_forget();
}
