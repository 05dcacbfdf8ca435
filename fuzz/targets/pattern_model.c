/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The model's patterns on any subject.
 *
 * Functions: anvil_pattern_matches(), and the tables that spec/compiler made of the patterns.
 * Oracles: pcre2_agrees, reference_agrees (a walk of its own through the tables).
 *
 * Input: the index of the pattern (input/model_parts.h); the subject.
 */
#include "check/pattern.h"
#include "fuzz_input.h"
#include "model_parts.h"
#include "oracle.h"
#include "pattern_oracle.h"
#include "property/pattern_text.h"
#include "text/utf8.h"

const struct fuzz_target fuzz_target = {"pattern_model",
                                        FUZZ_ASKS(pcre2_agrees) | FUZZ_ASKS(reference_agrees)};

/* Compiled at the first question about each, and kept: the same for every input. */
static const struct pattern_oracle *oracle_of(size_t index) {
    static struct pattern_oracle *oracles[MODEL_PATTERNS_MAX];
    if (oracles[index] == NULL)
        oracles[index] = pattern_oracle_of(model_pattern(index)->source.ptr);
    return oracles[index];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz_input input = fuzz_input_of(data, size);
    size_t index = fuzz_byte(&input) % model_pattern_count();
    const struct anvil_pattern *pattern = model_pattern(index);
    struct fuzz_block block = fuzz_block_of(fuzz_rest(&input), 0);
    bool is_match = anvil_pattern_matches(pattern, block.text);
    size_t code_points = 0;
    bool is_utf8 = anvil_utf8_count(block.text.ptr, block.text.len, &code_points);

    expect_pcre2_agrees(oracle_of(index), block.text, is_match);
    FUZZ_EXPECT(reference_agrees,
                pattern_takes(pattern, block.text) == is_match && (is_utf8 || !is_match));
    fuzz_block_free(&block);
    return 0;
}
