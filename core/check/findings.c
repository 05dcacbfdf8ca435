/* SPDX-License-Identifier: Apache-2.0 */
/* Paths are written as JSON pointers (RFC 6901) into the report's own text, so that a
 * report holds no pointer into the message and may outlive it. */
#include "check/findings.h"

#include "base/port.h"
#include <string.h>

ANVIL_COLD_FILE

void anvil_findings_begin(struct anvil_findings *findings) {
    struct anvil_report *report = findings->report;
    findings->first = ANVIL_OK;
    findings->path_at = 0;
    findings->path_fits = true;
    findings->path_is_kept = true;
    findings->wants_check = false;
    if (report == NULL)
        return;
    report->status = ANVIL_OK;
    report->offset = ANVIL_NO_OFFSET;
    report->need = 0;
    report->path_at = 0;
    report->path_bytes = 0;
    report->path_used = 0;
    report->count = 0;
    report->more = 0;
}

/* Appends bytes to the current path, all of them or none. */
static void put(struct anvil_findings *findings, const char *bytes, size_t count) {
    struct anvil_report *report = findings->report;
    if (report == NULL || !findings->path_fits)
        return;
    if (count > sizeof report->paths - report->path_used) {
        findings->path_fits = false;
        return;
    }
    memcpy(report->paths + report->path_used, bytes, count);
    report->path_used = (uint16_t)(report->path_used + count);
}

/* Gives back the room of a path that nothing refers to. */
static void drop_path(struct anvil_findings *findings) {
    if (findings->report != NULL && !findings->path_is_kept)
        findings->report->path_used = findings->path_at;
}

void anvil_path_begin(struct anvil_findings *findings) {
    drop_path(findings);
    if (findings->report != NULL)
        findings->path_at = findings->report->path_used;
    findings->path_fits = true;
    findings->path_is_kept = false;
}

/* [R-064] "~" and "/" in a name would read as structure, so they are written "~0" and "~1". */
void anvil_path_more(struct anvil_findings *findings, struct anvil_str more) {
    for (size_t i = 0; i < more.len; i++) {
        if (more.ptr[i] == '~')
            put(findings, "~0", 2);
        else if (more.ptr[i] == '/')
            put(findings, "~1", 2);
        else
            put(findings, more.ptr + i, 1);
    }
}

void anvil_path_name(struct anvil_findings *findings, struct anvil_str name) {
    put(findings, "/", 1);
    anvil_path_more(findings, name);
}

void anvil_path_index(struct anvil_findings *findings, size_t index) {
    char digits[24];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + index % 10);
        index /= 10;
    } while (index != 0);
    put(findings, "/", 1);
    put(findings, digits + at, sizeof digits - at);
}

void anvil_path_step(struct anvil_findings *findings, const struct anvil_shape *container,
                     size_t index, const unsigned char *entry) {
    struct anvil_str name;
    if (container->kind == ANVIL_KIND_LIST) {
        anvil_path_index(findings, index);
    } else if (entry != NULL) {
        memcpy(&name, entry + container->members[0].offset, sizeof name);
        anvil_path_name(findings, name);
    } else if (container->kind != ANVIL_KIND_MAP && index < container->member_count) {
        anvil_path_name(findings, anvil_member_name(&container->members[index]));
    }
}

void anvil_findings_add(struct anvil_findings *findings, const struct anvil_violation *violation) {
    struct anvil_report *report = findings->report;
    /* */
    if (findings->first == ANVIL_OK)
        findings->first = (enum anvil_status)(ANVIL_E_REQUIRED + (int)violation->constraint);
    if (report == NULL)
        return;
    /* Once one is left out all later ones are, so that what is kept is the beginning of the
     * list.
     */
    if (report->more != 0 || report->count == ANVIL_REPORT_VIOLATIONS || !findings->path_fits) {
        report->more++;
        return;
    }
    struct anvil_violation *kept = &report->violations[report->count++];
    *kept = *violation;
    kept->path_at = findings->path_at;
    kept->path_bytes = (uint16_t)(report->path_used - findings->path_at);
    findings->path_is_kept = true;
}

enum anvil_status anvil_findings_fail(struct anvil_findings *findings, enum anvil_status status,
                                      size_t offset, size_t need) {
    struct anvil_report *report = findings->report;
    if (report == NULL)
        return status;
    /* A path too long for the report is left out: the offset still tells where. */
    uint16_t bytes = 0;
    if (findings->path_fits && !findings->path_is_kept)
        bytes = (uint16_t)(report->path_used - findings->path_at);
    memmove(report->paths, report->paths + findings->path_at, bytes);
    report->status = status;
    report->offset = offset;
    report->need = need;
    report->path_at = 0;
    report->path_bytes = bytes;
    report->path_used = bytes;
    report->count = 0;
    report->more = 0;
    return status;
}

enum anvil_status anvil_findings_end(struct anvil_findings *findings) {
    drop_path(findings);
    if (findings->report != NULL)
        findings->report->status = findings->first;
    return findings->first;
}
