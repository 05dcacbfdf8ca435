/* SPDX-License-Identifier: Apache-2.0 */
/* What has to be true of the rest of a text. An automaton that looks ahead is in several states,
 * each on condition that other such formulas hold of the same rest, or do not: a formula is a
 * choice of rows, a row a set of states under one condition. Equal formulas are made once and have
 * one number, so that they are compared by it. */
#ifndef SPEC_FORMULA_H
#define SPEC_FORMULA_H

#include "automaton.h"

/* The most formulas and conditions before a pattern is refused. */
#define FORMULAS_MAX 16384u

/* The two formulas that are settled. */
enum { FORMULA_NEVER, FORMULA_ALWAYS };

/* Where in a text something is asked. */
struct place {
    bool is_start;
    bool is_end;
    const uint32_t *behinds; /* by look-behind: the state that its automaton is in */
};

/* States under one condition; sorted. */
struct formula_row {
    uint32_t condition;
    uint32_t count;
    const uint32_t *states;
};

struct formula {
    struct spec_array rows; /* of struct formula_row, by condition */
    uint32_t hash;
    uint32_t link; /* 1 + the next formula in the same bucket */
};

/* All of `wanted` have to hold, `unwanted` must not. */
struct condition {
    struct spec_array wanted; /* of uint32_t: formulas, sorted */
    uint32_t unwanted;        /* FORMULA_NEVER: nothing */
};

#define FORMULA_BUCKETS 1024u

/* Every formula of one automaton. */
struct formulas {
    struct spec *spec; /* its memory may go when the automaton is done */
    const char *shape;
    const struct nfa *nfa;
    struct spec_array all;        /* of struct formula */
    struct spec_array conditions; /* of struct condition; number 0 is none */
    uint32_t heads[FORMULA_BUCKETS];
};

/* Begins with the two settled formulas; the rest of the struct is filled in by the caller. */
bool formulas_begin(struct formulas *formulas);

/* The formula of being in `state` at `place`. */
bool formula_of_state(struct formulas *formulas, uint32_t state, const struct place *place,
                      uint32_t *out);

/* What is left of a formula when `byte` has been read; `place` is behind it. */
bool formula_after_byte(struct formulas *formulas, uint32_t formula, unsigned byte,
                        const struct place *place, uint32_t *out);

/* Whether a formula holds when the text ends at `place`. */
bool formula_at_end(struct formulas *formulas, uint32_t formula, const struct place *place,
                    bool *holds);

/* ---- parts, see formula_draft.c ----------------------------------------------------------------
 */

/* One state under one condition, while a formula is being made. */
struct draft_pair {
    uint32_t condition;
    uint32_t state;
};

/* A formula that is being made: pairs in the order they were found, each once. */
struct draft {
    struct spec_array pairs;   /* of struct draft_pair */
    struct spec_array buckets; /* of uint32_t: 1 + a pair */
};

/* Adds a pair unless it is there; *is_new tells. */
bool draft_add(struct formulas *formulas, struct draft *draft, struct draft_pair pair,
               bool *is_new);

/* Adds all of a formula. */
bool draft_add_formula(struct formulas *formulas, struct draft *draft, uint32_t formula);

/* Makes the formula, or finds the equal one: without states that wait for nothing and pairs that
 * others make superfluous. */
bool draft_finish(struct formulas *formulas, struct draft *draft, uint32_t *out);

/* The condition with one more formula that has to hold, or must not. *is_possible is false when it
 * cannot be met. */
bool condition_add(struct formulas *formulas, uint32_t condition, uint32_t formula, bool is_wanted,
                   uint32_t *out, bool *is_possible);

/* A formula or condition by its number; valid until the next one is made. */
const struct formula *formula_at(const struct formulas *formulas, uint32_t number);
const struct condition *condition_at(const struct formulas *formulas, uint32_t number);

#endif
