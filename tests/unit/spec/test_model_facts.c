/* SPDX-License-Identifier: Apache-2.0 */
/* The facts of the API reference, written down a second time and compared with the tables: a slip
 * in the model would otherwise be a slip everywhere. */
#include "smsv2/smsv2.h"
#include "test.h"

#include "anvil/identity.h"

#include <string.h>

struct fact {
    const char *name;
    bool is_required;
    uint64_t min;
    uint64_t max;
    const char *pattern; /* NULL: none */
    const char *kinds;   /* what an identity may be, extensions with a plus; NULL: none */
};

/* The names of a rule's resource types, each with a space before it. */
static void list_kinds(const struct anvil_identity_rule *rule, char *text) {
    text[0] = '\0';
    for (size_t i = 0; i < rule->table->count; i++) {
        if ((rule->accepts >> i & 1) == 0)
            continue;
        strcat(text, (rule->extensions >> i & 1) != 0 ? " +" : " ");
        strncat(text, rule->table->resources[i].type.ptr, rule->table->resources[i].type.len);
    }
}

static void assert_fact(const struct anvil_member *member, const struct fact *fact) {
    static const struct anvil_limits free_limits = {.max = ANVIL_UNLIMITED};
    const struct anvil_limits *limits = member->limits == NULL ? &free_limits : member->limits;
    assert_int_equal(member->name_bytes, strlen(fact->name));
    assert_memory_equal(anvil_member_name(member).ptr, fact->name, member->name_bytes);
    assert_int_equal((member->flags & ANVIL_MEMBER_REQUIRED) != 0, fact->is_required);
    assert_true(limits->min == fact->min && limits->max == fact->max);
    assert_int_equal(limits->pattern != NULL, fact->pattern != NULL);
    if (fact->pattern != NULL)
        assert_string_equal(limits->pattern->source.ptr, fact->pattern);
    assert_int_equal(limits->identity != NULL, fact->kinds != NULL);
    if (fact->kinds != NULL) {
        char kinds[256];
        list_kinds(limits->identity, kinds);
        assert_string_equal(kinds, fact->kinds);
        assert_true(limits->identity->min == fact->min);
        assert_int_equal(limits->identity->max,
                         fact->max == ANVIL_UNLIMITED ? UINT16_MAX : fact->max);
    }
}

static void assert_facts(const struct anvil_shape *shape, const struct fact *facts, size_t count) {
    assert_int_equal(shape->member_count, count);
    for (size_t i = 0; i < count; i++)
        assert_fact(&shape->members[i], &facts[i]);
}

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))
#define ANY 0, ANVIL_UNLIMITED, NULL, NULL
#define ANSWER 0, ANVIL_UNLIMITED, NULL
#define IDENTITY 1, 256, "^[A-Za-z0-9_:/-]+$"
#define COUNTRY 2, 2, "^[A-Z]{2}$", NULL

TEST(associate_and_disassociate_take_the_same_request) {
    static const struct fact facts[] = {
        {"PoolId", true, IDENTITY, " pool"},
        {"OriginationIdentity", true, IDENTITY, " phone-number sender-id +rcs-agent"},
        {"IsoCountryCode", true, COUNTRY},
        {"ClientToken", false, 1, 64, "^[!-~]+$", NULL},
    };
    static const struct anvil_operation *const operations[] = {
        &smsv2_associate_origination_identity, &smsv2_disassociate_origination_identity};
    for (size_t i = 0; i < 2; i++) {
        assert_facts(operations[i]->input, facts, COUNT_OF(facts));
        assert_ptr_equal(operations[i]->token, &operations[i]->input->members[3]);
        assert_int_equal(operations[i]->input->members[1].limits->identity->has_country, 1);
    }
}

TEST(associate_and_disassociate_give_the_same_response) {
    static const struct fact facts[] = {
        {"PoolArn", false, ANSWER, " pool"},
        {"PoolId", false, ANSWER, " pool"},
        {"OriginationIdentityArn", false, ANSWER, " phone-number sender-id +rcs-agent"},
        {"OriginationIdentity", false, ANSWER, " phone-number sender-id +rcs-agent"},
        {"IsoCountryCode", false, COUNTRY},
    };
    assert_facts(smsv2_associate_origination_identity.output, facts, COUNT_OF(facts));
    assert_facts(smsv2_disassociate_origination_identity.output, facts, COUNT_OF(facts));
}

TEST(create_registration_association_is_as_published) {
    static const struct fact request[] = {
        {"RegistrationId", true, IDENTITY, " registration"},
        {"ResourceId", true, IDENTITY, " phone-number sender-id registration +rcs-agent"},
    };
    static const struct fact response[] = {
        {"RegistrationArn", true, ANSWER, " registration"},
        {"RegistrationId", true, ANSWER, " registration"},
        {"RegistrationType", true, 1, 64, "^[A-Za-z0-9_]+$", NULL},
        {"ResourceArn", true, ANSWER, " phone-number sender-id registration +rcs-agent"},
        {"ResourceId", true, ANSWER, " phone-number sender-id registration +rcs-agent"},
        {"ResourceType", true, ANY},
        {"IsoCountryCode", false, COUNTRY},
        {"PhoneNumber", false, 1, 20, "^\\+?[1-9][0-9]{1,18}$", ""},
    };
    const struct anvil_operation *operation = &smsv2_create_registration_association;
    assert_facts(operation->input, request, COUNT_OF(request));
    assert_facts(operation->output, response, COUNT_OF(response));
    assert_null(operation->token);
    assert_int_equal(operation->input->members[1].limits->identity->has_country, 0);
}

TEST(errors_are_listed_as_published) {
    static const char *const names[] = {
        "ServiceQuotaExceededException", "ThrottlingException", "AccessDeniedException",
        "ResourceNotFoundException",     "ValidationException", "ConflictException",
        "InternalServerException"};
    static const struct {
        const struct anvil_operation *operation;
        size_t first;
    } cases[] = {{&smsv2_associate_origination_identity, 0},
                 {&smsv2_create_registration_association, 0},
                 {&smsv2_disassociate_origination_identity, 1}};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_int_equal(cases[i].operation->error_count, 7 - cases[i].first);
        for (size_t j = cases[i].first; j < 7; j++)
            assert_string_equal(cases[i].operation->errors[j - cases[i].first]->shape->name,
                                names[j]);
    }
}

TEST(errors_have_their_members_statuses_and_retry_classes) {
    static const struct {
        const struct anvil_error_type *error;
        const char *members;
        int status;
        int retry;
    } cases[] = {
        {&smsv2_access_denied_exception_error, " Message Reason", 400, ANVIL_RETRY_NEVER},
        {&smsv2_conflict_exception_error, " Message Reason ResourceType ResourceId", 400,
         ANVIL_RETRY_NEVER},
        {&smsv2_internal_server_exception_error, " Message RequestId", 500, ANVIL_RETRY_TRANSIENT},
        {&smsv2_resource_not_found_exception_error, " Message ResourceType ResourceId", 400,
         ANVIL_RETRY_NEVER},
        {&smsv2_service_quota_exceeded_exception_error, " Message Reason", 400, ANVIL_RETRY_NEVER},
        {&smsv2_throttling_exception_error, " Message", 400, ANVIL_RETRY_THROTTLE},
        {&smsv2_validation_exception_error, " Message Reason Fields", 400, ANVIL_RETRY_NEVER},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct anvil_shape *shape = cases[i].error->shape;
        char members[128] = "";
        for (size_t j = 0; j < shape->member_count; j++) {
            strcat(members, " ");
            strncat(members, anvil_member_name(&shape->members[j]).ptr,
                    shape->members[j].name_bytes);
        }
        assert_string_equal(members, cases[i].members);
        assert_int_equal(cases[i].error->http_status, cases[i].status);
        assert_int_equal(cases[i].error->retry, cases[i].retry);
        assert_true(shape->required == 0);
    }
}

TEST(enums_have_the_newest_lists) {
    assert_int_equal(smsv2_access_denied_exception_reason_values.count, 2);
    assert_int_equal(smsv2_conflict_exception_reason_values.count, 41);
    assert_int_equal(smsv2_resource_type_values.count, 19);
    assert_int_equal(smsv2_service_quota_exceeded_exception_reason_values.count, 28);
    assert_int_equal(smsv2_validation_exception_reason_values.count, 43);
    assert_int_equal(SMSV2_CONFLICT_EXCEPTION_REASON_NOTIFY_CONFIGURATION_NOT_ACTIVE, 41);
    assert_int_equal(SMSV2_RESOURCE_TYPE_PHONE_NUMBER, 2);
    assert_true(anvil_str_equal(anvil_enum_value(&smsv2_resource_type_values, 1),
                                anvil_str_of("phone-number", 12)));
    assert_int_equal(SMSV2_RESOURCE_TYPE_ABSENT, 0);
    assert_int_equal(SMSV2_RESOURCE_TYPE_UNKNOWN, ANVIL_ENUM_UNKNOWN);
}

TEST(the_service_is_as_published) {
    const struct anvil_identity_rule *rule =
        smsv2_associate_origination_identity.input->members[0].limits->identity;
    assert_string_equal(smsv2_service.name.ptr, "PinpointSMSVoiceV2");
    assert_string_equal(smsv2_service.version.ptr, "2022-03-31");
    assert_string_equal(smsv2_service.name_space.ptr, "com.amazonaws.pinpointsmsvoicev2");
    assert_string_equal(smsv2_service.content_type.ptr, "application/x-amz-json-1.0");
    assert_string_equal(smsv2_service.arn_service.ptr, "sms-voice");
    assert_int_equal(smsv2_service.model_sha256.len, 64);
    assert_int_equal(smsv2_operations.count, 109);
    assert_int_equal(smsv2_service.error_count, 7);
    assert_int_equal(rule->table->count, 12);
    assert_string_equal(rule->table->service.ptr, "sms-voice");
}

TEST(validation_fields_are_a_list_of_names_and_messages) {
    const struct anvil_shape *list = smsv2_validation_exception_shape.members[2].target;
    const struct anvil_shape *item = list->members[0].target;
    assert_int_equal(list->kind, ANVIL_KIND_LIST);
    assert_ptr_equal(item, &smsv2_validation_exception_field_shape);
    assert_true(item->required == 3);
}
