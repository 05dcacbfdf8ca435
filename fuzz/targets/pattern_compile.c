/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any pattern through the model compiler, and any subject through what becomes of it.
 *
 * Functions: spec_compile_pattern() and all that it stands on, anvil_pattern_matches().
 * Oracles: pcre2_agrees, reference_agrees (a walk of its own through the tables), tables_are_sound.
 *
 * Input: the length of the pattern; the pattern; the subject.
 */
#include "check/pattern.h"
#include "compile_pattern.h"
#include "fuzz_input.h"
#include "oracle.h"
#include "pattern_oracle.h"
#include "property/pattern_text.h"
#include "table_soundness.h"
#include "text/utf8.h"

#include <string.h>

const struct fuzz_target fuzz_target = {"pattern_compile", FUZZ_ASKS(pcre2_agrees) |
                                                               FUZZ_ASKS(reference_agrees) |
                                                               FUZZ_ASKS(tables_are_sound)};

/* What pcre2_spelling() makes of it has to fit too. */
enum { PATTERN_MAX = 40 };

/* What the compiler says besides the tables holds: such a text matches, such a byte occurs. */
static void expect_summaries(const struct spec_pattern *pattern, struct anvil_str text,
                             bool is_match) {
    const struct anvil_run *run = &pattern->sufficient;
    bool is_sufficient = run->min <= text.len && text.len <= run->max;
    for (size_t i = 0; i < text.len; i++) {
        unsigned byte = (unsigned char)text.ptr[i];
        bool is_ascii = byte < 0x80;
        is_sufficient =
            is_sufficient && is_ascii && (run->set.rows[byte & 15] >> (byte >> 4) & 1) != 0;
        if (is_match)
            FUZZ_EXPECT(reference_agrees,
                        is_ascii ? (pattern->bytes.rows[byte & 15] >> (byte >> 4) & 1) != 0
                                 : pattern->takes_utf8);
        if (is_match && pattern->escape_free)
            FUZZ_EXPECT(reference_agrees, byte >= 0x20 && byte != '"' && byte != '\\');
    }
    if (is_sufficient)
        FUZZ_EXPECT(reference_agrees, is_match);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz_input input = fuzz_input_of(data, size);
    char source[PATTERN_MAX + 1];
    size_t code_points = 0;
    struct anvil_str text = fuzz_take(&input, fuzz_below(&input, PATTERN_MAX + 1));
    struct spec spec;
    if (memchr(text.ptr, '\0', text.len) != NULL ||
        !anvil_utf8_count(text.ptr, text.len, &code_points))
        return 0; /* no text of a model */
    memcpy(source, text.ptr, text.len);
    source[text.len] = '\0';
    spec_begin(&spec);
    const struct spec_pattern *pattern = spec_compile_pattern(&spec, "Shape", source);
    bool matches_nothing =
        pattern == NULL && strstr(spec.fault.reason, "matches no text at all") != NULL;
    FUZZ_EXPECT(tables_are_sound, pattern != NULL ? is_sound_pattern(&pattern->descriptor)
                                                  : spec.fault.reason[0] != '\0');
    if (pattern != NULL || matches_nothing) {
        struct pattern_oracle *oracle = pattern_oracle_of(source);
        struct fuzz_block block = fuzz_block_of(fuzz_rest(&input), 0);
        bool is_match = pattern != NULL && anvil_pattern_matches(&pattern->descriptor, block.text);
        expect_pcre2_agrees(oracle, block.text, is_match);
        if (pattern != NULL) {
            FUZZ_EXPECT(reference_agrees,
                        pattern_takes(&pattern->descriptor, block.text) == is_match);
            expect_summaries(pattern, block.text, is_match);
        }
        fuzz_block_free(&block);
        pattern_oracle_free(oracle);
    }
    spec_end(&spec);
    return 0;
}
