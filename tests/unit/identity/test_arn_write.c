/* SPDX-License-Identifier: Apache-2.0 */
/* Writing ARNs, and reading them back. */
#include "guard_page.h"
#include "identity_assert.h"
#include "identity_vectors.h"
#include "test.h"

static const struct anvil_arn A_NAME = {
    .partition = ANVIL_STR("aws"),
    .region = ANVIL_STR("eu-west-1"),
    .account = ANVIL_STR("444455556666"),
    .type = ANVIL_STR("sender-id"),
    .id = ANVIL_STR("SHOP"),
    .country = ANVIL_STR("FR"),
};
static const char A_NAMES_ARN[] = OWNER "sender-id/SHOP/FR";
enum { NAME_ARN_BYTES = sizeof A_NAMES_ARN - 1 };

static enum anvil_status write_name(const struct anvil_arn *parts, size_t *bytes) {
    char buffer[128];
    return anvil_arn_write(&sms_voice_table, parts, buffer, sizeof buffer, bytes);
}

/* Fails the running test unless the parts are refused, with room and without. */
static void assert_refused(const struct anvil_arn *parts) {
    size_t bytes = 7;
    assert_int_equal(write_name(parts, &bytes), ANVIL_E_IDENTITY);
    assert_int_equal(bytes, 0);
    bytes = 7;
    assert_int_equal(anvil_arn_write(&sms_voice_table, parts, NULL, 0, &bytes), ANVIL_E_IDENTITY);
    assert_int_equal(bytes, 0);
}

TEST(fits_exactly_and_tells_what_it_needs) {
    struct guard_page page = guard_page_of(NULL, NAME_ARN_BYTES);
    size_t bytes = 0;
    assert_int_equal(anvil_arn_write(&sms_voice_table, &A_NAME, page.ptr, page.len, &bytes),
                     ANVIL_OK);
    assert_int_equal(bytes, NAME_ARN_BYTES);
    assert_memory_equal(page.ptr, A_NAMES_ARN, NAME_ARN_BYTES);
    guard_page_free(&page);
    for (size_t capacity = 0; capacity < NAME_ARN_BYTES; capacity++) {
        char buffer[NAME_ARN_BYTES], untouched[NAME_ARN_BYTES];
        memset(buffer, '#', sizeof buffer);
        memset(untouched, '#', sizeof untouched);
        bytes = 0;
        assert_int_equal(anvil_arn_write(&sms_voice_table, &A_NAME, buffer, capacity, &bytes),
                         ANVIL_E_BUFFER);
        assert_int_equal(bytes, NAME_ARN_BYTES);
        assert_memory_equal(buffer, untouched, sizeof buffer);
    }
}

TEST(measures_without_a_buffer) {
    size_t bytes = 0;
    assert_int_equal(anvil_arn_write(&sms_voice_table, &A_NAME, NULL, 0, &bytes), ANVIL_E_BUFFER);
    assert_int_equal(bytes, NAME_ARN_BYTES);
}

TEST(holds_the_caller_to_the_contract) {
    char buffer[NAME_ARN_BYTES];
    size_t bytes = 7;
    assert_int_equal(anvil_arn_write(&sms_voice_table, &A_NAME, buffer, sizeof buffer, NULL),
                     ANVIL_E_ARGUMENT);
    assert_int_equal(anvil_arn_write(&sms_voice_table, &A_NAME, NULL, 1, &bytes), ANVIL_E_ARGUMENT);
    assert_int_equal(bytes, 0);
}

TEST(every_vector_that_is_an_arn_is_written_as_it_was_read) {
    size_t arns = 0;
    for (size_t i = 0; i < identity_vector_count; i++) {
        const struct identity_vector *vector = &identity_vectors[i];
        if ((vector->flags & ANVIL_IDENTITY_IS_ARN) == 0)
            continue;
        struct anvil_identity found =
            anvil_identify(&identity_rules[vector->field], text_of(vector->text));
        char buffer[128];
        size_t bytes;
        assert_int_equal(
            anvil_arn_write(&sms_voice_table, &found.arn, buffer, sizeof buffer, &bytes), ANVIL_OK);
        assert_true(anvil_str_equal(anvil_str_of(buffer, bytes), text_of(vector->text)));
        arns++;
    }
    assert_true(arns > 10);
}

/* A bare value means the caller's own partition, region and account; the message's
 * country completes a name, and does no harm to other kinds. */
TEST(every_bare_vector_comes_back_from_its_arn) {
    size_t bare = 0;
    for (size_t i = 0; i < identity_vector_count; i++) {
        const struct identity_vector *vector = &identity_vectors[i];
        const struct anvil_identity_rule *rule = &identity_rules[vector->field];
        struct anvil_identity found = anvil_identify(rule, text_of(vector->text));
        if (found.resource == NULL || (found.flags & ANVIL_IDENTITY_IS_ARN) != 0)
            continue;
        struct anvil_arn parts = A_NAME;
        parts.type = found.resource->type;
        parts.id = found.id;
        char buffer[128];
        size_t bytes;
        assert_int_equal(anvil_arn_write(&sms_voice_table, &parts, buffer, sizeof buffer, &bytes),
                         ANVIL_OK);
        struct anvil_identity again = identify_and_assert(rule, anvil_str_of(buffer, bytes));
        const unsigned only_bare = ANVIL_IDENTITY_AMBIGUOUS | ANVIL_IDENTITY_NEEDS_COUNTRY;
        assert_int_equal(again.verdict, found.verdict);
        assert_ptr_equal(again.resource, found.resource);
        assert_true(anvil_str_equal(again.id, found.id));
        assert_int_equal(again.flags, (found.flags & ~only_bare) | ANVIL_IDENTITY_IS_ARN);
        bare++;
    }
    assert_true(bare > 10);
}

TEST(every_part_is_needed) {
    for (size_t part = 0; part < 6; part++)
        for (size_t empty = 0; empty < 2; empty++) {
            struct anvil_arn parts = A_NAME;
            struct anvil_str *const all[] = {&parts.partition, &parts.region, &parts.account,
                                             &parts.type,      &parts.id,     &parts.country};
            *all[part] = anvil_str_of(empty ? "" : NULL, 0);
            assert_refused(&parts);
        }
}

TEST(no_part_can_break_out) {
    static const char *const evil[] = {"aws:",     ":aws", "aws:sns", "aws/", "a:b",
                                       "a/b",      "FR/",  "/FR",     "a b",  "a\nb",
                                       "\xC3\xA9", "*",    "SHOP/FR", "\x7F"};
    for (size_t part = 0; part < 7; part++)
        for (size_t i = 0; i < sizeof evil / sizeof evil[0]; i++) {
            struct anvil_arn parts = A_NAME;
            struct anvil_str *const all[] = {&parts.partition, &parts.service, &parts.region,
                                             &parts.account,   &parts.type,    &parts.id,
                                             &parts.country};
            *all[part] = text_of(evil[i]);
            assert_refused(&parts);
            *all[part] = anvil_str_of("a\0b", 3);
            assert_refused(&parts);
        }
}

TEST(a_name_has_a_country_and_11_bytes_at_most) {
    static const struct {
        const char *id, *country;
        enum anvil_status status;
    } cases[] = {{"ABCDEFGHIJK", "FR", ANVIL_OK},   {"ABCDEFGHIJKL", "FR", ANVIL_E_IDENTITY},
                 {"SHOP", "fr", ANVIL_E_IDENTITY},  {"SHOP", "F", ANVIL_E_IDENTITY},
                 {"SHOP", "FRA", ANVIL_E_IDENTITY}, {"SHOP", "12", ANVIL_E_IDENTITY}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct anvil_arn parts = A_NAME;
        size_t bytes;
        parts.id = text_of(cases[i].id);
        parts.country = text_of(cases[i].country);
        assert_int_equal(write_name(&parts, &bytes), cases[i].status);
    }
}

TEST(another_services_arn_is_not_written) {
    struct anvil_arn parts;
    assert_int_equal(anvil_arn_parse(text_of("arn:aws:sns:eu-west-1:444455556666:pool/x"), &parts),
                     ANVIL_OK);
    assert_refused(&parts);
    parts.service = text_of("sms-voice");
    size_t bytes;
    assert_int_equal(write_name(&parts, &bytes), ANVIL_OK);
    parts.type = text_of("gadget");
    assert_refused(&parts);
}

/* Parts as long as no identity can be are refused before their lengths are added up. */
TEST(parts_beyond_any_measure_are_refused) {
    static char endless[UINT16_MAX + 1];
    memset(endless, 'a', sizeof endless);
    struct anvil_arn parts = A_NAME;
    size_t bytes = 7;
    parts.type = text_of("pool");
    parts.id = anvil_str_of(endless, UINT16_MAX);
    assert_int_equal(anvil_arn_write(&sms_voice_table, &parts, NULL, 0, &bytes), ANVIL_E_BUFFER);
    assert_int_equal(bytes, sizeof OWNER "pool/" - 1 + UINT16_MAX);
    parts.id = anvil_str_of(endless, UINT16_MAX + 1);
    assert_refused(&parts);
}
