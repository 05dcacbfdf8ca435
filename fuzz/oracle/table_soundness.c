/* SPDX-License-Identifier: Apache-2.0 */
/* Reads descriptors through their public members. */
#include "table_soundness.h"

#include "sample/value_form.h"

#include <string.h>

static bool is_sound_dfa(const struct anvil_dfa *dfa) {
    if (dfa->state_count == 0 || dfa->start >= dfa->state_count || dfa->column_count == 0 ||
        (dfa->narrow != NULL) == (dfa->wide != NULL) ||
        (dfa->narrow != NULL) != (dfa->state_count <= 256) || dfa->accepts[0] != 0)
        return false;
    for (size_t byte = 0; byte < 256; byte++)
        if (dfa->columns[byte] >= dfa->column_count)
            return false;
    for (size_t cell = 0; cell < (size_t)dfa->state_count * dfa->column_count; cell++) {
        size_t next = dfa->narrow != NULL ? dfa->narrow[cell] : dfa->wide[cell];
        /* State 0 rejects for ever. */
        if (next >= dfa->state_count || (cell < dfa->column_count && next != 0))
            return false;
    }
    return true;
}

bool is_sound_pattern(const struct anvil_pattern *pattern) {
    if ((pattern->run != NULL) == (pattern->dfa != NULL) || pattern->source.ptr == NULL)
        return false;
    return pattern->run != NULL ? pattern->run->min <= pattern->run->max
                                : is_sound_dfa(pattern->dfa);
}

static bool is_sound_limits(const struct anvil_limits *limits) {
    if (limits->min > limits->max)
        return false;
    if (limits->pattern != NULL && !is_sound_pattern(limits->pattern))
        return false;
    if (limits->values != NULL && limits->values->count == 0)
        return false;
    return limits->numbers == NULL || limits->numbers->count != 0;
}

/* Quote comma quote Name quote colon quote. */
static bool is_sound_key(const struct anvil_member *member) {
    size_t bytes = member->name_bytes;
    return memcmp(member->key, "\",\"", 3) == 0 && memcmp(member->key + 3 + bytes, "\":\"", 3) == 0;
}

static size_t slot_bytes(const struct anvil_shape *shape, const struct anvil_member *member) {
    bool is_inside = is_struct_kind(member->kind) && stands_inside(shape);
    return is_inside ? member->target->size : form_bytes(member->kind);
}

static bool is_sound_member(const struct anvil_shape *shape, const struct anvil_member *member) {
    bool is_collection = shape->kind == ANVIL_KIND_LIST || shape->kind == ANVIL_KIND_MAP;
    bool is_text = member->kind == ANVIL_KIND_STRING || member->kind == ANVIL_KIND_ENUM;
    size_t room = is_collection ? shape->item_size : shape->size;
    if (member->target == NULL || member->target->kind != member->kind ||
        member->offset + slot_bytes(shape, member) > room)
        return false;
    if (!is_collection && !is_sound_key(member))
        return false;
    if (is_text != (member->run != NULL))
        return false;
    return member->limits == NULL || is_sound_limits(member->limits);
}

bool is_sound_shape(const struct anvil_shape *shape) {
    if (shape->kind >= ANVIL_KIND_COUNT || shape->align == 0 || shape->size % shape->align != 0)
        return false;
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct anvil_member *member = &shape->members[i];
        bool is_required = (member->flags & ANVIL_MEMBER_REQUIRED) != 0;
        if (!is_sound_member(shape, member))
            return false;
        if (shape->kind == ANVIL_KIND_STRUCTURE && i < 64 &&
            (shape->required >> i & 1) != (uint64_t)is_required)
            return false;
    }
    return true;
}
