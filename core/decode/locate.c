/* SPDX-License-Identifier: Apache-2.0 */
/* From a JSON pointer back to the bytes: only messages that break a constraint pay for offsets. The
 * body has been decoded, so every step finds valid JSON and only decides where to go. */
#include "decode/decode.h"

#include "base/port.h"
#include "scan/skip.h"
#include "scan/token.h"

ANVIL_COLD_FILE

struct locator {
    const unsigned char *p;
    const unsigned char *end;
};

/* Moves behind the value at l->p. */
static ANVIL_NOINLINE void pass_value(struct locator *l) {
    const unsigned char *next = l->p;
    enum anvil_status status = anvil_skip_value(l->p, l->end, 0, &next);
    l->p = status == ANVIL_OK ? next : l->end;
}

/* Moves to the next byte that is neither white space nor a comma. */
static ANVIL_NOINLINE void pass_separator(struct locator *l) {
    l->p = skip_space(l->p, l->end);
    if (l->p != l->end && *l->p == ',')
        l->p = skip_space(l->p + 1, l->end);
}

/* Tells whether a key is a step of a pointer, whose "~1" and "~0" stand for "/" and "~". */
static bool is_step(const struct anvil_raw_string *key, struct anvil_str step) {
    size_t at = 0;
    for (const unsigned char *p = key->begin; p != key->end;) {
        char piece[4];
        size_t bytes = anvil_string_next(key, &p, piece);
        for (size_t i = 0; i < bytes; i++) {
            if (at == step.len)
                return false;
            char byte = step.ptr[at++];
            if (byte == '~' && at != step.len)
                byte = step.ptr[at++] == '1' ? '/' : '~';
            if (byte != piece[i])
                return false;
        }
    }
    return at == step.len;
}

/* The value of the last member of the object at l->p whose key is `step`, or NULL. */
static const unsigned char *find_value(struct locator *l, struct anvil_str step, bool skips_null) {
    const unsigned char *found = NULL;
    l->p++;
    for (pass_separator(l); l->p != l->end && *l->p == '"'; pass_separator(l)) {
        struct anvil_raw_string key;
        const unsigned char *at = l->p;
        if (anvil_string_scan(l->p + 1, l->p + 1, l->end, &key, &at) != ANVIL_OK)
            break;
        l->p = skip_space(key.end + 1, l->end); /* the colon */
        l->p = skip_space(l->p + 1, l->end);
        if (is_step(&key, step) && (!skips_null || *l->p != 'n'))
            found = l->p;
        pass_value(l);
    }
    return found;
}

/* The item `step` of the array at l->p, or NULL. */
static const unsigned char *find_item(struct locator *l, struct anvil_str step, bool skips_null) {
    size_t index = 0;
    for (size_t i = 0; i < step.len; i++)
        index = index * 10 + (size_t)(step.ptr[i] - '0');
    l->p++;
    for (pass_separator(l); l->p != l->end && *l->p != ']'; pass_separator(l)) {
        bool counts = !skips_null || *l->p != 'n';
        if (counts && index-- == 0)
            return l->p;
        pass_value(l);
    }
    return NULL;
}

/* Tells whether nulls inside the container are no values. Of documents they are. */
static bool is_dense(const struct anvil_shape *shape) {
    if (shape == NULL || (shape->kind != ANVIL_KIND_LIST && shape->kind != ANVIL_KIND_MAP))
        return false;
    return (shape->flags & ANVIL_SHAPE_SPARSE) == 0 &&
           shape->members[shape->member_count - 1].kind != ANVIL_KIND_DOCUMENT;
}

/* The shape that a step leads to, or NULL outside the model. */
static const struct anvil_shape *shape_behind(const struct anvil_shape *shape,
                                              struct anvil_str step) {
    if (shape == NULL || shape->member_count == 0)
        return NULL;
    if (shape->kind == ANVIL_KIND_LIST || shape->kind == ANVIL_KIND_MAP)
        return shape->members[shape->member_count - 1].target;
    for (size_t i = 0; i < shape->member_count; i++)
        if (anvil_str_equal(anvil_member_name(&shape->members[i]), step))
            return shape->members[i].target;
    return NULL;
}

size_t anvil_locate(const struct anvil_shape *shape, struct anvil_str body, struct anvil_str path,
                    bool drops_null) {
    const unsigned char *begin = (const unsigned char *)body.ptr;
    const unsigned char *end = begin + body.len;
    const unsigned char *value = skip_space(begin, end);
    size_t at = 0;
    while (at < path.len) {
        size_t step_at = ++at;
        while (at < path.len && path.ptr[at] != '/')
            at++;
        struct anvil_str step = anvil_str_of(path.ptr + step_at, at - step_at);
        struct locator l = {value, end};
        const unsigned char *found = NULL;
        bool skips_null = drops_null && is_dense(shape);
        if (*value == '{')
            found = find_value(&l, step, skips_null);
        else if (*value == '[')
            found = find_item(&l, step, skips_null);
        if (found == NULL)
            break;
        value = found;
        shape = shape_behind(shape, step);
    }
    return (size_t)(value - begin);
}
