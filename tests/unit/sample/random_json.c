/* SPDX-License-Identifier: Apache-2.0 */
/* Follows the descriptors and prints; knows nothing of the engine. */
#include "sample/random_json.h"

#include "sample/json_scalars.h"
#include "sample/value_form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void put(struct json_text *out, const char *bytes, size_t count) {
    if (count > sizeof out->text - out->len)
        abort();
    memcpy(out->text + out->len, bytes, count);
    out->len += count;
}

static void put_word(struct json_text *out, const char *word) {
    put(out, word, strlen(word));
}

static void put_space(struct json_text *out) {
    while (out->style.has_space && !dice_hits(&out->dice, 2))
        put(out, &" \t\n\r"[dice_below(&out->dice, 4)], 1);
}

static void put_unit(struct json_text *out, unsigned unit) {
    char escape[8];
    (void)snprintf(escape, sizeof escape, dice_hits(&out->dice, 2) ? "\\u%04x" : "\\u%04X", unit);
    put_word(out, escape);
}

static void put_escaped(struct json_text *out, unsigned code_point) {
    static const char SHORT[] = "\"\"\\\\//\bb\ff\nn\rr\tt";
    for (size_t i = 0; i < sizeof SHORT - 1; i += 2)
        if (code_point == (unsigned char)SHORT[i] && dice_hits(&out->dice, 2)) {
            put(out, "\\", 1);
            put(out, &SHORT[i + 1], 1);
            return;
        }
    if (code_point < 0x10000) {
        put_unit(out, code_point);
        return;
    }
    put_unit(out, 0xD800 + ((code_point - 0x10000) >> 10));
    put_unit(out, 0xDC00 + ((code_point - 0x10000) & 0x3FF));
}

/* The length of a character by its first byte, and what it stands for. The text is UTF-8. */
static size_t read_character(const char *text, unsigned *code_point) {
    unsigned first = (unsigned char)text[0];
    size_t bytes = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    *code_point = bytes == 1 ? first : first & (0xFFU >> (bytes + 1));
    for (size_t i = 1; i < bytes; i++)
        *code_point = *code_point << 6 | ((unsigned char)text[i] & 0x3F);
    return bytes;
}

static void put_text(struct json_text *out, struct anvil_str text) {
    put(out, "\"", 1);
    for (size_t i = 0; i < text.len;) {
        unsigned code_point = 0;
        size_t bytes = read_character(text.ptr + i, &code_point);
        bool is_needed = code_point < 0x20 || code_point == '"' || code_point == '\\';
        if (is_needed || (out->style.has_escapes && dice_hits(&out->dice, 4)))
            put_escaped(out, code_point);
        else
            put(out, text.ptr + i, bytes);
        i += bytes;
    }
    put(out, "\"", 1);
}

static void put_name(struct json_text *out, struct anvil_str name, bool *is_first) {
    put_word(out, *is_first ? "" : ",");
    *is_first = false;
    put_space(out);
    put_text(out, name);
    put_space(out);
    put(out, ":", 1);
    put_space(out);
}

static void put_unknown(struct json_text *out, bool *is_first) {
    static const char *const VALUES[] = {
        "null", "-0.5e+3",        "[[],{},[{\"Id\":[1]}]]", "\"\\ud83d\\ude00\"",
        "true", "{\"a\":[\"b\"]}"};
    static const struct anvil_str NAMES[] = {ANVIL_STR("id"), ANVIL_STR(""), ANVIL_STR("__type"),
                                             ANVIL_STR("Tokens"), ANVIL_STR("a/b~\"")};
    put_name(out, NAMES[dice_below(&out->dice, sizeof NAMES / sizeof NAMES[0])], is_first);
    put_word(out, VALUES[dice_below(&out->dice, sizeof VALUES / sizeof VALUES[0])]);
    put_space(out);
}

static void put_structure(struct json_text *out, const struct anvil_shape *shape,
                          const void *value);
static void put_value(struct json_text *out, const struct anvil_shape *container,
                      const struct anvil_member *member, const void *slot);

/* What an overwritten value was. */
static void put_overwritten(struct json_text *out, const struct anvil_member *member) {
    static const char *const DATES[] = {"1e0", "\"1970-01-01T00:00:01Z\"",
                                        "\"Thu, 01 Jan 1970 00:00:01 GMT\""};
    static const char *const VALUES[ANVIL_KIND_COUNT] = {
        [ANVIL_KIND_STRUCTURE] = "{}",  [ANVIL_KIND_UNION] = "null",
        [ANVIL_KIND_LIST] = "[]",       [ANVIL_KIND_MAP] = "{}",
        [ANVIL_KIND_BLOB] = "\"YQ==\"", [ANVIL_KIND_BOOLEAN] = "true",
        [ANVIL_KIND_DOCUMENT] = "[7]"};
    if (dice_hits(&out->dice, 3))
        put_word(out, "null");
    else if (member->kind == ANVIL_KIND_TIMESTAMP)
        put_word(out, DATES[member->format]);
    else if (VALUES[member->kind] != NULL)
        put_word(out, VALUES[member->kind]);
    else if (member->kind == ANVIL_KIND_STRING || member->kind == ANVIL_KIND_ENUM)
        put_word(out, dice_hits(&out->dice, 2) ? "\"over\\u0077ritten\"" : "\"overwritten\"");
    else
        put_word(out, "7");
    put_space(out);
}

/* Behind the key of a map's entry, now and then, a value that does not count. A null in its place
 * would be an error. */
static void put_repeated_key(struct json_text *out, const struct anvil_member *member,
                             struct anvil_str key, bool *is_first) {
    bool is_text = member->kind == ANVIL_KIND_STRING || member->kind == ANVIL_KIND_ENUM;
    if (!out->style.has_duplicates || !is_text || !dice_hits(&out->dice, 4))
        return;
    put_name(out, key, is_first);
    put_word(out, "\"overwritten\"");
    put_space(out);
}

/* A null that a lenient reader drops, now and then. */
static void put_dropped(struct json_text *out, const struct anvil_shape *shape, bool *is_first) {
    bool is_document = shape->members[shape->member_count - 1].kind == ANVIL_KIND_DOCUMENT;
    bool is_sparse = (shape->flags & ANVIL_SHAPE_SPARSE) != 0;
    if (!out->style.has_dropped || is_sparse || is_document || !dice_hits(&out->dice, 3))
        return;
    if (shape->kind == ANVIL_KIND_MAP)
        put_name(out, anvil_str_of("dropped", 7), is_first);
    else
        put_word(out, *is_first ? "" : ",");
    *is_first = false;
    put_word(out, "null");
    put_space(out);
}

static void put_items(struct json_text *out, const struct anvil_shape *shape, const void *slot) {
    struct anvil_list list;
    bool is_map = shape->kind == ANVIL_KIND_MAP;
    bool is_first = true;
    const struct anvil_member *member = &shape->members[shape->member_count - 1];
    memcpy(&list, slot, sizeof list);
    put(out, is_map ? "{" : "[", 1);
    put_space(out);
    for (size_t i = 0; i < list.count; i++) {
        const unsigned char *item = (const unsigned char *)list.items + i * shape->item_size;
        struct anvil_str key;
        put_dropped(out, shape, &is_first);
        if (is_map) {
            memcpy(&key, item, sizeof key);
            put_repeated_key(out, member, key, &is_first);
            put_name(out, key, &is_first);
        } else {
            put_word(out, is_first ? "" : ",");
            is_first = false;
            put_space(out);
        }
        put_value(out, shape, member, item + member->offset);
    }
    put_dropped(out, shape, &is_first);
    put(out, is_map ? "}" : "]", 1);
}

/* Around the one variant, what means nothing. */
static void put_union(struct json_text *out, const struct anvil_shape *shape, const void *value) {
    struct anvil_union head;
    bool is_first = true;
    memcpy(&head, value, sizeof head);
    const struct anvil_member *member = &shape->members[head.member - 1];
    put(out, "{", 1);
    if (out->style.has_nulls && dice_hits(&out->dice, 2)) {
        size_t other = dice_below(&out->dice, shape->member_count);
        put_name(out, anvil_member_name(&shape->members[other]), &is_first);
        put_word(out, "null");
    }
    if (out->style.has_unknown && dice_hits(&out->dice, 2)) {
        put_name(out, anvil_str_of("__type", 6), &is_first);
        put_word(out, "\"a#b\"");
    }
    put_name(out, anvil_member_name(member), &is_first);
    put_value(out, shape, member, (const unsigned char *)value + member->offset);
    put(out, "}", 1);
}

static void put_value(struct json_text *out, const struct anvil_shape *container,
                      const struct anvil_member *member, const void *slot) {
    char scalar[JSON_SCALAR_MAX];
    struct anvil_str text;
    bool is_inside = is_struct_kind(member->kind) && stands_inside(container);
    if (!is_inside && is_slot_absent(member->kind, slot)) {
        put_word(out, "null");
    } else if (member->kind == ANVIL_KIND_LIST || member->kind == ANVIL_KIND_MAP) {
        put_items(out, member->target, slot);
    } else if (member->kind == ANVIL_KIND_STRUCTURE) {
        put_structure(out, member->target, struct_in_slot(container, slot));
    } else if (member->kind == ANVIL_KIND_UNION) {
        put_union(out, member->target, struct_in_slot(container, slot));
    } else if (member->kind == ANVIL_KIND_STRING || member->kind == ANVIL_KIND_ENUM) {
        memcpy(&text, slot, sizeof text);
        put_text(out, text);
    } else {
        bool is_varied = out->style.has_escapes && dice_hits(&out->dice, 2);
        put(out, scalar,
            json_scalar(&out->dice, member, slot, is_varied, scalar, &out->is_shortest));
    }
    put_space(out);
}

static void put_member(struct json_text *out, const struct anvil_shape *shape,
                       const struct anvil_member *member, const void *slot, bool *is_first) {
    bool is_absent = is_slot_absent(member->kind, slot);
    bool is_null = is_absent && out->style.has_nulls && dice_hits(&out->dice, 2);
    if (out->style.has_unknown && dice_hits(&out->dice, 4))
        put_unknown(out, is_first);
    if (is_absent && !is_null)
        return;
    if (out->style.has_duplicates && dice_hits(&out->dice, 3)) {
        put_name(out, anvil_member_name(member), is_first);
        put_overwritten(out, member);
    }
    put_name(out, anvil_member_name(member), is_first);
    put_value(out, shape, member, slot);
}

static void put_structure(struct json_text *out, const struct anvil_shape *shape,
                          const void *value) {
    enum { MEMBERS_MAX = 256 };
    size_t order[MEMBERS_MAX];
    if (shape->member_count > MEMBERS_MAX)
        abort();
    for (size_t i = 0; i < shape->member_count; i++)
        order[i] = i;
    for (size_t i = shape->member_count; out->style.is_shuffled && i > 1; i--) {
        size_t other = dice_below(&out->dice, i);
        size_t swapped = order[i - 1];
        order[i - 1] = order[other];
        order[other] = swapped;
    }
    bool is_first = true;
    put(out, "{", 1);
    put_space(out);
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct anvil_member *member = &shape->members[order[i]];
        put_member(out, shape, member, (const unsigned char *)value + member->offset, &is_first);
    }
    put(out, "}", 1);
}

struct anvil_str random_json(struct json_text *out, const struct anvil_shape *shape,
                             const void *value) {
    out->len = 0;
    out->is_shortest = true;
    put_space(out);
    put_structure(out, shape, value);
    put_space(out);
    return anvil_str_of(out->text, out->len);
}

size_t spoil_json(struct dice *dice, char *text, size_t len) {
    static const char BYTES[] = "{}[]\",:\\n0-u/ \x00\x1F\x7F\x80\xC3\xED\xF0\xFF";
    for (size_t changes = dice_below(dice, 4); changes != 0 && len > 1; changes--) {
        size_t at = dice_below(dice, len);
        switch (dice_below(dice, 4)) {
        case 0:
            memmove(text + at, text + at + 1, len - at - 1);
            len--;
            break;
        case 1:
            len = dice_hits(dice, 4) ? at + 1 : len;
            break;
        case 2:
            text[at] = (char)dice_next(dice);
            break;
        default:
            text[at] = BYTES[dice_below(dice, sizeof BYTES - 1)];
            break;
        }
    }
    return len;
}
