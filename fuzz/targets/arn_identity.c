/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ARN or ID: any text in any member that takes identities.
 *
 * Functions: anvil_identify(), anvil_identify_stored(), anvil_arn_parse(), anvil_arn_write(),
 * anvil_identity_scope_of(), anvil_identity_compare_country(), anvil_identity_kind().
 * Oracles: reference_agrees (oracle/identity_reference.h), views_inside, fixpoint, exact_fit.
 *
 * Input: the index of the rule (input/model_parts.h); a byte whose bits say which types of resource
 * a store holds the value as; the value.
 */
#include "anvil/identity.h"
#include "fuzz_input.h"
#include "identity_reference.h"
#include "model_parts.h"
#include "oracle.h"

#include <stdlib.h>
#include <string.h>

const struct fuzz_target fuzz_target = {"arn_identity",
                                        FUZZ_ASKS(reference_agrees) | FUZZ_ASKS(views_inside) |
                                            FUZZ_ASKS(fixpoint) | FUZZ_ASKS(exact_fit)};

static bool is_view(struct anvil_str part, struct anvil_str text) {
    return part.ptr == NULL ? part.len == 0
                            : part.ptr >= text.ptr && part.ptr + part.len <= text.ptr + text.len;
}

static void expect_arn_views(const struct anvil_arn *arn, struct anvil_str text) {
    FUZZ_EXPECT(views_inside, is_view(arn->partition, text) && is_view(arn->service, text) &&
                                  is_view(arn->region, text) && is_view(arn->account, text) &&
                                  is_view(arn->resource, text) && is_view(arn->type, text) &&
                                  is_view(arn->id, text) && is_view(arn->country, text));
}

static void expect_parts(struct anvil_str text) {
    struct anvil_str wanted[6];
    struct anvil_arn arn;
    bool is_arn = naive_arn_parts(text, wanted);
    enum anvil_status status = anvil_arn_parse(text, &arn);
    expect_arn_views(&arn, text);
    FUZZ_EXPECT(reference_agrees, status == (is_arn ? ANVIL_OK : ANVIL_E_IDENTITY));
    if (is_arn)
        FUZZ_EXPECT(reference_agrees, anvil_str_equal(arn.partition, wanted[1]) &&
                                          anvil_str_equal(arn.service, wanted[2]) &&
                                          anvil_str_equal(arn.region, wanted[3]) &&
                                          anvil_str_equal(arn.account, wanted[4]) &&
                                          anvil_str_equal(arn.resource, wanted[5]));
}

/* The parts of an ARN of the service are written as the ARN that they were read from. */
static void expect_written(const struct anvil_identity_rule *rule, const struct anvil_arn *arn,
                           struct anvil_str text) {
    size_t bytes = 0;
    char *buffer = fuzz_memory(text.len);
    struct anvil_arn unnamed = *arn;
    unnamed.service = anvil_str_of(NULL, 0);
    FUZZ_EXPECT(exact_fit,
                anvil_arn_write(rule->table, &unnamed, NULL, 0, &bytes) == ANVIL_E_BUFFER &&
                    bytes == text.len);
    unnamed.type.len--;
    FUZZ_EXPECT(reference_agrees, anvil_arn_write(rule->table, &unnamed, buffer, text.len,
                                                  &bytes) == ANVIL_E_IDENTITY);
    unnamed.type.len++;
    unnamed.account.len--;
    FUZZ_EXPECT(reference_agrees, anvil_arn_write(rule->table, &unnamed, buffer, text.len,
                                                  &bytes) == ANVIL_E_IDENTITY);
    for (size_t capacity = 0; capacity < text.len; capacity++) {
        enum anvil_status status = anvil_arn_write(rule->table, arn, buffer, capacity, &bytes);
        FUZZ_EXPECT(exact_fit, status == ANVIL_E_BUFFER && bytes == text.len);
    }
    enum anvil_status status = anvil_arn_write(rule->table, arn, buffer, text.len, &bytes);
    FUZZ_EXPECT(fixpoint,
                status == ANVIL_OK && bytes == text.len && memcmp(buffer, text.ptr, bytes) == 0);
    free(buffer);
}

struct holdings {
    const struct anvil_resource *first;
    uint8_t bits;
};

static bool holds(void *context, const struct anvil_resource *resource, struct anvil_str id) {
    const struct holdings *holdings = context;
    (void)id;
    return (holdings->bits >> (resource - holdings->first) % 8 & 1) != 0;
}

/* What is not held is judged by its looks; what is held is never unknown. */
static void expect_store(const struct anvil_identity_rule *rule, struct anvil_str text,
                         const struct anvil_identity *looks, uint8_t bits) {
    struct holdings holdings = {rule->table->resources, bits};
    struct anvil_identity_store store = {holds, &holdings};
    struct anvil_identity found = anvil_identify_stored(rule, &store, text);
    holdings.bits = 0;
    struct anvil_identity nothing = anvil_identify_stored(rule, &store, text);
    FUZZ_EXPECT(reference_agrees, nothing.verdict == looks->verdict &&
                                      nothing.resource == looks->resource &&
                                      nothing.flags == looks->flags);
    FUZZ_EXPECT(
        reference_agrees,
        found.verdict == looks->verdict ||
            (found.verdict == ANVIL_IDENTITY_OK && found.resource != NULL &&
             holds(&(struct holdings){rule->table->resources, bits}, found.resource, text)));
}

/* asked by those who are in the ARN, and by others */
static void expect_place(const struct anvil_identity *found) {
    const struct anvil_arn *arn = &found->arn;
    bool is_own_arn = found->resource != NULL && (found->flags & ANVIL_IDENTITY_IS_ARN) != 0;
    struct anvil_identity_caller caller = {arn->partition, arn->region, arn->account};
    enum anvil_identity_scope here = found->resource == NULL ? ANVIL_SCOPE_NONE : ANVIL_SCOPE_OWN;
    FUZZ_EXPECT(reference_agrees, anvil_identity_scope_of(found, &caller) == here);
    struct anvil_identity_caller nobody = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
    FUZZ_EXPECT(reference_agrees,
                anvil_identity_scope_of(found, &nobody) == here &&
                    anvil_identity_compare_country(found, nobody.region) == ANVIL_COUNTRY_NONE);
    FUZZ_EXPECT(reference_agrees,
                anvil_identity_compare_country(found, arn->country) ==
                    (arn->country.ptr != NULL ? ANVIL_COUNTRY_SAME : ANVIL_COUNTRY_NONE));
    if (!is_own_arn)
        return;
    caller.account = anvil_str_of("", 0);
    FUZZ_EXPECT(reference_agrees,
                anvil_identity_scope_of(found, &caller) == ANVIL_SCOPE_OTHER_ACCOUNT);
    caller.region = caller.account;
    FUZZ_EXPECT(reference_agrees,
                anvil_identity_scope_of(found, &caller) == ANVIL_SCOPE_OTHER_REGION);
    caller.partition = caller.account;
    FUZZ_EXPECT(reference_agrees,
                anvil_identity_scope_of(found, &caller) == ANVIL_SCOPE_OTHER_PARTITION);
    FUZZ_EXPECT(reference_agrees,
                anvil_identity_compare_country(found, caller.account) ==
                    (arn->country.ptr != NULL ? ANVIL_COUNTRY_OTHER : ANVIL_COUNTRY_NONE));
}

/* No text at all is no ARN and no identity. */
static void expect_absent(const struct anvil_identity_rule *rule) {
    struct anvil_str absent = {NULL, 0};
    struct anvil_arn arn;
    FUZZ_EXPECT(reference_agrees,
                anvil_identify(rule, absent).verdict == ANVIL_IDENTITY_CONSTRAINT &&
                    anvil_arn_parse(absent, &arn) == ANVIL_E_IDENTITY && arn.resource.ptr == NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz_input input = fuzz_input_of(data, size);
    const struct anvil_identity_rule *rule = model_rule(fuzz_byte(&input));
    uint8_t held = fuzz_byte(&input);
    struct fuzz_block block = fuzz_block_of(fuzz_rest(&input), 0);
    struct anvil_str text = block.text;
    struct anvil_identity found = anvil_identify(rule, text);

    expect_parts(text);
    expect_arn_views(&found.arn, text);
    FUZZ_EXPECT(views_inside, is_view(found.id, text));
    if (naive_identity_can_judge(text))
        FUZZ_EXPECT(reference_agrees, naive_identity(rule, text) == found.verdict);
    if (found.verdict != ANVIL_IDENTITY_OK && found.verdict != ANVIL_IDENTITY_WRONG_TYPE)
        FUZZ_EXPECT(reference_agrees, found.flags == 0 && found.resource == NULL &&
                                          anvil_identity_kind(&found).ptr == NULL);
    if (found.resource != NULL && (found.flags & ANVIL_IDENTITY_IS_ARN) != 0)
        expect_written(rule, &found.arn, text);
    expect_store(rule, text, &found, held);
    expect_place(&found);
    expect_absent(rule);
    fuzz_block_free(&block);
    return 0;
}
