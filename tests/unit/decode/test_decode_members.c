/* SPDX-License-Identifier: Apache-2.0 */
/* Every member of every message, in both directions of the conversation. */
#include "sample/all_shapes.h"
#include "sample/decode_flush.h"
#include "sample/json_scalars.h"
#include "sample/report_assert.h"
#include "sample/same_value.h"
#include "sample/sample_shapes.h"
#include "sample/value_form.h"
#include "smsv2/smsv2.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

TEST(a_request) {
    static const struct anvil_str BODY = ANVIL_STR(
        "{\"PoolId\":\"arn:aws:sms-voice:us-east-1:111122223333:pool/pool-1\","
        "\"OriginationIdentity\":\"phone-2\",\"IsoCountryCode\":\"US\",\"ClientToken\":\"abc\"}");
    struct smsv2_associate_origination_identity_request request;
    struct decoded decoded = decode_flush(&smsv2_associate_origination_identity_request_shape, BODY,
                                          ANVIL_STRICT, &request);
    assert_int_equal(decoded.status, ANVIL_OK);
    assert_text(request.pool_id, "arn:aws:sms-voice:us-east-1:111122223333:pool/pool-1");
    assert_text(request.origination_identity, "phone-2");
    assert_text(request.iso_country_code, "US");
    assert_text(request.client_token, "abc");
    assert_int_equal(decoded.arena.used, 0);
    decoded_free(&decoded);
}

TEST(a_response) {
    static const struct anvil_str BODY = ANVIL_STR(
        "{\"RegistrationArn\":\"arn:r\",\"RegistrationId\":\"registration-1\","
        "\"RegistrationType\":\"US_TOLL_FREE_REGISTRATION\",\"ResourceArn\":\"arn:p\","
        "\"ResourceId\":\"phone-1\",\"ResourceType\":\"TOLL_FREE\",\"IsoCountryCode\":\"US\","
        "\"PhoneNumber\":\"+18885550142\"}");
    struct smsv2_create_registration_association_result result;
    struct decoded decoded = decode_flush(&smsv2_create_registration_association_result_shape, BODY,
                                          ANVIL_STRICT, &result);
    assert_int_equal(decoded.status, ANVIL_OK);
    assert_text(result.registration_arn, "arn:r");
    assert_text(result.registration_id, "registration-1");
    assert_text(result.registration_type, "US_TOLL_FREE_REGISTRATION");
    assert_text(result.resource_arn, "arn:p");
    assert_text(result.resource_id, "phone-1");
    assert_text(result.resource_type, "TOLL_FREE");
    assert_text(result.iso_country_code, "US");
    assert_text(result.phone_number, "+18885550142");
    decoded_free(&decoded);
}

/* a list of structures keeps its order; an enum stays text and has a code */
TEST(an_error_with_a_list) {
    static const struct anvil_str BODY = ANVIL_STR(
        "{\"__type\":\"com.example#ValidationException\",\"Message\":\"no\","
        "\"Reason\":\"FIELD_VALIDATION_FAILED\",\"Fields\":[{\"Name\":\"a\",\"Message\":\"b\"},"
        "{\"Message\":\"d\",\"Name\":\"c\"}]}");
    struct smsv2_validation_exception error;
    struct decoded decoded =
        decode_flush(&smsv2_validation_exception_shape, BODY, ANVIL_STRICT, &error);
    assert_int_equal(decoded.status, ANVIL_OK);
    assert_text(error.message, "no");
    assert_int_equal(anvil_enum_code(&smsv2_validation_exception_reason_values, error.reason),
                     SMSV2_VALIDATION_EXCEPTION_REASON_FIELD_VALIDATION_FAILED);
    assert_int_equal(error.fields.count, 2);
    assert_text(error.fields.items[0].name, "a");
    assert_text(error.fields.items[0].message, "b");
    assert_text(error.fields.items[1].name, "c");
    assert_text(error.fields.items[1].message, "d");
    /* Two structures of two texts, and nothing more, stand in the arena. */
    assert_int_equal(decoded.arena.used, 2 * sizeof(struct smsv2_validation_exception_field));
    assert_int_equal(decoded.arena.scratch, 0);
    decoded_free(&decoded);
}

/* */
TEST(an_unknown_enum_value_is_kept) {
    struct smsv2_conflict_exception error;
    struct decoded decoded = decode_flush(
        &smsv2_conflict_exception_shape, TEXT("{\"Reason\":\"A_NEW_ONE\"}"), ANVIL_LENIENT, &error);
    assert_int_equal(decoded.status, ANVIL_OK);
    assert_text(error.reason, "A_NEW_ONE");
    assert_int_equal(anvil_enum_code(&smsv2_conflict_exception_reason_values, error.reason),
                     SMSV2_CONFLICT_EXCEPTION_REASON_UNKNOWN);
    assert_int_equal(anvil_enum_code(&smsv2_resource_type_values, error.resource_type),
                     SMSV2_RESOURCE_TYPE_ABSENT);
    decoded_free(&decoded);
}

TEST(lists_of_lists_and_structures_three_deep) {
    static const struct anvil_str BODY = ANVIL_STR(
        "{\"Id\":\"a1\",\"Tags\":[\"x\",\"yy\"],\"Rows\":[[\"1\",\"2\"],[\"3\"]],"
        "\"Parts\":[{\"Code\":\"AA\"},{\"Code\":\"BB\",\"Parts\":[{\"Code\":\"CC\"}]}],"
        "\"Part\":{\"Code\":\"DD\",\"Part\":{\"Code\":\"EE\",\"Part\":{\"Code\":\"FF\"}}}}");
    struct sample_message message;
    struct decoded decoded = decode_flush(&sample_message_shape, BODY, ANVIL_STRICT, &message);
    assert_int_equal(decoded.status, ANVIL_OK);
    assert_int_equal(message.tags.count, 2);
    assert_text(message.tags.items[1], "yy");
    assert_int_equal(message.rows.count, 2);
    assert_int_equal(message.rows.items[0].count, 2);
    assert_text(message.rows.items[0].items[1], "2");
    assert_int_equal(message.rows.items[1].count, 1);
    assert_text(message.rows.items[1].items[0], "3");
    assert_int_equal(message.parts.count, 2);
    assert_text(message.parts.items[0].code, "AA");
    assert_null(message.parts.items[0].parts.items);
    assert_text(message.parts.items[1].parts.items[0].code, "CC");
    assert_text(message.part->part->part->code, "FF");
    assert_null(message.part->part->part->part);
    decoded_free(&decoded);
}

/* Makes a member absent, and all that has its default. */
static void clear(const struct anvil_shape *shape, unsigned char *out, size_t index) {
    size_t words = (size_t)(shape->member_count - 1) / 64;
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct anvil_member *member = &shape->members[i];
        if (i == index || anvil_member_default(member) != NULL)
            memset(out + member->offset, 0, form_bytes(member->kind));
    }
    /* The decoder's own words at the end. */
    memset(out + shape->size - 8 * words, 0, 8 * words);
}

/* one member alone: its place holds the value, all other bytes of the struct are zero */
TEST(every_member_alone_lands_in_its_place) {
    const struct anvil_shape *shapes[ALL_SHAPES_MAX];
    size_t count = all_shapes(shapes);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < shapes[i]->member_count; j++) {
            const struct anvil_member *member = &shapes[i]->members[j];
            unsigned char out[8192];
            unsigned char zeros[8192] = {0};
            char body[128];
            int len = snprintf(body, sizeof body, "{\"%.*s\":%s}", (int)member->name_bytes,
                               member->key + 3, json_example(member));
            memset(out, 0xFF, sizeof out);
            struct decoded decoded =
                decode_flush(shapes[i], anvil_str_of(body, (size_t)len), ANVIL_OFF, out);
            assert_int_equal(decoded.status, ANVIL_OK);
            assert_false(is_slot_absent(member->kind, out + member->offset));
            if (member->kind == ANVIL_KIND_STRING || member->kind == ANVIL_KIND_ENUM) {
                struct anvil_str text;
                memcpy(&text, out + member->offset, sizeof text);
                assert_text(text, "v");
            }
            clear(shapes[i], out, j);
            assert_memory_equal(out, zeros, shapes[i]->size);
            assert_int_equal(out[shapes[i]->size], 0xFF); /* [I-02] */
            decoded_free(&decoded);
        }
}

/* */
TEST(the_empty_message_is_all_zero) {
    const struct anvil_shape *shapes[ALL_SHAPES_MAX];
    size_t count = all_shapes(shapes);
    for (size_t i = 0; i < count; i++) {
        unsigned char out[8192];
        unsigned char zeros[8192] = {0};
        if ((shapes[i]->flags & ANVIL_SHAPE_DEFAULTS) != 0)
            continue;
        memset(out, 0xFF, sizeof out);
        struct decoded decoded = decode_flush(shapes[i], TEXT(" {} "), ANVIL_OFF, out);
        assert_int_equal(decoded.status, ANVIL_OK);
        assert_memory_equal(out, zeros, shapes[i]->size);
        decoded_free(&decoded);
    }
}

/* More members than one word of the decoder has bits, and more than two: the first and the last of
 * each word, and all others. */
TEST(as_many_members_as_it_takes) {
    char body[4096] = "{";
    size_t len = 1;
    for (int i = 0; i < SAMPLE_WIDE_MEMBERS; i++)
        len += (size_t)snprintf(body + len, sizeof body - len, "%s\"M%d%d\":\"v%02d\"",
                                i == 0 ? "" : ",", i / 10, i % 10, i);
    body[len++] = '}';
    struct sample_wide wide;
    struct decoded decoded =
        decode_flush(&sample_wide_shape, anvil_str_of(body, len), ANVIL_STRICT, &wide);
    assert_int_equal(decoded.status, ANVIL_OK);
    for (int i = 0; i < SAMPLE_WIDE_MEMBERS; i++) {
        char expected[8];
        (void)snprintf(expected, sizeof expected, "v%02d", i);
        assert_text(wide.members[i], expected);
    }
    decoded_free(&decoded);
    static const struct expected_violation MISSING[] = {
        {ANVIL_CONSTRAINT_REQUIRED, "/M00", 0, 0, 0},
        {ANVIL_CONSTRAINT_REQUIRED, "/M63", 0, 0, 0},
        {ANVIL_CONSTRAINT_REQUIRED, "/M126", 0, 0, 0},
        {ANVIL_CONSTRAINT_REQUIRED, "/M129", 0, 0, 0},
        {0},
    };
    decoded = decode_flush(&sample_wide_shape, TEXT("{\"M62\":\"\"}"), ANVIL_STRICT, &wide);
    assert_violations(&decoded.report, MISSING);
    decoded_free(&decoded);
}

/* every member beyond the first word is remembered, each on its own */
TEST(repetitions_are_seen_in_every_word) {
    for (int first = 0; first < SAMPLE_WIDE_MEMBERS; first++)
        for (int second = 0; second < SAMPLE_WIDE_MEMBERS; second += 1 + second % 7) {
            char body[128];
            int at = snprintf(body, sizeof body, "{\"M%d%d\":\"a\",", first / 10, first % 10);
            int len = at + snprintf(body + at, sizeof body - (size_t)at, "\"M%d%d\":\"b\"}",
                                    second / 10, second % 10);
            struct sample_wide wide;
            struct decoded decoded = decode_flush(
                &sample_wide_shape, anvil_str_of(body, (size_t)len), ANVIL_CHECK_DUPLICATE, &wide);
            assert_int_equal(decoded.status, first == second ? ANVIL_E_DUPLICATE : ANVIL_OK);
            assert_int_equal(decoded.report.count, first == second);
            if (first == second)
                assert_int_equal(decoded.report.violations[0].offset, at);
            assert_text(wide.members[second], "b");
            decoded_free(&decoded);
        }
}

/* all 24 orders of the members of a request are the same request */
TEST(order_has_no_meaning) {
    static const char *const MEMBERS[4] = {
        "\"PoolId\":\"pool-1\"", "\"OriginationIdentity\":\"phone-2\"", "\"IsoCountryCode\":\"US\"",
        "\"ClientToken\":\"a\\\"b\""};
    for (int order = 0; order < 256; order++) {
        int p[4] = {order & 3, order >> 2 & 3, order >> 4 & 3, order >> 6 & 3};
        if ((1 << p[0] | 1 << p[1] | 1 << p[2] | 1 << p[3]) != 15)
            continue;
        char body[256];
        int len = snprintf(body, sizeof body, "{%s,%s,%s,%s}", MEMBERS[p[0]], MEMBERS[p[1]],
                           MEMBERS[p[2]], MEMBERS[p[3]]);
        struct smsv2_associate_origination_identity_request request;
        struct decoded decoded =
            decode_flush(&smsv2_associate_origination_identity_request_shape,
                         anvil_str_of(body, (size_t)len), ANVIL_STRICT, &request);
        assert_int_equal(decoded.status, ANVIL_OK);
        assert_text(request.pool_id, "pool-1");
        assert_text(request.origination_identity, "phone-2");
        assert_text(request.iso_country_code, "US");
        assert_text(request.client_token, "a\"b");
        decoded_free(&decoded);
    }
}

/* white space of every kind in every place where it may stand, one place at a time and all
 * at once */
TEST(white_space_between_tokens_has_no_meaning) {
    static const char *const TOKENS[] = {
        "{", "\"Id\"",   ":", "\"a1\"", ",",         "\"Tags\"", ":", "[", "\"x\"",
        ",", "\"y\"",    "]", ",",      "\"Parts\"", ":",        "[", "{", "\"Code\"",
        ":", "\"AA\"",   "}", "]",      ",",         "\"Part\"", ":", "{", "}",
        ",", "\"Rows\"", ":", "[",      "[",         "\"z\"",    "]", "]", "}"};
    enum { COUNT = sizeof TOKENS / sizeof TOKENS[0] };
    static const struct sample_part PART = {.code = ANVIL_STR("AA")};
    static const struct anvil_str TAGS[2] = {ANVIL_STR("x"), ANVIL_STR("y")};
    static const struct anvil_str CELL = ANVIL_STR("z");
    static const struct sample_texts ROW = {&CELL, 1};
    static const struct sample_part EMPTY = {.code = {NULL, 0}};
    static const struct sample_message EXPECTED = {.id = ANVIL_STR("a1"),
                                                   .tags = {TAGS, 2},
                                                   .rows = {&ROW, 1},
                                                   .parts = {&PART, 1},
                                                   .part = &EMPTY};
    for (size_t place = 0; place <= COUNT + 1; place++)
        for (size_t kind = 0; kind < 4; kind++) {
            char body[512];
            size_t len = 0;
            for (size_t i = 0; i <= COUNT; i++) {
                if (i == place || place == COUNT + 1)
                    len += (size_t)snprintf(body + len, 4, "%.2s", &" \t\n\r \t"[kind]);
                if (i < COUNT)
                    len += (size_t)snprintf(body + len, sizeof body - len, "%s", TOKENS[i]);
            }
            struct sample_message message;
            struct decoded decoded =
                decode_flush(&sample_message_shape, anvil_str_of(body, len), ANVIL_OFF, &message);
            assert_int_equal(decoded.status, ANVIL_OK);
            assert_true(is_same_value(&sample_message_shape, &message, &EXPECTED));
            decoded_free(&decoded);
        }
}
