/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A member of a request that names a resource: its form is judged first, in all members, and only
 * then is anything looked for.
 */
#ifndef EMULATOR_REFERENCE_H
#define EMULATOR_REFERENCE_H

#include "turn.h"

struct reference {
    const struct anvil_member *member;
    struct anvil_str text;
    struct anvil_identity identity;
};

/* Judges the value of the `index`th member of the request. False after a refusal:
 * ValidationException INVALID_ARN for what is meant to be an ARN and is none that the member takes.
 */
bool anvil_reference_read(struct turn *turn, size_t index, struct anvil_str text,
                          struct reference *out);

/* Looks for it; a bare name in `country`, or in all countries when that is absent. */
enum account_found anvil_reference_find(struct turn *turn, const struct reference *reference,
                                        struct anvil_str country, struct account_resource *out);

/* True when it was found, else false after a refusal. What has no known form is missing as a
 * resource of `type`. */
bool anvil_reference_accept(struct turn *turn, const struct reference *reference,
                            enum account_found found, struct anvil_str type);

#endif
