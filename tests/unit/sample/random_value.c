/* SPDX-License-Identifier: Apache-2.0 */
/* Follows the descriptors, so it knows every shape that there will be; recursion is bounded by a
 * depth of its own. */
#include "sample/random_value.h"

#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 4, LONGEST_TEXT = 400 };

static void *take(struct random_values *values, size_t bytes) {
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
        const struct anvil_str *value =
            &limits->values->values[dice_below(dice, limits->values->count)];
        return put(out, value->ptr, value->len);
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
    char *copy = take(values, bytes + 1);
    struct anvil_str view = {memcpy(copy, text, bytes), bytes};
    memcpy(slot, &view, sizeof view);
}

static void fill_structure(struct random_values *values, const struct anvil_shape *shape, void *out,
                           unsigned depth);

static void fill_value(struct random_values *values, const struct anvil_member *member, void *slot,
                       bool is_item, unsigned depth);

static void fill_list(struct random_values *values, const struct anvil_member *member, void *slot,
                      unsigned depth) {
    const struct anvil_member *item = &member->target->members[0];
    const struct anvil_limits *limits = member->limits;
    size_t least = values->is_valid && limits != NULL ? (size_t)limits->min : 0;
    size_t most = limits != NULL && limits->max < 4 ? (size_t)limits->max + !values->is_valid : 4;
    size_t count = depth < DEEPEST ? least + dice_below(&values->dice, most - least + 1) : least;
    unsigned char *items = take(values, count * item->target->size + 1);
    for (size_t i = 0; i < count; i++)
        fill_value(values, item, items + i * item->target->size, true, depth + 1);
    struct anvil_list list = {items, count};
    memcpy(slot, &list, sizeof list);
}

static void fill_value(struct random_values *values, const struct anvil_member *member, void *slot,
                       bool is_item, unsigned depth) {
    if (member->kind == ANVIL_KIND_LIST) {
        fill_list(values, member, slot, depth);
    } else if (member->kind != ANVIL_KIND_STRUCTURE) {
        fill_text(values, member, slot);
    } else if (is_item) {
        fill_structure(values, member->target, slot, depth + 1);
    } else {
        void *structure = take(values, member->target->size);
        fill_structure(values, member->target, structure, depth + 1);
        memcpy(slot, &structure, sizeof structure);
    }
}

static void fill_structure(struct random_values *values, const struct anvil_shape *shape, void *out,
                           unsigned depth) {
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct anvil_member *member = &shape->members[i];
        bool is_required = (member->flags & ANVIL_MEMBER_REQUIRED) != 0;
        bool is_deep = depth >= DEEPEST && member->kind == ANVIL_KIND_STRUCTURE;
        bool is_left_out = is_required ? !values->is_valid && dice_hits(&values->dice, 8)
                                       : is_deep || dice_hits(&values->dice, 3);
        if (!is_left_out)
            fill_value(values, member, (unsigned char *)out + member->offset, false, depth);
    }
}

void *random_value(struct random_values *values, const struct anvil_shape *shape) {
    values->used = 0;
    void *out = take(values, shape->size);
    fill_structure(values, shape, out, 0);
    return out;
}
