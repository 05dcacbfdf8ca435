/* SPDX-License-Identifier: Apache-2.0 */
/* Mutations that speak the model's words. */
#include "mutator/mutations.h"

#include "anvil/shape.h"
#include "mutator/sample_value.h"
#include "mutator/vocabulary.h"

#include <string.h>

bool mutate_value(struct draft *draft) {
    const struct piece *piece = draft_pick(draft, PICK_VALUES);
    if (piece == NULL)
        return draft->outline.count != 0 && mutate_message(draft);
    const struct anvil_member *member = vocabulary_member(draft, piece);
    return draft_replace(draft, piece->begin, piece->end, sample_value(member, &draft->dice));
}

static const struct anvil_member *any_member(struct draft *draft, const struct anvil_shape *shape) {
    return &shape->members[dice_below(&draft->dice, shape->member_count)];
}

bool mutate_key(struct draft *draft) {
    const struct piece *key = draft_pick(draft, PICK_KEYS);
    if (key == NULL || key->parent == OUTLINE_NONE)
        return false;
    const struct anvil_shape *shape = vocabulary_shape(draft, &draft->outline.pieces[key->parent]);
    if (shape->member_count == 0)
        return false;
    const struct anvil_member *member = any_member(draft, shape);
    /* Quote and name; the key keeps its closing quote. */
    struct snippet name = {(const unsigned char *)member->key + 2, (size_t)member->name_bytes + 1};
    size_t end = key->end > key->begin + 1 ? key->end - 1 : key->end;
    return draft_replace(draft, key->begin, end, name);
}

/* Puts `"Name":` and a value at `at`, with a comma on the side where others stand. */
static bool put_member(struct draft *draft, size_t at, const struct anvil_member *member,
                       bool has_comma_before, bool has_comma_behind) {
    struct snippet value = sample_value(member, &draft->dice);
    /* The key of a descriptor is `","Name":"`. */
    struct snippet key = {(const unsigned char *)member->key + 2, (size_t)member->name_bytes + 3};
    size_t needed = key.len + value.len + 2;
    if (needed > draft->room || draft->len > draft->room - needed)
        return false;
    if (has_comma_behind)
        draft_replace_text(draft, at, at, ",");
    return draft_replace(draft, at, at, value) && draft_replace(draft, at, at, key) &&
           (!has_comma_before || draft_replace_text(draft, at, at, ","));
}

bool mutate_insert(struct draft *draft) {
    const struct piece *object = draft_pick(draft, PICK_OBJECTS);
    if (object == NULL || object->end - object->begin < 2)
        return false;
    const struct anvil_shape *shape = vocabulary_shape(draft, object);
    if (shape->member_count == 0)
        return false;
    size_t index = (size_t)(object - draft->outline.pieces);
    bool is_empty =
        index + 1 >= draft->outline.count || draft->outline.pieces[index + 1].parent != index;
    const struct anvil_member *member = any_member(draft, shape);
    if (dice_hits(&draft->dice, 2))
        return put_member(draft, object->begin + 1, member, false, !is_empty);
    return put_member(draft, object->end - 1, member, !is_empty, false);
}

bool mutate_message(struct draft *draft) {
    size_t begin = draft->outline.begin;
    const struct anvil_shape *shape = vocabulary_message(draft);
    return draft_replace(draft, begin, draft->len, sample_message(shape, &draft->dice));
}
