/* SPDX-License-Identifier: Apache-2.0 */
/* Structures, unions, lists and maps around the scalars. */
#include "property/made_message.h"

#include "anvil/codec.h"
#include "property/made_writer.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How often a shape may be open inside itself, before what is optional is left out. */
#define AGAIN_MAX 1
/* The most items that are made where the model sets no bound. */
#define SOME 3

void made_put(struct made_writer *writer, const void *bytes, size_t len) {
    struct made_message *message = writer->message;

    while (message->len + len > message->capacity) {
        message->capacity = message->capacity > 0 ? message->capacity * 2 : 4096;
        message->bytes = realloc(message->bytes, message->capacity);
        assert(message->bytes != NULL);
    }
    memcpy(message->bytes + message->len, bytes, len);
    message->len += len;
}

void made_put_text(struct made_writer *writer, const char *text) {
    made_put(writer, text, strlen(text));
}

bool made_takes_fault(struct made_writer *writer, enum anvil_constraint constraint) {
    struct made_message *message = writer->message;

    if (message->faults++ != writer->plan->fault)
        return false;
    message->wanted = 1u << constraint;
    message->broken = message->wanted;
    message->offset = message->len;
    memcpy(message->path, writer->path, writer->path_len + 1);
    return true;
}

size_t made_path_name(struct made_writer *writer, struct anvil_str name) {
    size_t before = writer->path_len;

    assert(before + 2 * name.len + 2 < sizeof writer->path);
    writer->path[writer->path_len++] = '/';
    for (size_t i = 0; i < name.len; i++) {
        char byte = name.ptr[i];
        if (byte == '~' || byte == '/')
            writer->path[writer->path_len++] = '~';
        writer->path[writer->path_len++] = byte;
        if (byte == '~' || byte == '/')
            writer->path[writer->path_len - 1] = byte == '~' ? '0' : '1';
    }
    writer->path[writer->path_len] = '\0';
    return before;
}

size_t made_path_index(struct made_writer *writer, size_t index) {
    char digits[24];
    int len = snprintf(digits, sizeof digits, "%zu", index);
    return made_path_name(writer, anvil_str_of(digits, (size_t)len));
}

void made_path_back(struct made_writer *writer, size_t len) {
    writer->path_len = len;
    writer->path[len] = '\0';
}

static void put_value(struct made_writer *writer, const struct anvil_member *member, size_t index);

/* Opens a structure or union. Returns what to give to close_shape(). */
static bool open_shape(struct made_writer *writer, const struct anvil_shape *shape) {
    bool was_deep = writer->is_deep;
    size_t again = 0;

    assert(writer->depth < ANVIL_DEPTH_MAX);
    for (size_t i = 0; i < writer->depth; i++)
        again += writer->open[i] == shape;
    writer->open[writer->depth++] = shape;
    writer->is_deep = was_deep || again > AGAIN_MAX;
    return was_deep;
}

static void close_shape(struct made_writer *writer, bool was_deep) {
    writer->depth--;
    writer->is_deep = was_deep;
}

static void put_key(struct made_writer *writer, const struct anvil_member *member) {
    made_put(writer, "\"", 1);
    made_put(writer, member->key + 3, member->name_bytes);
    made_put(writer, "\":", 2);
}

/* Writes a member. False when it is left out. */
static bool put_member(struct made_writer *writer, const struct anvil_member *member, bool is_first,
                       size_t object_begin) {
    bool is_required = (member->flags & ANVIL_MEMBER_REQUIRED) != 0;
    bool is_optional_here = writer->size == MADE_REQUIRED || writer->is_deep;
    size_t before = made_path_name(writer, anvil_member_name(member));
    bool is_left_out = !is_required && is_optional_here;

    if (is_required && anvil_member_default(member) == NULL &&
        made_takes_fault(writer, ANVIL_CONSTRAINT_REQUIRED)) {
        writer->message->offset = object_begin;
        is_left_out = true;
    }
    if (is_left_out)
        writer->message->has_defaults |= anvil_member_default(member) != NULL;
    if (!is_left_out) {
        if (!is_first)
            made_put(writer, ",", 1);
        size_t begin = writer->message->len;
        put_key(writer, member);
        put_value(writer, member, 0);
        size_t len = writer->message->len - begin;
        if (made_takes_fault(writer, ANVIL_CONSTRAINT_DUPLICATE)) {
            made_put(writer, ",", 1);
            writer->message->offset = writer->message->len;
            char *copy = malloc(len);
            assert(copy != NULL);
            memcpy(copy, writer->message->bytes + begin, len);
            made_put(writer, copy, len);
            free(copy);
        }
    }
    made_path_back(writer, before);
    return !is_left_out;
}

static void put_structure(struct made_writer *writer, const struct anvil_shape *shape) {
    size_t object_begin = writer->message->len;
    bool is_first = true;

    bool was_deep = open_shape(writer, shape);
    made_put(writer, "{", 1);
    for (size_t i = 0; i < shape->member_count; i++)
        if (put_member(writer, &shape->members[i], is_first, object_begin))
            is_first = false;
    made_put(writer, "}", 1);
    close_shape(writer, was_deep);
}

static bool is_container(unsigned kind) {
    return kind == ANVIL_KIND_STRUCTURE || kind == ANVIL_KIND_UNION || kind == ANVIL_KIND_LIST ||
           kind == ANVIL_KIND_MAP;
}

void made_note_values(struct made_writer *writer, size_t count) {
    if (writer->choices * count > writer->message->values)
        writer->message->values = writer->choices * count;
}

/* The turn is read like a number whose last digit is the variant, so that what is inside gets to
 * see all its turns with every variant. */
static void put_union(struct made_writer *writer, const struct anvil_shape *shape) {
    size_t turn = writer->turn;
    size_t choices = writer->choices;
    size_t chosen = turn % shape->member_count;
    bool was_deep = open_shape(writer, shape);

    if (!writer->is_deep) {
        writer->turn = turn / shape->member_count;
        writer->choices *= shape->member_count;
        made_note_values(writer, 1);
        if (writer->choices > writer->message->variants)
            writer->message->variants = writer->choices;
    }
    for (size_t i = 0; writer->is_deep && i < shape->member_count; i++)
        if (!is_container(shape->members[(chosen + i) % shape->member_count].kind)) {
            chosen = (chosen + i) % shape->member_count;
            break;
        }
    const struct anvil_member *member = &shape->members[chosen];
    size_t before = made_path_name(writer, anvil_member_name(member));
    made_put(writer, "{", 1);
    put_key(writer, member);
    put_value(writer, member, 0);
    made_put(writer, "}", 1);
    close_shape(writer, was_deep);
    writer->turn = turn;
    writer->choices = choices;
    made_path_back(writer, before);
}

/* How many entries a list or map gets, and whether that is a fault. */
static size_t count_entries(struct made_writer *writer, const struct anvil_member *member) {
    const struct anvil_limits *limits = member->limits;
    const struct anvil_member *inner = &member->target->members[0];
    size_t min = limits != NULL ? (size_t)limits->min : 0;
    bool has_max = limits != NULL && limits->max != ANVIL_UNLIMITED;
    size_t max = has_max ? (size_t)limits->max : min + SOME;
    bool are_different =
        member->kind == ANVIL_KIND_MAP || (limits != NULL && limits->is_unique != 0);
    size_t possible = are_different ? made_different(inner) : SIZE_MAX;
    size_t count;

    if (min > 0 && made_takes_fault(writer, ANVIL_CONSTRAINT_MIN)) {
        writer->message->limit = min;
        writer->message->actual = min - 1;
        return min - 1;
    }
    if (has_max && max < possible && made_takes_fault(writer, ANVIL_CONSTRAINT_MAX)) {
        writer->message->limit = max;
        writer->message->actual = max + 1;
        return max + 1;
    }
    if (writer->size == MADE_MOST && !writer->is_deep)
        count = max;
    else if (writer->size == MADE_ONE && !writer->is_deep)
        count = min > 0 || max == 0 ? min : 1;
    else
        count = min;
    return count < possible ? count : possible;
}

/* What items behind the first are made with: they are there to be many. */
struct state {
    enum made_size size;
    size_t turn;
};

static struct state begin_items(const struct made_writer *writer) {
    struct state state = {writer->size, writer->turn};
    return state;
}

static void set_item(struct made_writer *writer, const struct state *state, size_t index) {
    writer->size = state->size == MADE_MOST && index > 0 ? MADE_ONE : state->size;
    writer->turn = state->turn + index;
}

static void end_items(struct made_writer *writer, const struct state *state) {
    writer->size = state->size;
    writer->turn = state->turn;
}

static void put_list(struct made_writer *writer, const struct anvil_member *member) {
    const struct anvil_shape *shape = member->target;
    const struct anvil_limits *limits = member->limits;
    bool can_repeat = limits != NULL && limits->is_unique != 0 && limits->max >= 2 &&
                      made_different(&shape->members[0]) >= 2;
    bool repeats = can_repeat && made_takes_fault(writer, ANVIL_CONSTRAINT_UNIQUE);
    size_t count =
        repeats ? (limits->min > 2 ? (size_t)limits->min : 2) : count_entries(writer, member);
    struct state state = begin_items(writer);
    bool is_sparse = (shape->flags & ANVIL_SHAPE_SPARSE) != 0;

    made_put(writer, "[", 1);
    for (size_t i = 0; i < count; i++) {
        size_t before = made_path_index(writer, i);
        if (i > 0)
            made_put(writer, ",", 1);
        set_item(writer, &state, repeats && i == 1 ? 0 : i);
        if (is_sparse && i == 1 && !repeats)
            made_put(writer, "null", 4);
        else
            put_value(writer, &shape->members[0], 0);
        made_path_back(writer, before);
    }
    made_put(writer, "]", 1);
    end_items(writer, &state);
}

static void put_map(struct made_writer *writer, const struct anvil_member *member) {
    const struct anvil_shape *shape = member->target;
    size_t count = count_entries(writer, member);
    struct state state = begin_items(writer);
    bool is_sparse = (shape->flags & ANVIL_SHAPE_SPARSE) != 0;

    made_put(writer, "{", 1);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            made_put(writer, ",", 1);
        set_item(writer, &state, i);
        size_t faults = writer->message->faults;
        made_put_string(writer, &shape->members[0], 0);
        /* A key has no place of its own: its faults are those of the map. */
        if (faults <= writer->plan->fault && writer->plan->fault < writer->message->faults)
            writer->message->offset = ANVIL_NO_OFFSET;
        size_t before = made_path_name(writer, anvil_str_of(writer->text, writer->text_len));
        made_put(writer, ":", 1);
        if (is_sparse && i == 1)
            made_put(writer, "null", 4);
        else
            put_value(writer, &shape->members[1], 0);
        made_path_back(writer, before);
    }
    made_put(writer, "}", 1);
    end_items(writer, &state);
}

static void put_value(struct made_writer *writer, const struct anvil_member *member, size_t index) {
    switch (member->kind) {
    case ANVIL_KIND_STRUCTURE:
        put_structure(writer, member->target);
        break;
    case ANVIL_KIND_UNION:
        put_union(writer, member->target);
        break;
    case ANVIL_KIND_LIST:
        put_list(writer, member);
        break;
    case ANVIL_KIND_MAP:
        put_map(writer, member);
        break;
    default:
        made_put_scalar(writer, member, index);
        break;
    }
}

void made_message(struct made_message *message, const struct anvil_shape *shape,
                  const struct made_plan *plan) {
    static struct made_writer writer;

    memset(&writer, 0, sizeof writer);
    writer.message = message;
    writer.plan = plan;
    writer.size = plan->size;
    writer.turn = plan->turn;
    writer.choices = 1;

    message->len = 0;
    message->faults = 0;
    message->wanted = 0;
    message->broken = 0;
    message->path[0] = '\0';
    message->offset = ANVIL_NO_OFFSET;
    message->actual = 0;
    message->limit = 0;
    message->has_defaults = false;
    message->variants = 1;
    message->values = 1;
    put_structure(&writer, shape);
}

void made_free(struct made_message *message) {
    free(message->bytes);
    memset(message, 0, sizeof *message);
}
