/* SPDX-License-Identifier: Apache-2.0 */
/* Subset construction: each state of the result is the set of states that the nondeterministic
 * automaton can be in. Anchors are settled here: a beginning holds only before the first byte, an
 * end only when acceptance is asked for. */
#include "automaton.h"

#include <stdlib.h>
#include <string.h>

/* How many lists the subsets are hashed into. */
#define BUCKETS 4096u

/* A set of NFA states that read a byte, end the text or accept; sorted by number. */
struct subset {
    uint32_t *members;
    uint32_t count;
    uint32_t hash;
    uint32_t link; /* 1 + the next subset in the same bucket */
};

struct builder {
    struct spec *spec;
    const char *shape;
    const struct nfa_state *states;
    size_t state_count;
    uint8_t *mark;     /* by NFA state: it is among the reached */
    uint32_t *reached; /* the marked states, in the order they were reached */
    size_t reached_count;
    struct spec_array subsets;
    struct spec_array rows;  /* of uint32_t: next state by column */
    uint32_t heads[BUCKETS]; /* 1 + the first subset in a bucket */
};

static void reach(struct builder *builder, uint32_t state) {
    if (builder->mark[state])
        return;
    builder->mark[state] = 1;
    builder->reached[builder->reached_count++] = state;
}

/* Reaches `state` and all that is reached from it without reading a byte. */
static void close_over(struct builder *builder, uint32_t state, bool at_start, bool at_end) {
    size_t followed = builder->reached_count;
    for (reach(builder, state); followed < builder->reached_count; followed++) {
        const struct nfa_state *from = &builder->states[builder->reached[followed]];
        bool is_open = from->type == NFA_SPLIT || (from->type == NFA_START && at_start) ||
                       (from->type == NFA_END && at_end);
        if (is_open)
            reach(builder, from->next);
        if (from->type == NFA_SPLIT)
            reach(builder, from->other);
    }
}

static void forget_reached(struct builder *builder) {
    for (size_t i = 0; i < builder->reached_count; i++)
        builder->mark[builder->reached[i]] = 0;
    builder->reached_count = 0;
}

static int by_number(const void *a, const void *b) {
    const uint32_t *left = a;
    const uint32_t *right = b;
    return *left < *right ? -1 : *left > *right;
}

/* Turns what was reached into a set, in place: the states that matter, sorted. */
static struct subset take_reached(struct builder *builder) {
    struct subset taken = {builder->reached, 0, 2166136261u, 0};
    size_t count = builder->reached_count;
    for (size_t i = 0; i < count; i++) {
        uint32_t state = builder->reached[i];
        enum nfa_type type = builder->states[state].type;
        builder->mark[state] = 0;
        if (type == NFA_BYTES || type == NFA_END || type == NFA_ACCEPT)
            taken.members[taken.count++] = state;
    }
    builder->reached_count = 0;
    if (taken.count > 0)
        qsort(taken.members, taken.count, sizeof *taken.members, by_number);
    for (uint32_t i = 0; i < taken.count; i++)
        taken.hash = (taken.hash ^ taken.members[i]) * 16777619u;
    return taken;
}

static bool is_same_subset(const struct subset *a, const struct subset *b) {
    return a->hash == b->hash && a->count == b->count &&
           (a->count == 0 || memcmp(a->members, b->members, a->count * sizeof *a->members) == 0);
}

/* Finds or adds the set of what was reached, and gives its number. */
static bool intern(struct builder *builder, uint32_t *number) {
    struct subset found = take_reached(builder);
    struct subset *subsets = builder->subsets.items;
    uint32_t *head = &builder->heads[found.hash % BUCKETS];
    uint32_t *members;
    for (uint32_t i = *head; i != 0; i = subsets[i - 1].link) {
        if (is_same_subset(&subsets[i - 1], &found)) {
            *number = i - 1;
            return true;
        }
    }
    if (builder->subsets.count >= DFA_STATES_MAX)
        return spec_fail(builder->spec, builder->shape, "pattern needs more than %u states",
                         DFA_STATES_MAX);
    members = spec_alloc(builder->spec, found.count, sizeof *members);
    subsets = spec_push(builder->spec, &builder->subsets, sizeof *subsets);
    if (members == NULL || subsets == NULL)
        return false;
    if (found.count > 0)
        memcpy(members, found.members, found.count * sizeof *members);
    found.members = members;
    found.link = *head;
    *subsets = found;
    *number = (uint32_t)(builder->subsets.count - 1);
    *head = *number + 1;
    return true;
}

void dfa_number_columns(const struct nfa *nfa, struct dfa *dfa) {
    const struct nfa_state *states = nfa->states.items;
    struct dfa *const *behinds = nfa->behinds.items;
    uint8_t begins[257] = {0};
    uint32_t column = 0;
    for (size_t i = 0; i < nfa->states.count; i++) {
        if (states[i].type == NFA_BYTES) {
            begins[states[i].low] = 1;
            begins[states[i].high + 1] = 1;
        }
    }
    for (size_t i = 0; i < nfa->behinds.count; i++)
        for (unsigned byte = 1; byte < 256; byte++)
            begins[byte] |= behinds[i]->columns[byte] != behinds[i]->columns[byte - 1];
    for (unsigned byte = 0; byte < 256; byte++) {
        column += byte > 0 && begins[byte];
        dfa->columns[byte] = (uint8_t)column;
    }
    dfa->column_count = column + 1;
}

/* Fills in the next states of subset `from`, adding subsets as they are met. */
static bool add_row(struct builder *builder, const struct dfa *dfa, uint32_t from) {
    for (unsigned byte = 0; byte < 256; byte++) {
        const struct subset *subset = (struct subset *)builder->subsets.items + from;
        uint32_t *next;
        if (byte > 0 && dfa->columns[byte] == dfa->columns[byte - 1])
            continue;
        for (uint32_t i = 0; i < subset->count; i++) {
            const struct nfa_state *state = &builder->states[subset->members[i]];
            if (state->type == NFA_BYTES && state->low <= byte && byte <= state->high)
                close_over(builder, state->next, false, false);
        }
        next = spec_push(builder->spec, &builder->rows, sizeof *next);
        if (next == NULL || !intern(builder, next))
            return false;
    }
    return true;
}

/* Tells whether text may end in a subset; `at_start` when no byte was read. */
static bool is_accepting(struct builder *builder, uint32_t number, bool at_start) {
    const struct subset *subset = (struct subset *)builder->subsets.items + number;
    bool accepts = false;
    for (uint32_t i = 0; i < subset->count; i++)
        close_over(builder, subset->members[i], at_start, true);
    for (size_t i = 0; i < builder->reached_count; i++)
        accepts = accepts || builder->states[builder->reached[i]].type == NFA_ACCEPT;
    forget_reached(builder);
    return accepts;
}

/* The two first subsets: the empty one, which is the dead end, and the start. Before the first byte
 * a beginning still holds, so no later subset may be taken for the start, even with the same
 * members: it is taken out of its bucket. */
static bool add_first(struct builder *builder, const struct nfa *nfa, uint32_t *start) {
    uint32_t dead;
    const struct subset *subset;
    if (!intern(builder, &dead))
        return false;
    close_over(builder, nfa->start, true, false);
    if (!intern(builder, start))
        return false;
    subset = (struct subset *)builder->subsets.items + *start;
    builder->heads[subset->hash % BUCKETS] = subset->link;
    return true;
}

bool dfa_build(struct spec *spec, const char *shape, const struct nfa *nfa, struct dfa *dfa) {
    struct builder *builder;
    if (nfa->looks_around)
        return dfa_build_around(spec, shape, nfa, dfa);
    builder = spec_alloc(spec, 1, sizeof *builder);
    if (builder == NULL)
        return false;
    builder->spec = spec;
    builder->shape = shape;
    builder->states = nfa->states.items;
    builder->state_count = nfa->states.count;
    builder->mark = spec_alloc(spec, builder->state_count, 1);
    builder->reached = spec_alloc(spec, builder->state_count, sizeof *builder->reached);
    if (builder->mark == NULL || builder->reached == NULL || !add_first(builder, nfa, &dfa->start))
        return false;
    dfa_number_columns(nfa, dfa);
    for (uint32_t i = 0; i < builder->subsets.count; i++)
        if (!add_row(builder, dfa, i))
            return false;
    dfa->state_count = (uint32_t)builder->subsets.count;
    dfa->next = builder->rows.items;
    dfa->accepts = spec_alloc(spec, dfa->state_count, 1);
    if (dfa->accepts == NULL)
        return false;
    for (uint32_t i = 0; i < dfa->state_count; i++)
        dfa->accepts[i] = is_accepting(builder, i, i == dfa->start);
    return true;
}
