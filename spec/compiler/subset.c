/* SPDX-License-Identifier: Apache-2.0 */
/* Subset construction: each state of the result is the set of states that the nondeterministic
 * automaton can be in. Anchors are settled here: a beginning holds only before the first byte, an
 * end only when acceptance is asked for. */
#include "automaton.h"

#include <string.h>

/* A set of NFA states that read a byte, end the text or accept; sorted by number. */
struct subset {
    uint32_t *members;
    uint32_t count;
    uint32_t hash;
};

struct builder {
    struct spec *spec;
    const char *shape;
    const struct nfa_state *states;
    size_t state_count;
    uint8_t *mark;   /* by NFA state: it is in the closure */
    uint32_t *stack; /* NFA states still to be followed */
    struct spec_array subsets;
    struct spec_array rows; /* of uint32_t: next state by column */
};

/* Marks `state` and all that is reached from it without reading a byte. */
static void close_over(struct builder *builder, uint32_t state, bool at_start, bool at_end) {
    size_t depth = 0;
    if (builder->mark[state])
        return;
    builder->mark[state] = 1;
    builder->stack[depth++] = state;
    while (depth > 0) {
        const struct nfa_state *from = &builder->states[builder->stack[--depth]];
        uint32_t targets[2] = {from->next, from->other};
        size_t count = from->type == NFA_SPLIT               ? 2
                       : from->type == NFA_START && at_start ? 1
                       : from->type == NFA_END && at_end     ? 1
                                                             : 0;
        for (size_t i = 0; i < count; i++) {
            if (!builder->mark[targets[i]]) {
                builder->mark[targets[i]] = 1;
                builder->stack[depth++] = targets[i];
            }
        }
    }
}

/* Finds or adds the marked set, empties the marks, and gives its number. */
static bool intern(struct builder *builder, uint32_t *number) {
    struct subset found = {NULL, 0, 2166136261u};
    struct subset *subsets;
    uint32_t *members = builder->stack;
    for (uint32_t i = 0; i < builder->state_count; i++) {
        enum nfa_type type = builder->states[i].type;
        if (builder->mark[i] && (type == NFA_BYTES || type == NFA_END || type == NFA_ACCEPT)) {
            members[found.count++] = i;
            found.hash = (found.hash ^ i) * 16777619u;
        }
    }
    memset(builder->mark, 0, builder->state_count);
    subsets = builder->subsets.items;
    for (uint32_t i = 0; i < builder->subsets.count; i++) {
        if (subsets[i].hash == found.hash && subsets[i].count == found.count &&
            (found.count == 0 ||
             memcmp(subsets[i].members, members, found.count * sizeof *members) == 0)) {
            *number = i;
            return true;
        }
    }
    if (builder->subsets.count >= DFA_STATES_MAX)
        return spec_fail(builder->spec, builder->shape, "pattern needs more than %u states",
                         DFA_STATES_MAX);
    found.members = spec_alloc(builder->spec, found.count, sizeof *members);
    subsets = spec_push(builder->spec, &builder->subsets, sizeof *subsets);
    if (found.members == NULL || subsets == NULL)
        return false;
    if (found.count > 0)
        memcpy(found.members, members, found.count * sizeof *members);
    *subsets = found;
    *number = (uint32_t)(builder->subsets.count - 1);
    return true;
}

/* Gives every byte a column; bytes that no state tells apart share one. */
static void number_columns(const struct builder *builder, struct dfa *dfa) {
    uint8_t begins[257] = {0};
    uint32_t column = 0;
    for (size_t i = 0; i < builder->state_count; i++) {
        if (builder->states[i].type == NFA_BYTES) {
            begins[builder->states[i].low] = 1;
            begins[builder->states[i].high + 1] = 1;
        }
    }
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
    for (uint32_t i = 0; i < builder->state_count; i++)
        accepts = accepts || (builder->mark[i] && builder->states[i].type == NFA_ACCEPT);
    memset(builder->mark, 0, builder->state_count);
    return accepts;
}

bool dfa_build(struct spec *spec, const char *shape, const struct nfa *nfa, struct dfa *dfa) {
    struct builder builder = {spec, shape, nfa->states.items, nfa->states.count,
                              NULL, NULL,  {NULL, 0, 0},      {NULL, 0, 0}};
    struct subset *start;
    uint32_t number;
    builder.mark = spec_alloc(spec, builder.state_count, 1);
    builder.stack = spec_alloc(spec, builder.state_count, sizeof *builder.stack);
    if (builder.mark == NULL || builder.stack == NULL || !intern(&builder, &number))
        return false;
    number_columns(&builder, dfa);
    close_over(&builder, nfa->start, true, false);
    if (!intern(&builder, &dfa->start))
        return false;
    /* Before the first byte a beginning still holds, so no later state may be taken for this one,
     * even with the same members: a hash that nothing else has keeps it apart. */
    start = (struct subset *)builder.subsets.items + dfa->start;
    start->hash = ~start->hash;
    for (uint32_t i = 0; i < builder.subsets.count; i++)
        if (!add_row(&builder, dfa, i))
            return false;
    dfa->state_count = (uint32_t)builder.subsets.count;
    dfa->next = builder.rows.items;
    dfa->accepts = spec_alloc(spec, dfa->state_count, 1);
    if (dfa->accepts == NULL)
        return false;
    for (uint32_t i = 0; i < dfa->state_count; i++)
        dfa->accepts[i] = is_accepting(&builder, i, i == dfa->start);
    return true;
}
