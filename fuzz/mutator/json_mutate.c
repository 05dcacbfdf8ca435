/* SPDX-License-Identifier: Apache-2.0 */
/* The weights say what finds most: values that the model knows, and how they are spelt. */
#include "mutator/json_mutate.h"

#include "mutator/mutations.h"

struct weighted {
    bool (*mutate)(struct draft *draft);
    unsigned weight;
};

static const struct weighted MUTATIONS[] = {
    {mutate_value, 20}, {mutate_insert, 12},  {mutate_key, 5},       {mutate_message, 3},
    {mutate_remove, 6}, {mutate_repeat, 4},   {mutate_copy, 4},      {mutate_swap, 3},
    {mutate_wrap, 3},   {mutate_unwrap, 1},   {mutate_move_last, 3}, {mutate_number, 6},
    {mutate_space, 4},  {mutate_word, 3},     {mutate_bytes, 7},     {mutate_cut, 3},
    {mutate_escape, 6}, {mutate_odd_text, 7}, {mutate_length, 6}};
#define MUTATION_COUNT (sizeof MUTATIONS / sizeof *MUTATIONS)

/* How often to look for a mutation that finds something to do. */
#define TRIES 8

static bool mutate_once(struct draft *draft) {
    unsigned sum = 0;
    for (size_t i = 0; i < MUTATION_COUNT; i++)
        sum += MUTATIONS[i].weight;
    size_t chosen = dice_below(&draft->dice, sum);
    size_t i = 0;
    for (; chosen >= MUTATIONS[i].weight; i++)
        chosen -= MUTATIONS[i].weight;
    return MUTATIONS[i].mutate(draft);
}

int json_has_pieces(const unsigned char *bytes, size_t len) {
    for (size_t i = 0; i < len; i++)
        if (bytes[i] == '{' || bytes[i] == '[')
            return 1;
    return 0;
}

size_t json_mutate(unsigned char *bytes, size_t len, size_t room, const unsigned char *other,
                   size_t other_len, uint64_t seed) {
    static struct draft draft;
    struct snippet from = {other, other_len};
    draft.bytes = bytes;
    draft.len = len;
    draft.room = room;
    draft.dice.state = seed;
    /* Most often one change, sometimes some at once: what takes two changes to show hides behind
     * the first one that shows nothing. */
    size_t changes = dice_hits(&draft.dice, 3) ? 1 + dice_below(&draft.dice, 4) : 1;
    bool wants_splice = other_len != 0;
    for (size_t tries = 0; changes > 0 && tries < TRIES; tries++) {
        outline_read(&draft.outline, draft.bytes, draft.len);
        bool is_done = wants_splice ? mutate_splice(&draft, from) : mutate_once(&draft);
        wants_splice = wants_splice && !is_done && tries < TRIES / 2;
        changes -= is_done;
    }
    return draft.len;
}
