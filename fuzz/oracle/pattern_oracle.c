/* SPDX-License-Identifier: Apache-2.0 */
/* Asks PCRE2. Built without it, nothing is asked and nothing counted. */
#include "pattern_oracle.h"

#include "fuzz_input.h"
#include "oracle.h"
#include "spec/pcre2_spelling.h"

#include <stdlib.h>

uint64_t pattern_silences[PATTERN_SILENCE_COUNT];

#ifdef FUZZ_WITHOUT_LIBRARIES

struct pattern_oracle *pattern_oracle_of(const char *source) {
    (void)source;
    return NULL;
}

void pattern_oracle_free(struct pattern_oracle *oracle) {
    (void)oracle;
}

void expect_pcre2_agrees(const struct pattern_oracle *oracle, struct anvil_str text,
                         bool is_match) {
    (void)oracle;
    (void)text;
    (void)is_match;
}

#else

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* Enough for every pattern of a model on any text of a fuzzer, and milliseconds at the most. */
enum { MATCH_LIMIT = 100000, DEPTH_LIMIT = 1000 };

struct pattern_oracle {
    pcre2_code *code;
    pcre2_match_data *match;
    pcre2_match_context *context;
};

struct pattern_oracle *pattern_oracle_of(const char *source) {
    int error = 0;
    PCRE2_SIZE at = 0;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)pcre2_spelling(source), PCRE2_ZERO_TERMINATED,
                                     PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_ALLOW_EMPTY_CLASS |
                                         PCRE2_NEVER_BACKSLASH_C | PCRE2_MATCH_UNSET_BACKREF,
                                     &error, &at, NULL);
    if (code == NULL) {
        pattern_silences[PATTERN_NOT_COMPILED]++;
        return NULL;
    }
    struct pattern_oracle *oracle = fuzz_memory(sizeof *oracle);
    oracle->code = code;
    oracle->match = pcre2_match_data_create_from_pattern(code, NULL);
    oracle->context = pcre2_match_context_create(NULL);
    (void)pcre2_set_match_limit(oracle->context, MATCH_LIMIT);
    (void)pcre2_set_depth_limit(oracle->context, DEPTH_LIMIT);
    return oracle;
}

void pattern_oracle_free(struct pattern_oracle *oracle) {
    if (oracle == NULL)
        return;
    pcre2_match_context_free(oracle->context);
    pcre2_match_data_free(oracle->match);
    pcre2_code_free(oracle->code);
    free(oracle);
}

void expect_pcre2_agrees(const struct pattern_oracle *oracle, struct anvil_str text,
                         bool is_match) {
    if (oracle == NULL)
        return;
    int found = pcre2_match(oracle->code, (PCRE2_SPTR)text.ptr, text.len, 0, 0, oracle->match,
                            oracle->context);
    if (found < 0 && found != PCRE2_ERROR_NOMATCH) {
        bool is_limit = found == PCRE2_ERROR_MATCHLIMIT || found == PCRE2_ERROR_DEPTHLIMIT ||
                        found == PCRE2_ERROR_HEAPLIMIT;
        pattern_silences[is_limit ? PATTERN_OVER_LIMIT : PATTERN_NOT_UTF8]++;
        return;
    }
    FUZZ_EXPECT(pcre2_agrees, (found >= 0) == is_match);
}

#endif
