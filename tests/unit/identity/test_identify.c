/* SPDX-License-Identifier: Apache-2.0 */
/* to and: the vectors, and the borders between them. */
#include "identity_assert.h"
#include "identity_vectors.h"
#include "test.h"

#include <stdio.h>

static enum anvil_identity_verdict verdict_in(enum identity_field field, const char *text) {
    return identify_and_assert(&identity_rules[field], text_of(text)).verdict;
}

TEST(every_vector_is_what_it_says) {
    for (size_t i = 0; i < identity_vector_count; i++) {
        const struct identity_vector *vector = &identity_vectors[i];
        struct anvil_identity found =
            identify_and_assert(&identity_rules[vector->field], text_of(vector->text));
        assert_is_vector(&found, vector);
    }
}

/* Each kind, bare and as an ARN, in each member. */
TEST(each_kind_in_each_member) {
    for (size_t type = 0; type < TYPE_COUNT; type++) {
        const struct anvil_resource *resource = &sms_voice_table.resources[type];
        char arn[128], id[64];
        int id_bytes = resource->form == ANVIL_FORM_PREFIXED
                           ? snprintf(id, sizeof id, "%.*s" HEX32, (int)resource->prefix.len,
                                      resource->prefix.ptr)
                           : snprintf(id, sizeof id, "SHOP");
        int arn_bytes = snprintf(arn, sizeof arn, OWNER "%.*s/%s%s", (int)resource->type.len,
                                 resource->type.ptr, id, type == TYPE_SENDER_ID ? "/FR" : "");
        for (size_t field = 0; field < FIELD_COUNT; field++) {
            const struct anvil_identity_rule *rule = &identity_rules[field];
            bool is_taken = (rule->accepts >> type & 1) != 0;
            struct anvil_identity found =
                identify_and_assert(rule, anvil_str_of(arn, (size_t)arn_bytes));
            assert_ptr_equal(found.resource, resource);
            assert_int_equal(found.verdict,
                             is_taken ? ANVIL_IDENTITY_OK : ANVIL_IDENTITY_WRONG_TYPE);
            found = identify_and_assert(rule, anvil_str_of(id, (size_t)id_bytes));
            if (resource->form == ANVIL_FORM_PREFIXED) {
                assert_ptr_equal(found.resource, resource);
                assert_int_equal(found.verdict,
                                 is_taken ? ANVIL_IDENTITY_OK : ANVIL_IDENTITY_WRONG_TYPE);
            }
        }
    }
}

/* */
TEST(a_canonical_id_has_32_lower_case_hex_digits) {
    char id[64] = "phone-" HEX32;
    const size_t whole = strlen(id);
    for (size_t len = 7; len <= whole + 1; len++) {
        id[whole] = '0';
        struct anvil_identity found =
            identify_and_assert(&identity_rules[FIELD_ORIGINATION_IDENTITY], anvil_str_of(id, len));
        assert_int_equal((found.flags & ANVIL_IDENTITY_CANONICAL) != 0, len == whole);
    }
    for (size_t at = 6; at < whole; at++)
        for (const char *byte = "gzAFGZ_-"; *byte != '\0'; byte++) {
            char kept = id[at];
            id[at] = *byte;
            struct anvil_identity found = identify_and_assert(
                &identity_rules[FIELD_ORIGINATION_IDENTITY], anvil_str_of(id, whole));
            assert_int_equal(found.verdict, ANVIL_IDENTITY_OK);
            assert_int_equal(found.flags & ANVIL_IDENTITY_CANONICAL, 0);
            id[at] = kept;
        }
}

/* */
TEST(the_longest_prefix_decides) {
    struct anvil_identity found =
        identify_and_assert(&takes_everything, text_of("kiln-hot-abcdefgh"));
    assert_ptr_equal(found.resource, &brickyard_table.resources[TYPE_KILN_HOT]);
    found = identify_and_assert(&takes_everything, text_of("kiln-hotabcdefgh"));
    assert_ptr_equal(found.resource, &brickyard_table.resources[TYPE_KILN]);
    /* Without a tail the longer prefix is none, but the shorter one has a tail then. */
    struct anvil_identity_rule no_names = takes_everything;
    no_names.accepts = 3;
    found = identify_and_assert(&no_names, text_of("kiln-hot-"));
    assert_ptr_equal(found.resource, &brickyard_table.resources[TYPE_KILN]);
    found = identify_and_assert(&no_names, text_of("kiln-"));
    assert_int_equal(found.verdict, ANVIL_IDENTITY_UNKNOWN);
}

/* before: "zc" is the longer prefix, but with "z" the ID is canonical. */
TEST(a_canonical_id_is_nothing_else) {
    struct anvil_identity found = identify_and_assert(&takes_the_last, text_of("z" HEX32));
    assert_int_equal(HEX32[0], 'c');
    assert_ptr_equal(found.resource, &brickyard_table.resources[TYPE_LAST]);
    assert_int_equal(found.flags, ANVIL_IDENTITY_CANONICAL);
    found = identify_and_assert(&takes_the_last, text_of("z" HEX32 "0"));
    assert_ptr_equal(found.resource, &brickyard_table.resources[TYPE_LAST - 1]);
    assert_int_equal(found.verdict, ANVIL_IDENTITY_WRONG_TYPE);
}

TEST(the_64th_type_is_a_type_like_any_other) {
    struct anvil_identity found = identify_and_assert(&takes_the_last, text_of("z-1"));
    assert_ptr_equal(found.resource, &brickyard_table.resources[TYPE_LAST]);
    assert_int_equal(found.verdict, ANVIL_IDENTITY_OK);
    assert_null(anvil_identity_kind(&found).ptr);
    found = identify_and_assert(&takes_the_last, text_of("kiln-1"));
    assert_int_equal(found.verdict, ANVIL_IDENTITY_WRONG_TYPE);
}

/* */
TEST(names_have_1_to_11_bytes_a_letter_and_no_hyphen_at_the_ends) {
    static const char LETTERS[] = "abcdefghijklm";
    for (size_t len = 1; len < sizeof LETTERS; len++)
        assert_int_equal(
            identify_and_assert(&identity_rules[FIELD_RESOURCE_ID], anvil_str_of(LETTERS, len))
                .verdict,
            len <= 11 ? ANVIL_IDENTITY_OK : ANVIL_IDENTITY_UNKNOWN);
    static const struct {
        const char *text;
        bool is_name;
    } cases[] = {{"1", false},           {"Z", true},    {"a-b", true}, {"a-", false},
                 {"-a", false},          {"-", false},   {"--", false}, {"_a_", true},
                 {"1_1", false},         {"1-1", false}, {"1-a", true}, {"0000000000Z", true},
                 {"00000000000", false}, {"a--b", true}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(verdict_in(FIELD_ORIGINATION_IDENTITY, cases[i].text),
                         cases[i].is_name ? ANVIL_IDENTITY_OK : ANVIL_IDENTITY_UNKNOWN);
        /* A member that takes no names takes none of these. */
        assert_int_equal(verdict_in(FIELD_POOL_ID, cases[i].text), ANVIL_IDENTITY_UNKNOWN);
    }
}

/* */
TEST(a_name_is_of_the_first_kind_of_names_that_the_member_takes) {
    struct anvil_identity_rule rule = takes_everything;
    assert_ptr_equal(identify_and_assert(&rule, text_of("x")).resource,
                     &brickyard_table.resources[TYPE_STAMP]);
    rule.accepts = UINT64_C(1) << TYPE_BRAND;
    assert_ptr_equal(identify_and_assert(&rule, text_of("x")).resource,
                     &brickyard_table.resources[TYPE_BRAND]);
    rule.accepts = 3;
    assert_int_equal(identify_and_assert(&rule, text_of("x")).verdict, ANVIL_IDENTITY_UNKNOWN);
}

/* All words are the table's. */
TEST(another_service_has_other_words) {
    static const char ARN[] = "arn:aws:brick-yard:eu-west-1:444455556666:";
    char text[96];
    for (size_t type = 0; type <= TYPE_FLUE; type++) {
        const struct anvil_resource *resource = &brickyard_table.resources[type];
        bool is_name = resource->form == ANVIL_FORM_NAME;
        int len = snprintf(text, sizeof text, "%s%.*s/it%s", ARN, (int)resource->type.len,
                           resource->type.ptr, is_name ? "/FR" : "");
        struct anvil_identity found =
            identify_and_assert(&takes_everything, anvil_str_of(text, (size_t)len));
        assert_ptr_equal(found.resource, resource);
        assert_int_equal((found.flags & ANVIL_IDENTITY_EXTENSION) != 0, type == TYPE_FLUE);
    }
    for (size_t i = 0; i < identity_vector_count; i++)
        if ((identity_vectors[i].flags & ANVIL_IDENTITY_IS_ARN) != 0)
            assert_int_equal(
                identify_and_assert(&takes_everything, text_of(identity_vectors[i].text)).verdict,
                ANVIL_IDENTITY_INVALID_ARN);
    assert_int_equal(verdict_in(FIELD_POOL_ID, "arn:aws:brick-yard:eu-west-1:444455556666:kiln/it"),
                     ANVIL_IDENTITY_INVALID_ARN);
}

TEST(verdicts_have_the_names_that_the_command_prints) {
    assert_string_equal(anvil_identity_verdict_name(ANVIL_IDENTITY_OK), "ok");
    assert_string_equal(anvil_identity_verdict_name(ANVIL_IDENTITY_CONSTRAINT), "constraint");
    assert_string_equal(anvil_identity_verdict_name(ANVIL_IDENTITY_INVALID_ARN), "invalid-arn");
    assert_string_equal(anvil_identity_verdict_name(ANVIL_IDENTITY_WRONG_TYPE), "wrong-type");
    assert_string_equal(anvil_identity_verdict_name(ANVIL_IDENTITY_UNKNOWN), "unknown");
}
