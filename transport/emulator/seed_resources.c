/* SPDX-License-Identifier: Apache-2.0 */
/* What a seed says that there is: pools, numbers, senders, agents, registrations, and the facts
 * about the account and about registration types. */
#include "seed.h"

#include "anvil/identity.h"
#include "smsv2/smsv2.h"

#include <stdio.h>
#include <string.h>

/* One resource as it goes into the store. Absent members have the values of a fresh resource. */
struct row {
    const char *type;
    struct anvil_str arn;
    struct anvil_str id;
    struct anvil_str country;
    struct anvil_str status;
    struct anvil_str kind;
    struct anvil_str message_types;
    struct anvil_str phone_number;
    struct anvil_str capabilities;
    struct anvil_str two_way;
    struct anvil_str self_managed;
    struct anvil_str opt_out_list;
};

static const struct anvil_str ACTIVE = ANVIL_STR("ACTIVE");
static const struct anvil_str TRANSACTIONAL = ANVIL_STR(" TRANSACTIONAL ");
static const struct anvil_str DEFAULT_LIST = ANVIL_STR("Default");

static struct anvil_str or_else(struct anvil_str text, struct anvil_str other) {
    return text.ptr != NULL ? text : other;
}

static struct anvil_str truth(struct anvil_boolean boolean) {
    return boolean.value ? anvil_str_of("true", 4) : anvil_str_of("false", 5);
}

/* Remembers a fact about the account; the first one counts. */
static bool set(struct seed *seed, const char *name, struct anvil_str value) {
    sqlite3_stmt *statement = anvil_account_query(seed->store, ACCOUNT_SET);

    anvil_account_bind_text(statement, 1, anvil_str_of(name, strlen(name)));
    anvil_account_bind_text(statement, 2, value);
    return anvil_account_run(statement) || anvil_seed_store_failed(seed);
}

/* Whether the account's setting has this value. */
static bool is_set_to(struct seed *seed, const char *name, struct anvil_str value) {
    sqlite3_stmt *statement = anvil_account_query(seed->store, ACCOUNT_SETTING);

    anvil_account_bind_text(statement, 1, anvil_str_of(name, strlen(name)));
    return anvil_account_step(statement) > 0 &&
           anvil_str_equal(anvil_account_column_text(statement, 0), value);
}

/* The account is that of the first resource; all others are shared with it. */
static bool place(struct seed *seed, const struct anvil_arn *arn, bool *is_own) {
    if (!set(seed, "partition", arn->partition) || !set(seed, "region", arn->region) ||
        !set(seed, "account", arn->account))
        return false;
    *is_own = is_set_to(seed, "partition", arn->partition) &&
              is_set_to(seed, "region", arn->region) && is_set_to(seed, "account", arn->account);
    return true;
}

static bool insert(struct seed *seed, const struct row *row, bool is_own) {
    sqlite3_stmt *statement = anvil_account_query(seed->store, ACCOUNT_ADD_RESOURCE);
    const struct anvil_str texts[] = {
        anvil_str_of(row->type, strlen(row->type)),
        row->id,
        row->arn,
        row->country,
        or_else(row->status, ACTIVE),
        row->kind,
        row->message_types,
        row->phone_number,
        row->capabilities,
        row->two_way,
        row->self_managed,
        row->opt_out_list,
    };
    const int count = (int)(sizeof texts / sizeof texts[0]);

    for (int i = 0; i < count; i++) {
        if (texts[i].len > SEED_TEXT_BYTES_MAX)
            return anvil_seed_fail(seed, "", "a text of it is longer than 2048 bytes");
        anvil_account_bind_text(statement, i + 1, texts[i]);
    }
    anvil_account_bind_number(statement, count + 1, is_own);
    return anvil_account_run(statement) ||
           (sqlite3_extended_errcode(seed->store->db) == SQLITE_CONSTRAINT_UNIQUE
                ? anvil_seed_fail(seed, "", "a resource with this ARN is there already")
                : anvil_seed_store_failed(seed));
}

/* `arn_member` is what the ARN is called in the document. */
static bool add(struct seed *seed, struct row *row, const char *arn_member) {
    struct anvil_arn arn;
    bool is_own;

    if (row->arn.ptr == NULL)
        return anvil_seed_fail(seed, arn_member, "every resource of a seed needs its ARN");
    if (anvil_arn_parse(row->arn, &arn) != ANVIL_OK || arn.id.len == 0)
        return anvil_seed_fail(seed, arn_member, "not an ARN");
    if (row->id.ptr == NULL) {
        const char *slash = memchr(arn.id.ptr, '/', arn.id.len);
        row->id =
            anvil_str_of(arn.id.ptr, slash != NULL ? (size_t)(slash - arn.id.ptr) : arn.id.len);
    }
    return place(seed, &arn, &is_own) && insert(seed, row, is_own);
}

/* Writes words with a space around each; what does not fit is refused as too long. */
static struct anvil_str join(char *buffer, const struct anvil_str *words, size_t count) {
    size_t used = 0;

    for (size_t i = 0; i < count && used <= SEED_TEXT_BYTES_MAX; i++)
        used += (size_t)snprintf(buffer + used, SEED_TEXT_BYTES_MAX + 1 - used, " %.*s%s",
                                 (int)words[i].len, words[i].ptr, i + 1 == count ? " " : "");
    return anvil_str_of(count > 0 ? buffer : NULL, count > 0 ? used : 0);
}

/* Two-way configuration as one text, so that one comparison does. */
static struct anvil_str two_way(char *buffer, struct anvil_boolean is_enabled,
                                struct anvil_str channel, struct anvil_str role) {
    int bytes = snprintf(buffer, SEED_TEXT_BYTES_MAX + 1, "%s %.*s %.*s",
                         is_enabled.value ? "true" : "false", (int)channel.len, channel.ptr,
                         (int)role.len, role.ptr);
    return anvil_str_of(buffer, (size_t)bytes);
}

static bool add_pools(struct seed *seed, const void *value) {
    const struct smsv2_pool_information_list *pools =
        &((const struct smsv2_describe_pools_result *)value)->pools;
    char way[SEED_TEXT_BYTES_MAX + 1];
    char type[SEED_TEXT_BYTES_MAX + 1];

    seed->list = "Pools";
    for (seed->item = 0; seed->item < pools->count; seed->item++) {
        const struct smsv2_pool_information *pool = &pools->items[seed->item];
        struct row row = {
            .type = "pool",
            .arn = pool->pool_arn,
            .id = pool->pool_id,
            .status = pool->status,
            .message_types = or_else(
                join(type, &pool->message_type, pool->message_type.ptr != NULL), TRANSACTIONAL),
            .two_way = two_way(way, pool->two_way_enabled, pool->two_way_channel_arn,
                               pool->two_way_channel_role),
            .self_managed = truth(pool->self_managed_opt_outs_enabled),
            .opt_out_list = or_else(pool->opt_out_list_name, DEFAULT_LIST),
        };
        if (!add(seed, &row, "PoolArn"))
            return false;
    }
    return true;
}

static bool add_numbers(struct seed *seed, const void *value) {
    const struct smsv2_phone_number_information_list *numbers =
        &((const struct smsv2_describe_phone_numbers_result *)value)->phone_numbers;
    static const struct anvil_str LONG_CODE = ANVIL_STR("LONG_CODE");
    char way[SEED_TEXT_BYTES_MAX + 1];
    char type[SEED_TEXT_BYTES_MAX + 1];
    char capabilities[SEED_TEXT_BYTES_MAX + 1];

    seed->list = "PhoneNumbers";
    for (seed->item = 0; seed->item < numbers->count; seed->item++) {
        const struct smsv2_phone_number_information *number = &numbers->items[seed->item];
        if (number->iso_country_code.ptr == NULL)
            return anvil_seed_fail(seed, "IsoCountryCode",
                                   "every number of a seed needs its country");
        struct row row = {
            .type = "phone-number",
            .arn = number->phone_number_arn,
            .id = number->phone_number_id,
            .country = number->iso_country_code,
            .status = number->status,
            .kind = or_else(number->number_type, LONG_CODE),
            .message_types = or_else(
                join(type, &number->message_type, number->message_type.ptr != NULL), TRANSACTIONAL),
            .phone_number = number->phone_number,
            .capabilities = join(capabilities, number->number_capabilities.items,
                                 number->number_capabilities.count),
            .two_way = two_way(way, number->two_way_enabled, number->two_way_channel_arn,
                               number->two_way_channel_role),
            .self_managed = truth(number->self_managed_opt_outs_enabled),
            .opt_out_list = or_else(number->opt_out_list_name, DEFAULT_LIST),
        };
        if (!add(seed, &row, "PhoneNumberArn"))
            return false;
    }
    return true;
}

static bool add_senders(struct seed *seed, const void *value) {
    const struct smsv2_sender_id_information_list *senders =
        &((const struct smsv2_describe_sender_ids_result *)value)->sender_ids;
    static const struct anvil_str SENDER_ID = ANVIL_STR("SENDER_ID");
    char types[SEED_TEXT_BYTES_MAX + 1];

    seed->list = "SenderIds";
    for (seed->item = 0; seed->item < senders->count; seed->item++) {
        const struct smsv2_sender_id_information *sender = &senders->items[seed->item];
        if (sender->iso_country_code.ptr == NULL)
            return anvil_seed_fail(seed, "IsoCountryCode",
                                   "every sender ID of a seed needs its country");
        struct row row = {
            .type = "sender-id",
            .arn = sender->sender_id_arn,
            .id = sender->sender_id,
            .country = sender->iso_country_code,
            .kind = SENDER_ID,
            .message_types =
                or_else(join(types, sender->message_types.items, sender->message_types.count),
                        TRANSACTIONAL),
        };
        if (!add(seed, &row, "SenderIdArn"))
            return false;
    }
    return true;
}

static bool add_agents(struct seed *seed, const void *value) {
    const struct smsv2_rcs_agent_information_list *agents =
        &((const struct smsv2_describe_rcs_agents_result *)value)->rcs_agents;
    static const struct anvil_str RCS_AGENT = ANVIL_STR("RCS_AGENT");

    seed->list = "RcsAgents";
    for (seed->item = 0; seed->item < agents->count; seed->item++) {
        const struct smsv2_rcs_agent_information *agent = &agents->items[seed->item];
        struct row row = {.type = "rcs-agent",
                          .arn = agent->rcs_agent_arn,
                          .id = agent->rcs_agent_id,
                          .status = agent->status,
                          .kind = RCS_AGENT};
        if (!add(seed, &row, "RcsAgentArn"))
            return false;
    }
    return true;
}

static bool add_registrations(struct seed *seed, const void *value) {
    const struct smsv2_registration_information_list *registrations =
        &((const struct smsv2_describe_registrations_result *)value)->registrations;
    static const struct anvil_str CREATED = ANVIL_STR("CREATED");

    seed->list = "Registrations";
    for (seed->item = 0; seed->item < registrations->count; seed->item++) {
        const struct smsv2_registration_information *registration =
            &registrations->items[seed->item];
        if (registration->registration_type.ptr == NULL)
            return anvil_seed_fail(seed, "RegistrationType",
                                   "every registration of a seed needs it");
        struct row row = {.type = "registration",
                          .arn = registration->registration_arn,
                          .id = registration->registration_id,
                          .status = or_else(registration->registration_status, CREATED),
                          .kind = registration->registration_type};
        if (!add(seed, &row, "RegistrationArn"))
            return false;
    }
    return true;
}

const struct seed_part anvil_seed_resource_parts[] = {
    {&smsv2_describe_pools_result_shape, add_pools},
    {&smsv2_describe_phone_numbers_result_shape, add_numbers},
    {&smsv2_describe_sender_ids_result_shape, add_senders},
    {&smsv2_describe_rcs_agents_result_shape, add_agents},
    {&smsv2_describe_registrations_result_shape, add_registrations},
    {NULL, NULL},
};
