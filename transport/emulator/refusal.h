/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The errors of the service as the emulator gives them: what they hold, the layout of their
 * messages, and their bytes. Knows no rule that leads to one.
 */
#ifndef EMULATOR_REFUSAL_H
#define EMULATOR_REFUSAL_H

#include "anvil/report.h"
#include "anvil/service.h"
#include "scratch.h"
#include "smsv2/collections.h"
#include "smsv2/values.h"

#include <stdbool.h>

/* More than any request of the emulator has members. */
#define REFUSAL_FIELDS_MAX 8

/* Why a request was refused. Begin with zeros. Text lives as long as the request. */
struct refusal {
    const struct anvil_error_type *type; /* NULL: it was not */
    struct anvil_str message;
    struct anvil_str reason;
    struct anvil_str resource_type;
    struct anvil_str resource_id;
    struct anvil_str request_id;
    struct smsv2_validation_exception_field fields[REFUSAL_FIELDS_MAX];
    size_t field_count;
};

/* Each fills the refusal and returns false, for the caller to return. `reason` is a code of the
 * error's Reason enum, 0 for none. */
bool anvil_refuse_conflict(struct refusal *refusal, struct scratch *scratch, int reason,
                           struct anvil_str resource_type, struct anvil_str resource_id);
bool anvil_refuse_missing_resource(struct refusal *refusal, struct scratch *scratch,
                                   struct anvil_str resource_type, struct anvil_str resource_id);
bool anvil_refuse_quota(struct refusal *refusal, struct scratch *scratch, int reason);
bool anvil_refuse_access(struct refusal *refusal, struct scratch *scratch, struct anvil_str reason);
bool anvil_refuse_throttled(struct refusal *refusal);
bool anvil_refuse_failure(struct refusal *refusal, struct anvil_str request_id);

/* A conflict that the model has no Reason for, in words. */
bool anvil_refuse_conflict_because(struct refusal *refusal, struct anvil_str message);

/* A member whose value cannot be used, by its name in the model; errors spell PoolId as poolId. */
bool anvil_refuse_field(struct refusal *refusal, struct scratch *scratch, int reason,
                        struct anvil_str member, const char *message);

/* Violated constraints: first the members that are missing, or else all that is wrong. */
bool anvil_refuse_violations(struct refusal *refusal, struct scratch *scratch,
                             const struct anvil_report *report);

/* Writes the body, as anvil_error_encode() does. */
enum anvil_status anvil_refusal_encode(const struct refusal *refusal, char *buffer, size_t capacity,
                                       size_t *out_bytes);

#endif
