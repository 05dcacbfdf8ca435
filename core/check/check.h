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

/* Passes over what is plain of the members from `index` up to `count`, one for each kernel: see
 * check/check_plain.h. Not for #ANVIL_CHECK_IDENTITY: whether an identity fits its member is more
 * than its bytes tell. */
typedef size_t plain_check(const struct anvil_member *members, const unsigned char *base,
                           size_t index, size_t count);
ANVIL_LOCAL plain_check anvil_check_plain_scalar;
ANVIL_LOCAL plain_check anvil_check_plain_avx2;
ANVIL_LOCAL plain_check anvil_check_plain_neon;

/* By enum anvil_kernel. */
ANVIL_LOCAL extern plain_check *const anvil_plain_checks[ANVIL_KERNEL_COUNT];

#endif
