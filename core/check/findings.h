/* SPDX-License-Identifier: Apache-2.0 */
/* Filling a report. Cold code: nothing here runs for a valid message.
 *
 * A walker that stops at a value writes its path, step by step, and then adds the violations of
 * that value, which share the path, or fails. */
#ifndef ANVIL_CHECK_FINDINGS_H
#define ANVIL_CHECK_FINDINGS_H

#include "anvil/report.h"
#include "anvil/shape.h"
#include "base/port.h"

#include <stdbool.h>

/* What one call has found so far. `report` may be NULL: then only the first status is kept. */
struct anvil_findings {
    struct anvil_report *report;
    enum anvil_status first;
    uint16_t path_at;  /* where the current path begins in the report */
    bool path_fits;    /* the current path is whole */
    bool path_is_kept; /* a violation refers to the current path */
    bool wants_check;  /* not everything was surely good: the check has to look at the struct */
};

/* Starts a call whose `report` has been set: clears it, unless it is NULL, and all else. */
ANVIL_LOCAL void anvil_findings_begin(struct anvil_findings *findings);

/* The same at once. */
static inline struct anvil_findings anvil_findings_of(struct anvil_report *report) {
    struct anvil_findings findings = {.report = report};
    anvil_findings_begin(&findings);
    return findings;
}

/* Tells a report, if there is one, that all is well. */
static inline enum anvil_status anvil_findings_none(struct anvil_report *report) {
    if (ANVIL_UNLIKELY(report != NULL))
        (void)anvil_findings_of(report);
    return ANVIL_OK;
}

/* Starts the path of the next value; it is the message's own until steps are added. */
ANVIL_LOCAL void anvil_path_begin(struct anvil_findings *findings);

/* Adds a step to the path: the member `name`, which anvil_path_more() can lengthen, or the item
 * `index` of a list. */
ANVIL_LOCAL void anvil_path_name(struct anvil_findings *findings, struct anvil_str name);
ANVIL_LOCAL void anvil_path_more(struct anvil_findings *findings, struct anvil_str more);
ANVIL_LOCAL void anvil_path_index(struct anvil_findings *findings, size_t index);

/* Adds the step from a container to what is inside: the item `index` of a list; the member `index`
 * of a structure or union, unless it has none of that number; the key of a map's entry, unless that
 * is NULL. */
ANVIL_LOCAL void anvil_path_step(struct anvil_findings *findings,
                                 const struct anvil_shape *container, size_t index,
                                 const unsigned char *entry);

/* Adds one violation at the current path. Its own path fields are ignored. */
ANVIL_LOCAL void anvil_findings_add(struct anvil_findings *findings,
                                    const struct anvil_violation *violation);

/* Ends a call with an error at the current path, which replaces whatever violations were found
 * before. `offset` may be #ANVIL_NO_OFFSET. Returns `status`. */
ANVIL_LOCAL enum anvil_status anvil_findings_fail(struct anvil_findings *findings,
                                                  enum anvil_status status, size_t offset,
                                                  size_t need);

/* Ends a call without an error: the status of the first violation, or #ANVIL_OK. */
ANVIL_LOCAL enum anvil_status anvil_findings_end(struct anvil_findings *findings);

#endif
