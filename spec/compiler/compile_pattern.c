/* SPDX-License-Identifier: Apache-2.0 */
/* Chooses the form of a compiled pattern: one repeated class where the language is one, however it
 * was spelled, and an automaton otherwise. Knows the descriptors; knows no syntax. */
#include "compile_pattern.h"

#include "automaton.h"
#include "regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

static bool is_regular_expression(struct spec *spec, const char *shape, const char *source) {
    PCRE2_UCHAR message[160];
    PCRE2_SIZE at = 0;
    int error = 0;
    uint32_t options = PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_ALT_BSUX | PCRE2_ALLOW_EMPTY_CLASS;
    pcre2_compile_context *context = pcre2_compile_context_create(NULL);
    pcre2_code *code = NULL;
    if (context != NULL) {
        pcre2_set_compile_extra_options(context, PCRE2_EXTRA_ALT_BSUX);
        code =
            pcre2_compile((PCRE2_SPTR)source, PCRE2_ZERO_TERMINATED, options, &error, &at, context);
    }
    pcre2_compile_context_free(context);
    if (code != NULL) {
        pcre2_code_free(code);
        return true;
    }
    if (pcre2_get_error_message(error, message, sizeof message) < 0)
        message[0] = '\0';
    return spec_fail(spec, shape, "pattern, column %zu: no regular expression, %s: %s",
                     (size_t)at + 1, (const char *)message, source);
}

/* The state that every byte of one ASCII class leads to, all other bytes being refused; 0 when the
 * state refuses every byte, UINT32_MAX when it is more than that. */
static uint32_t only_way_on(const struct dfa *dfa, uint32_t state, struct anvil_class *set) {
    uint32_t way = 0;
    memset(set, 0, sizeof *set);
    for (unsigned byte = 0; byte < 256; byte++) {
        uint32_t next = dfa->next[state * dfa->column_count + dfa->columns[byte]];
        if (next == 0)
            continue;
        if (byte > 127 || (way != 0 && next != way))
            return UINT32_MAX;
        way = next;
        set->rows[byte & 15] |= (uint8_t)(1u << (byte >> 4));
    }
    return way;
}

/* Recognises a class repeated `min` to `max` times: a chain of states that all take the same bytes,
 * ending in a stop or in a loop, and accepting from some state on. */
static bool is_class_run(const struct dfa *dfa, struct anvil_run *run) {
    uint32_t state = dfa->start;
    uint32_t length = 0;
    bool accepts = false;
    memset(run, 0, sizeof *run);
    for (;;) {
        struct anvil_class set;
        uint32_t next = only_way_on(dfa, state, &set);
        if (next == UINT32_MAX || (accepts && !dfa->accepts[state]))
            return false;
        if (dfa->accepts[state] && !accepts)
            run->min = length;
        accepts = dfa->accepts[state] != 0;
        if (next == 0)
            break;
        if (length == 0)
            run->set = set;
        else if (memcmp(&set, &run->set, sizeof set) != 0)
            return false;
        if (next == state) {
            run->max = UINT32_MAX;
            return true;
        }
        if (++length >= dfa->state_count)
            return false;
        state = next;
    }
    run->max = length;
    return true;
}

/* A minimal automaton goes nowhere but to good ends, so one way on is enough to need an escape. */
static bool is_escape_free(const struct dfa *dfa) {
    for (unsigned byte = 0; byte < 256; byte++) {
        if (byte >= 0x20 && byte != '"' && byte != '\\')
            continue;
        for (uint32_t state = 0; state < dfa->state_count; state++)
            if (dfa->next[state * dfa->column_count + dfa->columns[byte]] != 0)
                return false;
    }
    return true;
}

/* Copies an automaton into the engine's layout. */
static const struct anvil_dfa *freeze(struct spec *spec, const struct dfa *dfa) {
    size_t cells = (size_t)dfa->state_count * dfa->column_count;
    struct anvil_dfa *frozen = spec_alloc(spec, 1, sizeof *frozen);
    uint8_t *columns = spec_alloc(spec, 256, 1);
    uint16_t *next = spec_alloc(spec, cells, sizeof *next);
    if (frozen == NULL || columns == NULL || next == NULL)
        return NULL;
    memcpy(columns, dfa->columns, 256);
    for (size_t i = 0; i < cells; i++)
        next[i] = (uint16_t)dfa->next[i];
    frozen->columns = columns;
    frozen->next = next;
    frozen->accepts = dfa->accepts;
    frozen->column_count = (uint16_t)dfa->column_count;
    frozen->state_count = (uint16_t)dfa->state_count;
    frozen->start = (uint16_t)dfa->start;
    return frozen;
}

/* What comes out walks each byte of a text once; what cannot be brought into that form does
 * not come out. */
struct spec_pattern *spec_compile_pattern(struct spec *spec, const char *shape,
                                          const char *source) {
    struct spec_pattern *pattern = spec_alloc(spec, 1, sizeof *pattern);
    struct anvil_run *run = spec_alloc(spec, 1, sizeof *run);
    const struct regex *tree;
    struct nfa nfa;
    struct dfa dfa;
    if (pattern == NULL || run == NULL || !is_regular_expression(spec, shape, source))
        return NULL;
    tree = regex_parse(spec, shape, source);
    if (tree == NULL || !nfa_build(spec, shape, tree, &nfa) ||
        !dfa_build(spec, shape, &nfa, &dfa) || !dfa_minimise(spec, &dfa))
        return NULL;
    if (dfa.start == 0) {
        spec_fail(spec, shape, "pattern matches no text at all: %s", source);
        return NULL;
    }
    pattern->descriptor.source = anvil_str_of(source, strlen(source));
    pattern->escape_free = is_escape_free(&dfa);
    if (is_class_run(&dfa, run))
        pattern->descriptor.run = run;
    else
        pattern->descriptor.dfa = freeze(spec, &dfa);
    if (pattern->descriptor.run == NULL && pattern->descriptor.dfa == NULL)
        return NULL;
    return pattern;
}
