/* SPDX-License-Identifier: Apache-2.0 */
/* Automata over bytes: a tree becomes a nondeterministic one over UTF-8, that one a deterministic
 * one, and that the smallest there is. */
#ifndef SPEC_AUTOMATON_H
#define SPEC_AUTOMATON_H

#include "regex.h"
#include "spec.h"

#include <stdint.h>

/* The most states of either automaton before a pattern is refused. */
#define NFA_STATES_MAX 65536u
#define DFA_STATES_MAX 4096u

enum nfa_type {
    NFA_BYTES,      /* a byte from `low` to `high`, then `next` */
    NFA_SPLIT,      /* nothing, then `next` or `other` */
    NFA_START,      /* nothing at the beginning of the text, then `next` */
    NFA_END,        /* nothing at the end of the text, then `next` */
    NFA_ACCEPT,     /* the text is good so far; any more bytes reject */
    NFA_STUCK,      /* nothing goes on from here */
    NFA_AHEAD,      /* nothing, then `next`, provided that `other` leads somewhere too */
    NFA_NOT_AHEAD,  /* nothing, then `next`, provided that `other` leads nowhere */
    NFA_BEHIND,     /* nothing, then `next`, provided that behind[other] takes the text so far */
    NFA_NOT_BEHIND, /* nothing, then `next`, provided that it does not */
    NFA_HELD        /* the end of a look-ahead: it holds, whatever follows */
};

struct nfa_state {
    enum nfa_type type;
    uint8_t low;
    uint8_t high;
    uint32_t next;
    uint32_t other;
};

struct nfa {
    struct spec_array states;  /* of struct nfa_state */
    struct spec_array behinds; /* of struct dfa *: which texts end in a look-behind's match */
    uint32_t start;
    bool looks_around; /* some state does */
};

/* Same meaning as struct anvil_dfa, before it is frozen. State 0 rejects for ever. */
struct dfa {
    uint8_t columns[256];
    uint32_t column_count;
    uint32_t state_count;
    uint32_t start;
    uint32_t *next;   /* state * column_count + column */
    uint8_t *accepts; /* by state */
};

/* Builds the automaton of Smithy's search: the tree matches somewhere in the text, which is whole
 * UTF-8; or, unless it `may_go_on`, at its end. Anchors keep their meaning wherever they stand. */
bool nfa_build(struct spec *spec, const char *shape, const struct regex *tree, bool may_go_on,
               struct nfa *nfa);

/* Appends the states that read one code point of `set` as UTF-8 and go on to `next`; *entry is
 * where they begin. */
bool nfa_add_set(struct spec *spec, const char *shape, struct nfa *nfa, const struct code_set *set,
                 uint32_t next, uint32_t *entry);

/* Appends a state; its number in *out. */
bool nfa_add(struct spec *spec, const char *shape, struct nfa *nfa, struct nfa_state state,
             uint32_t *out);

/* Makes it deterministic, whatever it looks at. */
bool dfa_build(struct spec *spec, const char *shape, const struct nfa *nfa, struct dfa *dfa);

/* The same for one that looks around, see look_around.c. */
bool dfa_build_around(struct spec *spec, const char *shape, const struct nfa *nfa, struct dfa *dfa);

/* Gives every byte a column; bytes that no state and no look-behind tells apart share one. */
void dfa_number_columns(const struct nfa *nfa, struct dfa *dfa);

/* Makes it minimal, with states in the order of a breadth-first walk from the start and columns in
 * the order of their first byte, so that equal languages give equal tables. */
bool dfa_minimise(struct spec *spec, struct dfa *dfa);

#endif
