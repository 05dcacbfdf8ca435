/* SPDX-License-Identifier: Apache-2.0 */
/* Set algebra on code points. Knows ECMA-262's named classes; knows no syntax and no bytes. */
#include "code_set.h"

#include <stdlib.h>

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const struct code_range digits[] = {{'0', '9'}};
static const struct code_range words[] = {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
static const struct code_range spaces[] = {
    {0x09, 0x0D},     {0x20, 0x20},     {0xA0, 0xA0},     {0x1680, 0x1680}, {0x2000, 0x200A},
    {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};
static const struct code_range lines[] = {{0x0A, 0x0A}, {0x0D, 0x0D}, {0x2028, 0x2029}};
static const struct code_range any[] = {{0, CODE_POINT_MAX}};

static const struct {
    const struct code_range *ranges;
    size_t count;
} classes[] = {
    [CODE_DIGIT] = {digits, COUNT_OF(digits)}, [CODE_WORD] = {words, COUNT_OF(words)},
    [CODE_SPACE] = {spaces, COUNT_OF(spaces)}, [CODE_LINE] = {lines, COUNT_OF(lines)},
    [CODE_ANY] = {any, COUNT_OF(any)},
};

bool code_set_add(struct spec *spec, struct code_set *set, uint32_t first, uint32_t last) {
    struct code_range *range = spec_push(spec, &set->ranges, sizeof *range);
    if (range == NULL)
        return false;
    range->first = first;
    range->last = last;
    return true;
}

bool code_set_add_class(struct spec *spec, struct code_set *set, enum code_class name,
                        bool inverted) {
    const struct code_range *ranges = classes[name].ranges;
    uint32_t next = 0;
    for (size_t i = 0; i < classes[name].count; i++) {
        if (!inverted && !code_set_add(spec, set, ranges[i].first, ranges[i].last))
            return false;
        if (inverted && ranges[i].first > next &&
            !code_set_add(spec, set, next, ranges[i].first - 1))
            return false;
        next = ranges[i].last + 1;
    }
    return !inverted || next > CODE_POINT_MAX || code_set_add(spec, set, next, CODE_POINT_MAX);
}

static int by_first(const void *a, const void *b) {
    const struct code_range *left = a;
    const struct code_range *right = b;
    return left->first < right->first ? -1 : left->first > right->first;
}

/* Joins what overlaps or touches, in place; the ranges are sorted. */
static void join_ranges(struct code_set *set) {
    struct code_range *ranges = set->ranges.items;
    size_t kept = 0;
    for (size_t i = 0; i < set->ranges.count; i++) {
        if (kept > 0 && ranges[i].first <= ranges[kept - 1].last + 1) {
            if (ranges[i].last > ranges[kept - 1].last)
                ranges[kept - 1].last = ranges[i].last;
        } else {
            ranges[kept++] = ranges[i];
        }
    }
    set->ranges.count = kept;
}

static bool complement(struct spec *spec, struct code_set *set) {
    const struct code_range *ranges = set->ranges.items;
    struct code_set outside = {{NULL, 0, 0}};
    uint32_t next = 0;
    for (size_t i = 0; i < set->ranges.count; i++) {
        if (ranges[i].first > next && !code_set_add(spec, &outside, next, ranges[i].first - 1))
            return false;
        next = ranges[i].last + 1;
    }
    if (next <= CODE_POINT_MAX && !code_set_add(spec, &outside, next, CODE_POINT_MAX))
        return false;
    *set = outside;
    return true;
}

static bool drop_surrogates(struct spec *spec, struct code_set *set) {
    struct code_set kept = {{NULL, 0, 0}};
    const struct code_range *ranges = set->ranges.items;
    for (size_t i = 0; i < set->ranges.count; i++) {
        struct code_range low = ranges[i];
        struct code_range high = ranges[i];
        if (low.last > 0xD7FF)
            low.last = 0xD7FF;
        if (high.first < 0xE000)
            high.first = 0xE000;
        if (low.first <= low.last && !code_set_add(spec, &kept, low.first, low.last))
            return false;
        if (high.first <= high.last && !code_set_add(spec, &kept, high.first, high.last))
            return false;
    }
    *set = kept;
    return true;
}

bool code_set_finish(struct spec *spec, struct code_set *set, bool inverted) {
    if (set->ranges.count > 0)
        qsort(set->ranges.items, set->ranges.count, sizeof(struct code_range), by_first);
    join_ranges(set);
    if (inverted && !complement(spec, set))
        return false;
    return drop_surrogates(spec, set);
}
