/* SPDX-License-Identifier: Apache-2.0 */
/* The constraints of one number. */
#ifndef ANVIL_CHECK_NUMBER_H
#define ANVIL_CHECK_NUMBER_H

#include "check/findings.h"

/* Which constraints a number breaks: bits of enum anvil_checks, RANGE and ENUM. `slot` holds the C
 * form of `kind`, which is a number and is there. */
ANVIL_LOCAL unsigned anvil_number_faults(const struct anvil_limits *limits, uint8_t kind,
                                         const unsigned char *slot);

/* Adds, at the current path, those of the constraints in `faults` that `checks` asks for. */
ANVIL_LOCAL ANVIL_COLD void anvil_add_number_faults(const struct anvil_limits *limits,
                                                    unsigned faults, unsigned checks,
                                                    struct anvil_findings *findings);

#endif
