/* SPDX-License-Identifier: Apache-2.0 */
/* Text on its way out: what is escaped, what is not, what is refused. */
#include "sample/encoded_text.h"
#include "sample/report_assert.h"
#include "sample/sample_shapes.h"
#include "smsv2/smsv2.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

static void expect(struct anvil_str text, const char *escaped) {
    char expected[1024];
    struct sample_message message = {.text = text};
    (void)snprintf(expected, sizeof expected, "{\"Text\":\"%s\"}", escaped);
    assert_text(encode_text(&sample_message_shape, &message, ANVIL_OFF, ANVIL_OK), expected);
    assert_text(encode_joined(&sample_message_shape, &message, ANVIL_OFF, ANVIL_OK), expected);
}

/* the quote, the backslash and control bytes, by the short form where there is one, and
 * nothing else: neither the slash nor DEL */
TEST(every_ascii_character) {
    static const char *const SHORT[0x80] = {
        ['"'] = "\\\"", ['\\'] = "\\\\", ['\b'] = "\\b", ['\f'] = "\\f",
        ['\n'] = "\\n", ['\r'] = "\\r",  ['\t'] = "\\t"};
    for (int byte = 0; byte < 0x80; byte++) {
        char text[1] = {(char)byte};
        char escaped[8] = {(char)byte};
        if (SHORT[byte] != NULL)
            strcpy(escaped, SHORT[byte]);
        else if (byte < 0x20)
            (void)snprintf(escaped, sizeof escaped, "\\u%04x", (unsigned)byte);
        expect(anvil_str_of(text, 1), escaped);
    }
}

TEST(characters_beyond_ascii_stay_as_they_are) {
    expect(TEXT("\xC2\x80\xDF\xBF"), "\xC2\x80\xDF\xBF");
    expect(TEXT("\xE2\x82\xAC\xE2\x80\xA8\xEF\xBB\xBF"), "\xE2\x82\xAC\xE2\x80\xA8\xEF\xBB\xBF");
    expect(TEXT("\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF"), "\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF");
    expect(TEXT("\xED\x9F\xBF\xEE\x80\x80"), "\xED\x9F\xBF\xEE\x80\x80");
}

TEST(texts_of_all_sorts) {
    expect(TEXT(""), "");
    expect(TEXT("plain"), "plain");
    expect(TEXT("\"quoted\""), "\\\"quoted\\\"");
    expect(TEXT("a\\b"), "a\\\\b");
    expect(TEXT("\\u0041"), "\\\\u0041");
    expect(TEXT("line\nline\n"), "line\\nline\\n");
    expect(TEXT("\0\0"), "\\u0000\\u0000");
    expect(TEXT("a/b"), "a/b");
    expect(TEXT("</script>"), "</script>");
}

/* a token's pattern admits the quote and the backslash, so they are looked for and escaped,
 * whatever is checked */
TEST(a_client_token_is_escaped) {
    static const unsigned CHECKS[] = {ANVIL_OFF, ANVIL_SDK, ANVIL_STRICT};
    struct smsv2_associate_origination_identity_request request = {
        .pool_id = ANVIL_STR("pool-1"),
        .origination_identity = ANVIL_STR("phone-2"),
        .iso_country_code = ANVIL_STR("US"),
        .client_token = ANVIL_STR("\",\"PoolId\":\"\\"),
    };
    for (size_t i = 0; i < 3; i++)
        assert_text(encode_text(&smsv2_associate_origination_identity_request_shape, &request,
                                CHECKS[i], ANVIL_OK),
                    "{\"PoolId\":\"pool-1\",\"OriginationIdentity\":\"phone-2\","
                    "\"IsoCountryCode\":\"US\",\"ClientToken\":\"\\\",\\\"PoolId\\\":\\\"\\\\\"}");
}

/* Without checks nobody has seen a text yet: what its pattern would have ruled out is escaped too.
 * [I-12] */
TEST(unchecked_text_cannot_break_out) {
    struct smsv2_associate_origination_identity_request request = {
        .pool_id = ANVIL_STR("\"}"), .iso_country_code = ANVIL_STR("\n")};
    assert_text(encode_text(&smsv2_associate_origination_identity_request_shape, &request,
                            ANVIL_OFF, ANVIL_OK),
                "{\"PoolId\":\"\\\"}\",\"IsoCountryCode\":\"\\n\"}");
}

/* Something special at every place of texts of every length that a kernel or a copy treats in its
 * own way. */
TEST(text_of_every_length_with_something_at_every_place) {
    static const struct {
        struct anvil_str raw;
        const char *escaped;
    } PIECES[] = {{ANVIL_STR("x"), "x"},
                  {ANVIL_STR("\""), "\\\""},
                  {ANVIL_STR("\x01"), "\\u0001"},
                  {ANVIL_STR("\xE2\x82\xAC"), "\xE2\x82\xAC"}};
    size_t step = test_rounds(50) < 50 ? 11 : 1;
    for (size_t piece = 0; piece < 4; piece++)
        for (size_t len = 0; len <= 70; len++)
            for (size_t place = 0; place <= len; place += step) {
                char text[128];
                char escaped[128];
                memset(text, 'a', sizeof text);
                memcpy(text + place, PIECES[piece].raw.ptr, PIECES[piece].raw.len);
                memset(escaped, 'a', sizeof escaped);
                memcpy(escaped + place, PIECES[piece].escaped, strlen(PIECES[piece].escaped));
                escaped[len + strlen(PIECES[piece].escaped)] = '\0';
                expect(anvil_str_of(text, len + PIECES[piece].raw.len), escaped);
            }
}

/* refused, whatever is checked, with the path of the member; nothing is told as written */
TEST(text_that_is_not_utf8_is_refused) {
    static const struct anvil_str BAD[] = {
        ANVIL_STR("\x80"),
        ANVIL_STR("abc\xC3"),
        ANVIL_STR("\xC0\xAF"),
        ANVIL_STR("\xED\xA0\x80"),
        ANVIL_STR("\xF4\x90\x80\x80"),
        ANVIL_STR("\"\xFF\""),
        ANVIL_STR("0123456789abcdef\xE2\x82"),
    };
    static const unsigned CHECKS[] = {ANVIL_OFF, ANVIL_SDK, ANVIL_STRICT, ANVIL_CHECK_IDENTITY};
    for (size_t i = 0; i < sizeof BAD / sizeof BAD[0]; i++)
        for (size_t j = 0; j < sizeof CHECKS / sizeof CHECKS[0]; j++) {
            struct sample_part part = {.code = ANVIL_STR("AA"), .note = BAD[i]};
            struct sample_texts rows[] = {{&BAD[i], 1}};
            const struct {
                struct sample_message message;
                const char *path;
            } places[] = {
                {{.text = BAD[i]}, "/Text"},        {{.color = BAD[i]}, "/Color"},
                {{.rows = {rows, 1}}, "/Rows/0/0"}, {{.parts = {&part, 1}}, "/Parts/0/Note"},
                {{.part = &part}, "/Part/Note"},    {{.in_out = BAD[i]}, "/In~1Out~0"},
            };
            for (size_t k = 0; k < sizeof places / sizeof places[0]; k++) {
                char buffer[256];
                size_t bytes = 99;
                struct anvil_report report;
                assert_int_equal(anvil_encode(&sample_message_shape, &places[k].message, CHECKS[j],
                                              buffer, sizeof buffer, &bytes, &report),
                                 ANVIL_E_UTF8);
                assert_error(&report, ANVIL_E_UTF8, ANVIL_NO_OFFSET, places[k].path);
                assert_int_equal(bytes, 0);
                (void)encode_joined(&sample_message_shape, &places[k].message, CHECKS[j],
                                    ANVIL_E_UTF8);
            }
        }
}
