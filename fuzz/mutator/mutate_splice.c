/* SPDX-License-Identifier: Apache-2.0 */
/* The mutation that needs two texts. */
#include "mutator/mutations.h"

#include <string.h>

/* A draft that is only read: its text is not changed and needs no room. */
static void read_only(struct draft *draft, struct snippet text, uint64_t seed,
                      unsigned char *copy) {
    memcpy(copy, text.bytes, text.len);
    draft->bytes = copy;
    draft->len = text.len;
    draft->room = text.len;
    draft->dice.state = seed;
    outline_read(&draft->outline, copy, text.len);
}

/* Puts a member with its key behind the opening brace of an object here. */
static bool splice_member(struct draft *draft, const struct draft *other,
                          const struct piece *value) {
    const struct piece *object = draft_pick(draft, PICK_OBJECTS);
    if (object == NULL || object->end - object->begin < 2)
        return false;
    size_t index = (size_t)(object - draft->outline.pieces);
    bool is_empty =
        index + 1 >= draft->outline.count || draft->outline.pieces[index + 1].parent != index;
    size_t at = object->begin + 1;
    size_t begin = other->outline.pieces[value->key].begin;
    struct snippet member = {other->bytes + begin, value->end - begin};
    if (member.len + 1 > draft->room - draft->len)
        return false;
    if (!is_empty)
        draft_replace_text(draft, at, at, ",");
    return draft_replace(draft, at, at, member);
}

bool mutate_splice(struct draft *draft, struct snippet other) {
    static struct draft from;
    unsigned char copy[4096];
    if (other.len == 0)
        return false;
    if (other.len > sizeof copy)
        other.len = sizeof copy;
    read_only(&from, other, dice_next(&draft->dice), copy);
    const struct piece *value = draft_pick(&from, PICK_VALUES);
    if (value == NULL)
        return false;
    if (value->key != OUTLINE_NONE && dice_hits(&draft->dice, 2))
        return splice_member(draft, &from, value);
    const struct piece *place = draft_pick(draft, PICK_VALUES);
    return place != NULL &&
           draft_replace(draft, place->begin, place->end, draft_piece(&from, value));
}
