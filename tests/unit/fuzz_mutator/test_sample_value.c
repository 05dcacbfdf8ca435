/* SPDX-License-Identifier: Apache-2.0 */
/* The values that the mutator makes from the descriptors. */
#include "mutator/sample_value.h"

#include "anvil/codec.h"
#include "coverage/model_places.h"
#include "scan/skip.h"
#include "smsv2/smsv2.h"
#include "test.h"

/* one JSON value and nothing behind it */
static bool is_json(struct snippet text) {
    const unsigned char *next = text.bytes;
    enum anvil_status status = anvil_skip_value(text.bytes, text.bytes + text.len, 0, &next);
    return status == ANVIL_OK && next == text.bytes + text.len;
}

TEST(every_member_of_the_model_has_values) {
    const struct model_places *all = model_places();
    struct dice dice = {7};
    size_t per_place = test_rounds(50);
    for (size_t i = 0; i < all->place_count; i++)
        for (size_t j = 0; j < per_place; j++)
            assert_true(is_json(sample_value(all->places[i].member, &dice)));
}

TEST(messages_are_json_and_most_of_them_good) {
    static unsigned char memory[1 << 20];
    static unsigned char value[4096];
    struct dice dice = {8};
    size_t good = 0;
    size_t count = test_rounds(3000);
    for (size_t i = 0; i < count; i++) {
        const struct anvil_shape *shape = smsv2_operations.operations[i % 109]->input;
        struct snippet made = sample_message(shape, &dice);
        struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
        struct anvil_str body = {(const char *)made.bytes, made.len};
        assert_true(is_json(made));
        assert_true(shape->size <= sizeof value);
        good += anvil_decode(shape, body, ANVIL_STRICT, &arena, value, NULL) == ANVIL_OK;
    }
    assert_true(good > count / 3 && good < count);
}
