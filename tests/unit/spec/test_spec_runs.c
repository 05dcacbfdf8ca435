/* SPDX-License-Identifier: Apache-2.0 */
/* The runs of members: what of pattern and length they keep, and when there is none. */
#include "spec_fixture.h"
#include "test.h"

#define LENGTH(min, max) "'smithy.api#length':{'min':" #min ",'max':" #max "}"

static const char *const word =
    "'ns#Word':{'type':'string','traits':{" LENGTH(1, 9) ",'smithy.api#pattern':'^[!-~]+$'}},";

static bool has(const struct anvil_run *run, char byte) {
    return run->set.rows[byte & 15] >> (byte >> 4) & 1;
}

TEST(a_run_is_pattern_and_length_without_what_needs_an_escape) {
    struct fixture fixture;
    const struct anvil_run *run;
    fixture_compile_input(&fixture, "'A':{'target':'ns#Word'}", word);
    run = fixture_input(&fixture, 0)->run;
    assert_int_equal(run->min, 1);
    assert_int_equal(run->max, 9);
    assert_true(has(run, '!') && has(run, '~') && has(run, '#') && has(run, '['));
    assert_false(has(run, '"') || has(run, '\\') || has(run, ' ') || has(run, '\x7f'));
    fixture_free(&fixture);
}

TEST(a_run_takes_the_narrower_bound_on_either_side) {
    struct fixture fixture;
    const struct anvil_run *run;
    fixture_compile_input(
        &fixture, "'A':{'target':'ns#X'},'B':{'target':'ns#Y'},'C':{'target':'ns#Z'}",
        "'ns#X':{'type':'string','traits':{'smithy.api#pattern':'^a{2,7}$',"
        "" LENGTH(3, 9) "}},"
                        "'ns#Y':{'type':'string','traits':{'smithy.api#pattern':'^a{2,7}$',"
                        "" LENGTH(
                            0,
                            5) "}},"
                               "'ns#Z':{'type':'string','traits':{'smithy.api#pattern':'^a{2,7}$',"
                               "" LENGTH(8, 9) "}},");
    run = fixture_input(&fixture, 0)->run;
    assert_true(run->min == 3 && run->max == 7);
    run = fixture_input(&fixture, 1)->run;
    assert_true(run->min == 2 && run->max == 5);
    run = fixture_input(&fixture, 2)->run;
    assert_true(run->min > run->max);
    fixture_free(&fixture);
}

TEST(text_without_constraints_runs_over_plain_ascii) {
    struct fixture fixture;
    const struct anvil_member *member;
    fixture_compile_input(&fixture, "'A':{'target':'smithy.api#String'}", "");
    member = fixture_input(&fixture, 0);
    assert_null(member->limits);
    assert_int_equal(member->run->min, 0);
    assert_int_equal(member->run->max, UINT32_MAX);
    for (unsigned byte = 0; byte < 128; byte++)
        assert_int_equal(has(member->run, (char)byte), byte >= 0x20 && byte != '"' && byte != '\\');
    fixture_free(&fixture);
}

TEST(enums_and_automata_have_no_run) {
    struct fixture fixture;
    fixture_compile_input(&fixture, "'A':{'target':'ns#E'},'B':{'target':'ns#D'}",
                          "'ns#E':{'type':'enum','members':{'X':{'target':'smithy.api#Unit'}}},"
                          "'ns#D':{'type':'string','traits':{'smithy.api#pattern':'^ab$'}},");
    for (size_t i = 0; i < 2; i++) {
        const struct anvil_run *run = fixture_input(&fixture, i)->run;
        assert_true(run->min > run->max);
        for (size_t row = 0; row < 16; row++)
            assert_int_equal(run->set.rows[row], 0);
    }
    fixture_free(&fixture);
}
