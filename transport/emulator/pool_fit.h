/* SPDX-License-Identifier: Apache-2.0 */
/* Whether an origination identity is configured like the pool that it is to join. */
#ifndef EMULATOR_POOL_FIT_H
#define EMULATOR_POOL_FIT_H

#include "pool_request.h"

/* False after a refusal that names the first difference, in the documented order. */
bool anvil_pool_fit_check(struct turn *turn, const struct pool_request *request);

#endif
