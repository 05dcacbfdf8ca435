/* SPDX-License-Identifier: Apache-2.0 */
/* Reports compared with each other. */
#ifndef FUZZ_REPORTS_H
#define FUZZ_REPORTS_H

#include "anvil/report.h"

/* Whether two reports of errors, not of violations, tell the same. */
bool reports_same_error(const struct anvil_report *a, const struct anvil_report *b);

/* Whether `whole` tells what `first` tells and then what `second` tells, NULL for nothing: the same
 * violations in the same order. Offsets are not compared. Where something was not kept, only how
 * many there are. */
bool reports_are_joined(const struct anvil_report *whole, const struct anvil_report *first,
                        const struct anvil_report *second);

/* Whether two reports tell the same violations in whatever order. True when one of them did not
 * keep all, and then only the numbers are compared. */
bool reports_same_set(const struct anvil_report *a, const struct anvil_report *b);

/* Whether a violation of the constraint is in the report. */
bool report_tells(const struct anvil_report *report, enum anvil_constraint constraint);

/* Whether status, offset and counts fit each other, and every offset lies within `len` bytes.
 * [I-09] [I-14] */
bool report_adds_up(const struct anvil_report *report, size_t len);

#endif
