/* SPDX-License-Identifier: Apache-2.0 */
/* to, [R-110] and with the tables that are generated from the model: the
 * same vectors, told apart by the descriptors of the members themselves. */
#include "identity_assert.h"
#include "identity_vectors.h"
#include "smsv2/smsv2.h"
#include "test.h"

/* Where each member of the vectors is found. */
static const struct {
    const struct anvil_shape *shape;
    const char *member;
    enum identity_field field;
} members[] = {
    {&smsv2_associate_origination_identity_request_shape, "PoolId", FIELD_POOL_ID},
    {&smsv2_associate_origination_identity_request_shape, "OriginationIdentity",
     FIELD_ORIGINATION_IDENTITY},
    {&smsv2_disassociate_origination_identity_request_shape, "PoolId", FIELD_POOL_ID},
    {&smsv2_disassociate_origination_identity_request_shape, "OriginationIdentity",
     FIELD_ORIGINATION_IDENTITY},
    {&smsv2_create_registration_association_request_shape, "RegistrationId", FIELD_REGISTRATION_ID},
    {&smsv2_create_registration_association_request_shape, "ResourceId", FIELD_RESOURCE_ID},
};
enum { MEMBER_COUNT = sizeof members / sizeof members[0] };

static const struct anvil_identity_rule *rule_of(size_t member) {
    const struct anvil_shape *shape = members[member].shape;
    for (size_t i = 0; i < shape->member_count; i++)
        if (anvil_str_equal(anvil_member_name(&shape->members[i]),
                            text_of(members[member].member))) {
            assert_non_null(shape->members[i].limits);
            assert_non_null(shape->members[i].limits->identity);
            return shape->members[i].limits->identity;
        }
    fail_msg("there is no member %s", members[member].member);
    return NULL;
}

TEST(every_vector_is_what_it_says_in_the_member_itself) {
    for (size_t member = 0; member < MEMBER_COUNT; member++) {
        const struct anvil_identity_rule *rule = rule_of(member);
        size_t judged = 0;
        for (size_t i = 0; i < identity_vector_count; i++) {
            const struct identity_vector *vector = &identity_vectors[i];
            if (vector->field != members[member].field)
                continue;
            struct anvil_identity found = identify_and_assert(rule, text_of(vector->text));
            assert_is_vector(&found, vector);
            judged++;
        }
        assert_true(judged > 0);
    }
}

/* The types with an ARN are those of the IAM service authorization reference. */
TEST(the_service_has_twelve_types_of_resources) {
    static const char *const types[] = {"configuration-set",
                                        "message",
                                        "notify-configuration",
                                        "opt-out-list",
                                        "phone-number",
                                        "pool",
                                        "protect-configuration",
                                        "rcs-agent",
                                        "registration",
                                        "registration-attachment",
                                        "sender-id",
                                        "verified-destination-number"};
    const struct anvil_resource_table *table = rule_of(0)->table;
    assert_int_equal(table->count, sizeof types / sizeof types[0]);
    assert_true(anvil_str_equal(table->service, text_of("sms-voice")));
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        size_t found = 0;
        for (size_t entry = 0; entry < table->count; entry++)
            found += anvil_str_equal(table->resources[entry].type, text_of(types[i]));
        assert_int_equal(found, 1);
    }
}

/* An ARN of each type, and the ID inside it, in each member. */
TEST(generated_and_hand_written_rules_take_the_same) {
    for (size_t member = 0; member < MEMBER_COUNT; member++) {
        const struct anvil_identity_rule *rule = rule_of(member);
        const struct anvil_identity_rule *hand = &identity_rules[members[member].field];
        assert_int_equal(rule->min, hand->min);
        assert_int_equal(rule->max, hand->max);
        assert_int_equal(rule->has_country, hand->has_country);
        for (size_t entry = 0; entry < rule->table->count; entry++) {
            struct anvil_str type = rule->table->resources[entry].type;
            unsigned wanted = 0;
            for (size_t i = 0; i < TYPE_COUNT; i++)
                if (anvil_str_equal(sms_voice_table.resources[i].type, type))
                    wanted =
                        (hand->accepts >> i & 1 ? 1u : 0u) | (hand->extensions >> i & 1 ? 2u : 0u);
            assert_int_equal((rule->accepts >> entry & 1 ? 1u : 0u) |
                                 (rule->extensions >> entry & 1 ? 2u : 0u),
                             wanted);
        }
    }
}

/* */
TEST(every_type_of_the_service_is_written_and_read_back) {
    const struct anvil_identity_rule *rule = rule_of(0);
    for (size_t entry = 0; entry < rule->table->count; entry++) {
        struct anvil_arn parts = {.partition = ANVIL_STR("aws"),
                                  .region = ANVIL_STR("eu-west-1"),
                                  .account = ANVIL_STR("444455556666"),
                                  .type = rule->table->resources[entry].type,
                                  .id = ANVIL_STR("some_ID-7"),
                                  .country = ANVIL_STR("FR")};
        char text[128];
        size_t bytes;
        assert_int_equal(anvil_arn_write(rule->table, &parts, text, sizeof text, &bytes), ANVIL_OK);
        struct anvil_identity found = identify_and_assert(rule, anvil_str_of(text, bytes));
        assert_ptr_equal(found.resource, &rule->table->resources[entry]);
        assert_true(anvil_str_equal(found.id, parts.id));
    }
}
