/* SPDX-License-Identifier: Apache-2.0 */
/* Keys are compared as they are spelt: one with an escape is simply not known. */
#include "mutator/vocabulary.h"

#include "coverage/model_places.h"
#include "input/message_shapes.h"

/* Every so often a value of a quite different member is just the thing. */
#define STRANGERS 16

static const struct model_place *any_place(struct draft *draft) {
    const struct model_places *all = model_places();
    return &all->places[dice_below(&draft->dice, all->place_count)];
}

/* A place with the name that a key spells, or NULL. */
static const struct model_place *place_of_key(struct draft *draft, size_t key) {
    if (key == OUTLINE_NONE)
        return NULL;
    const struct piece *piece = &draft->outline.pieces[key];
    if (piece->end - piece->begin < 2)
        return NULL;
    struct anvil_str name = {(const char *)draft->bytes + piece->begin + 1,
                             piece->end - piece->begin - 2};
    size_t count = 0;
    const struct model_place **places = model_places_named(name, &count);
    return count == 0 ? NULL : places[dice_below(&draft->dice, count)];
}

/* The item of a list, the value of a map: what stands without a key that the model knows. */
static const struct anvil_member *element_of(const struct anvil_member *member) {
    if (member->kind == ANVIL_KIND_LIST)
        return &member->target->members[0];
    if (member->kind == ANVIL_KIND_MAP)
        return &member->target->members[1];
    return member;
}

const struct anvil_member *vocabulary_member(struct draft *draft, const struct piece *piece) {
    const struct model_place *place = NULL;
    if (!dice_hits(&draft->dice, STRANGERS)) {
        place = place_of_key(draft, piece->key);
        if (place != NULL)
            return place->member;
        if (piece->parent != OUTLINE_NONE)
            place = place_of_key(draft, draft->outline.pieces[piece->parent].key);
        if (place != NULL)
            return element_of(place->member);
    }
    return any_place(draft)->member;
}

static bool has_members(const struct anvil_shape *shape) {
    return shape != NULL && shape->member_count > 0 &&
           (shape->kind == ANVIL_KIND_STRUCTURE || shape->kind == ANVIL_KIND_UNION);
}

/* One of the object's own keys, or OUTLINE_NONE. */
static size_t any_key(struct draft *draft, const struct piece *object) {
    const struct outline *outline = &draft->outline;
    size_t index = (size_t)(object - outline->pieces);
    size_t chosen = OUTLINE_NONE;
    size_t seen = 0;
    for (size_t i = index + 1; i < outline->count; i++)
        if (outline->pieces[i].kind == PIECE_KEY && outline->pieces[i].parent == index &&
            dice_hits(&draft->dice, ++seen))
            chosen = i;
    return chosen;
}

const struct anvil_shape *vocabulary_shape(struct draft *draft, const struct piece *object) {
    if (object->parent == OUTLINE_NONE && dice_hits(&draft->dice, 2))
        return vocabulary_message(draft);
    const struct model_place *place = place_of_key(draft, any_key(draft, object));
    if (place != NULL && has_members(place->owner->shape))
        return place->owner->shape;
    const struct anvil_member *member = vocabulary_member(draft, object);
    return has_members(member->target) ? member->target : vocabulary_message(draft);
}

const struct anvil_shape *vocabulary_message(struct draft *draft) {
    size_t index = draft->outline.begin > 0 ? draft->bytes[0]
                                            : dice_below(&draft->dice, message_shape_count());
    const struct anvil_shape *request = message_request_shape(index);
    const struct anvil_shape *response = message_response_shape(index);
    return dice_hits(&draft->dice, 3) ? response : request;
}
