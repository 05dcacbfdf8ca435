/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The layout of messages follows those of the live service that are seen in public: a sentence,
 * then Reason="..." ResourceType="..." ResourceId="..." or Fields="...", which some clients match
 * on.
 */
#include "refusal.h"

#include "anvil/protocol.h"
#include "smsv2/smsv2.h"

/* The text of a Reason by its code; absent for 0. */
static struct anvil_str reason_text(const struct anvil_enum *values, int code) {
    return code > 0 ? anvil_enum_value(values, (size_t)code - 1) : anvil_str_of(NULL, 0);
}

bool anvil_refuse_conflict(struct refusal *refusal, struct scratch *scratch, int reason,
                           struct anvil_str resource_type, struct anvil_str resource_id) {
    refusal->type = &smsv2_conflict_exception_error;
    refusal->reason = reason_text(&smsv2_conflict_exception_reason_values, reason);
    refusal->resource_type = resource_type;
    refusal->resource_id = resource_id;
    refusal->message = anvil_scratch_print(
        scratch, "Conflict Occurred - Reason=\"%.*s\" ResourceType=\"%.*s\" ResourceId=\"%.*s\"",
        (int)refusal->reason.len, refusal->reason.ptr, (int)resource_type.len, resource_type.ptr,
        (int)resource_id.len, resource_id.ptr);
    return false;
}

bool anvil_refuse_conflict_because(struct refusal *refusal, struct anvil_str message) {
    refusal->type = &smsv2_conflict_exception_error;
    refusal->message = message;
    return false;
}

bool anvil_refuse_missing_resource(struct refusal *refusal, struct scratch *scratch,
                                   struct anvil_str resource_type, struct anvil_str resource_id) {
    refusal->type = &smsv2_resource_not_found_exception_error;
    refusal->resource_type = resource_type;
    refusal->resource_id = resource_id;
    refusal->message = anvil_scratch_print(
        scratch, "Resource not found - ResourceType=\"%.*s\" ResourceId=\"%.*s\"",
        (int)resource_type.len, resource_type.ptr, (int)resource_id.len, resource_id.ptr);
    return false;
}

bool anvil_refuse_quota(struct refusal *refusal, struct scratch *scratch, int reason) {
    refusal->type = &smsv2_service_quota_exceeded_exception_error;
    refusal->reason = reason_text(&smsv2_service_quota_exceeded_exception_reason_values, reason);
    refusal->message = anvil_scratch_print(scratch, "Service Quota Exceeded - Reason=\"%.*s\"",
                                           (int)refusal->reason.len, refusal->reason.ptr);
    return false;
}

bool anvil_refuse_access(struct refusal *refusal, struct scratch *scratch,
                         struct anvil_str reason) {
    refusal->type = &smsv2_access_denied_exception_error;
    refusal->reason = reason;
    refusal->message = anvil_scratch_print(scratch, "Access Denied - Reason=\"%.*s\"",
                                           (int)reason.len, reason.ptr);
    return false;
}

bool anvil_refuse_throttled(struct refusal *refusal) {
    static const struct anvil_str MESSAGE = ANVIL_STR("Rate exceeded");

    refusal->type = &smsv2_throttling_exception_error;
    refusal->message = MESSAGE;
    return false;
}

bool anvil_refuse_failure(struct refusal *refusal, struct anvil_str request_id) {
    static const struct anvil_str MESSAGE = ANVIL_STR("Internal Server Error");

    refusal->type = &smsv2_internal_server_exception_error;
    refusal->message = MESSAGE;
    refusal->request_id = request_id;
    return false;
}

/* Puts the message together when all fields are there. */
static bool finish_validation(struct refusal *refusal, struct scratch *scratch, int reason) {
    struct anvil_str names = anvil_str_of("", 0);

    for (size_t i = 0; i < refusal->field_count; i++)
        names =
            anvil_scratch_print(scratch, "%.*s%s%.*s", (int)names.len, names.ptr, i > 0 ? "," : "",
                                (int)refusal->fields[i].name.len, refusal->fields[i].name.ptr);
    refusal->type = &smsv2_validation_exception_error;
    refusal->reason = reason_text(&smsv2_validation_exception_reason_values, reason);
    refusal->message = anvil_scratch_print(
        scratch, "Validation Failed - Reason=\"%.*s\" Fields=\"%.*s\"", (int)refusal->reason.len,
        refusal->reason.ptr, (int)names.len, names.ptr);
    return false;
}

static void add_field(struct refusal *refusal, struct anvil_str name, struct anvil_str message) {
    if (refusal->field_count == REFUSAL_FIELDS_MAX)
        return;
    refusal->fields[refusal->field_count].name = name;
    refusal->fields[refusal->field_count].message = message;
    refusal->field_count++;
}

/* A member's name as errors spell it: PoolId is poolId. */
static struct anvil_str field_name(struct scratch *scratch, struct anvil_str member) {
    if (member.len == 0)
        return anvil_str_of("", 0);
    char first = member.ptr[0];
    return anvil_scratch_print(scratch, "%c%.*s",
                               first >= 'A' && first <= 'Z' ? first - 'A' + 'a' : first,
                               (int)member.len - 1, member.ptr + 1);
}

bool anvil_refuse_field(struct refusal *refusal, struct scratch *scratch, int reason,
                        struct anvil_str member, const char *message) {
    add_field(refusal, field_name(scratch, member), anvil_scratch_print(scratch, "%s", message));
    return finish_validation(refusal, scratch, reason);
}

/* The member at a path of one step: /PoolId is PoolId. */
static struct anvil_str member_at(struct anvil_str path) {
    return path.len > 1 ? anvil_str_of(path.ptr + 1, path.len - 1) : path;
}

/* What is wrong, in the words of the front end that AWS services share. */
static struct anvil_str field_message(struct scratch *scratch,
                                      const struct anvil_violation *violation) {
    char text[128];

    switch (violation->constraint) {
    case ANVIL_CONSTRAINT_REQUIRED:
        return anvil_scratch_print(scratch, "Member must not be null");
    case ANVIL_CONSTRAINT_MIN:
        return anvil_scratch_print(scratch, "Member must have length greater than or equal to %llu",
                                   (unsigned long long)violation->limit);
    case ANVIL_CONSTRAINT_MAX:
        return anvil_scratch_print(scratch, "Member must have length less than or equal to %llu",
                                   (unsigned long long)violation->limit);
    case ANVIL_CONSTRAINT_PATTERN:
        return anvil_scratch_print(scratch, "Member must satisfy regular expression pattern: %.*s",
                                   (int)violation->limits->pattern->source.len,
                                   violation->limits->pattern->source.ptr);
    default: {
        size_t bytes = anvil_violation_text(violation, text, sizeof text);
        return anvil_scratch_print(scratch, "Member is %.*s",
                                   (int)(bytes < sizeof text ? bytes : sizeof text), text);
    }
    }
}

bool anvil_refuse_violations(struct refusal *refusal, struct scratch *scratch,
                             const struct anvil_report *report) {
    bool is_missing = false;

    for (size_t i = 0; i < report->count; i++)
        is_missing = is_missing || report->violations[i].constraint == ANVIL_CONSTRAINT_REQUIRED;
    for (size_t i = 0; i < report->count; i++) {
        const struct anvil_violation *violation = &report->violations[i];
        if (is_missing && violation->constraint != ANVIL_CONSTRAINT_REQUIRED)
            continue;
        add_field(refusal, field_name(scratch, member_at(anvil_violation_path(report, violation))),
                  field_message(scratch, violation));
    }
    return finish_validation(refusal, scratch,
                             is_missing
                                 ? SMSV2_VALIDATION_EXCEPTION_REASON_MISSING_PARAMETER
                                 : SMSV2_VALIDATION_EXCEPTION_REASON_FIELD_VALIDATION_FAILED);
}

enum anvil_status anvil_refusal_encode(const struct refusal *refusal, char *buffer, size_t capacity,
                                       size_t *out_bytes) {
    union {
        struct smsv2_access_denied_exception access;
        struct smsv2_conflict_exception conflict;
        struct smsv2_internal_server_exception failure;
        struct smsv2_resource_not_found_exception missing;
        struct smsv2_service_quota_exceeded_exception quota;
        struct smsv2_throttling_exception throttling;
        struct smsv2_validation_exception validation;
    } value = {0};

    if (refusal->type == &smsv2_access_denied_exception_error) {
        value.access.message = refusal->message;
        value.access.reason = refusal->reason;
    } else if (refusal->type == &smsv2_conflict_exception_error) {
        value.conflict.message = refusal->message;
        value.conflict.reason = refusal->reason;
        value.conflict.resource_type = refusal->resource_type;
        value.conflict.resource_id = refusal->resource_id;
    } else if (refusal->type == &smsv2_internal_server_exception_error) {
        value.failure.message = refusal->message;
        value.failure.request_id = refusal->request_id;
    } else if (refusal->type == &smsv2_resource_not_found_exception_error) {
        value.missing.message = refusal->message;
        value.missing.resource_type = refusal->resource_type;
        value.missing.resource_id = refusal->resource_id;
    } else if (refusal->type == &smsv2_service_quota_exceeded_exception_error) {
        value.quota.message = refusal->message;
        value.quota.reason = refusal->reason;
    } else if (refusal->type == &smsv2_throttling_exception_error) {
        value.throttling.message = refusal->message;
    } else {
        value.validation.message = refusal->message;
        value.validation.reason = refusal->reason;
        value.validation.fields.items = refusal->fields;
        value.validation.fields.count = refusal->field_count;
    }
    return anvil_error_encode(&smsv2_service, refusal->type, &value, ANVIL_STRICT, buffer, capacity,
                              out_bytes, NULL);
}
