/* SPDX-License-Identifier: Apache-2.0 */
/* The check as decode and encode call it: into findings that are already under way. */
#ifndef ANVIL_CHECK_CHECK_H
#define ANVIL_CHECK_CHECK_H

#include "check/checker.h"

/* Every bit that anvil_check() knows. */
#define ANVIL_CHECK_BITS                                                                           \
    ((unsigned)ANVIL_STRICT | (unsigned)ANVIL_CHECK_UNKNOWN_MEMBER | (unsigned)ANVIL_CHECK_IDENTITY)

/* Adds every violation of the struct at `value` in model order, containers before their contents.
 * `arena` may be NULL; what is free of it is used for the time of the call, see check/unique.h.
 * Returns #ANVIL_OK, or an error that has been told to the findings: #ANVIL_E_UTF8, #ANVIL_E_NULL,
 * #ANVIL_E_DEPTH, #ANVIL_E_ARENA. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_check_into(const struct anvil_shape *shape,
                                                                const void *value, unsigned checks,
                                                                struct anvil_arena *arena,
                                                                struct anvil_findings *findings);

/* Visits the struct at `value`. Results as above. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_check_walk(struct checker *checker, const struct anvil_shape *shape, const void *value);

#endif
