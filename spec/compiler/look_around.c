/* SPDX-License-Identifier: Apache-2.0 */
/* Subset construction for automata that look around: each state of the result is what has to be
 * true of the rest of the text, and where the automata of the look-behinds are. Exact: a look-ahead
 * is a second demand on the same rest, a look-behind a second automaton on the same beginning. */
#include "formula.h"

#include <string.h>

struct around_state {
    uint32_t formula;
    uint32_t *behinds;
};

struct around {
    struct spec *spec; /* of the result */
    struct formulas formulas;
    struct spec_array states; /* of struct around_state */
    struct spec_array rows;   /* of uint32_t: next state by column */
};

static bool is_same_state(const struct around *around, const struct around_state *a,
                          const struct around_state *b) {
    size_t count = around->formulas.nfa->behinds.count;
    /* Nothing that is to come changes what can never be true. */
    return a->formula == b->formula &&
           (a->formula == FORMULA_NEVER || count == 0 ||
            memcmp(a->behinds, b->behinds, count * sizeof *a->behinds) == 0);
}

static bool add_state(struct around *around, const struct around_state *state, uint32_t *number) {
    struct around_state *slot;
    if (around->states.count >= DFA_STATES_MAX)
        return spec_fail(around->formulas.spec, around->formulas.shape,
                         "pattern needs more than %u states", DFA_STATES_MAX);
    slot = spec_push(around->formulas.spec, &around->states, sizeof *slot);
    if (slot == NULL)
        return false;
    *slot = *state;
    *number = (uint32_t)(around->states.count - 1);
    return true;
}

/* Finds or adds a state. The start, which is number 1, is never found: before the first byte a
 * beginning still holds. */
static bool intern(struct around *around, const struct around_state *state, uint32_t *number) {
    const struct around_state *states = around->states.items;
    for (size_t i = 0; i < around->states.count; i++) {
        if (i != 1 && is_same_state(around, &states[i], state)) {
            *number = (uint32_t)i;
            return true;
        }
    }
    return add_state(around, state, number);
}

static uint32_t *alloc_behinds(struct around *around) {
    return spec_alloc(around->formulas.spec, around->formulas.nfa->behinds.count, sizeof(uint32_t));
}

/* The two first states: the dead end and the start. */
static bool add_first(struct around *around) {
    const struct nfa *nfa = around->formulas.nfa;
    struct dfa *const *behinds = nfa->behinds.items;
    struct around_state dead = {FORMULA_NEVER, alloc_behinds(around)};
    struct around_state start = {FORMULA_NEVER, alloc_behinds(around)};
    struct place place = {true, false, start.behinds};
    uint32_t number;
    if (dead.behinds == NULL || start.behinds == NULL || !formulas_begin(&around->formulas))
        return false;
    for (size_t i = 0; i < nfa->behinds.count; i++)
        start.behinds[i] = behinds[i]->start;
    return formula_of_state(&around->formulas, nfa->start, &place, &start.formula) &&
           add_state(around, &dead, &number) && add_state(around, &start, &number);
}

static bool add_next(struct around *around, uint32_t from, unsigned byte) {
    const struct nfa *nfa = around->formulas.nfa;
    struct dfa *const *behinds = nfa->behinds.items;
    struct around_state before = ((const struct around_state *)around->states.items)[from];
    struct around_state after = {FORMULA_NEVER, alloc_behinds(around)};
    struct place place = {false, false, after.behinds};
    uint32_t *next = spec_push(around->spec, &around->rows, sizeof *next);
    if (after.behinds == NULL || next == NULL)
        return false;
    for (size_t i = 0; i < nfa->behinds.count; i++)
        after.behinds[i] =
            behinds[i]
                ->next[before.behinds[i] * behinds[i]->column_count + behinds[i]->columns[byte]];
    return formula_after_byte(&around->formulas, before.formula, byte, &place, &after.formula) &&
           intern(around, &after, next);
}

static bool add_rows(struct around *around, const struct dfa *dfa) {
    for (uint32_t i = 0; i < around->states.count; i++)
        for (unsigned byte = 0; byte < 256; byte++)
            if ((byte == 0 || dfa->columns[byte] != dfa->columns[byte - 1]) &&
                !add_next(around, i, byte))
                return false;
    return true;
}

static bool set_accepts(struct around *around, struct dfa *dfa) {
    const struct around_state *states = around->states.items;
    dfa->accepts = spec_alloc(around->spec, around->states.count, 1);
    if (dfa->accepts == NULL)
        return false;
    for (size_t i = 0; i < around->states.count; i++) {
        struct place place = {i == 1, true, states[i].behinds};
        bool holds;
        if (!formula_at_end(&around->formulas, states[i].formula, &place, &holds))
            return false;
        dfa->accepts[i] = holds;
    }
    return true;
}

bool dfa_build_around(struct spec *spec, const char *shape, const struct nfa *nfa,
                      struct dfa *dfa) {
    struct spec scratch;
    struct around *around = spec_alloc(spec, 1, sizeof *around);
    bool is_good;
    if (around == NULL)
        return false;
    spec_begin(&scratch);
    around->spec = spec;
    around->formulas.spec = &scratch;
    around->formulas.shape = shape;
    around->formulas.nfa = nfa;
    dfa_number_columns(nfa, dfa);
    is_good = add_first(around) && add_rows(around, dfa) && set_accepts(around, dfa);
    if (!is_good && scratch.fault.reason[0] != '\0')
        spec->fault = scratch.fault;
    dfa->state_count = (uint32_t)around->states.count;
    dfa->next = around->rows.items;
    dfa->start = 1;
    spec_end(&scratch);
    return is_good;
}
