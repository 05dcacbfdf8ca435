/* SPDX-License-Identifier: Apache-2.0 */
/* What a seed says about resources that are there: who is in which pool, what belongs to which
 * registration, keywords, and what the account and the registration types allow. */
#include "seed.h"

#include "anvil/identity.h"
#include "smsv2/smsv2.h"

#include <stdio.h>
#include <string.h>

/* The key of the resource with this ARN, or with this ID in the account when there is none. False
 * after a problem with `member`. */
static bool find(struct seed *seed, const char *type, struct anvil_str arn, struct anvil_str id,
                 const char *member, int64_t *key) {
    bool by_arn = arn.ptr != NULL;
    sqlite3_stmt *statement =
        anvil_account_query(seed->store, by_arn ? ACCOUNT_BY_ARN : ACCOUNT_BY_ID);

    if (by_arn) {
        anvil_account_bind_text(statement, 1, arn);
    } else {
        anvil_account_bind_text(statement, 1, anvil_str_of(type, strlen(type)));
        anvil_account_bind_text(statement, 2, id);
    }
    int step = anvil_account_step(statement);
    if (step < 0)
        return anvil_seed_store_failed(seed);
    *key = step > 0 ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_reset(statement);
    return step > 0 || anvil_seed_fail(seed, member, "names nothing that the seed holds");
}

/* Runs an insertion of two keys unless they are there. */
static bool relate(struct seed *seed, enum anvil_account_query look,
                   enum anvil_account_query insertion, int64_t first, int64_t second) {
    for (int is_insertion = 0; is_insertion < 2; is_insertion++) {
        sqlite3_stmt *statement = anvil_account_query(seed->store, is_insertion ? insertion : look);
        anvil_account_bind_number(statement, 1, first);
        anvil_account_bind_number(statement, 2, second);
        int step = anvil_account_step(statement);
        sqlite3_reset(statement);
        if (step != 0)
            return step > 0 || anvil_seed_store_failed(seed);
    }
    return true;
}

/* Numbers and agents are in one pool at most; senders may be in several. */
static bool join_pool(struct seed *seed, int64_t pool, int64_t identity, bool is_sender) {
    sqlite3_stmt *statement = anvil_account_query(seed->store, ACCOUNT_POOL_OF);

    anvil_account_bind_number(statement, 1, identity);
    int step = anvil_account_step(statement);
    bool is_elsewhere = step > 0 && sqlite3_column_int64(statement, 0) != pool;
    sqlite3_reset(statement);
    if (is_elsewhere && !is_sender)
        return anvil_seed_fail(seed, "", "is in two pools");
    return relate(seed, ACCOUNT_IS_MEMBER, ACCOUNT_ADD_MEMBER, pool, identity);
}

static bool join_registration(struct seed *seed, int64_t registration, int64_t resource) {
    return relate(seed, ACCOUNT_IS_ASSOCIATED, ACCOUNT_ADD_ASSOCIATION, registration, resource);
}

static bool relate_numbers(struct seed *seed, const void *value) {
    const struct smsv2_phone_number_information_list *numbers =
        &((const struct smsv2_describe_phone_numbers_result *)value)->phone_numbers;
    const struct anvil_str absent = {NULL, 0};
    int64_t self = 0;
    int64_t other = 0;

    seed->list = "PhoneNumbers";
    for (seed->item = 0; seed->item < numbers->count; seed->item++) {
        const struct smsv2_phone_number_information *number = &numbers->items[seed->item];
        if (!find(seed, "", number->phone_number_arn, absent, "PhoneNumberArn", &self))
            return false;
        if (number->pool_id.ptr != NULL &&
            (!find(seed, "pool", absent, number->pool_id, "PoolId", &other) ||
             !join_pool(seed, other, self, false)))
            return false;
        if (number->registration_id.ptr != NULL &&
            (!find(seed, "registration", absent, number->registration_id, "RegistrationId",
                   &other) ||
             !join_registration(seed, other, self)))
            return false;
    }
    return true;
}

static bool relate_senders(struct seed *seed, const void *value) {
    const struct smsv2_sender_id_information_list *senders =
        &((const struct smsv2_describe_sender_ids_result *)value)->sender_ids;
    const struct anvil_str absent = {NULL, 0};
    int64_t self = 0;
    int64_t other = 0;

    seed->list = "SenderIds";
    for (seed->item = 0; seed->item < senders->count; seed->item++) {
        const struct smsv2_sender_id_information *sender = &senders->items[seed->item];
        if (sender->registration_id.ptr == NULL)
            continue;
        if (!find(seed, "", sender->sender_id_arn, absent, "SenderIdArn", &self) ||
            !find(seed, "registration", absent, sender->registration_id, "RegistrationId",
                  &other) ||
            !join_registration(seed, other, self))
            return false;
    }
    return true;
}

static bool relate_agents(struct seed *seed, const void *value) {
    const struct smsv2_rcs_agent_information_list *agents =
        &((const struct smsv2_describe_rcs_agents_result *)value)->rcs_agents;
    const struct anvil_str absent = {NULL, 0};
    int64_t self = 0;
    int64_t pool = 0;

    seed->list = "RcsAgents";
    for (seed->item = 0; seed->item < agents->count; seed->item++) {
        const struct smsv2_rcs_agent_information *agent = &agents->items[seed->item];
        if (agent->pool_id.ptr == NULL)
            continue;
        if (!find(seed, "", agent->rcs_agent_arn, absent, "RcsAgentArn", &self) ||
            !find(seed, "pool", absent, agent->pool_id, "PoolId", &pool) ||
            !join_pool(seed, pool, self, false))
            return false;
    }
    return true;
}

/* Whether an ARN is a sender ID's. */
static bool is_sender(struct anvil_str text) {
    static const struct anvil_str SENDER_ID = ANVIL_STR("sender-id");
    struct anvil_arn arn;
    return anvil_arn_parse(text, &arn) == ANVIL_OK && anvil_str_equal(arn.type, SENDER_ID);
}

static bool relate_pool(struct seed *seed, const void *value) {
    const struct smsv2_list_pool_origination_identities_result *pool = value;
    const struct anvil_str absent = {NULL, 0};
    int64_t pool_key = 0;
    int64_t key = 0;

    seed->list = "OriginationIdentities";
    for (seed->item = 0; seed->item < pool->origination_identities.count; seed->item++) {
        struct anvil_str arn =
            pool->origination_identities.items[seed->item].origination_identity_arn;
        if (arn.ptr == NULL)
            return anvil_seed_fail(seed, "OriginationIdentityArn",
                                   "every member of a pool needs it");
        if (!find(seed, "pool", pool->pool_arn, pool->pool_id, "PoolArn", &pool_key) ||
            !find(seed, "", arn, absent, "OriginationIdentityArn", &key) ||
            !join_pool(seed, pool_key, key, is_sender(arn)))
            return false;
    }
    return true;
}

static bool relate_registration(struct seed *seed, const void *value) {
    const struct smsv2_list_registration_associations_result *list = value;
    const struct anvil_str absent = {NULL, 0};
    int64_t registration = 0;
    int64_t resource = 0;

    seed->list = "RegistrationAssociations";
    for (seed->item = 0; seed->item < list->registration_associations.count; seed->item++) {
        struct anvil_str arn = list->registration_associations.items[seed->item].resource_arn;
        if (arn.ptr == NULL)
            return anvil_seed_fail(seed, "ResourceArn", "every association needs it");
        if (!find(seed, "registration", list->registration_arn, list->registration_id,
                  "RegistrationArn", &registration) ||
            !find(seed, "", arn, absent, "ResourceArn", &resource) ||
            !join_registration(seed, registration, resource))
            return false;
    }
    return true;
}

/* Keywords of several documents about one identity add up, as the pages of an answer do. */
static bool add_keywords(struct seed *seed, const void *value) {
    const struct smsv2_describe_keywords_result *list = value;
    const struct anvil_str absent = {NULL, 0};
    char text[SEED_KEYWORDS_BYTES_MAX];
    size_t used = 0;
    int64_t key = 0;

    seed->list = "Keywords";
    seed->item = 0;
    if (list->keywords.count == 0)
        return true;
    if (list->origination_identity_arn.ptr == NULL)
        return anvil_seed_fail(seed, "", "the document needs an OriginationIdentityArn");
    if (!find(seed, "", list->origination_identity_arn, absent, "", &key))
        return false;
    for (; seed->item < list->keywords.count; seed->item++) {
        const struct smsv2_keyword_information *keyword = &list->keywords.items[seed->item];
        used += (size_t)snprintf(text + used, sizeof text - used, "%.*s\t%.*s\t%.*s\n",
                                 (int)keyword->keyword.len, keyword->keyword.ptr,
                                 (int)keyword->keyword_action.len, keyword->keyword_action.ptr,
                                 (int)keyword->keyword_message.len, keyword->keyword_message.ptr);
        if (used >= sizeof text)
            return anvil_seed_fail(seed, "", "the keywords are longer than 16384 bytes together");
    }
    sqlite3_stmt *statement = anvil_account_query(seed->store, ACCOUNT_SET_KEYWORDS);
    anvil_account_bind_number(statement, 1, key);
    anvil_account_bind_text(statement, 2, anvil_str_of(text, used));
    return anvil_account_run(statement) || anvil_seed_store_failed(seed);
}

/* Quotas have the names of the reasons that errors give. */
static bool add_limits(struct seed *seed, const void *value) {
    const struct smsv2_account_limit_list *limits =
        &((const struct smsv2_describe_account_limits_result *)value)->account_limits;

    seed->list = "AccountLimits";
    for (seed->item = 0; seed->item < limits->count; seed->item++) {
        sqlite3_stmt *statement = anvil_account_query(seed->store, ACCOUNT_SET_QUOTA);
        if (limits->items[seed->item].name.ptr == NULL)
            return anvil_seed_fail(seed, "Name", "every limit needs it");
        anvil_account_bind_text(statement, 1, limits->items[seed->item].name);
        anvil_account_bind_number(statement, 2, limits->items[seed->item].max.value);
        if (!anvil_account_run(statement))
            return anvil_seed_store_failed(seed);
    }
    return true;
}

/* The one attribute that matters here says why everything is denied. */
static bool add_attributes(struct seed *seed, const void *value) {
    const struct smsv2_account_attribute_list *attributes =
        &((const struct smsv2_describe_account_attributes_result *)value)->account_attributes;
    static const struct anvil_str DENIED = ANVIL_STR("ACCESS_DENIED");

    seed->list = "AccountAttributes";
    for (seed->item = 0; seed->item < attributes->count; seed->item++) {
        const struct smsv2_account_attribute *attribute = &attributes->items[seed->item];
        if (!anvil_str_equal(attribute->name, DENIED))
            continue;
        if (anvil_enum_code(&smsv2_access_denied_exception_reason_values, attribute->value) <= 0)
            return anvil_seed_fail(seed, "Value", "not a Reason of AccessDeniedException");
        sqlite3_stmt *statement = anvil_account_query(seed->store, ACCOUNT_SET);
        anvil_account_bind_text(statement, 1, attribute->name);
        anvil_account_bind_text(statement, 2, attribute->value);
        if (!anvil_account_run(statement))
            return anvil_seed_store_failed(seed);
    }
    return true;
}

static bool add_behaviors(struct seed *seed, const void *value) {
    const struct smsv2_registration_type_definition_list *types =
        &((const struct smsv2_describe_registration_type_definitions_result *)value)
             ->registration_type_definitions;

    seed->list = "RegistrationTypeDefinitions";
    for (seed->item = 0; seed->item < types->count; seed->item++) {
        const struct smsv2_registration_type_definition *type = &types->items[seed->item];
        for (size_t i = 0; i < type->supported_associations.count; i++) {
            const struct smsv2_supported_association *association =
                &type->supported_associations.items[i];
            sqlite3_stmt *statement = anvil_account_query(seed->store, ACCOUNT_ADD_BEHAVIOR);
            if (type->registration_type.ptr == NULL || association->resource_type.ptr == NULL ||
                association->association_behavior.ptr == NULL)
                return anvil_seed_fail(
                    seed, "SupportedAssociations",
                    "needs RegistrationType, ResourceType and AssociationBehavior");
            anvil_account_bind_text(statement, 1, type->registration_type);
            anvil_account_bind_text(statement, 2, association->resource_type);
            anvil_account_bind_text(statement, 3, association->iso_country_code);
            anvil_account_bind_text(statement, 4, association->association_behavior);
            if (!anvil_account_run(statement))
                return anvil_seed_store_failed(seed);
        }
    }
    return true;
}

const struct seed_part anvil_seed_relation_parts[] = {
    {&smsv2_describe_phone_numbers_result_shape, relate_numbers},
    {&smsv2_describe_sender_ids_result_shape, relate_senders},
    {&smsv2_describe_rcs_agents_result_shape, relate_agents},
    {&smsv2_list_pool_origination_identities_result_shape, relate_pool},
    {&smsv2_list_registration_associations_result_shape, relate_registration},
    {&smsv2_describe_keywords_result_shape, add_keywords},
    {&smsv2_describe_account_limits_result_shape, add_limits},
    {&smsv2_describe_account_attributes_result_shape, add_attributes},
    {&smsv2_describe_registration_type_definitions_result_shape, add_behaviors},
    {NULL, NULL},
};
