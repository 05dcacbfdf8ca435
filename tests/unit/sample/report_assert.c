/* SPDX-License-Identifier: Apache-2.0 */
/* Knows the public report and nothing of how it is filled. */
#include "sample/report_assert.h"

#include "test.h"

#include <string.h>

void assert_text(struct anvil_str text, const char *expected) {
    assert_non_null(text.ptr);
    assert_int_equal(text.len, strlen(expected));
    assert_memory_equal(text.ptr, expected, text.len);
}

void assert_error(const struct anvil_report *report, enum anvil_status status, size_t offset,
                  const char *path) {
    assert_string_equal(anvil_status_name(report->status), anvil_status_name(status));
    assert_int_equal(report->offset, offset);
    assert_text(anvil_report_path(report), path);
    assert_int_equal(report->count, 0);
    assert_int_equal(report->more, 0);
}

void assert_violations(const struct anvil_report *report,
                       const struct expected_violation *expected) {
    size_t count = 0;
    for (; expected[count].path != NULL && count < report->count; count++) {
        const struct anvil_violation *found = &report->violations[count];
        assert_string_equal(anvil_constraint_name(found->constraint),
                            anvil_constraint_name(expected[count].constraint));
        assert_text(anvil_violation_path(report, found), expected[count].path);
        assert_int_equal(found->offset, expected[count].offset);
        assert_int_equal(found->limit, expected[count].limit);
        assert_int_equal(found->actual, expected[count].actual);
    }
    assert_null(expected[count].path);
    assert_int_equal(report->count, count);
    assert_int_equal(report->more, 0);
    assert_int_equal(report->offset, ANVIL_NO_OFFSET);
    assert_int_equal(report->status, count == 0 ? ANVIL_OK : 50 + (int)expected[0].constraint);
}

void assert_same_report(const struct anvil_report *a, const struct anvil_report *b,
                        bool compares_offsets) {
    assert_string_equal(anvil_status_name(a->status), anvil_status_name(b->status));
    assert_int_equal(a->count, b->count);
    assert_int_equal(a->more, b->more);
    assert_int_equal(a->need, b->need);
    if (compares_offsets)
        assert_int_equal(a->offset, b->offset);
    assert_true(anvil_str_equal(anvil_report_path(a), anvil_report_path(b)));
    for (size_t i = 0; i < a->count; i++) {
        const struct anvil_violation *left = &a->violations[i];
        const struct anvil_violation *right = &b->violations[i];
        assert_int_equal(left->constraint, right->constraint);
        assert_int_equal(left->limit, right->limit);
        assert_int_equal(left->actual, right->actual);
        assert_ptr_equal(left->limits, right->limits);
        assert_true(anvil_str_equal(anvil_violation_path(a, left), anvil_violation_path(b, right)));
        if (compares_offsets)
            assert_int_equal(left->offset, right->offset);
    }
}
