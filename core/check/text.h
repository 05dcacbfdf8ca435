/* SPDX-License-Identifier: Apache-2.0 */
/* The constraints of one string or enum value. */
#ifndef ANVIL_CHECK_TEXT_H
#define ANVIL_CHECK_TEXT_H

#include "anvil/codec.h"
#include "check/findings.h"

/* Adds, at the current path, every constraint of `limits` that `text` breaks and `checks` asks for;
 * `limits` may be NULL. Returns #ANVIL_OK, or #ANVIL_E_UTF8 when the text is not UTF-8; nothing is
 * added then. */
ANVIL_LOCAL ANVIL_COLD ANVIL_MUST_CHECK enum anvil_status
anvil_check_text(const struct anvil_limits *limits, struct anvil_str text, unsigned checks,
                 struct anvil_findings *findings);

/* Adds, at the current path, what is wrong with a length of `actual` code points, entries or bytes.
 */
ANVIL_LOCAL ANVIL_COLD void anvil_check_length(const struct anvil_limits *limits, uint64_t actual,
                                               unsigned checks, struct anvil_findings *findings);

#endif
