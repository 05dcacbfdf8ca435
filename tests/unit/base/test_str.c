/* SPDX-License-Identifier: Apache-2.0 */
/* Text as pointer and length. */
#include "anvil/shape.h"
#include "anvil/str.h"
#include "sample/sample_shapes.h"
#include "test.h"

#include <sys/uio.h>

/* Spans go to writev() as they are: the promise of anvil/str.h, held by the compiler. */
_Static_assert(sizeof(struct anvil_str) == sizeof(struct iovec), "a span is an iovec");
_Static_assert(offsetof(struct anvil_str, ptr) == offsetof(struct iovec, iov_base), "its pointer");
_Static_assert(offsetof(struct anvil_str, len) == offsetof(struct iovec, iov_len), "its length");

/* Typed lists of generated headers are read as struct anvil_list. */
_Static_assert(sizeof(struct sample_texts) == sizeof(struct anvil_list), "a list is a list");
_Static_assert(offsetof(struct sample_texts, count) == offsetof(struct anvil_list, count),
               "its count");

TEST(equality_is_of_bytes_and_of_presence) {
    static const struct anvil_str ABSENT = {NULL, 0};
    static const struct {
        struct anvil_str a;
        struct anvil_str b;
        bool is_equal;
    } CASES[] = {
        {ANVIL_STR("abc"), ANVIL_STR("abc"), true},
        {ANVIL_STR("abc"), ANVIL_STR("abd"), false},
        {ANVIL_STR("abc"), ANVIL_STR("ABC"), false},
        {ANVIL_STR("abc"), ANVIL_STR("ab"), false},
        {ANVIL_STR("a\0b"), ANVIL_STR("a\0b"), true},
        {ANVIL_STR("a\0b"), ANVIL_STR("a\0c"), false},
        {ANVIL_STR(""), ANVIL_STR(""), true},
        {{NULL, 0}, ANVIL_STR(""), false}, /* absent is not empty */
        {{NULL, 0}, {NULL, 0}, true},
        {ANVIL_STR("\xC3\xA9"), ANVIL_STR("e\xCC\x81"), false}, /* no normalisation */
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        assert_int_equal(anvil_str_equal(CASES[i].a, CASES[i].b), CASES[i].is_equal);
        assert_int_equal(anvil_str_equal(CASES[i].b, CASES[i].a), CASES[i].is_equal);
    }
    assert_false(anvil_str_equal(ABSENT, TEXT("x")));
}

TEST(a_literal_keeps_its_nul_bytes_and_loses_its_terminator) {
    struct anvil_str text = ANVIL_STR("a\0b");
    assert_int_equal(text.len, 3);
    assert_memory_equal(text.ptr, "a\0b", 3);
}

TEST(a_member_has_its_name_in_its_key) {
    const struct anvil_member *member = &sample_message_shape.members[SAMPLE_IN_OUT];
    assert_true(anvil_str_equal(anvil_member_name(member), TEXT("In/Out~")));
}
