/* SPDX-License-Identifier: Apache-2.0 */
/* Follows automata that look around: states that need no byte are replaced by those they lead to,
 * and what they look ahead at becomes a condition on the way. */
#include "formula.h"

#include <string.h>

static const struct nfa_state *state_at(const struct formulas *formulas, uint32_t state) {
    return (const struct nfa_state *)formulas->nfa->states.items + state;
}

bool formulas_begin(struct formulas *formulas) {
    for (int constant = 0; constant < 2; constant++)
        if (spec_push(formulas->spec, &formulas->all, sizeof(struct formula)) == NULL)
            return false;
    return spec_push(formulas->spec, &formulas->conditions, sizeof(struct condition)) != NULL;
}

static bool is_behind_true(const struct formulas *formulas, uint32_t index,
                           const struct place *place) {
    struct dfa *const *behinds = formulas->nfa->behinds.items;
    return behinds[index]->accepts[place->behinds[index]] != 0;
}

/* Tells whether a state that needs no byte lets through, as far as what is behind it says. */
static bool is_open(const struct formulas *formulas, const struct nfa_state *state,
                    const struct place *place) {
    switch (state->type) {
    case NFA_SPLIT:
    case NFA_AHEAD:
    case NFA_NOT_AHEAD:
        return true;
    case NFA_START:
        return place->is_start;
    case NFA_END:
        return place->is_end;
    case NFA_BEHIND:
        return is_behind_true(formulas, state->other, place);
    case NFA_NOT_BEHIND:
        return !is_behind_true(formulas, state->other, place);
    default:
        return false;
    }
}

/* What a look-ahead says: a formula in the middle of a text, settled at its end. */
static bool look_ahead(struct formulas *formulas, uint32_t state, const struct place *place,
                       uint32_t *out) {
    uint32_t formula;
    bool holds;
    if (!formula_of_state(formulas, state, place, &formula))
        return false;
    *out = formula;
    if (!place->is_end)
        return true;
    if (!formula_at_end(formulas, formula, place, &holds))
        return false;
    *out = holds ? FORMULA_ALWAYS : FORMULA_NEVER;
    return true;
}

/* Adds where one pair leads without a byte. */
static bool follow(struct formulas *formulas, struct draft *draft, struct draft_pair pair,
                   const struct place *place) {
    const struct nfa_state state = *state_at(formulas, pair.state);
    bool is_new;
    bool is_possible = true;
    uint32_t formula;
    if (!is_open(formulas, &state, place))
        return true;
    if (state.type == NFA_AHEAD || state.type == NFA_NOT_AHEAD) {
        if (!look_ahead(formulas, state.other, place, &formula) ||
            !condition_add(formulas, pair.condition, formula, state.type == NFA_AHEAD,
                           &pair.condition, &is_possible))
            return false;
    }
    if (state.type == NFA_SPLIT &&
        !draft_add(formulas, draft, (struct draft_pair){pair.condition, state.other}, &is_new))
        return false;
    return !is_possible ||
           draft_add(formulas, draft, (struct draft_pair){pair.condition, state.next}, &is_new);
}

/* The list of pairs grows while it is being walked: what is added is followed too. */
static bool close(struct formulas *formulas, struct draft *draft, const struct place *place) {
    for (size_t i = 0; i < draft->pairs.count; i++)
        if (!follow(formulas, draft, ((const struct draft_pair *)draft->pairs.items)[i], place))
            return false;
    return true;
}

bool formula_of_state(struct formulas *formulas, uint32_t state, const struct place *place,
                      uint32_t *out) {
    struct draft draft = {{NULL, 0, 0}, {NULL, 0, 0}};
    bool is_new;
    return draft_add(formulas, &draft, (struct draft_pair){0, state}, &is_new) &&
           close(formulas, &draft, place) && draft_finish(formulas, &draft, out);
}

/* What is left of a condition behind a byte. Conditions nest as deep as look-aheads do. */
static bool condition_after(struct formulas *formulas, uint32_t number, unsigned byte,
                            const struct place *place, uint32_t *out, bool *is_possible) {
    const struct condition before = *condition_at(formulas, number);
    uint32_t next;
    *out = 0;
    *is_possible = true;
    for (size_t i = 0; *is_possible && i < before.wanted.count; i++)
        if (!formula_after_byte(formulas, ((const uint32_t *)before.wanted.items)[i], byte, place,
                                &next) ||
            !condition_add(formulas, *out, next, true, out, is_possible))
            return false;
    return !*is_possible || (formula_after_byte(formulas, before.unwanted, byte, place, &next) &&
                             condition_add(formulas, *out, next, false, out, is_possible));
}

static bool row_after(struct formulas *formulas, struct draft *draft, const struct formula_row *row,
                      unsigned byte, const struct place *place) {
    uint32_t condition;
    bool is_possible;
    bool is_new;
    if (!condition_after(formulas, row->condition, byte, place, &condition, &is_possible))
        return false;
    for (uint32_t i = 0; is_possible && i < row->count; i++) {
        const struct nfa_state *state = state_at(formulas, row->states[i]);
        bool reads = state->type == NFA_BYTES && state->low <= byte && byte <= state->high;
        /* What a look-ahead has found stays found. */
        struct draft_pair pair = {condition, reads ? state->next : row->states[i]};
        if ((reads || state->type == NFA_HELD) && !draft_add(formulas, draft, pair, &is_new))
            return false;
    }
    return true;
}

bool formula_after_byte(struct formulas *formulas, uint32_t formula, unsigned byte,
                        const struct place *place, uint32_t *out) {
    struct draft draft = {{NULL, 0, 0}, {NULL, 0, 0}};
    const struct spec_array rows = formula_at(formulas, formula)->rows;
    *out = formula;
    if (formula == FORMULA_NEVER || formula == FORMULA_ALWAYS)
        return true;
    for (size_t i = 0; i < rows.count; i++)
        if (!row_after(formulas, &draft, (const struct formula_row *)rows.items + i, byte, place))
            return false;
    return close(formulas, &draft, place) && draft_finish(formulas, &draft, out);
}

/* ---- the end of the text -----------------------------------------------------------------------
 */

static bool condition_at_end(struct formulas *formulas, uint32_t number, const struct place *place,
                             bool *holds) {
    const struct condition condition = *condition_at(formulas, number);
    bool is_unwanted;
    *holds = true;
    for (size_t i = 0; *holds && i < condition.wanted.count; i++)
        if (!formula_at_end(formulas, ((const uint32_t *)condition.wanted.items)[i], place, holds))
            return false;
    if (!formula_at_end(formulas, condition.unwanted, place, &is_unwanted))
        return false;
    *holds = *holds && !is_unwanted;
    return true;
}

/* Whether some state of a row leads to a good end without a byte. At the end every condition on the
 * way is settled. */
static bool row_at_end(struct formulas *formulas, const struct formula_row *row,
                       const struct place *place, bool *holds) {
    struct draft draft = {{NULL, 0, 0}, {NULL, 0, 0}};
    bool is_new;
    for (uint32_t i = 0; i < row->count; i++)
        if (!draft_add(formulas, &draft, (struct draft_pair){0, row->states[i]}, &is_new))
            return false;
    if (!close(formulas, &draft, place))
        return false;
    *holds = false;
    for (size_t i = 0; i < draft.pairs.count; i++) {
        enum nfa_type type =
            state_at(formulas, ((const struct draft_pair *)draft.pairs.items)[i].state)->type;
        *holds = *holds || type == NFA_ACCEPT || type == NFA_HELD;
    }
    return true;
}

bool formula_at_end(struct formulas *formulas, uint32_t formula, const struct place *place,
                    bool *holds) {
    const struct spec_array rows = formula_at(formulas, formula)->rows;
    *holds = formula == FORMULA_ALWAYS;
    for (size_t i = 0; !*holds && i < rows.count; i++) {
        const struct formula_row *row = (const struct formula_row *)rows.items + i;
        bool is_met;
        if (!row_at_end(formulas, row, place, holds))
            return false;
        if (!*holds)
            continue;
        if (!condition_at_end(formulas, row->condition, place, &is_met))
            return false;
        *holds = is_met;
    }
    return true;
}
