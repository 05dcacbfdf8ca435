/* SPDX-License-Identifier: Apache-2.0 */
/* Passing over values: all of JSON, 32 deep, without recursion. tests/suites/json has the grammar
 * case by case; here are depth, ends and positions. */
#include "anvil/shape.h"
#include "guard_page.h"
#include "sample/sample_shapes.h"
#include "scan/skip.h"
#include "test.h"

#include <string.h>

static enum anvil_status pass_over(struct anvil_str text, unsigned depth, size_t *offset) {
    struct guard_page page = guard_page_of(text.ptr, text.len);
    const unsigned char *begin = (const unsigned char *)page.ptr;
    const unsigned char *next = NULL;
    enum anvil_status status = anvil_skip_value(begin, begin + page.len, depth, &next);
    *offset = (size_t)(next - begin);
    guard_page_free(&page);
    return status;
}

/* the end of a value is behind its last byte and nowhere else */
TEST(a_value_ends_behind_its_last_byte) {
    static const struct {
        struct anvil_str text;
        size_t end;
    } CASES[] = {
        {ANVIL_STR("\"a\\\"b\",1"), 6},
        {ANVIL_STR("{}}"), 2},
        {ANVIL_STR("[]]"), 2},
        {ANVIL_STR("{\"a\":{\"b\":[1,{}]}} "), 18},
        {ANVIL_STR("12.5e3,"), 6},
        {ANVIL_STR("null}"), 4},
        {ANVIL_STR("[1 , 2 ]\n"), 8},
        {ANVIL_STR("{ \"a\" : 1 , \"b\" : [ ] } x"), 23},
        {ANVIL_STR("[[],[[]],{}]"), 12},
        {ANVIL_STR("true false"), 4},
        {ANVIL_STR("[{\"a\":1},[2],{\"b\":3}]]"), 21}, /* other brackets at a depth used before */
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        size_t offset = 0;
        assert_int_equal(pass_over(CASES[i].text, 1, &offset), ANVIL_OK);
        assert_int_equal(offset, CASES[i].end);
    }
}

/* `deep` arrays and objects, one inside the other; bit i of `kinds` makes the i-th an object. */
static size_t nest(char *out, unsigned deep, uint64_t kinds) {
    size_t len = 0;
    for (unsigned i = 0; i < deep; i++) {
        const char *open = (kinds >> i & 1) != 0 ? "{\"k\":" : "[";
        memcpy(out + len, open, strlen(open));
        len += strlen(open);
    }
    out[len++] = '0';
    for (unsigned i = deep; i > 0; i--)
        out[len++] = (kinds >> (i - 1) & 1) != 0 ? '}' : ']';
    return len;
}

/* The offset of the bracket number `index`, counted from 0. */
static size_t bracket_at(unsigned index, uint64_t kinds) {
    size_t offset = 0;
    for (unsigned i = 0; i < index; i++)
        offset += (kinds >> i & 1) != 0 ? 5 : 1;
    return offset;
}

/* the limit counts the brackets that are open around the value too */
TEST(thirty_two_deep_passes_and_thirty_three_fails_at_its_bracket) {
    static const uint64_t KINDS[] = {0, UINT64_MAX, UINT64_C(0x5555555555555555),
                                     UINT64_C(0x0F0F00FF3C3C5A5A)};
    char text[512];
    for (size_t k = 0; k < sizeof KINDS / sizeof KINDS[0]; k++)
        for (unsigned around = 0; around <= ANVIL_DEPTH_MAX; around++) {
            size_t offset = 0;
            unsigned most = ANVIL_DEPTH_MAX - around;
            size_t len = nest(text, most, KINDS[k]);
            assert_int_equal(pass_over(anvil_str_of(text, len), around, &offset), ANVIL_OK);
            assert_int_equal(offset, len);
            len = nest(text, most + 1, KINDS[k]);
            assert_int_equal(pass_over(anvil_str_of(text, len), around, &offset), ANVIL_E_DEPTH);
            assert_int_equal(offset, bracket_at(most, KINDS[k]));
        }
}

TEST(an_empty_container_counts_like_a_full_one) {
    size_t offset = 0;
    assert_int_equal(pass_over(TEXT("[]"), ANVIL_DEPTH_MAX - 1, &offset), ANVIL_OK);
    assert_int_equal(pass_over(TEXT("[]"), ANVIL_DEPTH_MAX, &offset), ANVIL_E_DEPTH);
    assert_int_equal(offset, 0);
    assert_int_equal(pass_over(TEXT("{}"), ANVIL_DEPTH_MAX, &offset), ANVIL_E_DEPTH);
    assert_int_equal(pass_over(TEXT("\"\""), ANVIL_DEPTH_MAX, &offset), ANVIL_OK);
}

/* Siblings are not deep: a closed bracket gives its level back. */
TEST(closed_brackets_do_not_count) {
    char text[4096] = "[";
    size_t len = 1;
    for (int i = 0; i < 400; i++) {
        memcpy(text + len, "[{}],", 5);
        len += 5;
    }
    memcpy(text + len, "0]", 2);
    size_t offset = 0;
    assert_int_equal(pass_over(anvil_str_of(text, len + 2), 0, &offset), ANVIL_OK);
    assert_int_equal(offset, len + 2);
}

/* a bracket closes its own kind only, at every depth, for every pattern of kinds */
TEST(brackets_close_their_own_kind) {
    char text[64];
    for (uint64_t kinds = 0; kinds < 64; kinds++)
        for (size_t wrong = 0; wrong < 6; wrong++) {
            size_t len = nest(text, 6, kinds);
            size_t at = len - 6 + wrong;
            text[at] = text[at] == '}' ? ']' : '}';
            size_t offset = 0;
            assert_int_equal(pass_over(anvil_str_of(text, len), 0, &offset), ANVIL_E_TOKEN);
            assert_int_equal(offset, at);
        }
}

/* every beginning of a value ends too early, at its length */
TEST(every_beginning_ends_too_early) {
    static const struct anvil_str VALUES[] = {
        ANVIL_STR("{\"a\" : [1.5e+3 , true, {\"b\":\"\\u0041\\\\\"} ] , \"c\":null}"),
        ANVIL_STR("[[[\"\\ud83d\\ude00\"],{}],-0.5,false]"),
    };
    for (size_t i = 0; i < sizeof VALUES / sizeof VALUES[0]; i++)
        for (size_t len = 1; len < VALUES[i].len; len++) {
            size_t offset = 0;
            assert_int_equal(pass_over(anvil_str_of(VALUES[i].ptr, len), 0, &offset), ANVIL_E_END);
            assert_int_equal(offset, len);
        }
}
