/* SPDX-License-Identifier: Apache-2.0 */
/* The check as decode and encode call it: into findings that are already under way. */
#ifndef ANVIL_CHECK_CHECK_H
#define ANVIL_CHECK_CHECK_H

#include "check/findings.h"

/* Every bit that anvil_check() knows. */
#define ANVIL_CHECK_BITS                                                                           \
    ((unsigned)ANVIL_STRICT | (unsigned)ANVIL_CHECK_UNKNOWN_MEMBER | (unsigned)ANVIL_CHECK_IDENTITY)

/* Adds every violation of the struct at `value` in model order, containers before their contents.
 * Returns #ANVIL_OK, or an error that has been told to the findings: #ANVIL_E_UTF8, #ANVIL_E_DEPTH,
 * #ANVIL_E_ARGUMENT for a kind that the engine cannot read yet. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_check_into(const struct anvil_shape *shape,
                                                                const void *value, unsigned checks,
                                                                struct anvil_findings *findings);

/* The compiled loops, one for each kernel. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_check_scalar(const struct anvil_shape *shape,
                                                                  const void *value,
                                                                  unsigned checks,
                                                                  struct anvil_findings *findings);
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_check_ssse3(const struct anvil_shape *shape,
                                                                 const void *value, unsigned checks,
                                                                 struct anvil_findings *findings);

#endif
