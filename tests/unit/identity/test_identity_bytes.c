/* SPDX-License-Identifier: Apache-2.0 */
/* The bytes of an identity: how many, which, where they end. */
#include "guard_page.h"
#include "identity_assert.h"
#include "identity_vectors.h"
#include "test.h"

TEST(nothing_is_read_beside_the_text) {
    for (size_t i = 0; i < identity_vector_count; i++) {
        const struct identity_vector *vector = &identity_vectors[i];
        size_t len = strlen(vector->text);
        struct guard_page before_edge = guard_page_of(vector->text, len);
        struct guard_page after_edge = guard_page_after(vector->text, len);
        struct anvil_identity found =
            identify_and_assert(&identity_rules[vector->field], anvil_str_of(before_edge.ptr, len));
        assert_is_vector(&found, vector);
        found =
            identify_and_assert(&identity_rules[vector->field], anvil_str_of(after_edge.ptr, len));
        assert_is_vector(&found, vector);
        guard_page_free(&before_edge);
        guard_page_free(&after_edge);
    }
}

TEST(bytes_behind_the_end_change_nothing) {
    static const char *const tails[] = {":",   "/", "a", "0", "-", "/FR", "FR", ":pool/pool-7",
                                        "\xC3"};
    for (size_t i = 0; i < identity_vector_count; i++)
        for (size_t t = 0; t < sizeof tails / sizeof tails[0]; t++) {
            char joined[256];
            const struct identity_vector *vector = &identity_vectors[i];
            size_t len = strlen(vector->text), tail = strlen(tails[t]);
            assert_true(len + tail <= sizeof joined);
            memcpy(joined, vector->text, len);
            memcpy(joined + len, tails[t], tail);
            struct anvil_identity found =
                anvil_identify(&identity_rules[vector->field], anvil_str_of(joined, len));
            assert_is_vector(&found, vector);
        }
}

/* */
TEST(length_is_held_to_the_byte) {
    static const char LETTERS[] = "pool-aaaaaaaaaaaaaaaaaaaaaaaa";
    struct anvil_identity_rule rule = identity_rules[FIELD_POOL_ID];
    rule.min = 8;
    rule.max = 12;
    for (size_t len = 0; len < sizeof LETTERS; len++) {
        struct anvil_identity found = identify_and_assert(&rule, anvil_str_of(LETTERS, len));
        assert_int_equal(found.verdict,
                         len < 8 || len > 12 ? ANVIL_IDENTITY_CONSTRAINT : ANVIL_IDENTITY_OK);
    }
    char longest[257];
    memset(longest, 'a', sizeof longest);
    memcpy(longest, "pool-", 5);
    rule = identity_rules[FIELD_POOL_ID];
    assert_int_equal(anvil_identify(&rule, anvil_str_of(longest, 256)).verdict, ANVIL_IDENTITY_OK);
    assert_int_equal(anvil_identify(&rule, anvil_str_of(longest, 257)).verdict,
                     ANVIL_IDENTITY_CONSTRAINT);
}

/* Too long a text is refused without a look at it. */
TEST(text_that_is_too_long_is_not_read) {
    struct guard_page page = guard_page_of("pool-x", 6);
    struct anvil_identity found =
        anvil_identify(&identity_rules[FIELD_POOL_ID], anvil_str_of(page.ptr, 100000));
    assert_int_equal(found.verdict, ANVIL_IDENTITY_CONSTRAINT);
    guard_page_free(&page);
}

/* */
TEST(absent_text_breaks_a_constraint_and_empty_text_may_be_allowed) {
    struct anvil_identity_rule rule = identity_rules[FIELD_ORIGINATION_IDENTITY];
    assert_int_equal(identify_and_assert(&rule, anvil_str_of(NULL, 0)).verdict,
                     ANVIL_IDENTITY_CONSTRAINT);
    assert_int_equal(identify_and_assert(&rule, anvil_str_of("", 0)).verdict,
                     ANVIL_IDENTITY_CONSTRAINT);
    rule.min = 0;
    assert_int_equal(identify_and_assert(&rule, anvil_str_of(NULL, 0)).verdict,
                     ANVIL_IDENTITY_CONSTRAINT);
    assert_int_equal(identify_and_assert(&rule, anvil_str_of("", 0)).verdict,
                     ANVIL_IDENTITY_UNKNOWN);
}

/* The class, written out once more: every byte at every place of an ID and of an ARN. */
TEST(every_byte_at_every_place) {
    static const char CLASS[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_:/-";
    static const char *const texts[] = {"pool-" HEX32, OWNER "pool/pool-7", "SHOP"};
    for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++)
        for (size_t at = 0; at < strlen(texts[t]); at++)
            for (int byte = 0; byte < 256; byte++) {
                char copy[128];
                size_t len = strlen(texts[t]);
                memcpy(copy, texts[t], len);
                copy[at] = (char)byte;
                struct anvil_identity found = identify_and_assert(
                    &identity_rules[FIELD_RESOURCE_ID], anvil_str_of(copy, len));
                bool is_in_class = memchr(CLASS, byte, sizeof CLASS - 1) != NULL;
                assert_int_equal(found.verdict == ANVIL_IDENTITY_CONSTRAINT, !is_in_class);
                if (copy[3] != ':' && (byte == ':' || byte == '/')) /* */
                    assert_int_equal(found.verdict, ANVIL_IDENTITY_INVALID_ARN);
            }
}

/* What is recognised is no exception where the member takes fewer bytes than that. */
TEST(a_resource_of_bytes_that_the_member_does_not_take) {
    static const char *const texts[] = {"pool-" HEX32, OWNER "pool/pool-" HEX32, "pool-X_7"};
    for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++)
        for (unsigned byte = 0; byte < 128; byte++) {
            struct anvil_identity_rule rule = identity_rules[FIELD_POOL_ID];
            uint8_t *row = &rule.bytes.rows[byte & 15];
            *row = (uint8_t)(*row & ~(1U << (byte >> 4)));
            bool has_byte = memchr(texts[t], (int)byte, strlen(texts[t])) != NULL;
            assert_int_equal(identify_and_assert(&rule, text_of(texts[t])).verdict,
                             has_byte ? ANVIL_IDENTITY_CONSTRAINT : ANVIL_IDENTITY_OK);
        }
}

/* */
TEST(every_truncation_of_an_arn) {
    static const struct {
        const char *whole;
        size_t shortest; /* from here on it is an ARN */
    } cases[] = {
        {OWNER "phone-number/phone-" HEX32, sizeof OWNER "phone-number/"},
        {OWNER "sender-id/SHOP/FR", sizeof OWNER "sender-id/SHOP/FR" - 1},
        {OWNER "opt-out-list/Default", sizeof OWNER "opt-out-list/"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t whole = strlen(cases[i].whole);
        struct guard_page page = guard_page_of(cases[i].whole, whole);
        for (size_t len = whole + 1; len-- > 4;) {
            guard_page_put(&page, cases[i].whole, len);
            struct anvil_identity found = identify_and_assert(
                &identity_rules[FIELD_ORIGINATION_IDENTITY], anvil_str_of(page.ptr, len));
            assert_int_equal(found.verdict == ANVIL_IDENTITY_INVALID_ARN, len < cases[i].shortest);
            assert_int_equal((found.flags & ANVIL_IDENTITY_CANONICAL) != 0, i == 0 && len == whole);
        }
        guard_page_free(&page);
    }
}
