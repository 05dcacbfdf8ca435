/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * What a report says, against what a test expects of it.
 */
#ifndef UNIT_SAMPLE_REPORT_ASSERT_H
#define UNIT_SAMPLE_REPORT_ASSERT_H

#include "anvil/report.h"

/** One expected violation. `limit` and `actual` stay 0 where there is no bound. */
struct expected_violation {
    enum anvil_constraint constraint;
    const char *path;
    size_t offset;
    uint64_t limit;
    uint64_t actual;
};

/** Fails the running test unless `text` is the bytes of `expected`, which may be "". */
void assert_text(struct anvil_str text, const char *expected);

/** Fails the running test unless the report is that of an error: status, offset and path, no
 * violation. */
void assert_error(const struct anvil_report *report, enum anvil_status status, size_t offset,
                  const char *path);

/** Fails the running test unless the report holds exactly these violations, in this order, and the
 * status of the first, or #ANVIL_OK when there are none. The list ends with a NULL path. */
void assert_violations(const struct anvil_report *report,
                       const struct expected_violation *expected);

/** Fails the running test unless two reports say the same; offsets are compared when
 * `compares_offsets`. */
void assert_same_report(const struct anvil_report *a, const struct anvil_report *b,
                        bool compares_offsets);

#endif
