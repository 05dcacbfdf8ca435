/* SPDX-License-Identifier: Apache-2.0 */
/* Reads reports through their public members. */
#include "reports.h"

static size_t number_of(const struct anvil_report *report) {
    return report->count + report->more;
}

bool reports_same_error(const struct anvil_report *a, const struct anvil_report *b) {
    return a->status == b->status && a->offset == b->offset && number_of(a) == 0 &&
           number_of(b) == 0 && anvil_str_equal(anvil_report_path(a), anvil_report_path(b));
}

static bool is_same(const struct anvil_report *a, const struct anvil_violation *x,
                    const struct anvil_report *b, const struct anvil_violation *y) {
    return x->constraint == y->constraint && x->limit == y->limit && x->actual == y->actual &&
           x->limits == y->limits &&
           anvil_str_equal(anvil_violation_path(a, x), anvil_violation_path(b, y));
}

bool reports_are_joined(const struct anvil_report *whole, const struct anvil_report *first,
                        const struct anvil_report *second) {
    size_t of_first = first != NULL ? first->count : 0;
    size_t all = (first != NULL ? number_of(first) : 0) + (second != NULL ? number_of(second) : 0);
    if (number_of(whole) != all)
        return false;
    if (whole->more != 0 || (first != NULL && first->more != 0) ||
        (second != NULL && second->more != 0))
        return true;
    for (size_t i = 0; i < whole->count; i++) {
        const struct anvil_report *source = i < of_first ? first : second;
        size_t at = i < of_first ? i : i - of_first;
        if (!is_same(whole, &whole->violations[i], source, &source->violations[at]))
            return false;
    }
    return true;
}

bool reports_same_set(const struct anvil_report *a, const struct anvil_report *b) {
    bool is_taken[ANVIL_REPORT_VIOLATIONS] = {false};
    if (number_of(a) != number_of(b))
        return false;
    if (a->more != 0 || b->more != 0)
        return true;
    for (size_t i = 0; i < a->count; i++) {
        size_t j = 0;
        while (j < b->count &&
               (is_taken[j] || !is_same(a, &a->violations[i], b, &b->violations[j])))
            j++;
        if (j == b->count)
            return false;
        is_taken[j] = true;
    }
    return true;
}

bool report_tells(const struct anvil_report *report, enum anvil_constraint constraint) {
    for (size_t i = 0; i < report->count; i++)
        if (report->violations[i].constraint == constraint)
            return true;
    return false;
}

bool report_adds_up(const struct anvil_report *report, size_t len) {
    enum anvil_status_group group = anvil_status_group(report->status);
    if (group == ANVIL_GROUP_BYTES || group == ANVIL_GROUP_DECODE)
        return report->offset <= len && number_of(report) == 0 && report->need == 0;
    if (group == ANVIL_GROUP_SPACE)
        return report->need != 0 && number_of(report) == 0;
    if (group != ANVIL_GROUP_OK && group != ANVIL_GROUP_CONSTRAINT)
        return false;
    if (report->offset != ANVIL_NO_OFFSET || report->need != 0 ||
        (number_of(report) != 0) != (group == ANVIL_GROUP_CONSTRAINT))
        return false;
    for (size_t i = 0; i < report->count; i++)
        if (report->violations[i].offset >= len)
            return false;
    return report->count == 0 ||
           (int)report->status == (int)report->violations[0].constraint + (int)ANVIL_E_REQUIRED;
}
