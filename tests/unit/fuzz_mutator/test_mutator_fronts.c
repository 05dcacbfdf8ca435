/* SPDX-License-Identifier: Apache-2.0 */
/* The two doors of the mutator: as libFuzzer and as AFL++ knock. */
#include "mutator/json_mutate.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *first, size_t first_size, const uint8_t *second,
                                 size_t second_size, uint8_t *out, size_t out_size, unsigned seed);
void *afl_custom_init(void *afl, unsigned seed);
size_t afl_custom_fuzz(void *data, uint8_t *buf, size_t buf_size, uint8_t **out_buf,
                       uint8_t *add_buf, size_t add_buf_size, size_t max_size);
void afl_custom_deinit(void *data);

static const char FIRST[] = "\x01\x02{\"MaxResults\":5}";
static const char SECOND[] = "\x01\x02{\"NextToken\":\"SECOND\"}";
#define LEN(text) (sizeof(text) - 1)

/* Outside libFuzzer there is no LLVMFuzzerMutate to hand on to. */
TEST(libfuzzer_mutates_in_place) {
    size_t changed = 0;
    for (unsigned seed = 0; seed < 100; seed++) {
        uint8_t data[64];
        memcpy(data, FIRST, LEN(FIRST));
        size_t size = LLVMFuzzerCustomMutator(data, LEN(FIRST), sizeof data, seed);
        assert_true(size <= sizeof data);
        changed += size != LEN(FIRST) || memcmp(data, FIRST, size) != 0;
    }
    assert_true(changed > 80);
}

TEST(libfuzzer_crosses_two_inputs_over) {
    size_t crossed = 0;
    for (unsigned seed = 0; seed < 100; seed++) {
        uint8_t out[64];
        size_t size =
            LLVMFuzzerCustomCrossOver((const uint8_t *)FIRST, LEN(FIRST), (const uint8_t *)SECOND,
                                      LEN(SECOND), out, sizeof out, seed);
        assert_true(size <= sizeof out);
        for (size_t i = 0; i + 6 <= size; i++)
            if (memcmp(out + i, "SECOND", 6) == 0) {
                crossed++;
                break;
            }
    }
    assert_true(crossed > 40);
}

TEST(libfuzzer_out_may_be_shorter_than_the_input) {
    uint8_t out[8];
    for (unsigned seed = 0; seed < 100; seed++)
        assert_true(LLVMFuzzerCustomCrossOver((const uint8_t *)FIRST, LEN(FIRST),
                                              (const uint8_t *)SECOND, LEN(SECOND), out, sizeof out,
                                              seed) <= sizeof out);
}

TEST(afl_gets_a_text_of_the_mutator_and_keeps_its_own) {
    uint8_t first[LEN(FIRST)];
    uint8_t second[LEN(SECOND)];
    void *mutator = afl_custom_init(NULL, 42);
    size_t changed = 0;
    assert_non_null(mutator);
    memcpy(first, FIRST, sizeof first);
    memcpy(second, SECOND, sizeof second);
    for (int i = 0; i < 100; i++) {
        uint8_t *out = NULL;
        size_t size =
            afl_custom_fuzz(mutator, first, sizeof first, &out, second, sizeof second, 200);
        assert_true(size <= 200 && out != first);
        assert_memory_equal(first, FIRST, sizeof first);
        changed += size != sizeof first || memcmp(out, FIRST, size) != 0;
    }
    assert_true(changed > 80);
    afl_custom_deinit(mutator);
}

TEST(afl_keeps_texts_without_brackets_to_itself) {
    uint8_t plain[] = {1, 2, 3};
    uint8_t *out = NULL;
    void *mutator = afl_custom_init(NULL, 42);
    assert_int_equal(afl_custom_fuzz(mutator, plain, 3, &out, NULL, 0, 100), 3);
    assert_ptr_equal(out, plain);
    assert_int_equal(afl_custom_fuzz(mutator, plain, 3, &out, NULL, 0, 2), 2);
    afl_custom_deinit(mutator);
}
