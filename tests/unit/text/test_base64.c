/* SPDX-License-Identifier: Apache-2.0 */
/* Base64: the vectors of RFC 4648, and a reference that handles one bit at a time, over all lengths
 * and all single corruptions. */
#include "guard_page.h"
#include "test.h"
#include "text/base64.h"
#include "text/pseudo_random.h"

#include <stdbool.h>
#include <string.h>

enum { TEXT_MAX = 512 };

static const char ALPHABET[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static bool is_of_alphabet(char c) {
    return c != '\0' && strchr(ALPHABET, c) != NULL;
}

/* Where the text stops being the beginning of some base64 text: the offset that a reader reports. A
 * length that is no multiple of four is found at the end. Returns `count` for text that is
 * complete. */
static size_t naive_stop(const char *text, size_t count, bool *is_complete) {
    size_t i = 0;
    while (i < count && is_of_alphabet(text[i]))
        i++;
    size_t characters = i;
    size_t rest = characters % 4;
    size_t room = rest < 2 ? 0 : 4 - rest;
    while (i < count && i < characters + room && text[i] == '=')
        i++;
    *is_complete = i == count && count % 4 == 0;
    if (!*is_complete)
        return i;
    size_t zeros = rest == 2 ? 4 : rest == 3 ? 2 : 0;
    size_t last = zeros == 0 ? 0 : (size_t)(strchr(ALPHABET, text[characters - 1]) - ALPHABET);
    if (last % (1u << zeros) != 0) {
        *is_complete = false;
        return characters - 1;
    }
    return count;
}

/* Bit by bit. The text is complete. */
static size_t naive_decode(const char *text, size_t count, unsigned char *out) {
    size_t bits = 0;
    memset(out, 0, TEXT_MAX);
    for (size_t i = 0; i < count && text[i] != '='; i++)
        for (int bit = 5; bit >= 0; bit--, bits++)
            if ((strchr(ALPHABET, text[i]) - ALPHABET) >> bit & 1)
                out[bits / 8] |= (unsigned char)(0x80 >> bits % 8);
    return bits / 8;
}

static size_t naive_encode(const unsigned char *bytes, size_t count, char *out) {
    size_t length = 0;
    for (size_t bit = 0; bit < count * 8; bit += 6) {
        unsigned value = 0;
        for (size_t i = bit; i < bit + 6; i++)
            value = value << 1 | (i < count * 8 ? bytes[i / 8] >> (7 - i % 8) & 1u : 0);
        out[length++] = ALPHABET[value];
    }
    while (length % 4 != 0)
        out[length++] = '=';
    return length;
}

/* Decodes between guard pages and compares status, offset and bytes with the reference. */
static void check_decode(const char *text, size_t count) {
    unsigned char expected[TEXT_MAX];
    bool is_complete = false;
    size_t stop = naive_stop(text, count, &is_complete);
    size_t wanted = is_complete ? naive_decode(text, count, expected) : 0;
    const unsigned char *begin = (const unsigned char *)text;
    size_t bytes = anvil_base64_decoded_bytes(begin, begin + count);
    unsigned char out[TEXT_MAX];
    memset(out, 0xA5, sizeof out);
    size_t offset = TEXT_MAX;
    enum anvil_status status = anvil_base64_decode(begin, begin + count, out, &offset);
    assert_int_equal(status, is_complete ? ANVIL_OK : ANVIL_E_BASE64);
    if (is_complete) {
        assert_int_equal(bytes, wanted);
        assert_memory_equal(out, expected, wanted);
    } else {
        assert_int_equal(offset, stop);
    }
    memset(expected, 0xA5, sizeof expected);
    assert_int_equal(memcmp(out + bytes, expected, sizeof out - bytes), 0);
}

static void check_text(const char *text) {
    check_decode(text, strlen(text));
}

/* */
TEST(the_vectors_of_rfc_4648_go_both_ways) {
    static const char *const VECTORS[][2] = {{"", ""},
                                             {"f", "Zg=="},
                                             {"fo", "Zm8="},
                                             {"foo", "Zm9v"},
                                             {"foob", "Zm9vYg=="},
                                             {"fooba", "Zm9vYmE="},
                                             {"foobar", "Zm9vYmFy"}};
    for (size_t i = 0; i < sizeof VECTORS / sizeof VECTORS[0]; i++) {
        const unsigned char *bytes = (const unsigned char *)VECTORS[i][0];
        const unsigned char *text = (const unsigned char *)VECTORS[i][1];
        size_t count = strlen(VECTORS[i][0]);
        size_t length = strlen(VECTORS[i][1]);
        char encoded[16];
        unsigned char decoded[16];
        size_t offset = 0;
        assert_int_equal(anvil_base64_encoded_bytes(count), length);
        anvil_base64_encode(bytes, bytes + count, encoded);
        assert_memory_equal(encoded, text, length);
        assert_int_equal(anvil_base64_decoded_bytes(text, text + length), count);
        assert_int_equal(anvil_base64_decode(text, text + length, decoded, &offset), ANVIL_OK);
        assert_memory_equal(decoded, bytes, count);
    }
}

static void assert_stops(const char *text, size_t expected) {
    const unsigned char *begin = (const unsigned char *)text;
    unsigned char out[TEXT_MAX];
    size_t offset = TEXT_MAX;
    assert_int_equal(anvil_base64_decode(begin, begin + strlen(text), out, &offset),
                     ANVIL_E_BASE64);
    assert_int_equal(offset, expected);
}

/* */
TEST(what_is_not_section_4_is_refused_at_its_first_byte) {
    assert_stops("YmxvYg=", 7);
    assert_stops("YmxvYg", 6);
    assert_stops("xyz", 3);
    assert_stops("x", 1);
    assert_stops("=", 0);
    assert_stops("====", 0);
    assert_stops("x===", 1);
    assert_stops("Zm9v=", 4);
    assert_stops("Zm9v====", 4);
    assert_stops("Zm8==", 4);
    assert_stops("Zg==Zg==", 4);
    assert_stops("Zg=a", 3);
    assert_stops("Zg==\n", 4);
    assert_stops("Zm9v\n", 4);
    assert_stops(" Zm9v", 0);
    assert_stops("Zm 9v", 2);
    assert_stops("Zm-v", 2);
    assert_stops("Zm_v", 2);
    assert_stops("Zm9v\xC3\xA4", 4);
}

/* RFC 4648 section 3.5: two texts for one value would not both be written back. */
TEST(bits_behind_the_last_byte_are_zero) {
    size_t step = test_rounds(50) < 50 ? 9 : 1;
    assert_stops("Zh==", 1);
    assert_stops("Zm9=", 2);
    for (size_t a = 0; a < 64; a++)
        for (size_t b = 0; b < 64; b++) {
            char text[] = {ALPHABET[a], ALPHABET[b], '=', '='};
            check_decode(text, 4);
            for (size_t c = 0; c < 64; c += step) {
                text[2] = ALPHABET[c];
                check_decode(text, 4);
            }
        }
}

static size_t random_text(struct pseudo_random *random, size_t count, unsigned char *bytes,
                          char *text) {
    for (size_t i = 0; i < count; i++)
        bytes[i] = (unsigned char)random_bits(random);
    return naive_encode(bytes, count, text);
}

/* */
TEST(all_lengths_go_both_ways) {
    struct pseudo_random random = {9};
    unsigned char bytes[300];
    char expected[TEXT_MAX];
    char text[TEXT_MAX];
    for (size_t count = 0; count <= sizeof bytes; count++) {
        size_t length = random_text(&random, count, bytes, expected);
        assert_int_equal(anvil_base64_encoded_bytes(count), length);
        anvil_base64_encode(bytes, bytes + count, text);
        assert_memory_equal(text, expected, length);
        /* The text, and every beginning of it. */
        for (size_t cut = 0; cut <= length; cut++)
            check_decode(text, cut);
    }
}

/* */
TEST(all_single_corruptions_are_judged_as_by_the_reference) {
    struct pseudo_random random = {10};
    unsigned char bytes[13];
    char text[TEXT_MAX];
    int step = test_rounds(50) < 50 ? 7 : 1;
    for (size_t count = 1; count <= sizeof bytes; count++) {
        size_t length = random_text(&random, count, bytes, text);
        for (size_t at = 0; at < length; at++) {
            char kept = text[at];
            for (int byte = 0; byte < 256; byte += at % 8 == 0 ? 1 : step) {
                text[at] = (char)byte;
                check_decode(text, length);
            }
            text[at] = kept;
        }
    }
}

/* All short texts of a few characters, where padding may stand anywhere. */
TEST(all_short_texts_are_judged_as_by_the_reference) {
    static const char FEW[] = {'A', 'Q', '/', '=', '-', '\n'};
    enum { KINDS = sizeof FEW };
    size_t step = test_rounds(50) < 50 ? 29 : 1;
    for (size_t length = 0, texts = 1; length <= 6; length++, texts *= KINDS)
        for (size_t number = 0; number < texts; number += (length < 5 ? 1 : step)) {
            char text[8];
            size_t left = number;
            for (size_t i = 0; i < length; i++, left /= KINDS)
                text[i] = FEW[left % KINDS];
            check_decode(text, length);
        }
    check_text("AAAAAAA=");
    check_text("AAAA=AAA");
}

/* [I-01] [I-02] */
TEST(nothing_is_touched_beyond_text_and_bytes) {
    struct pseudo_random random = {11};
    unsigned char bytes[20];
    char text[TEXT_MAX];
    for (size_t count = 0; count <= sizeof bytes; count++) {
        size_t length = random_text(&random, count, bytes, text);
        for (size_t cut = 0; cut <= length; cut++) {
            struct guard_page in = guard_page_of(text, cut);
            const unsigned char *begin = (const unsigned char *)in.ptr;
            size_t room = anvil_base64_decoded_bytes(begin, begin + cut);
            struct guard_page out = guard_page_of(NULL, room);
            size_t offset = 0;
            enum anvil_status status =
                anvil_base64_decode(begin, begin + cut, (unsigned char *)out.ptr, &offset);
            assert_int_equal(status, cut % 4 == 0 ? ANVIL_OK : ANVIL_E_BASE64);
            guard_page_free(&out);
            guard_page_free(&in);
        }
        struct guard_page in = guard_page_of(bytes, count);
        struct guard_page out = guard_page_of(NULL, length);
        const unsigned char *begin = (const unsigned char *)in.ptr;
        anvil_base64_encode(begin, begin + count, out.ptr);
        assert_memory_equal(out.ptr, text, length);
        guard_page_free(&out);
        guard_page_free(&in);
    }
}

/* */
TEST(the_bytes_may_replace_the_text) {
    struct pseudo_random random = {12};
    unsigned char bytes[100];
    char text[TEXT_MAX];
    for (size_t count = 0; count <= sizeof bytes; count++) {
        size_t length = random_text(&random, count, bytes, text);
        unsigned char *place = (unsigned char *)text;
        size_t offset = 0;
        assert_int_equal(anvil_base64_decode(place, place + length, place, &offset), ANVIL_OK);
        assert_memory_equal(text, bytes, count);
    }
}

/* */
TEST(pieces_of_three_bytes_join_to_the_whole) {
    struct pseudo_random random = {13};
    unsigned char bytes[100];
    char expected[TEXT_MAX];
    char text[TEXT_MAX];
    size_t length = random_text(&random, sizeof bytes, bytes, expected);
    for (size_t piece = 3; piece < sizeof bytes; piece += 3) {
        size_t written = 0;
        for (size_t from = 0; from < sizeof bytes; from += piece) {
            size_t count = sizeof bytes - from < piece ? sizeof bytes - from : piece;
            anvil_base64_encode(bytes + from, bytes + from + count, text + written);
            written += anvil_base64_encoded_bytes(count);
        }
        assert_int_equal(written, length);
        assert_memory_equal(text, expected, length);
    }
}
