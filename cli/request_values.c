/* SPDX-License-Identifier: Apache-2.0 */
/* Filling a struct by its table of members. What is no text goes through the decoder, as a message
 * of one member. */
#include "request_values.h"

#include "allocation.h"
#include "decoded.h"
#include "descriptor_names.h"
#include "suggest.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct anvil_member *find_member(const struct anvil_shape *shape,
                                              struct anvil_str name) {
    for (size_t i = 0; i < shape->member_count; i++)
        if (anvil_str_equal(anvil_member_name(&shape->members[i]), name))
            return &shape->members[i];
    return NULL;
}

/* Says that there is no such member, and which one was probably meant. */
static void no_such_member(const struct cli_verb *verb, const struct anvil_shape *shape,
                           struct anvil_str name) {
    struct cli_suggestion near = cli_suggestion_for(name);

    for (size_t i = 0; i < shape->member_count; i++)
        cli_suggest(&near, anvil_member_name(&shape->members[i]));
    cli_wrong_usage(verb, "%.*s has no member '%.*s'%s%s%s", (int)shape->name_bytes, shape->name,
                    (int)name.len, name.ptr, near.name[0] != '\0' ? "; did you mean " : "",
                    near.name, near.name[0] != '\0' ? "?" : "");
}

static void keep(struct cli_values *values, void *memory, size_t bytes) {
    if (memory == NULL)
        return;
    values->blocks =
        cli_reallocate(values->blocks, (values->block_count + 1) * sizeof *values->blocks);
    values->blocks[values->block_count].memory = memory;
    values->blocks[values->block_count++].bytes = bytes;
}

/* Whether a value of that kind stands between quotes in JSON. */
static bool is_quoted(uint8_t kind, const char *text) {
    if (kind == ANVIL_KIND_BLOB)
        return true;
    if (kind != ANVIL_KIND_FLOAT && kind != ANVIL_KIND_DOUBLE)
        return false;
    /* NaN, Infinity, -Infinity */
    return text[0] == 'N' || text[0] == 'I' || (text[0] == '-' && text[1] == 'I');
}

/* {"Name":value} */
static struct anvil_str message_of(const struct anvil_member *member, const char *text) {
    struct anvil_str name = anvil_member_name(member);
    const char *quote = is_quoted(member->kind, text) ? "\"" : "";
    size_t room = name.len + strlen(text) + 8;
    char *message = cli_allocate(room);
    int bytes =
        snprintf(message, room, "{\"%.*s\":%s%s%s}", (int)name.len, name.ptr, quote, text, quote);
    return anvil_str_of(message, (size_t)bytes);
}

/* Reads the value of a member that is no text into its place in the struct. */
static bool set_by_decoding(struct cli_values *values, const struct cli_verb *verb,
                            const struct anvil_shape *shape, const struct anvil_member *member,
                            const char *text) {
    /* Nothing but this member: a value that brings others along is refused. */
    struct anvil_shape alone = *shape;
    struct anvil_arena arena = anvil_arena_of(NULL, 0);
    struct anvil_report report;
    struct anvil_str message = message_of(member, text);
    struct anvil_str name = anvil_member_name(member);
    void *value = cli_allocate(shape->size);

    alone.members = member;
    alone.member_count = 1;
    alone.required = 0;
    alone.flags = 0;
    enum anvil_status status = cli_decode(
        &alone, message, ANVIL_CHECK_UNKNOWN_MEMBER | ANVIL_CHECK_DUPLICATE | ANVIL_NEUTRAL, &arena,
        value, &report);
    memcpy((char *)values->value + member->offset, (char *)value + member->offset,
           member->target->size);
    free(value);
    /* Documents and texts without escapes point into the message. */
    keep(values, (void *)(uintptr_t)message.ptr, message.len);
    keep(values, arena.base, arena.capacity);
    if (status == ANVIL_OK)
        return true;
    cli_wrong_usage(verb, "'%s' does not fit %.*s, which is of the kind %s", text, (int)name.len,
                    name.ptr, cli_kind_name(member->kind));
    return false;
}

static bool is_zero(const void *bytes, size_t count) {
    const unsigned char *at = bytes;
    for (size_t i = 0; i < count; i++)
        if (at[i] != 0)
            return false;
    return true;
}

/* Sets one member from "Member=value". */
static bool set_member(struct cli_values *values, const struct cli_verb *verb,
                       const struct anvil_shape *shape, const char *word) {
    const char *equals = strchr(word, '=');

    if (equals == NULL) {
        cli_wrong_usage(verb, "'%s' is not of the form Member=value", word);
        return false;
    }
    struct anvil_str name = anvil_str_of(word, (size_t)(equals - word));
    const struct anvil_member *member = find_member(shape, name);
    if (member == NULL) {
        no_such_member(verb, shape, name);
        return false;
    }
    char *place = (char *)values->value + member->offset;
    if (!is_zero(place, member->target->size)) {
        cli_wrong_usage(verb, "%.*s is given twice", (int)name.len, name.ptr);
        return false;
    }
    if (member->kind != ANVIL_KIND_STRING && member->kind != ANVIL_KIND_ENUM)
        return set_by_decoding(values, verb, shape, member, equals + 1);
    struct anvil_str text = anvil_str_of(equals + 1, strlen(equals + 1));
    memcpy(place, &text, sizeof text);
    return true;
}

bool cli_values_of_words(struct cli_values *values, const struct cli_verb *verb,
                         const struct anvil_shape *shape, const char *const *words) {
    values->value = cli_allocate(shape->size);
    for (; *words != NULL; words++)
        if (!set_member(values, verb, shape, *words))
            return false;
    return true;
}

bool cli_values_open(struct cli_values *values, const char *file) {
    values->has_file = cli_input_open(&values->file, file);
    return values->has_file && cli_input_whole(&values->file, &values->text);
}

enum anvil_status cli_values_of_text(struct cli_values *values, const struct anvil_shape *shape,
                                     struct anvil_str text, struct anvil_report *report) {
    struct anvil_arena arena = anvil_arena_of(NULL, 0);

    values->part = text;
    values->value = cli_allocate(shape->size);
    enum anvil_status status =
        cli_decode(shape, text, ANVIL_LENIENT | ANVIL_NEUTRAL, &arena, values->value, report);
    keep(values, arena.base, arena.capacity);
    return status;
}

void cli_values_free(struct cli_values *values) {
    for (size_t i = 0; i < values->block_count; i++)
        free(values->blocks[i].memory);
    free(values->blocks);
    free(values->value);
    if (values->has_file)
        cli_input_close(&values->file);
    memset(values, 0, sizeof *values);
}
