/* SPDX-License-Identifier: Apache-2.0 */
/* Classes and ranges over all of Unicode, where UTF-8 cuts a range into pieces. [R-044] */
#include "check/pattern.h"
#include "compile_pattern.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

static const struct anvil_pattern *compile(struct spec *spec, const char *source) {
    const struct spec_pattern *pattern = spec_compile_pattern(spec, "Shape", source);
    if (pattern == NULL)
        fail_msg("%s", spec->fault.reason);
    return &pattern->descriptor;
}

/* Writes a code point as UTF-8. */
static struct anvil_str encode(uint32_t code, char *bytes) {
    static const uint8_t leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    size_t len = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = len; i-- > 0; code >>= 6)
        bytes[i] = (char)(len == 1 ? code : i == 0 ? leads[len] | code : 0x80 | (code & 0x3F));
    return anvil_str_of(bytes, len);
}

static bool is_surrogate(uint32_t code) {
    return code >= 0xD800 && code <= 0xDFFF;
}

/* What ECMA-262 says of one code point, in its own words. */
static bool is_white_space(uint32_t code) {
    static const uint32_t listed[] = {0x09,   0x0A,   0x0B,   0x0C,   0x0D,   0x20,   0xA0,
                                      0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF};
    for (size_t i = 0; i < sizeof listed / sizeof *listed; i++)
        if (listed[i] == code)
            return true;
    return code >= 0x2000 && code <= 0x200A;
}

static bool is_word(uint32_t code) {
    return code < 0x80 &&
           strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_", (int)code) !=
               NULL &&
           code != 0;
}

static bool is_digit(uint32_t code) {
    return code >= '0' && code <= '9';
}

static bool is_line_end(uint32_t code) {
    return code == 0x0A || code == 0x0D || code == 0x2028 || code == 0x2029;
}

TEST(named_classes_hold_for_every_code_point) {
    static const struct {
        const char *source;
        bool (*is_member)(uint32_t code);
        bool is_inverted;
    } cases[] = {{"^\\s$", is_white_space, false}, {"^\\S$", is_white_space, true},
                 {"^\\w$", is_word, false},        {"^[\\W]$", is_word, true},
                 {"^\\d$", is_digit, false},       {"^[^\\d]$", is_digit, true},
                 {"^.$", is_line_end, true}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct spec spec;
        const struct anvil_pattern *pattern;
        spec_begin(&spec);
        pattern = compile(&spec, cases[i].source);
        for (uint32_t code = 0; code <= 0x10FFFF; code += code < 0x10100 ? 1 : 0xFFF) {
            char bytes[4];
            if (!is_surrogate(code) && anvil_pattern_matches(pattern, encode(code, bytes)) !=
                                           (cases[i].is_member(code) != cases[i].is_inverted))
                fail_msg("%s and U+%04X", cases[i].source, code);
        }
        spec_end(&spec);
    }
}

static uint32_t next_random(uint64_t *seed) {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (uint32_t)(*seed >> 32);
}

/* A code point; half of them at the edge of a block of continuation bytes, where ranges are cut. */
static uint32_t random_code(uint64_t *seed) {
    uint32_t code = next_random(seed) % 0x110000 >> next_random(seed) % 4 * 5;
    uint32_t block = 0x3Fu << next_random(seed) % 3 * 6;
    if (next_random(seed) % 4 == 0)
        code |= block;
    else if (next_random(seed) % 3 == 0)
        code &= ~block;
    return code > 0x10FFFF || is_surrogate(code) ? 'x' : code;
}

TEST(ranges_of_code_points_end_where_they_say) {
    uint64_t seed = UINT64_C(0xA0761D6478BD642F);
    size_t rounds = test_rounds(1000);
    for (size_t i = 0; i < rounds; i++) {
        struct spec spec;
        const struct anvil_pattern *pattern;
        uint32_t a = random_code(&seed);
        uint32_t b = random_code(&seed);
        char source[64];
        snprintf(source, sizeof source, "^[\\u{%X}-\\u{%X}]$", a < b ? a : b, a < b ? b : a);
        spec_begin(&spec);
        pattern = compile(&spec, source);
        for (unsigned j = 0; j < 200; j++) {
            uint32_t near = (j % 2 == 0 ? a : b) + j / 2 - 2;
            uint32_t code = j < 10 && near <= 0x10FFFF ? near : random_code(&seed);
            char bytes[4];
            bool want = (code >= a && code <= b) || (code >= b && code <= a);
            if (!is_surrogate(code) && anvil_pattern_matches(pattern, encode(code, bytes)) != want)
                fail_msg("%s and U+%04X", source, code);
        }
        spec_end(&spec);
    }
}
