/* SPDX-License-Identifier: Apache-2.0 */
/* What the fuzzers' mutator promises: bounds, determinism, and that it gets somewhere. */
#include "mutator/json_mutate.h"

#include "anvil/codec.h"
#include "input/message_shapes.h"
#include "mutator/mutations.h"
#include "sample/dice.h"
#include "smsv2/smsv2.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

static const char ASSOCIATE[] =
    "\x00\x00{\"PoolId\":\"pool-1\",\"OriginationIdentity\":\"EXAMPLECO\","
    "\"IsoCountryCode\":\"DE\",\"Numbers\":[1,-2.5e3],\"Deep\":{\"a\":{\"b\":null}}}";
static const char OTHER[] = "\x00\x00{\"MaxResults\":77,\"Tags\":[{\"Key\":\"spliced\"}]}";
#define LEN(text) (sizeof(text) - 1)

/* The text in a block that ends with its room, so that a sanitizer sees a step too far. */
static unsigned char *block(size_t room, const char *text, size_t len) {
    unsigned char *bytes = malloc(room);
    assert_non_null(bytes);
    memcpy(bytes, text, len);
    return bytes;
}

static size_t mutate(unsigned char *bytes, size_t room, uint64_t seed) {
    return json_mutate(bytes, LEN(ASSOCIATE), room, (const unsigned char *)OTHER,
                       seed % 2 == 0 ? LEN(OTHER) : 0, seed);
}

TEST(the_same_seed_gives_the_same_text) {
    enum { ROOM = 400 };
    unsigned char *first = block(ROOM, ASSOCIATE, LEN(ASSOCIATE));
    unsigned char *second = block(ROOM, ASSOCIATE, LEN(ASSOCIATE));
    size_t different = 0;
    for (uint64_t seed = 0; seed < 300; seed++) {
        memcpy(first, ASSOCIATE, LEN(ASSOCIATE));
        memcpy(second, ASSOCIATE, LEN(ASSOCIATE));
        size_t first_len = mutate(first, ROOM, seed);
        assert_int_equal(mutate(second, ROOM, seed), first_len);
        assert_memory_equal(first, second, first_len);
        different += first_len != LEN(ASSOCIATE) || memcmp(first, ASSOCIATE, first_len) != 0;
    }
    assert_true(different > 250);
    free(first);
    free(second);
}

TEST(no_room_is_overrun) {
    size_t seeds = test_rounds(2000);
    for (size_t spare = 0; spare < 40; spare += 13)
        for (uint64_t seed = 0; seed < seeds; seed++) {
            size_t room = LEN(ASSOCIATE) + spare;
            unsigned char *bytes = block(room, ASSOCIATE, LEN(ASSOCIATE));
            size_t len = LEN(ASSOCIATE);
            for (size_t again = 0; again < 4; again++) {
                len = json_mutate(bytes, len, room, (const unsigned char *)OTHER, LEN(OTHER), seed);
                assert_true(len <= room);
            }
            free(bytes);
        }
}

/* What stands in front belongs to the target. */
TEST(the_front_stays_as_it_is) {
    enum { ROOM = 400 };
    size_t changed = 0;
    for (uint64_t seed = 0; seed < 500; seed++) {
        unsigned char *bytes = block(ROOM, ASSOCIATE, LEN(ASSOCIATE));
        size_t len = mutate(bytes, ROOM, seed);
        changed += len < 2 || memcmp(bytes, ASSOCIATE, 2) != 0;
        free(bytes);
    }
    assert_true(changed < 25);
}

/* Every mutation finds something to do in a message that has some of everything. */
TEST(each_mutation_changes_something) {
    static bool (*const MUTATIONS[])(struct draft *) = {
        mutate_value,  mutate_key,    mutate_insert, mutate_message,   mutate_remove,
        mutate_repeat, mutate_copy,   mutate_swap,   mutate_wrap,      mutate_unwrap,
        mutate_number, mutate_space,  mutate_word,   mutate_move_last, mutate_bytes,
        mutate_cut,    mutate_escape, mutate_length, mutate_odd_text};
    static struct draft draft;
    unsigned char bytes[1000];
    for (size_t i = 0; i < sizeof MUTATIONS / sizeof *MUTATIONS; i++) {
        size_t changed = 0;
        for (uint64_t seed = 0; seed < 60; seed++) {
            memcpy(bytes, ASSOCIATE, LEN(ASSOCIATE));
            draft.bytes = bytes;
            draft.len = LEN(ASSOCIATE);
            draft.room = sizeof bytes;
            draft.dice.state = seed;
            outline_read(&draft.outline, bytes, draft.len);
            bool is_done = MUTATIONS[i](&draft);
            bool is_same = draft.len == LEN(ASSOCIATE) && memcmp(bytes, ASSOCIATE, draft.len) == 0;
            assert_true(is_done || is_same);
            changed += !is_same;
        }
        assert_true(changed > 15);
    }
}

static bool holds(const unsigned char *bytes, size_t len, const char *word) {
    for (size_t i = 0; i + strlen(word) <= len; i++)
        if (memcmp(bytes + i, word, strlen(word)) == 0)
            return true;
    return false;
}

TEST(a_splice_takes_from_the_other_text) {
    enum { ROOM = 400 };
    size_t spliced = 0;
    for (uint64_t seed = 0; seed < 200; seed++) {
        unsigned char *bytes = block(ROOM, ASSOCIATE, LEN(ASSOCIATE));
        size_t len = json_mutate(bytes, LEN(ASSOCIATE), ROOM, (const unsigned char *)OTHER,
                                 LEN(OTHER), seed);
        spliced += holds(bytes, len, "77") || holds(bytes, len, "spliced");
        free(bytes);
    }
    assert_true(spliced > 100);
}

/* From an empty object to messages that are good, and to every sort of violation. */
TEST(it_speaks_the_model) {
    size_t seen[128] = {0};
    static unsigned char memory[65536];
    static struct anvil_report report;
    enum { ROOM = 600 };
    size_t seeds = test_rounds(20000);
    for (uint64_t seed = 0; seed < seeds; seed++) {
        unsigned char bytes[ROOM] = {0, 0, '{', '}'};
        bytes[0] = (unsigned char)(seed % smsv2_operations.count);
        const struct anvil_shape *shape = message_request_shape(bytes[0]);
        size_t len = 4;
        for (uint64_t again = 0; again < 3; again++)
            len = json_mutate(bytes, len, ROOM, NULL, 0, seed * 3 + again);
        struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
        void *value = calloc(1, shape->size);
        assert_non_null(value);
        if (len >= 2) {
            struct anvil_str body = {(const char *)bytes + 2, len - 2};
            seen[anvil_decode(shape, body, ANVIL_STRICT, &arena, value, &report)]++;
        }
        free(value);
    }
    assert_true(seen[ANVIL_OK] > seeds / 10);
    assert_true(seeds < 20000 ||
                (seen[ANVIL_E_REQUIRED] && seen[ANVIL_E_MIN] && seen[ANVIL_E_MAX] &&
                 seen[ANVIL_E_PATTERN] && seen[ANVIL_E_ENUM] && seen[ANVIL_E_RANGE] &&
                 seen[ANVIL_E_DUPLICATE] && seen[ANVIL_E_DEPTH] && seen[ANVIL_E_SURROGATE] &&
                 seen[ANVIL_E_UTF8]));
}
