/* SPDX-License-Identifier: Apache-2.0 */
/* Filling a report: paths, what does not fit, how a call ends. */
#include "check/findings.h"
#include "sample/report_assert.h"
#include "sample/sample_shapes.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

static void add(struct anvil_findings *findings, enum anvil_constraint constraint) {
    struct anvil_violation violation = {.constraint = constraint, .offset = ANVIL_NO_OFFSET};
    anvil_findings_add(findings, &violation);
}

/* */
TEST(paths_are_json_pointers) {
    struct anvil_report report;
    struct anvil_findings findings = anvil_findings_of(&report);
    anvil_path_begin(&findings);
    anvil_path_name(&findings, TEXT("Fields"));
    anvil_path_index(&findings, 0);
    anvil_path_name(&findings, TEXT("a~b/c"));
    anvil_path_more(&findings, TEXT("~1/"));
    anvil_path_index(&findings, 1234567890);
    anvil_path_name(&findings, TEXT(""));
    anvil_path_index(&findings, SIZE_MAX);
    add(&findings, ANVIL_CONSTRAINT_MIN);
    assert_int_equal(anvil_findings_end(&findings), ANVIL_E_MIN);
    char expected[64];
    snprintf(expected, sizeof expected, "/Fields/0/a~0b~1c~01~1/1234567890//%zu", SIZE_MAX);
    assert_text(anvil_violation_path(&report, &report.violations[0]), expected);
}

/* Violations of one value share its path; a path that nobody refers to takes no room. */
TEST(paths_are_kept_once_and_only_when_needed) {
    struct anvil_report report;
    struct anvil_findings findings = anvil_findings_of(&report);
    anvil_path_begin(&findings);
    anvil_path_name(&findings, TEXT("unused"));
    anvil_path_begin(&findings);
    anvil_path_name(&findings, TEXT("a"));
    add(&findings, ANVIL_CONSTRAINT_MAX);
    add(&findings, ANVIL_CONSTRAINT_PATTERN);
    anvil_path_begin(&findings);
    anvil_path_name(&findings, TEXT("unused"));
    assert_int_equal(anvil_findings_end(&findings), ANVIL_E_MAX);
    assert_int_equal(report.path_used, 2);
    assert_int_equal(report.count, 2);
    assert_int_equal(report.violations[0].path_at, report.violations[1].path_at);
}

/* the status of a call is that of its first violation, with a report or without */
TEST(the_first_violation_is_the_status) {
    struct anvil_report report;
    for (int i = 0; i < ANVIL_CONSTRAINT_COUNT; i++) {
        struct anvil_report *reports[] = {&report, NULL};
        for (size_t j = 0; j < 2; j++) {
            struct anvil_findings findings = anvil_findings_of(reports[j]);
            anvil_path_begin(&findings);
            add(&findings, (enum anvil_constraint)i);
            add(&findings, ANVIL_CONSTRAINT_REQUIRED);
            assert_int_equal(anvil_findings_end(&findings), ANVIL_E_REQUIRED + i);
        }
        assert_int_equal(report.status, ANVIL_E_REQUIRED + i);
    }
}

/* */
TEST(the_thirty_third_is_counted) {
    struct anvil_report report;
    struct anvil_findings findings = anvil_findings_of(&report);
    for (size_t i = 0; i < ANVIL_REPORT_VIOLATIONS + 5; i++) {
        anvil_path_begin(&findings);
        anvil_path_index(&findings, i);
        add(&findings, ANVIL_CONSTRAINT_MIN);
    }
    assert_int_equal(anvil_findings_end(&findings), ANVIL_E_MIN);
    assert_int_equal(report.count, ANVIL_REPORT_VIOLATIONS);
    assert_int_equal(report.more, 5);
    assert_text(anvil_violation_path(&report, &report.violations[ANVIL_REPORT_VIOLATIONS - 1]),
                "/31");
}

/* Paths of every length around what is left of the room: all of a path or none of it. */
TEST(a_path_fits_whole_or_not_at_all) {
    static char name[ANVIL_REPORT_PATH_BYTES + 8];
    memset(name, 'n', sizeof name);
    for (size_t len = ANVIL_REPORT_PATH_BYTES - 4; len < ANVIL_REPORT_PATH_BYTES + 4; len++) {
        struct anvil_report report;
        struct anvil_findings findings = anvil_findings_of(&report);
        anvil_path_begin(&findings);
        anvil_path_name(&findings, anvil_str_of(name, len - 1)); /* and its slash */
        add(&findings, ANVIL_CONSTRAINT_MIN);
        bool fits = len <= ANVIL_REPORT_PATH_BYTES;
        assert_int_equal(report.count, fits);
        assert_int_equal(report.more, !fits);
        anvil_path_begin(&findings);
        anvil_path_index(&findings, 7);
        add(&findings, ANVIL_CONSTRAINT_MAX);
        /* Behind one that was left out nothing is kept, however short. */
        assert_int_equal(report.count + report.more, 2);
        assert_int_equal(report.count, fits ? 1 + (len + 2 <= ANVIL_REPORT_PATH_BYTES) : 0);
        assert_int_equal(anvil_findings_end(&findings), ANVIL_E_MIN);
    }
}

/* An escape of two bytes is not cut either. */
TEST(an_escaped_byte_of_a_path_is_not_cut) {
    static char name[ANVIL_REPORT_PATH_BYTES];
    struct anvil_report report;
    struct anvil_findings findings = anvil_findings_of(&report);
    memset(name, 'n', sizeof name);
    name[ANVIL_REPORT_PATH_BYTES - 2] = '~'; /* its "~0" would end one byte outside */
    anvil_path_begin(&findings);
    anvil_path_name(&findings, anvil_str_of(name, ANVIL_REPORT_PATH_BYTES - 1));
    add(&findings, ANVIL_CONSTRAINT_MIN);
    assert_int_equal(report.count, 0);
    assert_int_equal(report.more, 1);
    assert_int_equal(anvil_findings_end(&findings), ANVIL_E_MIN);
}

/* an error replaces the violations that were found before it */
TEST(an_error_replaces_what_was_found) {
    struct anvil_report report;
    struct anvil_findings findings = anvil_findings_of(&report);
    for (size_t i = 0; i < 40; i++) {
        anvil_path_begin(&findings);
        anvil_path_name(&findings, TEXT("before"));
        add(&findings, ANVIL_CONSTRAINT_MIN);
    }
    anvil_path_begin(&findings);
    anvil_path_name(&findings, TEXT("here"));
    assert_int_equal(anvil_findings_fail(&findings, ANVIL_E_UTF8, 17, 0), ANVIL_E_UTF8);
    assert_error(&report, ANVIL_E_UTF8, 17, "/here");
    assert_int_equal(report.path_used, 5);
    struct anvil_findings nobody = anvil_findings_of(NULL);
    anvil_path_begin(&nobody);
    anvil_path_name(&nobody, TEXT("here"));
    assert_int_equal(anvil_findings_fail(&nobody, ANVIL_E_UTF8, 17, 0), ANVIL_E_UTF8);
}

/* The path of an error that is longer than the room is left out: the offset still tells where. */
TEST(an_error_with_too_long_a_path) {
    static char name[ANVIL_REPORT_PATH_BYTES + 1];
    struct anvil_report report;
    struct anvil_findings findings = anvil_findings_of(&report);
    memset(name, 'n', sizeof name);
    anvil_path_begin(&findings);
    anvil_path_name(&findings, anvil_str_of(name, sizeof name));
    assert_int_equal(anvil_findings_fail(&findings, ANVIL_E_TYPE, 3, 0), ANVIL_E_TYPE);
    assert_error(&report, ANVIL_E_TYPE, 3, "");
}
