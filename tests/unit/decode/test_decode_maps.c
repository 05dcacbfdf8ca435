/* SPDX-License-Identifier: Apache-2.0 */
/* Maps: keys, order, keys given twice, null, and what is wrong with them. */
#include "sample/decode_flush.h"
#include "sample/encoded_text.h"
#include "sample/report_assert.h"
#include "sample/same_value.h"
#include "sample/sample_kinds.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct decoded decode(const char *body, unsigned checks, struct sample_kinds *kinds) {
    return decode_flush(&sample_kinds_shape, anvil_str_of(body, strlen(body)), checks, kinds);
}

/* the keys as they are given, in the order of the message; the empty text is a key */
TEST(keys_keep_their_order) {
    struct sample_kinds kinds;
    struct decoded decoded =
        decode("{\"Texts\" : { \"b\" : \"1\" , \"\" :\"2\", \"a\":\"\", \"B\":\"4\" } }",
               ANVIL_STRICT, &kinds);
    static const char *const KEYS[] = {"b", "", "a", "B"};
    static const char *const VALUES[] = {"1", "2", "", "4"};
    assert_int_equal(decoded.status, ANVIL_OK);
    assert_int_equal(kinds.texts.count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_text(kinds.texts.entries[i].key, KEYS[i]);
        assert_text(kinds.texts.entries[i].value, VALUES[i]);
    }
    assert_int_equal(decoded.arena.used, 4 * sizeof kinds.texts.entries[0]);
    decoded_free(&decoded);
}

/* */
TEST(an_empty_map_is_there) {
    struct sample_kinds kinds;
    struct decoded decoded =
        decode("{\"Texts\":{},\"Bytes\": { },\"Groups\":null}", ANVIL_STRICT, &kinds);
    assert_int_equal(decoded.status, ANVIL_OK);
    assert_non_null(kinds.texts.entries);
    assert_int_equal(kinds.texts.count, 0);
    assert_non_null(kinds.bytes.entries);
    assert_null(kinds.things.entries);
    assert_null(kinds.groups.entries);
    decoded_free(&decoded);
}

/* keys mean what they say when their escapes are resolved; without any they are the
 * message's own bytes */
TEST(keys_are_unescaped) {
    struct sample_kinds kinds;
    struct decoded decoded = decode("{\"Texts\":{\"\\u0061\\/\\\"\\ud83d\\ude00\\u0000\":\"x\","
                                    "\"\xC3\xA9\":\"y\",\"plain\":\"z\"}}",
                                    ANVIL_STRICT, &kinds);
    assert_int_equal(decoded.status, ANVIL_OK);
    assert_int_equal(kinds.texts.entries[0].key.len, 8);
    assert_memory_equal(kinds.texts.entries[0].key.ptr, "a/\"\xF0\x9F\x98\x80\0", 8);
    assert_true(is_in_arena(&decoded, kinds.texts.entries[0].key));
    assert_text(kinds.texts.entries[1].key, "\xC3\xA9");
    assert_true(is_in_body(&decoded, kinds.texts.entries[1].key));
    assert_true(is_in_body(&decoded, kinds.texts.entries[2].key));
    decoded_free(&decoded);
}

/* the last of several entries with one key is the entry, at its place */
TEST(the_last_of_repeated_keys_counts) {
    static const struct {
        const char *body;
        const char *kept;
    } CASES[] = {
        {"{\"Bytes\":{\"a\":1,\"a\":2}}", "{\"Bytes\":{\"a\":2}}"},
        {"{\"Bytes\":{\"a\":1,\"b\":2,\"a\":3}}", "{\"Bytes\":{\"b\":2,\"a\":3}}"},
        {"{\"Bytes\":{\"a\":1,\"\\u0061\":2,\"A\":3}}", "{\"Bytes\":{\"a\":2,\"A\":3}}"},
        {"{\"Bytes\":{\"\":1,\"\":2,\"\":3}}", "{\"Bytes\":{\"\":3}}"},
        {"{\"Groups\":{\"a\":[\"x\"],\"b\":[],\"a\":[\"y\",\"z\"]}}",
         "{\"Groups\":{\"b\":[],\"a\":[\"y\",\"z\"]}}"},
        {"{\"Nests\":{\"n\":{\"a\":[],\"a\":[\"1\"]},\"n\":{\"b\":[\"2\"],\"b\":[]}}}",
         "{\"Nests\":{\"n\":{\"b\":[]}}}"},
        {"{\"Things\":{\"t\":{\"End\":\"1\"},\"t\":{\"End\":\"2\"}}}",
         "{\"Things\":{\"t\":{\"End\":\"2\"}}}"},
        {"{\"SparseMap\":{\"a\":\"1\",\"a\":null}}", "{\"SparseMap\":{\"a\":null}}"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct sample_kinds kinds;
        struct decoded decoded = decode(CASES[i].body, ANVIL_OFF, &kinds);
        assert_int_equal(decoded.status, ANVIL_OK);
        assert_text(encode_text(&sample_kinds_shape, &kinds, ANVIL_OFF, ANVIL_OK), CASES[i].kept);
        decoded_free(&decoded);
    }
}

/* with DUPLICATE each of the others is told, at the path of the key and the value
 * that counts */
TEST(repeated_keys_are_told) {
    static const struct {
        const char *body;
        struct expected_violation expected[4];
    } CASES[] = {
        {"{\"Bytes\":{\"a\":1,\"a\":2}}",
         {{ANVIL_CONSTRAINT_DUPLICATE, "/Bytes/a", 20, 0, 0}, {0}}},
        {"{\"Bytes\":{\"a\":1,\"b\":2,\"\\u0061\":3,\"b\":4}}",
         {{ANVIL_CONSTRAINT_DUPLICATE, "/Bytes/a", 31, 0, 0},
          {ANVIL_CONSTRAINT_DUPLICATE, "/Bytes/b", 37, 0, 0},
          {0}}},
        {"{\"Bytes\":{\"/\":1,\"/\":2,\"/\":3}}",
         {{ANVIL_CONSTRAINT_DUPLICATE, "/Bytes/~1", 26, 0, 0},
          {ANVIL_CONSTRAINT_DUPLICATE, "/Bytes/~1", 26, 0, 0},
          {0}}},
        {"{\"Things\":{\"t\":{\"Bytes\":{\"a\":1,\"a\":2}}},\"End\":\"\",\"End\":\"\"}",
         {{ANVIL_CONSTRAINT_DUPLICATE, "/Things/t/Bytes/a", 35, 0, 0},
          {ANVIL_CONSTRAINT_DUPLICATE, "/End", 49, 0, 0},
          {0}}},
        {"{\"Bytes\":{\"a\":1,\"b\":2}}", {{0}}},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct sample_kinds kinds;
        struct decoded decoded = decode(CASES[i].body, ANVIL_STRICT, &kinds);
        assert_violations(&decoded.report, CASES[i].expected);
        decoded_free(&decoded);
    }
}

/* [I-06] A thousand entries of which some repeat, against a search by hand: few enough to be
 * compared at once, and many. */
TEST(many_keys) {
    static char body[1 << 16];
    static unsigned char memory[1 << 18];
    static const size_t COUNTS[] = {2, 7, 8, 9, 10, 63, 200, 1000};
    for (size_t c = 0; c < sizeof COUNTS / sizeof COUNTS[0]; c++)
        for (size_t step = 1; step < 8; step += 3) {
            size_t count = COUNTS[c];
            size_t distinct = count / step + 1;
            size_t last[1024];
            size_t len = (size_t)snprintf(body, sizeof body, "{\"Bytes\":{");
            for (size_t i = 0; i < count; i++) {
                size_t key = i * 7 % distinct;
                last[key] = i;
                len += (size_t)snprintf(body + len, sizeof body - len, "%s\"k%zu\":%zu",
                                        i == 0 ? "" : ",", key, i % 100);
            }
            len += (size_t)snprintf(body + len, sizeof body - len, "}}");
            struct sample_kinds kinds;
            struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
            assert_int_equal(anvil_decode(&sample_kinds_shape, anvil_str_of(body, len), ANVIL_OFF,
                                          &arena, &kinds, NULL),
                             ANVIL_OK);
            size_t found = 0;
            for (size_t i = 0; i < count; i++) {
                if (last[i * 7 % distinct] != i)
                    continue;
                char key[32];
                (void)snprintf(key, sizeof key, "k%zu", i * 7 % distinct);
                assert_true(found < kinds.bytes.count);
                assert_text(kinds.bytes.entries[found].key, key);
                assert_int_equal(kinds.bytes.entries[found].value.value, i % 100);
                found++;
            }
            assert_int_equal(kinds.bytes.count, found);
        }
}

/* null as a value: refused, dropped by clients, kept by sparse maps */
TEST(null_values) {
    struct sample_kinds kinds;
    struct decoded decoded = decode("{\"Texts\":{\"a\":\"1\",\"b/\":null}}", ANVIL_OFF, &kinds);
    assert_error(&decoded.report, ANVIL_E_NULL, 23, "/Texts/b~1");
    decoded_free(&decoded);
    decoded = decode("{\"Texts\":{\"a\":null,\"b\":\"2\",\"c\": null },\"Bytes\":{\"d\":null},"
                     "\"Things\":{\"e\":null,\"f\":{}}}",
                     ANVIL_LENIENT, &kinds);
    assert_int_equal(decoded.status, ANVIL_OK);
    assert_text(encode_text(&sample_kinds_shape, &kinds, ANVIL_OFF, ANVIL_OK),
                "{\"Texts\":{\"b\":\"2\"},\"Bytes\":{},\"Things\":{\"f\":{}}}");
    decoded_free(&decoded);
    /* A null that is dropped does not replace what was there. */
    decoded = decode("{\"Bytes\":{\"a\":1,\"a\":null}}", ANVIL_LENIENT, &kinds);
    assert_int_equal(kinds.bytes.count, 1);
    assert_int_equal(kinds.bytes.entries[0].value.value, 1);
    decoded_free(&decoded);
    decoded = decode("{\"SparseMap\":{\"a\":null,\"b\":\"\"},\"Pointers\":{\"c\":null,\"d\":{}}}",
                     ANVIL_STRICT, &kinds);
    assert_int_equal(decoded.status, ANVIL_OK);
    assert_null(kinds.sparse_map.entries[0].value.ptr);
    assert_text(kinds.sparse_map.entries[1].value, "");
    assert_null(kinds.pointers.entries[0].value);
    assert_non_null(kinds.pointers.entries[1].value);
    decoded_free(&decoded);
}

TEST(what_is_no_map) {
    static const struct {
        const char *body;
        enum anvil_status status;
        size_t offset;
        const char *path;
    } CASES[] = {
        {"{\"Texts\":[]}", ANVIL_E_TYPE, 9, "/Texts"},
        {"{\"Texts\":\"a\"}", ANVIL_E_TYPE, 9, "/Texts"},
        {"{\"Texts\":1}", ANVIL_E_TYPE, 9, "/Texts"},
        {"{\"Texts\":{\"a\":1}}", ANVIL_E_TYPE, 14, "/Texts/a"},
        {"{\"Texts\":{\"a\":{}}}", ANVIL_E_TYPE, 14, "/Texts/a"},
        {"{\"Nests\":{\"a\":{\"b\":[1]}}}", ANVIL_E_TYPE, 20, "/Nests/a/b/0"},
        {"{\"Nests\":{\"a\":{\"b\":{}}}}", ANVIL_E_TYPE, 19, "/Nests/a/b"},
        {"{\"Things\":{\"\\u0061\":{\"Byte\":\"1\"}}}", ANVIL_E_TYPE, 28, "/Things/a/Byte"},
        {"{\"Texts\":{null:\"a\"}}", ANVIL_E_TOKEN, 10, "/Texts"},
        {"{\"Texts\":{1:\"a\"}}", ANVIL_E_TOKEN, 10, "/Texts"},
        {"{\"Texts\":{\"a\":\"\",}}", ANVIL_E_TOKEN, 17, "/Texts"},
        {"{\"Texts\":{\"a\"}}", ANVIL_E_TOKEN, 13, "/Texts"},
        {"{\"Texts\":{\"a\" \"b\"}}", ANVIL_E_TOKEN, 14, "/Texts"},
        {"{\"Texts\":{\"\001\":\"\"}}", ANVIL_E_CONTROL, 11, "/Texts"},
        {"{\"Texts\":{\"\xFF\":\"\"}}", ANVIL_E_UTF8, 11, "/Texts"},
        {"{\"Texts\":{\"\\ud800\":\"\"}}", ANVIL_E_SURROGATE, 11, "/Texts"},
        {"{\"Texts\":{\"a\":\"\"]}", ANVIL_E_TOKEN, 16, "/Texts/a"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct sample_kinds kinds;
        struct decoded decoded = decode(CASES[i].body, ANVIL_STRICT, &kinds);
        assert_error(&decoded.report, CASES[i].status, CASES[i].offset, CASES[i].path);
        assert_int_equal(decoded.arena.used, 0);
        decoded_free(&decoded);
    }
}
