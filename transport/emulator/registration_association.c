/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CreateRegistrationAssociation. The order of the checks is that of README.md beside this file. It
 * has no client token: the same call again is a conflict.
 */
#include "reference.h"
#include "smsv2/smsv2.h"

static const struct anvil_str REGISTRATION = ANVIL_STR("registration");
static const struct anvil_str PHONE_NUMBER = ANVIL_STR("phone-number");
static const struct anvil_str RCS_AGENT = ANVIL_STR("rcs-agent");
static const struct anvil_str RESOURCE_MEMBER = ANVIL_STR("ResourceId");

/* The two that are to belong together. */
struct pair {
    struct account_resource registration;
    struct account_resource resource;
    bool is_elsewhere; /* the resource is in another region */
};

static bool refuse_resource(struct turn *turn, int reason, const char *message) {
    return anvil_refuse_field(&turn->refusal, turn->scratch, reason, RESOURCE_MEMBER, message);
}

static bool find_resource(struct turn *turn, const struct reference *reference, struct pair *pair) {
    enum account_found found =
        anvil_reference_find(turn, reference, anvil_str_of(NULL, 0), &pair->resource);

    if (found == ACCOUNT_SEVERAL)
        return refuse_resource(turn, SMSV2_VALIDATION_EXCEPTION_REASON_INVALID_PARAMETER,
                               "Member must be an ARN: several countries have this sender ID");
    pair->is_elsewhere =
        found == ACCOUNT_ELSEWHERE && anvil_str_equal(pair->resource.type, PHONE_NUMBER);
    return anvil_reference_accept(turn, reference, pair->is_elsewhere ? ACCOUNT_FOUND : found,
                                  PHONE_NUMBER);
}

/* RegistrationId and ResourceId are the first two members of the request. */
static bool find_both(struct turn *turn,
                      const struct smsv2_create_registration_association_request *asked,
                      struct pair *pair) {
    struct reference registration;
    struct reference resource;

    if (!anvil_reference_read(turn, 0, asked->registration_id, &registration) ||
        !anvil_reference_read(turn, 1, asked->resource_id, &resource))
        return false;
    enum account_found found =
        anvil_reference_find(turn, &registration, anvil_str_of(NULL, 0), &pair->registration);
    return anvil_reference_accept(turn, &registration, found, REGISTRATION) &&
           find_resource(turn, &resource, pair);
}

/* Whether nothing of the registration may change any more. */
static bool is_submitted(const struct account_resource *registration) {
    static const char *const STATUSES[] = {"SUBMITTED", "AWS_REVIEWING", "REVIEWING",
                                           "PROVISIONING", "COMPLETE"};

    for (size_t i = 0; i < sizeof STATUSES / sizeof STATUSES[0]; i++)
        if (anvil_account_text_is(registration->status, STATUSES[i]))
            return true;
    return false;
}

/* Whether the registration's type takes such a resource, and takes it now. */
static bool check_behavior(struct turn *turn, const struct pair *pair) {
    sqlite3_stmt *statement = anvil_account_query(turn->store, ACCOUNT_BEHAVIOR);
    bool is_supported;

    anvil_account_bind_text(statement, 1, pair->registration.kind);
    anvil_account_bind_text(statement, 2, pair->resource.kind);
    anvil_account_bind_text(statement, 3, pair->resource.country);
    if (!anvil_turn_asks(turn, statement, &is_supported))
        return false;
    struct anvil_str behavior =
        is_supported ? anvil_account_column_text(statement, 0) : anvil_str_of(NULL, 0);
    if (!is_supported || anvil_account_text_is(behavior, "ASSOCIATE_ON_APPROVAL"))
        return refuse_resource(
            turn, SMSV2_VALIDATION_EXCEPTION_REASON_INVALID_REGISTRATION_ASSOCIATION,
            "Member must be a resource that registrations of this type are associated with");
    if (anvil_account_text_is(behavior, "ASSOCIATE_AFTER_COMPLETE") &&
        !anvil_account_text_is(pair->registration.status, "COMPLETE"))
        return anvil_turn_conflict(turn, SMSV2_CONFLICT_EXCEPTION_REASON_REGISTRATION_NOT_COMPLETE,
                                   &pair->registration);
    if (anvil_account_text_is(behavior, "ASSOCIATE_BEFORE_SUBMIT") &&
        is_submitted(&pair->registration))
        return anvil_turn_conflict(turn,
                                   SMSV2_CONFLICT_EXCEPTION_REASON_REGISTRATION_ALREADY_SUBMITTED,
                                   &pair->registration);
    return true;
}

/* Whether a query about this registration and this resource gives a row. */
static bool ask(struct turn *turn, enum anvil_account_query query, const struct pair *pair,
                bool *is_so) {
    sqlite3_stmt *statement = anvil_account_query(turn->store, query);

    anvil_account_bind_number(statement, 1, pair->registration.key);
    anvil_account_bind_number(statement, 2, pair->resource.key);
    return anvil_turn_asks(turn, statement, is_so);
}

/* A number belongs to one registration, an RCS agent to one of each type, others to several. */
static bool check_free(struct turn *turn, const struct pair *pair) {
    bool is_taken;

    if (anvil_str_equal(pair->resource.type, PHONE_NUMBER)) {
        sqlite3_stmt *statement = anvil_account_query(turn->store, ACCOUNT_REGISTRATION_OF);
        anvil_account_bind_number(statement, 1, pair->resource.key);
        if (!anvil_turn_asks(turn, statement, &is_taken))
            return false;
        return !is_taken ||
               anvil_turn_conflict(
                   turn, SMSV2_CONFLICT_EXCEPTION_REASON_PHONE_NUMBER_ASSOCIATED_TO_REGISTRATION,
                   &pair->resource);
    }
    if (!ask(turn, ACCOUNT_IS_ASSOCIATED, pair, &is_taken))
        return false;
    if (is_taken)
        return anvil_turn_conflict(
            turn, SMSV2_CONFLICT_EXCEPTION_REASON_RESOURCE_ALREADY_ASSOCIATED, &pair->resource);
    if (!anvil_str_equal(pair->resource.type, RCS_AGENT))
        return true;
    sqlite3_stmt *statement = anvil_account_query(turn->store, ACCOUNT_IS_ASSOCIATED_TO_TYPE);
    anvil_account_bind_number(statement, 1, pair->resource.key);
    anvil_account_bind_text(statement, 2, pair->registration.kind);
    if (!anvil_turn_asks(turn, statement, &is_taken))
        return false;
    return !is_taken ||
           anvil_turn_conflict(
               turn,
               SMSV2_CONFLICT_EXCEPTION_REASON_RCS_AGENT_ALREADY_ASSOCIATED_TO_REGISTRATION_TYPE,
               &pair->resource);
}

/* Only numbers and RCS agents have a status that matters. */
static bool check_usable(struct turn *turn, const struct pair *pair) {
    bool is_number = anvil_str_equal(pair->resource.type, PHONE_NUMBER);

    if (pair->is_elsewhere)
        return anvil_turn_conflict(
            turn, SMSV2_CONFLICT_EXCEPTION_REASON_PHONE_NUMBER_NOT_IN_REGISTRATION_REGION,
            &pair->resource);
    if ((is_number || anvil_str_equal(pair->resource.type, RCS_AGENT)) &&
        !anvil_account_text_is(pair->resource.status, "ACTIVE"))
        return anvil_turn_conflict(turn, SMSV2_CONFLICT_EXCEPTION_REASON_RESOURCE_NOT_ACTIVE,
                                   &pair->resource);
    return true;
}

/* One quota counts the associations of a registration, the other its numbers. */
static bool check_quotas(struct turn *turn, const struct pair *pair) {
    int64_t key = pair->registration.key;

    if (!anvil_turn_has_room(
            turn, ACCOUNT_COUNT_ASSOCIATED, key, anvil_str_of(NULL, 0),
            SMSV2_SERVICE_QUOTA_EXCEEDED_EXCEPTION_REASON_ASSOCIATIONS_PER_REGISTRATION))
        return false;
    return !anvil_str_equal(pair->resource.type, PHONE_NUMBER) ||
           anvil_turn_has_room(
               turn, ACCOUNT_COUNT_ASSOCIATED, key, PHONE_NUMBER,
               SMSV2_SERVICE_QUOTA_EXCEEDED_EXCEPTION_REASON_PHONE_NUMBERS_PER_REGISTRATION);
}

static bool add(struct turn *turn, const struct pair *pair) {
    sqlite3_stmt *statement = anvil_account_query(turn->store, ACCOUNT_ADD_ASSOCIATION);

    anvil_account_bind_number(statement, 1, pair->registration.key);
    anvil_account_bind_number(statement, 2, pair->resource.key);
    return anvil_account_run(statement) || anvil_turn_failed(turn);
}

bool anvil_act_register(struct turn *turn, const void *request, void *result) {
    struct smsv2_create_registration_association_result *given = result;
    struct pair pair;

    if (!find_both(turn, request, &pair) || !check_behavior(turn, &pair) ||
        !check_free(turn, &pair) || !check_usable(turn, &pair) || !check_quotas(turn, &pair) ||
        !add(turn, &pair))
        return false;
    given->registration_arn = pair.registration.arn;
    given->registration_id = pair.registration.id;
    given->registration_type = pair.registration.kind;
    given->resource_arn = pair.resource.arn;
    given->resource_id = pair.resource.id;
    given->resource_type = pair.resource.kind;
    given->iso_country_code = pair.resource.country;
    given->phone_number = pair.resource.phone_number;
    return true;
}
