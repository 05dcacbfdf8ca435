/* SPDX-License-Identifier: Apache-2.0 */
/* Chooses the form of a compiled pattern: one repeated class where the language is one, however it
 * was spelled, and an automaton otherwise. Knows the descriptors; knows no syntax. */
#include "compile_pattern.h"

#include "automaton.h"
#include "regex.h"

#include <string.h>

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

static void add_byte(struct anvil_class *set, unsigned byte) {
    set->rows[byte & 15] |= (uint8_t)(1u << (byte >> 4));
}

/* Every byte that leads anywhere but into the dead end stands in some good text. */
static void find_bytes(const struct dfa *dfa, struct spec_pattern *pattern) {
    memset(&pattern->bytes, 0, sizeof pattern->bytes);
    for (unsigned byte = 0; byte < 256; byte++) {
        bool is_used = false;
        for (uint32_t state = 0; state < dfa->state_count; state++)
            is_used = is_used || dfa->next[state * dfa->column_count + dfa->columns[byte]] != 0;
        if (is_used && byte < 128)
            add_byte(&pattern->bytes, byte);
        pattern->takes_utf8 = pattern->takes_utf8 || (is_used && byte >= 128);
    }
}

/* The ASCII bytes that lead from the start to a good state and then stay there. */
static unsigned stay_at(const struct dfa *dfa, uint32_t state, struct anvil_class *set) {
    unsigned count = 0;
    memset(set, 0, sizeof *set);
    for (unsigned byte = 0; byte < 128; byte++) {
        uint32_t column = dfa->columns[byte];
        if (dfa->next[dfa->start * dfa->column_count + column] == state &&
            dfa->next[state * dfa->column_count + column] == state) {
            add_byte(set, byte);
            count++;
        }
    }
    return count;
}

/* What is no repeated class as a whole may hold one: the largest that a single state keeps. */
static struct anvil_run largest_run(const struct dfa *dfa) {
    struct anvil_run best = {{{0}}, 1, 0};
    unsigned most = 0;
    for (uint32_t state = 1; state < dfa->state_count; state++) {
        struct anvil_class set;
        unsigned count = dfa->accepts[state] ? stay_at(dfa, state, &set) : 0;
        if (count <= most)
            continue;
        most = count;
        best.set = set;
        best.min = dfa->accepts[dfa->start] ? 0 : 1;
        best.max = UINT32_MAX;
    }
    return best;
}

/* Copies an automaton into the engine's layout. */
static const struct anvil_dfa *freeze(struct spec *spec, const struct dfa *dfa) {
    size_t cells = (size_t)dfa->state_count * dfa->column_count;
    struct anvil_dfa *frozen = spec_alloc(spec, 1, sizeof *frozen);
    uint8_t *columns = spec_alloc(spec, 256, 1);
    bool is_narrow = dfa->state_count <= 256;
    uint8_t *narrow = is_narrow ? spec_alloc(spec, cells, 1) : NULL;
    uint16_t *wide = is_narrow ? NULL : spec_alloc(spec, cells, sizeof *wide);
    uint8_t *accepts = spec_alloc(spec, dfa->state_count, 1);
    if (frozen == NULL || columns == NULL || (narrow == NULL && wide == NULL) || accepts == NULL)
        return NULL;
    memcpy(columns, dfa->columns, 256);
    memcpy(accepts, dfa->accepts, dfa->state_count);
    for (size_t i = 0; i < cells; i++) {
        if (is_narrow)
            narrow[i] = (uint8_t)dfa->next[i];
        else
            wide[i] = (uint16_t)dfa->next[i];
    }
    frozen->columns = columns;
    frozen->narrow = narrow;
    frozen->wide = wide;
    frozen->accepts = accepts;
    frozen->column_count = (uint16_t)dfa->column_count;
    frozen->state_count = (uint16_t)dfa->state_count;
    frozen->start = (uint16_t)dfa->start;
    return frozen;
}

/* Fills in what the automaton says. */
static bool describe(struct spec *spec, const struct dfa *dfa, struct spec_pattern *pattern) {
    struct anvil_run *run = spec_alloc(spec, 1, sizeof *run);
    if (run == NULL)
        return false;
    pattern->escape_free = is_escape_free(dfa);
    find_bytes(dfa, pattern);
    if (is_class_run(dfa, run)) {
        pattern->descriptor.run = run;
        pattern->sufficient = *run;
        return true;
    }
    pattern->descriptor.dfa = freeze(spec, dfa);
    pattern->sufficient = largest_run(dfa);
    return pattern->descriptor.dfa != NULL;
}

/* What comes out walks each byte of a text once; what cannot be brought into that form does
 * not come out. */
struct spec_pattern *spec_compile_pattern(struct spec *spec, const char *shape,
                                          const char *source) {
    struct spec_pattern *pattern = spec_alloc(spec, 1, sizeof *pattern);
    struct spec scratch;
    const struct regex *tree;
    struct nfa nfa;
    struct dfa dfa;
    bool is_good;
    if (pattern == NULL)
        return NULL;
    pattern->descriptor.source = anvil_str_of(source, strlen(source));
    spec_begin(&scratch);
    tree = regex_parse(&scratch, shape, source);
    is_good = tree != NULL && nfa_build(&scratch, shape, tree, true, &nfa) &&
              dfa_build(&scratch, shape, &nfa, &dfa) && dfa_minimise(&scratch, &dfa);
    if (is_good && dfa.start == 0)
        is_good = spec_fail(&scratch, shape, "pattern matches no text at all: %s", source);
    if (!is_good)
        spec->fault = scratch.fault;
    is_good = is_good && describe(spec, &dfa, pattern);
    spec_end(&scratch);
    return is_good ? pattern : NULL;
}
