/* SPDX-License-Identifier: Apache-2.0 */
/* Patterns that the compiler refuses, with the words and the column it names. */
#include "compile_pattern.h"
#include "regex.h"
#include "test.h"

#include <string.h>

/* */
static void assert_refused(const char *source, const char *want) {
    struct spec spec;
    spec_begin(&spec);
    if (spec_compile_pattern(&spec, "Shape", source) != NULL)
        fail_msg("%s is taken", source);
    assert_string_equal(spec.fault.shape, "Shape");
    if (strncmp(spec.fault.reason, want, strlen(want)) != 0)
        fail_msg("%s: \"%s\" does not begin with \"%s\"", source, spec.fault.reason, want);
    if (strstr(spec.fault.reason, source) == NULL)
        fail_msg("\"%s\" does not show the pattern", spec.fault.reason);
    spec_end(&spec);
}

TEST(what_is_no_regular_expression_is_refused) {
    assert_refused("a(b", "pattern, column 2: the group is not closed: ");
    assert_refused("[b-a]", "pattern, column 2: the range is out of order: ");
    assert_refused("*a", "pattern, column 1: nothing to repeat: ");
    assert_refused("a)", "pattern, column 2: nothing opens this bracket: ");
    assert_refused("[a", "pattern, column 3: the class is not closed: ");
}

TEST(what_cannot_be_proved_is_refused_by_name) {
    assert_refused("(?<=a(?=b))c",
                   "pattern, column 6: a look-ahead inside a look-behind is not supported: ");
    assert_refused("(?<!a(?:x(?!b)))c",
                   "pattern, column 10: a look-ahead inside a look-behind is not supported: ");
    assert_refused("(?<=a$)b", "pattern, column 6: an end inside a look-behind is not supported: ");
    assert_refused("(?=a)*b", "pattern, column 6: an assertion cannot be repeated: ");
    assert_refused("(?<=a)?b", "pattern, column 7: an assertion cannot be repeated: ");
    assert_refused("(a)\\1", "pattern, column 4: a back-reference is not supported: ");
    assert_refused("(?<x>a)\\k<x>", "pattern, column 8: a back-reference is not supported: ");
    assert_refused("\\bword", "pattern, column 1: a word boundary is not supported: ");
    assert_refused("\\p{L}", "pattern, column 1: a Unicode property is not supported: ");
    assert_refused("\xC3\xA4(?i)b", "pattern, column 2: ECMA-262 has no such group: ");
    assert_refused("(?>a)", "pattern, column 1: ECMA-262 has no such group: ");
    assert_refused("a++", "pattern, column 3: nothing to repeat: ");
    assert_refused("a{2}{3}", "pattern, column ");
    assert_refused("\\uD83D", "pattern, column ");
    assert_refused("\\Aa", "pattern, column 1: ECMA-262 has no such escape: ");
    assert_refused("\\h", "pattern, column 1: ECMA-262 has no such escape: ");
    assert_refused("\\Qa\\E", "pattern, column 1: ECMA-262 has no such escape: ");
    assert_refused("a{", "pattern, column 3: a count is expected: ");
    assert_refused("a}", "pattern, column 2: a lone bracket must be escaped: ");
    assert_refused("[[:alpha:]]", "pattern, column 2: engines disagree on this bracket");
    assert_refused("[a-\\d]", "pattern, column ");
    assert_refused("a{5000}", "pattern, column 3: the count is too great: ");
}

/* The parser alone. */
static void assert_not_parsed(const char *source, const char *want) {
    struct spec spec;
    spec_begin(&spec);
    assert_null(regex_parse(&spec, "Shape", source));
    assert_memory_equal(spec.fault.reason, want, strlen(want));
    spec_end(&spec);
}

TEST(the_parser_refuses_bad_syntax_by_itself) {
    assert_not_parsed("*a", "pattern, column 1: nothing to repeat: ");
    assert_not_parsed("a{2}{3}", "pattern, column 5: nothing to repeat: ");
    assert_not_parsed("^*", "pattern, column 2: an assertion cannot be repeated: ");
    assert_not_parsed("a)", "pattern, column 2: nothing opens this bracket: ");
    assert_not_parsed("a(b", "pattern, column 2: the group is not closed: ");
    assert_not_parsed("(?<a", "pattern, column 1: the name of the group is not closed: ");
    assert_not_parsed("[ab", "pattern, column 4: the class is not closed: ");
    assert_not_parsed("[b-a]", "pattern, column 2: the range is out of order: ");
    assert_not_parsed("[a-\\d]", "pattern, column 2: a class cannot be the end of a range: ");
    assert_not_parsed("a{3,2}", "pattern, column 2: the counts are out of order: ");
    assert_not_parsed("a{2", "pattern, column 2: the quantifier is not closed: ");
    assert_not_parsed("\\uD83D", "pattern, column 3: no such code point: ");
    assert_not_parsed("\\u{110000}", "pattern, column 4: no such code point: ");
    assert_not_parsed("\\u{}", "pattern, column 4: no such code point: ");
    assert_not_parsed("\\x4",
                      "pattern, column 3: a code point in hexadecimal digits is expected: ");
    assert_not_parsed("\\", "pattern, column 1: ECMA-262 has no such escape: ");
}

TEST(groups_nest_at_most_64_deep) {
    char source[2 * 65 + 1];
    struct spec spec;
    spec_begin(&spec);
    memset(source, '(', 65);
    memset(source + 65, ')', 65);
    source[130] = '\0';
    assert_null(regex_parse(&spec, "Shape", source));
    assert_memory_equal(spec.fault.reason, "pattern, column 65: groups nest too deep: ", 42);
    source[129] = '\0';
    assert_non_null(regex_parse(&spec, "Shape", source + 1));
    spec_end(&spec);
}

TEST(what_grows_without_reason_is_refused) {
    struct spec spec;
    spec_begin(&spec);
    assert_null(spec_compile_pattern(&spec, "Shape", "(x|y)*x(x|y){20}"));
    assert_string_equal(spec.fault.reason, "pattern needs more than 4096 states");
    assert_null(spec_compile_pattern(&spec, "Shape", "((a{200}){200}){9}"));
    assert_string_equal(spec.fault.reason,
                        "pattern needs more than 65536 states before it is reduced");
    spec_end(&spec);
}

TEST(a_pattern_that_matches_nothing_is_refused) {
    struct spec spec;
    spec_begin(&spec);
    assert_null(spec_compile_pattern(&spec, "Shape", "a^b"));
    assert_string_equal(spec.fault.reason, "pattern matches no text at all: a^b");
    spec_end(&spec);
}
