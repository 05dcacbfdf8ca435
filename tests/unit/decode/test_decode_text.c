/* SPDX-License-Identifier: Apache-2.0 */
/* Text without escapes is a view into the message, text with escapes stands in the arena,
 * and either way the value is the logical one. */
#include "sample/decode_flush.h"
#include "sample/report_assert.h"
#include "sample/sample_shapes.h"
#include "smsv2/smsv2.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

/* [I-03] */
TEST(text_without_escapes_points_into_the_message) {
    struct sample_message message;
    struct decoded decoded = decode_flush(
        &sample_message_shape,
        TEXT("{\"Id\":\"a1\",\"Text\":\"\",\"Title\":\"\xC3\xA9t\xC3\xA9\",\"Tags\":[\"x\"]}"),
        ANVIL_STRICT, &message);
    assert_int_equal(decoded.status, ANVIL_OK);
    assert_ptr_equal(message.id.ptr, decoded.body.ptr + 7);
    assert_true(is_in_body(&decoded, message.text));
    assert_int_equal(message.text.len, 0);
    assert_true(is_in_body(&decoded, message.title));
    assert_true(is_in_body(&decoded, message.tags.items[0]));
    assert_int_equal(decoded.arena.used, sizeof(struct anvil_str)); /* the item of the list */
    decoded_free(&decoded);
}

TEST(text_with_escapes_stands_in_the_arena) {
    static const struct {
        struct anvil_str raw;
        struct anvil_str logical;
    } CASES[] = {
        {ANVIL_STR("arn:aws:sms-voice:::pool\\/p"), ANVIL_STR("arn:aws:sms-voice:::pool/p")},
        {ANVIL_STR("a\\u0000b"), ANVIL_STR("a\0b")},
        {ANVIL_STR("\\u0000"), ANVIL_STR("\0")},
        {ANVIL_STR("\\\"\\\\\\/\\b\\f\\n\\r\\t"), ANVIL_STR("\"\\/\b\f\n\r\t")},
        {ANVIL_STR("\\ud83d\\ude00"), ANVIL_STR("\xF0\x9F\x98\x80")},
        {ANVIL_STR("\xC3\xA9\\u00e9"), ANVIL_STR("\xC3\xA9\xC3\xA9")},
        {ANVIL_STR("tail\\n"), ANVIL_STR("tail\n")},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        char body[128];
        int len = snprintf(body, sizeof body, "{\"Text\":\"%.*s\"}", (int)CASES[i].raw.len,
                           CASES[i].raw.ptr);
        struct sample_message message;
        struct decoded decoded = decode_flush(&sample_message_shape,
                                              anvil_str_of(body, (size_t)len), ANVIL_OFF, &message);
        assert_int_equal(decoded.status, ANVIL_OK);
        assert_true(anvil_str_equal(message.text, CASES[i].logical));
        assert_true(is_in_arena(&decoded, message.text));
        /* Not a byte more than the logical text is kept, the raw length was needed for a moment. */
        assert_int_equal(decoded.arena.used, CASES[i].logical.len);
        assert_int_equal(decoded.arena.peak, CASES[i].raw.len);
        decoded_free(&decoded);
    }
}

/* The value of an escaped ARN is the ARN, and it is what is checked. */
TEST(an_escaped_slash_in_an_arn_is_a_slash) {
    static const struct anvil_str BODY =
        ANVIL_STR("{\"PoolId\":\"arn:aws:sms-voice:us-east-1:111122223333:pool\\/"
                  "pool-3f9c1e7a5b2d48069ad4c7e1f0b86352\",\"OriginationIdentity\":\"\\u0041CME\","
                  "\"IsoCountryCode\":\"\\u0055S\"}");
    struct smsv2_associate_origination_identity_request request;
    struct decoded decoded = decode_flush(&smsv2_associate_origination_identity_request_shape, BODY,
                                          (unsigned)ANVIL_STRICT | ANVIL_CHECK_IDENTITY, &request);
    assert_int_equal(decoded.status, ANVIL_OK);
    assert_text(request.pool_id, "arn:aws:sms-voice:us-east-1:111122223333:pool/"
                                 "pool-3f9c1e7a5b2d48069ad4c7e1f0b86352");
    assert_text(request.origination_identity, "ACME");
    assert_text(request.iso_country_code, "US");
    decoded_free(&decoded);
}

/* An escape, a character beyond ASCII or nothing at all, at every place of texts of every length
 * that a kernel treats in its own way. */
TEST(text_of_every_length_with_something_at_every_place) {
    static const struct {
        struct anvil_str raw;
        struct anvil_str logical;
    } PIECES[] = {
        {ANVIL_STR("x"), ANVIL_STR("x")},
        {ANVIL_STR("\\n"), ANVIL_STR("\n")},
        {ANVIL_STR("\\u20ac"), ANVIL_STR("\xE2\x82\xAC")},
        {ANVIL_STR("\xF0\x9F\x98\x80"), ANVIL_STR("\xF0\x9F\x98\x80")},
    };
    size_t step = test_rounds(50) < 50 ? 7 : 1;
    for (size_t piece = 0; piece < 4; piece++)
        for (size_t len = 0; len <= 50; len++)
            for (size_t place = 0; place <= len; place += step) {
                char body[128];
                char expected[128];
                struct sample_message message;
                unsigned char memory[128];
                struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
                static const char PLAIN[] = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQ";
                int bytes = snprintf(body, sizeof body, "{\"Text\":\"%.*s%s%.*s\"}", (int)place,
                                     PLAIN, PIECES[piece].raw.ptr, (int)(len - place), PLAIN);
                (void)snprintf(expected, sizeof expected, "%.*s%s%.*s", (int)place, PLAIN,
                               PIECES[piece].logical.ptr, (int)(len - place), PLAIN);
                assert_int_equal(anvil_decode(&sample_message_shape,
                                              anvil_str_of(body, (size_t)bytes), ANVIL_OFF, &arena,
                                              &message, NULL),
                                 ANVIL_OK);
                assert_text(message.text, expected);
            }
}

/* without escapes no memory is needed at all */
TEST(no_arena_is_needed_without_escapes) {
    struct sample_message message;
    struct anvil_report report;
    assert_int_equal(anvil_decode(&sample_message_shape, TEXT("{\"Id\":\"a1\",\"Text\":\"/\"}"),
                                  ANVIL_STRICT, NULL, &message, &report),
                     ANVIL_OK);
    assert_text(message.text, "/");
    assert_int_equal(anvil_decode(&sample_message_shape, TEXT("{\"Text\":\"a\\/b\"}"), ANVIL_STRICT,
                                  NULL, &message, &report),
                     ANVIL_E_ARENA);
    assert_error(&report, ANVIL_E_ARENA, ANVIL_NO_OFFSET, "/Text");
    assert_int_equal(report.need, 4);
}

/* [I-02] the message is never changed */
TEST(the_message_is_not_changed) {
    static const struct anvil_str BODY =
        ANVIL_STR("{\"Id\":\"\\u0061\",\"Text\":\"\\/\\/\",\"Tags\":[\"\\t\"],\"x\":\"\\n\"}");
    struct sample_message message;
    struct decoded decoded = decode_flush(&sample_message_shape, BODY, ANVIL_STRICT, &message);
    assert_int_equal(decoded.status, ANVIL_OK);
    assert_true(anvil_str_equal(decoded.body, BODY));
    decoded_free(&decoded);
}
