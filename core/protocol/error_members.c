/* SPDX-License-Identifier: Apache-2.0 */
/* Not done by a descriptor and anvil_decode(), because here a member of another JSON type than a
 * string is nothing wrong: "code" may be a number. */
#include "protocol/error_members.h"

#include "base/arena.h"
#include "base/port.h"
#include "scan/skip.h"
#include "scan/token.h"

ANVIL_COLD_FILE

struct reader {
    const unsigned char *p;
    const unsigned char *end;
};

static bool take_byte(struct reader *reader, unsigned char byte) {
    reader->p = skip_space(reader->p, reader->end);
    if (reader->p == reader->end || *reader->p != byte)
        return false;
    reader->p++;
    return true;
}

static bool take_string(struct reader *reader, struct anvil_raw_string *out) {
    const unsigned char *at = reader->p;
    if (!take_byte(reader, '"') ||
        anvil_string_scan(reader->p, reader->p, reader->end, out, &at) != ANVIL_OK)
        return false;
    reader->p = out->end + 1;
    return true;
}

/* The values of the four members, in the order of NAMES; `begin` is NULL where there is none. */
struct raw_members {
    struct anvil_raw_string values[4];
};

static void remember(struct raw_members *raw, const struct anvil_raw_string *key,
                     const struct anvil_raw_string *value) {
    static const struct anvil_str NAMES[4] = {ANVIL_STR("__type"), ANVIL_STR("code"),
                                              ANVIL_STR("message"), ANVIL_STR("Message")};
    for (size_t i = 0; i < 4; i++)
        if (anvil_string_is(key, NAMES[i]))
            raw->values[i] = *value;
}

/* One member; false at the end of what can be read as an object. */
static bool read_member(struct reader *reader, struct raw_members *raw) {
    struct anvil_raw_string key;
    struct anvil_raw_string value = {NULL, NULL, false};
    if (!take_string(reader, &key) || !take_byte(reader, ':'))
        return false;
    reader->p = skip_space(reader->p, reader->end);
    if (reader->p == reader->end)
        return false;
    if (*reader->p == '"') {
        if (!take_string(reader, &value))
            return false;
    } else if (anvil_skip_value(reader->p, reader->end, 1, &reader->p) != ANVIL_OK) {
        return false;
    }
    remember(raw, &key, &value);
    return true;
}

struct anvil_error_members anvil_error_members_of(struct anvil_str body) {
    struct raw_members raw;
    memset(&raw, 0, sizeof raw);
    if (body.len != 0) {
        const unsigned char *begin = (const unsigned char *)body.ptr;
        struct reader reader = {begin, begin + body.len};
        bool is_more = take_byte(&reader, '{');
        while (is_more && read_member(&reader, &raw))
            is_more = take_byte(&reader, ',');
    }
    /* the first of each pair that is there */
    const struct anvil_raw_string *values = raw.values;
    struct anvil_error_members members = {values[values[0].begin != NULL ? 0 : 1],
                                          values[values[2].begin != NULL ? 2 : 3]};
    return members;
}

enum anvil_status anvil_error_text(const struct anvil_raw_string *raw, struct anvil_arena *arena,
                                   struct anvil_str *out, size_t *need) {
    *out = anvil_str_of(NULL, 0);
    if (raw->begin == NULL)
        return ANVIL_OK;
    size_t raw_bytes = (size_t)(raw->end - raw->begin);
    if (!raw->is_escaped) {
        *out = anvil_str_of((const char *)raw->begin, raw_bytes);
        return ANVIL_OK;
    }
    *need = raw_bytes;
    char *copy = arena != NULL ? anvil_arena_take(arena, raw_bytes, 1, need) : NULL;
    if (copy == NULL)
        return ANVIL_E_ARENA;
    size_t bytes = anvil_string_unescape(raw, copy);
    anvil_arena_give_back(arena, raw_bytes - bytes);
    *out = anvil_str_of(copy, bytes);
    return ANVIL_OK;
}
