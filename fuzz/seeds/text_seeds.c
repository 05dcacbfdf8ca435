/* SPDX-License-Identifier: Apache-2.0 */
/* JSON values, numbers, timestamps and base64, by what is special about each. */
#include "seed_file.h"

#include <stdbool.h>
#include <string.h>

static const struct anvil_str VALUES[] = {
    ANVIL_STR("{}"),
    ANVIL_STR("[]"),
    ANVIL_STR("\"\""),
    ANVIL_STR("null"),
    ANVIL_STR("true"),
    ANVIL_STR("false"),
    ANVIL_STR("0"),
    ANVIL_STR("-0.5e+10"),
    ANVIL_STR(" [ 1 , { \"a\" : [ ] } ] "),
    ANVIL_STR("{\"a\":1,\"a\":{\"b\":null}}"),
    ANVIL_STR("nul"),
    ANVIL_STR("trux"),
    ANVIL_STR("[1,]"),
    ANVIL_STR("[1 2]"),
    ANVIL_STR("{\"a\" 1}"),
    ANVIL_STR("{1:2}"),
    ANVIL_STR("[}"),
    ANVIL_STR("{]"),
    ANVIL_STR("\"\\u00e9\\/\\b\\ud83d\\ude00\""),
    ANVIL_STR("\"\\ud83d\\u0041\""),
    ANVIL_STR("\"\\ude00\""),
    ANVIL_STR("\\ud83d\\ude00"),
    ANVIL_STR("\\u12"),
    ANVIL_STR("\\ud83d"),
    ANVIL_STR("\\ud83d\\u0041"),
    ANVIL_STR("\\q"),
    ANVIL_STR("\\"),
    ANVIL_STR("\xC3\xA9"),
    ANVIL_STR("\xE0\x80\x80"),
    ANVIL_STR("\xED\xA0\x80"),
    ANVIL_STR("\xF4\x90\x80\x80"),
    ANVIL_STR("\xF0\x9F\x98"),
    ANVIL_STR("\xF0\x8F\xBF\xBF"),
    ANVIL_STR("\xF0\xC0\x80\x80"),
    ANVIL_STR("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"),
    ANVIL_STR("\xF4\x7F\x80\x80"),
    ANVIL_STR("\xE0\xC0\x80"),
    ANVIL_STR("\xED\x7F\x80"),
    ANVIL_STR("\xE0\xA0\x80\xED\x9F\xBF"),
    ANVIL_STR("\xC1\xBF\xC2"),
    ANVIL_STR("\x80"),
    ANVIL_STR("\xE2\x82\xAC\xF0\x9F\x98\x80"),
    ANVIL_STR("0123456789abcde\""),
    ANVIL_STR("0123456789abcdef\""),
    ANVIL_STR("0123456789abcdef0\\n"),
    ANVIL_STR("a\x1F"),
    ANVIL_STR("a\x7F"),
    ANVIL_STR("a\0b"),
    ANVIL_STR("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"),
    ANVIL_STR("{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":[{}]}}}}}"),
    ANVIL_STR("{} {}"),
    ANVIL_STR(""),
};

static void write_values(struct seed *seed) {
    for (size_t i = 0; i < sizeof VALUES / sizeof *VALUES; i++) {
        seed_byte(seed, 0);
        seed_put(seed, VALUES[i].ptr, VALUES[i].len);
        seed_write(seed, "scan_kernels", "value-%02zu", i);
    }
    for (size_t len = 0; len <= 48; len += 3) {
        /* The class of all hex digits, and something else at the end. */
        seed_byte(seed, 1);
        for (size_t low = 0; low < 16; low++)
            seed_byte(seed, (low < 10 ? 8U : 0U) | (low >= 1 && low <= 6 ? 0x50U : 0U));
        for (size_t i = 0; i < len; i++)
            seed_byte(seed, (size_t) "0123456789abcdef"[i % 16]);
        seed_text(seed, "g9");
        seed_write(seed, "scan_kernels", "class-of-hex-digits-%02zu", len);
    }
}

static const struct named {
    const char *name;
    const char *text;
} NUMBERS[] = {
    {"zero", "0"},
    {"minus-zero", "-0"},
    {"zero-with-exponent", "0e99999"},
    {"one", "1.0"},
    {"thousand", "1e3"},
    {"fraction", "1.5"},
    {"whole-after-all", "1.50e1"},
    {"int64-max", "9223372036854775807"},
    {"int64-min", "-9223372036854775808"},
    {"beyond-int64", "9223372036854775808"},
    {"byte-bounds", "-128"},
    {"double-max", "1.7976931348623157e308"},
    {"double-infinite", "1.7976931348623159e308"},
    {"double-subnormal", "4.9406564584124654e-324"},
    {"double-halfway-to-zero", "2.4703282292062327e-324"},
    {"halfway", "9007199254740993"},
    {"halfway-and-a-bit", "9007199254740993.00000000000000000000000001"},
    {"float-halfway", "16777217"},
    {"float-max", "3.4028235e38"},
    {"float-infinite", "3.4028236e38"},
    {"float-subnormal", "1.401298464324817e-45"},
    {"long-fraction", "0.1000000000000000055511151231257827021181583404541015625"},
    {"many-digits", "123456789012345678901234567890123456789012345678901234567890e-40"},
    {"hard-double", "6929495644600919.5"},
    {"middle-of-subnormals",
     "7."
     "410984687618698162648531893023320585475897039214871466383785237510132609053131277979497545424"
     "539885696948470431685765963899850655339096945981621940161728171894510697854671067917687257517"
     "734731555330779540854980960845750095811137303474765809687100959097544227100475730780971111893"
     "578483867565399878350301522805593404659373979179073872386829939581848166016912201945649993128"
     "979841136206248449867871357218035220901702390328579173252022052897402080290685402160661237554"
     "998340267130003581248647904138574340187552090159017259254714629617513415977493871857473787096"
     "164563890871811984127167305601704549300470526959016576377688490826798697257336652176556794107"
     "250876433756084600398490497214911746308553955635418864151316847843631308023759629577398300170"
     "8984375e-324"},
    {"hard-double-2", "3.7455744005952583e15"},
    {"tiny", "1e-400"},
    {"huge", "1e400"},
    {"leading-zero", "01"},
    {"no-fraction", "1."},
    {"no-exponent", "1e"},
    {"sign-only", "-"},
    {"no-exponent-digits", "1e+"},
    {"cut-fraction", "-1.5e"},
    {"point-first", ".5"},
    {"long-exponent", "1e00000000000000000001"},
    {"huge-exponent", "1e99999999999999999999"},
    {"tiny-exponent", "1e-99999999999999999999"},
    {"power-22", "1e22"},
    {"power-23", "1e23"},
    {"beyond-uint64", "5e19"},
    {"many-digits-of-exact-power", "1234567890123456789e40"},
    {"zeros-in-front", "0.000000000000000000000000000001"},
};

/* Exactly in the middle of two doubles, and a little more far behind: 2^53 + 1 with `zeros` zeros
 * and then, perhaps, a one. */
static void write_halfway(struct seed *seed, size_t zeros, bool is_more) {
    seed_byte(seed, 0);
    seed_text(seed, "9007199254740993.");
    for (size_t i = 0; i < zeros; i++)
        seed_text(seed, "0");
    seed_text(seed, is_more ? "1" : "0");
    seed_write(seed, "number_text", "halfway-%zu-zeros%s", zeros, is_more ? "-and-more" : "");
}

static void write_numbers(struct seed *seed) {
    for (size_t zeros = 2; zeros <= 800; zeros *= 20) {
        write_halfway(seed, zeros, false);
        write_halfway(seed, zeros, true);
    }
    static const uint64_t BITS[] = {0,
                                    UINT64_C(0x3FF0000000000000),
                                    UINT64_C(0x3FB999999999999A),
                                    1,
                                    UINT64_C(0x7FEFFFFFFFFFFFFF),
                                    UINT64_C(0x0010000000000000),
                                    UINT64_C(0x7FF0000000000000),
                                    UINT64_C(0xFFF8000000000000),
                                    UINT64_C(0x444B1AE4D6E2EF50),
                                    UINT64_C(0x3EB0C6F7A0B5ED8D),
                                    UINT64_C(0x8000000000000000),
                                    UINT64_C(0x4340000000000000),
                                    UINT64_C(0x3E7AD7F29ABCAF48),
                                    UINT64_C(0x0000FFFFFFFFFFFF),
                                    UINT64_C(0x4310000000000001),
                                    UINT64_C(0x4310000000000003)};
    static const char *const PAIRS[][2] = {{"1", "1.0"},
                                           {"-1", "1"},
                                           {"1e2", "99.9"},
                                           {"0", "-0e9"},
                                           {"0.1", "0.10000000001"},
                                           {"1e99", "9e98"},
                                           {"-5", "-50e-1"},
                                           {"12", "123"},
                                           {"100", "1e2"},
                                           {"0.001", "1e-2"},
                                           {"0", "1e-5"}};
    for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++) {
        seed_byte(seed, 0);
        seed_text(seed, NUMBERS[i].text);
        seed_write(seed, "number_text", "reads-%s", NUMBERS[i].name);
    }
    for (size_t i = 0; i < sizeof BITS / sizeof *BITS; i++) {
        seed_byte(seed, 1);
        seed_word(seed, BITS[i], 8);
        seed_write(seed, "number_text", "writes-double-%016llx", (unsigned long long)BITS[i]);
        seed_byte(seed, 2);
        seed_word(seed, BITS[i] >> 29, 4);
        seed_word(seed, BITS[i], 8);
        seed_write(seed, "number_text", "writes-float-and-integer-%02zu", i);
    }
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        seed_byte(seed, 3);
        seed_byte(seed, strlen(PAIRS[i][0]));
        seed_text(seed, PAIRS[i][0]);
        seed_text(seed, PAIRS[i][1]);
        seed_write(seed, "number_text", "compares-%02zu", i);
    }
}

static const struct moment {
    unsigned format;
    const char *text;
} MOMENTS[] = {
    {0, "946845296.123"},
    {0, "-0.5"},
    {0, "0"},
    {0, "1e9"},
    {0, "253402300799.999999999"},
    {0, "253402300800"},
    {0, "-62135596800"},
    {0, "-62135596800.1"},
    {0, "1.0000000001"},
    {0, "-1.0000000001"},
    {0, "123456789e-3"},
    {0, "1e400"},
    {0, "1e-400"},
    {1, "2000-01-02T20:34:56.123Z"},
    {1, "2000-02-29T00:00:00z"},
    {1, "1900-02-29T00:00:00Z"},
    {1, "0001-01-01t00:00:00Z"},
    {1, "0000-12-31T23:59:59Z"},
    {1, "9999-12-31T23:59:59.9999999999Z"},
    {1, "2000-13-01T00:00:00Z"},
    {1, "2000-01-01T24:00:00Z"},
    {1, "2000-01-01T23:60:00Z"},
    {1, "2000-01-01T23:59:60Z"},
    {1, "2000-01-01T00:00:00.Z"},
    {1, "2000-01-01 00:00:00Z"},
    {1, "2000-01-01T00:00:00+01:00"},
    {1, "2000-1-1T00:00:00Z"},
    {1, "2000-11-30T00:00:00Z"},
    {1, "2000-11-31T00:00:00Z"},
    {2, "2000-01-01T00:00:00+01:30"},
    {2, "0001-01-01T00:00:00+00:01"},
    {2, "9999-12-31T23:59:59-00:01"},
    {2, "2000-01-01T00:00:00-23:59"},
    {2, "2000-01-01T00:00:00+24:00"},
    {2, "2000-01-01T00:00:00+0100"},
    {2, "2000-01-01T00:00:00"},
    {3, "Sun, 02 Jan 2000 20:34:56 GMT"},
    {3, "Thu, 01 Jan 1970 00:00:00 GMT"},
    {3, "Xxx, 02 Jan 2000 20:34:56 GMT"},
    {3, "Sun, 30 Feb 2000 20:34:56 GMT"},
    {3, "Sun, 02 Jan 2000 20:34:56.5 GMT"},
    {3, "Sun, 02 Jan 2000 20:34:56 UTC"},
    {3, "Sun, 02 Yyy 2000 20:34:56 GMT"},
    {3, "Sun, 00 Jan 2000 20:34:56 GMT"},
    {4, "Sun, 02 Jan 2000 20:34:56.123 GMT"},
    {4, "Sun, 02 Jan 2000 20:34:56.1234 GMT"},
    {4, "Mon, 31 Dec 9999 23:59:59 GMT"},
    {4, "Sun, 02 Jan 0000 20:34:56 GMT"},
};

static void write_moments(struct seed *seed) {
    static const int64_t SECONDS[] = {0, 62135596800, 62135596799, 315537897599, 951782400, 1};
    for (size_t i = 0; i < sizeof MOMENTS / sizeof *MOMENTS; i++) {
        seed_byte(seed, MOMENTS[i].format);
        seed_text(seed, MOMENTS[i].text);
        seed_write(seed, "timestamp_text", "reads-%s", MOMENTS[i].text);
    }
    for (size_t format = 5; format < 8; format++)
        for (size_t i = 0; i < sizeof SECONDS / sizeof *SECONDS; i++) {
            seed_byte(seed, format);
            if (format != 7)
                seed_byte(seed, i % 3);
            seed_word(seed, (uint64_t)SECONDS[i], 8);
            seed_word(seed, i * 123456789, 4);
            seed_write(seed, "timestamp_text", "writes-%zu-in-format-%zu", i, format);
        }
}

static const char *const BASE64[] = {
    "",
    "Zg==",
    "Zm8=",
    "Zm9v",
    "Zm9vYmFy",
    "+/+/",
    "Zh==",
    "Zm9=",
    "Zg=",
    "Zg",
    "Z",
    "====",
    "Zg==Zg==",
    "Zm 9v",
    "Zm9v\n",
    "Z-_v",
    "Zm=v",
    "Z===",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"};

void write_text_seeds(struct seed *seed) {
    write_values(seed);
    write_numbers(seed);
    write_moments(seed);
    for (size_t i = 0; i < sizeof BASE64 / sizeof *BASE64; i++) {
        seed_byte(seed, 0);
        seed_text(seed, BASE64[i]);
        seed_write(seed, "base64_text", "reads-%02zu", i);
    }
    for (size_t len = 0; len < 8; len++) {
        seed_byte(seed, 1);
        for (size_t i = 0; i < len; i++)
            seed_byte(seed, 255 - i * 31);
        seed_write(seed, "base64_text", "writes-%zu-bytes", len);
    }
}
