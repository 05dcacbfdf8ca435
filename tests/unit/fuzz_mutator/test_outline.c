/* SPDX-License-Identifier: Apache-2.0 */
/* The outline that the fuzzers' mutator works on. */
#include "mutator/outline.h"
#include "sample/dice.h"
#include "test.h"

#include <string.h>

static struct outline outline;

static void read_text(const char *text) {
    outline_read(&outline, (const unsigned char *)text, strlen(text));
}

static void expect_piece(size_t index, const char *text, enum piece_kind kind, size_t begin,
                         size_t end, size_t parent, size_t key) {
    const struct piece *piece = &outline.pieces[index];
    read_text(text);
    assert_true(index < outline.count);
    assert_int_equal(piece->kind, kind);
    assert_int_equal(piece->begin, begin);
    assert_int_equal(piece->end, end);
    assert_true(piece->parent == parent);
    assert_true(piece->key == key);
}

TEST(keys_and_values_of_an_object) {
    const char *text = "{\"a\": -1.5, \"b\":[true]}";
    expect_piece(0, text, PIECE_OBJECT, 0, 23, OUTLINE_NONE, OUTLINE_NONE);
    expect_piece(1, text, PIECE_KEY, 1, 4, 0, OUTLINE_NONE);
    expect_piece(2, text, PIECE_NUMBER, 6, 10, 0, 1);
    expect_piece(3, text, PIECE_KEY, 12, 15, 0, OUTLINE_NONE);
    expect_piece(4, text, PIECE_ARRAY, 16, 22, 0, 3);
    expect_piece(5, text, PIECE_WORD, 17, 21, 4, OUTLINE_NONE);
    assert_int_equal(outline.count, 6);
}

TEST(strings_end_at_their_quote_and_not_at_an_escaped_one) {
    expect_piece(2, "{\"k\":\"a\\\"b\\\\\",\"l\":0}", PIECE_STRING, 5, 13, 0, 1);
    expect_piece(1, "[\"{[,:\"]", PIECE_STRING, 1, 7, 0, OUTLINE_NONE);
}

TEST(what_stands_before_the_first_bracket_is_no_piece) {
    read_text("\x05\"q\" 12 {}");
    assert_int_equal(outline.begin, 8);
    assert_int_equal(outline.count, 1);
    read_text("no bracket at all");
    assert_int_equal(outline.count, 0);
    assert_int_equal(outline.begin, 17);
}

TEST(what_lacks_its_end_reaches_to_the_end) {
    expect_piece(0, "{\"a\":[\"b", PIECE_OBJECT, 0, 8, OUTLINE_NONE, OUTLINE_NONE);
    expect_piece(3, "{\"a\":[\"b", PIECE_STRING, 6, 8, 2, OUTLINE_NONE);
    expect_piece(1, "[\"a\\", PIECE_STRING, 1, 4, 0, OUTLINE_NONE);
}

TEST(any_bytes_have_an_outline_that_lies_inside) {
    static const char BYTES[] = "{}[]:,\"\\ a0-";
    struct dice dice = {1};
    for (size_t round = test_rounds(5000); round != 0; round--) {
        unsigned char text[64];
        size_t len = dice_below(&dice, sizeof text + 1);
        for (size_t i = 0; i < len; i++)
            text[i] = (unsigned char)BYTES[dice_below(&dice, sizeof BYTES - 1)];
        outline_read(&outline, text, len);
        for (size_t i = 0; i < outline.count; i++) {
            const struct piece *piece = &outline.pieces[i];
            assert_true(piece->begin < piece->end && piece->end <= len);
            assert_true(piece->parent == OUTLINE_NONE || piece->parent < i);
            assert_true(piece->key == OUTLINE_NONE || piece->key < i);
        }
    }
}

TEST(pieces_beyond_the_room_are_left_out) {
    char text[2 * OUTLINE_PIECES + 2];
    memset(text, '[', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    read_text(text);
    assert_int_equal(outline.count, OUTLINE_PIECES);
}
