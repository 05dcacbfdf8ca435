/* SPDX-License-Identifier: Apache-2.0 */
/* Which refusal a value leads to; the classification itself is the library's. */
#include "reference.h"

#include "smsv2/smsv2.h"

static bool is_bad_arn(const struct anvil_identity *identity) {
    return identity->verdict == ANVIL_IDENTITY_INVALID_ARN ||
           (identity->verdict == ANVIL_IDENTITY_WRONG_TYPE &&
            (identity->flags & ANVIL_IDENTITY_IS_ARN) != 0);
}

bool anvil_reference_read(struct turn *turn, size_t index, struct anvil_str text,
                          struct reference *out) {
    out->member = &turn->operation->input->members[index];
    out->text = text;
    out->identity = anvil_account_identify(turn->store, out->member->limits->identity, text);
    return !is_bad_arn(&out->identity) ||
           anvil_refuse_field(&turn->refusal, turn->scratch,
                              SMSV2_VALIDATION_EXCEPTION_REASON_INVALID_ARN,
                              anvil_member_name(out->member),
                              "Member must be the ID or the ARN of a resource that it takes");
}

enum account_found anvil_reference_find(struct turn *turn, const struct reference *reference,
                                        struct anvil_str country, struct account_resource *out) {
    return anvil_account_find(turn->store, turn->scratch, turn->caller, &reference->identity,
                              reference->text, country, out);
}

bool anvil_reference_accept(struct turn *turn, const struct reference *reference,
                            enum account_found found, struct anvil_str type) {
    if (found == ACCOUNT_FOUND)
        return true;
    if (found == ACCOUNT_BROKEN)
        return anvil_turn_failed(turn);
    if (reference->identity.verdict == ANVIL_IDENTITY_OK)
        type = reference->identity.resource->type;
    return anvil_refuse_missing_resource(&turn->refusal, turn->scratch, type, reference->text);
}
