/* SPDX-License-Identifier: Apache-2.0 */
/* What a member may take besides resources of the service. Each call tells whether `text`, which is
 * never absent or empty, is such a value, and then fills in *found. */
#ifndef ANVIL_IDENTITY_NO_RESOURCE_H
#define ANVIL_IDENTITY_NO_RESOURCE_H

#include "anvil/identity.h"

/* A literal of the member, or any text where it takes any. */
ANVIL_LOCAL bool anvil_identify_word(const struct anvil_identity_other *other,
                                     struct anvil_str text, struct anvil_identity *found);

/* The ARN of another service than `service`; found->arn holds anything when it is none. */
ANVIL_LOCAL bool anvil_identify_foreign(const struct anvil_identity_other *other,
                                        struct anvil_str service, struct anvil_str text,
                                        struct anvil_identity *found);

/* A telephone number or an endpoint that the member takes. */
ANVIL_LOCAL bool anvil_identify_address(const struct anvil_identity_other *other,
                                        struct anvil_str text, struct anvil_identity *found);

#endif
