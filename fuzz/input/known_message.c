/* SPDX-License-Identifier: Apache-2.0 */
/* Structures, unions, lists and maps around the scalars, and the notes. */
#include "known_message.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 5, VALUES_MAX = 120, BREAKS_MAX = 20, PATHS_MAX = 1200, COUNT_MAX = 12 };

void known_put(struct known_writer *writer, const void *bytes, size_t len) {
    struct known_message *message = writer->message;
    while (message->len + len > message->capacity) {
        message->capacity = message->capacity != 0 ? message->capacity * 2 : 1024;
        message->bytes = realloc(message->bytes, message->capacity);
        assert(message->bytes != NULL);
    }
    memcpy(message->bytes + message->len, bytes, len);
    message->len += len;
}

void known_put_text(struct known_writer *writer, const char *text) {
    known_put(writer, text, strlen(text));
}

bool known_may_break(const struct known_writer *writer) {
    return !writer->is_good && writer->path_sum < PATHS_MAX &&
           writer->message->of_struct.count + writer->message->of_bytes.count < BREAKS_MAX;
}

static void note(struct known_writer *writer, struct known_violations *list,
                 const struct known_violation *what) {
    assert(list->count < KNOWN_VIOLATIONS_MAX);
    struct known_violation *item = &list->items[list->count++];
    *item = *what;
    memcpy(item->path, writer->path, writer->path_len);
    item->path_bytes = writer->path_len;
    writer->path_sum += writer->path_len;
}

void known_note(struct known_writer *writer, enum anvil_constraint constraint, uint64_t limit,
                uint64_t actual) {
    struct known_violation what = {
        .constraint = constraint, .offset = writer->message->len, .limit = limit, .actual = actual};
    note(writer, &writer->message->of_struct, &what);
}

static void note_of_bytes(struct known_writer *writer, enum anvil_constraint constraint) {
    struct known_violation what = {.constraint = constraint, .offset = writer->message->len};
    note(writer, &writer->message->of_bytes, &what);
}

/* Longer paths, escaped as RFC 6901 wants it; returns the length before. */
static size_t step_into(struct known_writer *writer, struct anvil_str name) {
    size_t before = writer->path_len;
    assert(before + 2 * name.len + 1 < sizeof writer->path);
    writer->path[writer->path_len++] = '/';
    for (size_t i = 0; i < name.len; i++) {
        bool is_special = name.ptr[i] == '~' || name.ptr[i] == '/';
        if (is_special)
            writer->path[writer->path_len++] = '~';
        writer->path[writer->path_len++] =
            !is_special ? name.ptr[i] : (char)(name.ptr[i] == '~' ? '0' : '1');
    }
    return before;
}

static size_t step_to_index(struct known_writer *writer, size_t index) {
    char digits[24];
    int len = snprintf(digits, sizeof digits, "%zu", index);
    return step_into(writer, anvil_str_of(digits, (size_t)len));
}

static void put_value(struct known_writer *writer, const struct anvil_member *member);

static void put_key(struct known_writer *writer, struct anvil_str name) {
    known_put_text(writer, "\"");
    known_put(writer, name.ptr, name.len);
    known_put_text(writer, "\":");
}

static bool is_scalar(const struct anvil_member *member) {
    return member->kind != ANVIL_KIND_STRUCTURE && member->kind != ANVIL_KIND_UNION &&
           member->kind != ANVIL_KIND_LIST && member->kind != ANVIL_KIND_MAP;
}

/* The member a second time, with the same value, right behind itself. */
static void repeat_member(struct known_writer *writer, size_t begin) {
    struct known_message *message = writer->message;
    size_t len = message->len - begin;
    char *copy = fuzz_memory(len);
    memcpy(copy, message->bytes + begin, len);
    known_put_text(writer, ",");
    note_of_bytes(writer, ANVIL_CONSTRAINT_DUPLICATE);
    known_put(writer, copy, len);
    free(copy);
}

/* Writes a member or leaves it out. Whether there is a choice depends on what is left. */
static void put_member(struct known_writer *writer, const struct anvil_member *member,
                       bool *is_first, size_t object_begin) {
    bool is_required = (member->flags & ANVIL_MEMBER_REQUIRED) != 0;
    bool has_default = anvil_member_default(member) != NULL;
    bool is_free = writer->left != 0 && writer->depth <= DEEPEST && fuzz_left(writer->input) != 0;
    uint8_t choice = is_free ? fuzz_byte(writer->input) : 0;
    bool is_chosen = (choice & 1) != 0 || has_default;
    size_t before = step_into(writer, anvil_member_name(member));
    if (is_required && !has_default && (choice & 0x1E) == 0x1E && known_may_break(writer)) {
        size_t here = writer->message->len;
        writer->message->len = object_begin;
        known_note(writer, ANVIL_CONSTRAINT_REQUIRED, 0, 0);
        writer->message->len = here;
    } else if (is_required || is_chosen) {
        size_t noted = writer->message->of_struct.count;
        if (!*is_first)
            known_put_text(writer, ",");
        *is_first = false;
        size_t begin = writer->message->len;
        put_key(writer, anvil_member_name(member));
        put_value(writer, member);
        if (choice >= 0xF0 && is_scalar(member) && noted == writer->message->of_struct.count &&
            known_may_break(writer))
            repeat_member(writer, begin);
    }
    writer->path_len = before;
}

/* A member that the shape does not have; sometimes. */
static void put_unknown(struct known_writer *writer, bool *is_first) {
    static const struct anvil_str NAME = ANVIL_STR("Zz~/");
    if (fuzz_byte(writer->input) < 0xE0 || !known_may_break(writer))
        return;
    size_t before = step_into(writer, NAME);
    if (!*is_first)
        known_put_text(writer, ",");
    *is_first = false;
    note_of_bytes(writer, ANVIL_CONSTRAINT_UNKNOWN_MEMBER);
    put_key(writer, NAME);
    known_put_text(writer, "[1,{\"a\":null,\"a\":\"\\u0041\"}]");
    writer->path_len = before;
}

static void put_structure(struct known_writer *writer, const struct anvil_shape *shape) {
    size_t object_begin = writer->message->len;
    bool is_first = true;
    writer->depth++;
    known_put_text(writer, "{");
    for (size_t i = 0; i < shape->member_count; i++)
        put_member(writer, &shape->members[i], &is_first, object_begin);
    put_unknown(writer, &is_first);
    known_put_text(writer, "}");
    writer->depth--;
}

/* One variant; where it gets deep, one that ends. */
static void put_union(struct known_writer *writer, const struct anvil_shape *shape) {
    size_t index = fuzz_below(writer->input, shape->member_count);
    for (size_t i = 0; writer->depth >= DEEPEST && i < shape->member_count; i++)
        if (is_scalar(&shape->members[i]))
            index = i;
    const struct anvil_member *member = &shape->members[index];
    size_t before = step_into(writer, anvil_member_name(member));
    writer->depth++;
    known_put_text(writer, "{");
    put_key(writer, anvil_member_name(member));
    put_value(writer, member);
    known_put_text(writer, "}");
    writer->depth--;
    writer->path_len = before;
}

/* Two equal items where none may be: the second a copy of the first, if nothing is wrong with it.
 */
static void put_equal_items(struct known_writer *writer, const struct anvil_member *item) {
    bool was_good = writer->is_good;
    size_t before = step_to_index(writer, 0);
    writer->is_good = true;
    size_t begin = writer->message->len;
    put_value(writer, item);
    writer->is_good = was_good;
    writer->path_len = before;
    size_t len = writer->message->len - begin;
    char *copy = fuzz_memory(len);
    memcpy(copy, writer->message->bytes + begin, len);
    known_put_text(writer, ",");
    known_put(writer, copy, len);
    free(copy);
}

static void put_list(struct known_writer *writer, const struct anvil_member *member) {
    const struct anvil_limits *limits = member->limits;
    const struct anvil_member *item = &member->target->members[0];
    bool is_unique = limits != NULL && limits->is_unique != 0;
    size_t count = known_length(writer, limits, is_unique ? 1 : COUNT_MAX);
    bool repeats = is_unique && limits->max >= 2 && is_scalar(item) && known_may_break(writer) &&
                   fuzz_byte(writer->input) >= 0xC0;
    if (repeats && limits->min <= 2) {
        known_note(writer, ANVIL_CONSTRAINT_UNIQUE, 0, 0);
        known_put_text(writer, "[");
        put_equal_items(writer, item);
        known_put_text(writer, "]");
        return;
    }
    known_note_length(writer, limits, count);
    known_put_text(writer, "[");
    for (size_t i = 0; i < count; i++) {
        size_t before = step_to_index(writer, i);
        if (i != 0)
            known_put_text(writer, ",");
        put_value(writer, item);
        writer->path_len = before;
    }
    known_put_text(writer, "]");
}

/* With one entry at the most: keys need not be told apart. Nothing is wrong with keys, whose
 * violations have no place of their own. */
static void put_map(struct known_writer *writer, const struct anvil_member *member) {
    const struct anvil_shape *shape = member->target;
    size_t count = known_length(writer, member->limits, 1);
    bool was_good = writer->is_good;
    known_note_length(writer, member->limits, count);
    known_put_text(writer, "{");
    if (count != 0) {
        writer->is_good = true;
        known_put_string(writer, &shape->members[0]);
        /* Behind a key that is too long for a path, nothing is wrong. */
        bool fits = writer->path_len + 2 * writer->text_len < sizeof writer->path / 2;
        writer->is_good = was_good || !fits;
        size_t before = writer->path_len;
        if (fits)
            (void)step_into(writer, anvil_str_of(writer->text, writer->text_len));
        known_put_text(writer, ":");
        put_value(writer, &shape->members[1]);
        writer->path_len = before;
        writer->is_good = was_good;
    }
    known_put_text(writer, "}");
}

static void put_value(struct known_writer *writer, const struct anvil_member *member) {
    writer->left -= writer->left != 0;
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
    case ANVIL_KIND_STRING:
    case ANVIL_KIND_ENUM:
        known_put_string(writer, member);
        break;
    default:
        known_put_scalar(writer, member);
        break;
    }
}

void known_message_begin(struct known_message *message, const struct anvil_shape *shape,
                         struct fuzz_input *input) {
    struct known_writer writer = {.message = message, .input = input, .left = VALUES_MAX};
    message->bytes = NULL;
    message->len = 0;
    message->capacity = 0;
    message->of_bytes.count = 0;
    message->of_struct.count = 0;
    put_structure(&writer, shape);
}

void known_message_free(struct known_message *message) {
    free(message->bytes);
    message->bytes = NULL;
}
