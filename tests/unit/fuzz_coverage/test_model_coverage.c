/* SPDX-License-Identifier: Apache-2.0 */
/* Marks of the model: which answer of the engine leads to which. */
#include "coverage/model_coverage.h"

#include "coverage/model_marks.h"
#include "coverage/model_places.h"
#include "smsv2/smsv2.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned char memory[1 << 16];
static unsigned char value[4096];
static struct anvil_report report;

static void note_with(const struct anvil_shape *shape, const char *body, unsigned checks) {
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    enum anvil_status status =
        anvil_decode(shape, anvil_str_of(body, strlen(body)), checks, &arena, value, &report);
    model_coverage_note(shape, value, checks, status, &report);
}

/* Whether a line stands among the marks. */
static bool is_printed(const char *line, bool all) {
    char *text = NULL;
    size_t bytes = 0;
    FILE *out = open_memstream(&text, &bytes);
    assert_non_null(out);
    model_marks_print(out, all);
    assert_int_equal(fclose(out), 0);
    bool is_there = strstr(text, line) != NULL;
    free(text);
    return is_there;
}

/* Notes a message, which has to hit a mark that nothing hit before. */
static void expect_mark(const struct anvil_shape *shape, const char *body, unsigned checks,
                        const char *line) {
    assert_true(is_printed(line, true));
    assert_false(is_printed(line, false));
    note_with(shape, body, checks);
    assert_true(is_printed(line, false));
}

#define EXPECT(request, body, mark)                                                                \
    expect_mark(&smsv2_##request##_request_shape, body, ANVIL_STRICT, mark "\n")

TEST(constraints_hold_and_are_broken) {
    EXPECT(describe_pools, "{\"MaxResults\":5}", "DescribePoolsRequest MaxResults range holds");
    EXPECT(describe_pools, "{\"MaxResults\":0}", "DescribePoolsRequest MaxResults range broken");
    EXPECT(describe_pools, "{\"Owner\":\"SELF\"}", "DescribePoolsRequest Owner enum holds");
    EXPECT(describe_pools, "{\"Owner\":\"ELF\"}", "DescribePoolsRequest Owner enum broken");
    EXPECT(describe_pools, "{\"NextToken\":\"\"}", "DescribePoolsRequest NextToken min broken");
    EXPECT(describe_pools, "{\"NextToken\":\" !\"}", "DescribePoolsRequest NextToken min holds");
}

TEST(bounds_are_told_apart) {
    EXPECT(associate_origination_identity, "{\"IsoCountryCode\":\"D\"}",
           "AssociateOriginationIdentityRequest IsoCountryCode min just-broken");
    EXPECT(associate_origination_identity,
           "{\"PoolId\":\"p\",\"OriginationIdentity\":\"o\",\"IsoCountryCode\":\"DE\"}",
           "AssociateOriginationIdentityRequest IsoCountryCode max at-bound");
    assert_true(
        is_printed("AssociateOriginationIdentityRequest IsoCountryCode min at-bound\n", false));
    EXPECT(associate_origination_identity, "{\"IsoCountryCode\":\"DEFG\"}",
           "AssociateOriginationIdentityRequest IsoCountryCode max broken");
    assert_false(
        is_printed("AssociateOriginationIdentityRequest IsoCountryCode max just-broken\n", false));
}

TEST(members_that_are_missing_twice_there_or_unknown) {
    EXPECT(put_keyword, "{}", "PutKeywordRequest Keyword required broken");
    EXPECT(put_keyword,
           "{\"OriginationIdentity\":\"o\",\"Keyword\":\"K\",\"KeywordMessage\":\"m\"}",
           "PutKeywordRequest Keyword required holds");
    EXPECT(put_keyword, "{\"Keyword\":\"K\",\"Keyword\":\"K\"}",
           "PutKeywordRequest Keyword duplicate broken");
    expect_mark(&smsv2_put_keyword_request_shape, "{\"Bagel\":1}", ANVIL_CHECK_UNKNOWN_MEMBER,
                "PutKeywordRequest OriginationIdentity unknown-member broken\n");
}

TEST(forms_of_values_deep_inside) {
    EXPECT(create_pool, "{\"Tags\":[{\"Key\":1}]}", "Tag Key form broken");
    EXPECT(create_pool, "{\"Tags\":{}}", "CreatePoolRequest Tags form broken");
    EXPECT(create_pool, "{\"Tags\":[{\"Key\":\"\",\"Value\":\"v\"}]}", "Tag Key min just-broken");
}

TEST(a_constraint_that_was_not_asked_for_leaves_no_mark) {
    note_with(&smsv2_describe_keywords_request_shape,
              "{\"OriginationIdentity\":\"o\",\"NextToken\":\"t\"}", ANVIL_OFF);
    assert_true(is_printed("DescribeKeywordsRequest OriginationIdentity form holds\n", false));
    assert_false(is_printed("DescribeKeywordsRequest OriginationIdentity pattern holds\n", false));
    assert_false(is_printed("DescribeKeywordsRequest OriginationIdentity required holds\n", false));
}

TEST(what_is_possible_is_counted_once) {
    size_t before = model_marks_hit();
    note_with(&smsv2_describe_pools_request_shape, "{\"MaxResults\":6}", ANVIL_STRICT);
    note_with(&smsv2_describe_pools_request_shape, "{\"MaxResults\":7}", ANVIL_STRICT);
    assert_true(model_marks_hit() <= before + 2);
    assert_true(model_marks_hit() < model_marks_possible());
    assert_true(model_marks_possible() > 10000);
}

TEST(names_lead_to_their_places) {
    size_t count = 0;
    const struct model_place **places =
        model_places_named(anvil_str_of("IsoCountryCode", 14), &count);
    assert_true(count > 5);
    for (size_t i = 0; i < count; i++)
        assert_true(anvil_str_equal(anvil_member_name(places[i]->member),
                                    anvil_str_of("IsoCountryCode", 14)));
    model_places_named(anvil_str_of("IsoCountryCod", 13), &count);
    assert_int_equal(count, 0);
    assert_null(model_owner_of(NULL));
}
