/* SPDX-License-Identifier: Apache-2.0 */
/* Scalars and messages come from the makers that the property tests use; what is added here is the
 * choice, and lists and maps around them. */
#include "mutator/sample_value.h"

#include "property/made_message.h"
#include "property/made_writer.h"

#include <string.h>

/* Of the texts that are made the longest would take most of the time. */
#define TEXT_MAX 300

static struct made_message message;

static struct made_plan plan_of(struct dice *dice, size_t faults) {
    struct made_plan plan = {MADE_ONE, dice_below(dice, 1000), MADE_WITHOUT_FAULT};
    plan.size = (enum made_size)dice_below(dice, MADE_MOST + 1);
    if (dice_hits(dice, 2))
        plan.fault = dice_below(dice, faults);
    return plan;
}

static bool has_long_texts(const struct anvil_member *member) {
    bool is_text = member->kind == ANVIL_KIND_STRING || member->kind == ANVIL_KIND_BLOB;
    return is_text && member->limits != NULL && member->limits->max != ANVIL_UNLIMITED &&
           member->limits->max > TEXT_MAX;
}

static void put_scalar(struct made_writer *writer, const struct anvil_member *member,
                       struct made_plan plan) {
    bool is_long = has_long_texts(member);
    /* A maker counts its faults: too short, if that is possible, and then too long. */
    size_t too_long = is_long && member->limits->min > 0 ? 1 : 0;
    if (is_long && plan.size == MADE_MOST)
        plan.size = MADE_ONE;
    if (is_long && plan.fault == too_long)
        plan.fault = MADE_WITHOUT_FAULT;
    writer->message->faults = 0;
    writer->plan = &plan;
    writer->size = plan.size;
    writer->turn = plan.turn;
    made_put_scalar(writer, member, 0);
}

static void put_value(struct made_writer *writer, const struct anvil_member *member,
                      struct dice *dice, size_t depth);

static void put_items(struct made_writer *writer, const struct anvil_member *member,
                      struct dice *dice, size_t depth) {
    const struct anvil_limits *limits = member->limits;
    const struct anvil_shape *shape = member->target;
    bool is_map = member->kind == ANVIL_KIND_MAP;
    size_t count = dice_below(dice, 4);
    /* As many as the bound, one less or one more. */
    if (limits != NULL && limits->max < 64 && dice_hits(dice, 3))
        count = (size_t)limits->max + dice_below(dice, 3);
    if (limits != NULL && limits->max < 64 && dice_hits(dice, 2) && count > 0)
        count--;
    made_put_text(writer, is_map ? "{" : "[");
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            made_put_text(writer, ",");
        if (is_map) {
            put_value(writer, &shape->members[0], dice, depth + 1);
            made_put_text(writer, ":");
        }
        put_value(writer, &shape->members[is_map], dice, depth + 1);
    }
    made_put_text(writer, is_map ? "}" : "]");
}

static void put_members(struct made_writer *writer, const struct anvil_shape *shape,
                        struct dice *dice, size_t depth) {
    bool is_union = shape->kind == ANVIL_KIND_UNION;
    size_t chosen = dice_below(dice, shape->member_count > 0 ? shape->member_count : 1);
    bool is_first = true;
    made_put_text(writer, "{");
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct anvil_member *member = &shape->members[i];
        bool is_wanted =
            is_union ? i == chosen
                     : (member->flags & ANVIL_MEMBER_REQUIRED) != 0 || dice_hits(dice, 1 + depth);
        if (!is_wanted)
            continue;
        made_put_text(writer, is_first ? "\"" : ",\"");
        made_put(writer, member->key + 3, member->name_bytes);
        made_put_text(writer, "\":");
        put_value(writer, member, dice, depth + 1);
        is_first = false;
    }
    made_put_text(writer, "}");
}

static void put_value(struct made_writer *writer, const struct anvil_member *member,
                      struct dice *dice, size_t depth) {
    bool is_items = member->kind == ANVIL_KIND_LIST || member->kind == ANVIL_KIND_MAP;
    bool is_struct = member->kind == ANVIL_KIND_STRUCTURE || member->kind == ANVIL_KIND_UNION;
    /* Inside of others values are good ones: one fault at a time. */
    struct made_plan plan = plan_of(dice, depth == 0 ? 4 : 64);
    if ((is_items || is_struct) && depth > 3)
        made_put_text(writer, "null");
    else if (is_items)
        put_items(writer, member, dice, depth);
    else if (is_struct)
        put_members(writer, member->target, dice, depth);
    else
        put_scalar(writer, member, plan);
}

static struct snippet made_bytes(void) {
    struct snippet made = {(const unsigned char *)message.bytes, message.len};
    return made;
}

struct snippet sample_value(const struct anvil_member *member, struct dice *dice) {
    /* Large, and cleared only once: a scalar begins anew in all that it reads. */
    static struct made_writer writer;
    writer.message = &message;
    writer.choices = 1;
    message.len = 0;
    put_value(&writer, member, dice, 0);
    return made_bytes();
}

struct snippet sample_message(const struct anvil_shape *shape, struct dice *dice) {
    struct made_plan plan = plan_of(dice, 64);
    /* The greatest messages would fill any input. */
    if (plan.size == MADE_MOST)
        plan.size = MADE_ONE;
    made_message(&message, shape, &plan);
    return made_bytes();
}
