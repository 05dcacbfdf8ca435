/* SPDX-License-Identifier: Apache-2.0 */
/* The smallest automaton of a language, in one canonical numbering. Moore's refinement: states
 * stay together until some byte tells them apart. */
#include "automaton.h"

#include <string.h>

struct refinement {
    const struct dfa *dfa;
    uint32_t *block;   /* by state: the block that it is in */
    uint32_t *fresh;   /* by state: its block after this round */
    uint32_t *leaders; /* by fresh block: a state of it */
    uint32_t *heads;   /* by hash: 1 + the first fresh block with it */
    uint32_t *links;   /* by fresh block: 1 + the next one with the same hash */
};

static bool looks_alike(const struct refinement *refinement, uint32_t a, uint32_t b) {
    const struct dfa *dfa = refinement->dfa;
    if (refinement->block[a] != refinement->block[b])
        return false;
    for (uint32_t column = 0; column < dfa->column_count; column++)
        if (refinement->block[dfa->next[a * dfa->column_count + column]] !=
            refinement->block[dfa->next[b * dfa->column_count + column]])
            return false;
    return true;
}

static uint32_t hash_of(const struct refinement *refinement, uint32_t state) {
    const struct dfa *dfa = refinement->dfa;
    uint32_t hash = 2166136261u ^ refinement->block[state];
    for (uint32_t column = 0; column < dfa->column_count; column++)
        hash =
            (hash * 16777619u) ^ refinement->block[dfa->next[state * dfa->column_count + column]];
    return hash % dfa->state_count;
}

/* One round; returns the number of blocks after it. */
static uint32_t refine(struct refinement *refinement) {
    uint32_t count = 0;
    memset(refinement->heads, 0, refinement->dfa->state_count * sizeof *refinement->heads);
    for (uint32_t state = 0; state < refinement->dfa->state_count; state++) {
        uint32_t hash = hash_of(refinement, state);
        uint32_t block = refinement->heads[hash];
        while (block != 0 && !looks_alike(refinement, refinement->leaders[block - 1], state))
            block = refinement->links[block - 1];
        if (block == 0) {
            refinement->leaders[count] = state;
            refinement->links[count] = refinement->heads[hash];
            refinement->heads[hash] = block = ++count;
        }
        refinement->fresh[state] = block - 1;
    }
    memcpy(refinement->block, refinement->fresh,
           refinement->dfa->state_count * sizeof *refinement->block);
    return count;
}

/* Numbers the blocks from 0, the one that rejects for ever, breadth-first from the start. */
static uint32_t number_blocks(const struct refinement *refinement, uint32_t *number,
                              uint32_t *order) {
    const struct dfa *dfa = refinement->dfa;
    uint32_t count = 1;
    memset(number, 0xFF, dfa->state_count * sizeof *number);
    number[refinement->block[0]] = 0;
    order[0] = 0;
    if (number[refinement->block[dfa->start]] == UINT32_MAX) {
        number[refinement->block[dfa->start]] = count;
        order[count++] = dfa->start;
    }
    for (uint32_t i = 1; i < count; i++) {
        for (uint32_t column = 0; column < dfa->column_count; column++) {
            uint32_t next = dfa->next[order[i] * dfa->column_count + column];
            if (number[refinement->block[next]] == UINT32_MAX) {
                number[refinement->block[next]] = count;
                order[count++] = next;
            }
        }
    }
    return count;
}

/* Tells whether two columns send every state to the same place. */
static bool is_same_column(const struct dfa *dfa, uint32_t a, uint32_t b) {
    for (uint32_t state = 0; state < dfa->state_count; state++)
        if (dfa->next[state * dfa->column_count + a] != dfa->next[state * dfa->column_count + b])
            return false;
    return true;
}

/* Joins the columns that reduction has made equal. */
static void join_columns(struct dfa *dfa) {
    uint32_t kept[256];
    uint8_t renumbered[256] = {0};
    uint32_t count = 0;
    for (uint32_t column = 0; column < dfa->column_count; column++) {
        uint32_t same = 0;
        while (same < count && !is_same_column(dfa, kept[same], column))
            same++;
        if (same == count)
            kept[count++] = column;
        renumbered[column] = (uint8_t)same;
    }
    for (uint32_t state = 0; state < dfa->state_count; state++)
        for (uint32_t column = 0; column < count; column++)
            dfa->next[state * count + column] = dfa->next[state * dfa->column_count + kept[column]];
    for (unsigned byte = 0; byte < 256; byte++)
        dfa->columns[byte] = renumbered[dfa->columns[byte]];
    dfa->column_count = count;
}

bool dfa_minimise(struct spec *spec, struct dfa *dfa) {
    size_t count = dfa->state_count;
    uint32_t *space = spec_alloc(spec, count * 7, sizeof *space);
    struct dfa small = *dfa;
    struct refinement refinement;
    uint32_t *number;
    uint32_t *order;
    uint32_t blocks = 0;
    uint32_t before;
    if (space == NULL)
        return false;
    refinement.dfa = dfa;
    refinement.block = space;
    refinement.fresh = space + count;
    refinement.leaders = space + 2 * count;
    refinement.heads = space + 3 * count;
    refinement.links = space + 4 * count;
    number = space + 5 * count;
    order = space + 6 * count;
    for (uint32_t state = 0; state < count; state++)
        refinement.block[state] = dfa->accepts[state];
    do {
        before = blocks;
        blocks = refine(&refinement);
    } while (blocks != before);
    small.state_count = number_blocks(&refinement, number, order);
    small.start = number[refinement.block[dfa->start]];
    small.next =
        spec_alloc(spec, (size_t)small.state_count * dfa->column_count, sizeof *small.next);
    small.accepts = spec_alloc(spec, small.state_count, 1);
    if (small.next == NULL || small.accepts == NULL)
        return false;
    for (uint32_t state = 0; state < small.state_count; state++) {
        small.accepts[state] = dfa->accepts[order[state]];
        for (uint32_t column = 0; column < dfa->column_count; column++)
            small.next[state * dfa->column_count + column] =
                number[refinement.block[dfa->next[order[state] * dfa->column_count + column]]];
    }
    join_columns(&small);
    *dfa = small;
    return true;
}
