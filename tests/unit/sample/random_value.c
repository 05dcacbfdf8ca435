/* SPDX-License-Identifier: Apache-2.0 */
/* Follows the descriptors, so it knows every shape that there will be; recursion is bounded by a
 * depth of its own. */
#include "sample/random_value.h"

#include "sample/random_scalars.h"
#include "sample/value_form.h"

#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 4, LONGEST_TEXT = 400 };

void *random_take(struct random_values *values, size_t bytes) {
    size_t at = (values->used + 15) & ~(size_t)15;
    if (bytes > sizeof values->memory - at)
        abort();
    values->used = at + bytes;
    return memset(values->memory + at, 0, bytes);
}

static size_t put(char *out, const char *bytes, size_t count) {
    memcpy(out, bytes, count);
    return count;
}

/* Only bytes of the class; nothing when the class is empty. */
static size_t text_of_class(struct dice *dice, const struct anvil_class *set, size_t bytes,
                            char *out) {
    char members[128];
    size_t count = 0;
    for (unsigned byte = 0; byte < 128; byte++)
        if ((set->rows[byte & 15] >> (byte >> 4) & 1) != 0)
            members[count++] = (char)byte;
    for (size_t i = 0; count != 0 && i < bytes; i++)
        out[i] = members[dice_below(dice, count)];
    return count != 0 ? bytes : 0;
}

static size_t clean_text(struct dice *dice, const struct anvil_run *run, char *out) {
    size_t most = run->max < run->min + 40 ? run->max : run->min + 40;
    return text_of_class(dice, &run->set, run->min + dice_below(dice, most - run->min + 1), out);
}

/* A length at the edge of what is allowed, or one beyond it. */
static size_t edge_text(struct dice *dice, const struct anvil_member *member, char *out) {
    const struct anvil_limits *limits = member->limits;
    uint64_t lengths[4] = {0, limits->min, limits->min - (limits->min != 0), limits->max + 1};
    uint64_t length = lengths[dice_below(dice, 4)];
    if (length > LONGEST_TEXT)
        length = limits->min;
    return text_of_class(dice, &member->run->set, (size_t)length, out);
}

/* What a writer of JSON may stumble over, and what length in code points depends on. */
static size_t hard_text(struct dice *dice, char *out) {
    static const struct anvil_str PIECES[] = {
        ANVIL_STR("\""),
        ANVIL_STR("\\"),
        ANVIL_STR("/"),
        ANVIL_STR("\n"),
        ANVIL_STR("\0"),
        ANVIL_STR("\x1F"),
        ANVIL_STR("\x7F"),
        ANVIL_STR("a"),
        ANVIL_STR("Z9"),
        ANVIL_STR("\xC2\x80"),
        ANVIL_STR("\xC3\xA9"),
        ANVIL_STR("\xDF\xBF"),
        ANVIL_STR("\xE2\x82\xAC"),
        ANVIL_STR("\xED\x9F\xBF"),
        ANVIL_STR("\xEE\x80\x80"),
        ANVIL_STR("\xEF\xBB\xBF"),
        ANVIL_STR("\xF0\x9F\x98\x80"),
        ANVIL_STR("\xF4\x8F\xBF\xBF"),
        ANVIL_STR("\\u0041"),
        ANVIL_STR("\b\f\r\t"),
        ANVIL_STR("\xE2\x80\xA8"),
    };
    size_t bytes = 0;
    for (size_t pieces = dice_below(dice, 7); pieces != 0; pieces--) {
        const struct anvil_str *piece = &PIECES[dice_below(dice, sizeof PIECES / sizeof PIECES[0])];
        bytes += put(out + bytes, piece->ptr, piece->len);
    }
    return bytes;
}

static size_t bad_text(struct dice *dice, char *out) {
    static const struct anvil_str PIECES[] = {
        ANVIL_STR("\x80"),         ANVIL_STR("\xC0\xAF"),         ANVIL_STR("\xED\xA0\x80"),
        ANVIL_STR("\xE2\x82"),     ANVIL_STR("\xF4\x90\x80\x80"), ANVIL_STR("\xFF"),
        ANVIL_STR("\xF0\x9F\x98"),
    };
    size_t bytes = hard_text(dice, out);
    const struct anvil_str *piece = &PIECES[dice_below(dice, sizeof PIECES / sizeof PIECES[0])];
    return bytes + put(out + bytes, piece->ptr, piece->len);
}

static size_t any_text(struct random_values *values, const struct anvil_member *member, char *out) {
    struct dice *dice = &values->dice;
    const struct anvil_limits *limits = member->limits;
    if (values->has_bad_utf8 && dice_hits(dice, 12))
        return bad_text(dice, out);
    if (limits != NULL && limits->values != NULL && (values->is_valid || !dice_hits(dice, 4))) {
        struct anvil_str value =
            anvil_enum_value(limits->values, dice_below(dice, limits->values->count));
        return put(out, value.ptr, value.len);
    }
    bool can_be_clean = member->run->min <= member->run->max;
    if (can_be_clean && (values->is_valid || !dice_hits(dice, 3)))
        return clean_text(dice, member->run, out);
    if (limits != NULL && can_be_clean && dice_hits(dice, 2))
        return edge_text(dice, member, out);
    return hard_text(dice, out);
}

static void fill_text(struct random_values *values, const struct anvil_member *member, void *slot) {
    char text[LONGEST_TEXT + 64];
    size_t bytes = any_text(values, member, text);
    /* Of its own, so that an address sanitizer or a span that strays is noticed. */
    char *copy = random_take(values, bytes + 1);
    struct anvil_str view = {memcpy(copy, text, bytes), bytes};
    memcpy(slot, &view, sizeof view);
}

static void fill_structure(struct random_values *values, const struct anvil_shape *shape, void *out,
                           unsigned depth);

static void fill_value(struct random_values *values, const struct anvil_shape *container,
                       const struct anvil_member *member, void *slot, unsigned depth);

/* A key that no entry before has; false when the dice give none. */
static bool fill_key(struct random_values *values, const struct anvil_shape *map,
                     unsigned char *entries, size_t index) {
    struct anvil_str key;
    struct anvil_str other;
    fill_text(values, &map->members[0], entries + index * map->item_size);
    memcpy(&key, entries + index * map->item_size, sizeof key);
    for (size_t i = 0; i < index; i++) {
        memcpy(&other, entries + i * map->item_size, sizeof other);
        if (anvil_str_equal(key, other))
            return false;
    }
    return true;
}

/* Lists and maps. */
static void fill_items(struct random_values *values, const struct anvil_member *member, void *slot,
                       unsigned depth) {
    const struct anvil_shape *shape = member->target;
    const struct anvil_member *value = &shape->members[shape->member_count - 1];
    const struct anvil_limits *limits = member->limits;
    bool is_sparse = (shape->flags & ANVIL_SHAPE_SPARSE) != 0;
    size_t least = values->is_valid && limits != NULL ? (size_t)limits->min : 0;
    size_t most = limits != NULL && limits->max < 4 ? (size_t)limits->max + !values->is_valid : 4;
    if (most < least)
        most = least;
    size_t count = depth < DEEPEST ? least + dice_below(&values->dice, most - least + 1) : least;
    unsigned char *items = random_take(values, count * shape->item_size + 1);
    struct anvil_list list = {items, 0};
    for (size_t i = 0; i < count; i++) {
        unsigned char *item = items + list.count * shape->item_size;
        if (shape->kind == ANVIL_KIND_MAP && !fill_key(values, shape, items, list.count))
            continue;
        if (!is_sparse || !dice_hits(&values->dice, 3))
            fill_value(values, shape, value, item + value->offset, depth + 1);
        list.count++;
    }
    memcpy(slot, &list, sizeof list);
}

/* One variant; where it gets deep, one that ends. */
static void fill_union(struct random_values *values, const struct anvil_shape *shape, void *out,
                       unsigned depth) {
    size_t index = dice_below(&values->dice, shape->member_count);
    for (size_t i = 0; depth >= DEEPEST && i < shape->member_count; i++)
        if (!is_struct_kind(shape->members[i].kind))
            index = i;
    const struct anvil_member *member = &shape->members[index];
    struct anvil_union head = {(int32_t)index + 1, {NULL, 0}, {NULL, 0}};
    memcpy(out, &head, sizeof head);
    fill_value(values, shape, member, (unsigned char *)out + member->offset, depth + 1);
}

static void fill_value(struct random_values *values, const struct anvil_shape *container,
                       const struct anvil_member *member, void *slot, unsigned depth) {
    void *out = slot;
    if (member->kind == ANVIL_KIND_LIST || member->kind == ANVIL_KIND_MAP) {
        fill_items(values, member, slot, depth);
        return;
    }
    if (member->kind == ANVIL_KIND_STRING || member->kind == ANVIL_KIND_ENUM) {
        fill_text(values, member, slot);
        return;
    }
    if (!is_struct_kind(member->kind)) {
        bool is_item = container->kind == ANVIL_KIND_LIST || container->kind == ANVIL_KIND_MAP;
        random_scalar(values, member, slot, is_item);
        return;
    }
    if (!stands_inside(container)) {
        out = random_take(values, member->target->size);
        memcpy(slot, &out, sizeof out);
    }
    if (member->kind == ANVIL_KIND_UNION)
        fill_union(values, member->target, out, depth + 1);
    else
        fill_structure(values, member->target, out, depth + 1);
}

static void fill_structure(struct random_values *values, const struct anvil_shape *shape, void *out,
                           unsigned depth) {
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct anvil_member *member = &shape->members[i];
        /* What has a default would come back with it. */
        bool is_required = (member->flags & (ANVIL_MEMBER_REQUIRED | ANVIL_MEMBER_DEFAULT)) != 0;
        bool is_deep = depth >= DEEPEST && is_struct_kind(member->kind);
        bool may_miss = !values->is_valid && (member->flags & ANVIL_MEMBER_DEFAULT) == 0;
        /* Inside others most stay away, or values would grow without end. */
        bool is_chosen = depth == 0 ? !dice_hits(&values->dice, 3) : dice_hits(&values->dice, 4);
        bool is_left_out =
            is_required ? may_miss && dice_hits(&values->dice, 8) : is_deep || !is_chosen;
        if (!is_left_out)
            fill_value(values, shape, member, (unsigned char *)out + member->offset, depth);
    }
}

void *random_value(struct random_values *values, const struct anvil_shape *shape) {
    values->used = 0;
    void *out = random_take(values, shape->size);
    fill_structure(values, shape, out, 0);
    return out;
}
