/* SPDX-License-Identifier: Apache-2.0 */
/* The constraints of one member, and the run that tells good text at a glance. Equal ones are made
 * once, and named after the first shape that needs them. */
#include "layout_parts.h"

#include "c_names.h"
#include "compile_pattern.h"

#include <string.h>

/* What no text can satisfy: nothing is told about members that have it. */
static const struct anvil_run no_run = {{{0}}, 1, 0};

static bool is_own(const struct spec_member *member) {
    return member->traits.has_length || member->traits.has_range ||
           member->traits.pattern != NULL || member->traits.accepts != NULL;
}

/* What the parts of a member's constraints are called: after the target when they are the
 * target's, after the member when it has its own. */
static const char *base_name(struct spec *spec, const struct spec_shape *container,
                             const struct spec_member *member) {
    const char *target = spec_snake_case(spec, member->target.shape->name);
    const char *before = spec_snake_case(spec, container->name);
    const char *name = spec_snake_case(spec, member->name);
    if (target == NULL || before == NULL || name == NULL)
        return NULL;
    return is_own(member) ? spec_text(spec, "%s_%s", before, name) : target;
}

/* The compiled pattern of a member, which obstacles.c has tried; *out is NULL without one. */
static bool find_pattern(struct spec *spec, const struct spec_member *member, const char *base,
                         struct spec_program *program, const struct spec_pattern **out) {
    const char *source = spec_member_pattern(member);
    *out = source == NULL ? NULL : spec_find_pattern(program, source);
    if (*out == NULL || spec_object_of(&program->patterns, *out) != NULL)
        return true;
    return spec_add_object(spec, &program->patterns, spec_text(spec, "%s_pattern", base), *out,
                           member->target.shape) != NULL;
}

/* Keeps what may stand in a JSON string as it is: ASCII without controls, quote and backslash. */
static void keep_plain(struct anvil_class *set) {
    for (unsigned low = 0; low < 16; low++)
        set->rows[low] &= 0xFC;
    set->rows['"' & 15] &= (uint8_t) ~(1u << ('"' >> 4));
    set->rows['\\' & 15] &= (uint8_t) ~(1u << ('\\' >> 4));
}

/* A sufficient condition for all constraints of a string. In ASCII, which is all that a class
 * holds, bytes are code points, so the length trait can be asked of bytes. */
static struct anvil_run sufficient_run(const struct spec_traits *length,
                                       const struct spec_pattern *pattern) {
    struct anvil_run run;
    uint64_t min = length->min;
    uint64_t max = length->max > UINT32_MAX ? UINT32_MAX : length->max;
    memset(&run, 0xFF, sizeof run);
    if (pattern != NULL) {
        if (pattern->sufficient.min > pattern->sufficient.max)
            return no_run;
        run = pattern->sufficient;
        min = min > run.min ? min : run.min;
        max = max < run.max ? max : run.max;
    }
    if (min > max)
        return no_run;
    keep_plain(&run.set);
    run.min = (uint32_t)min;
    run.max = (uint32_t)max;
    return run;
}

static const struct anvil_run *share_run(struct spec *spec, const struct anvil_run *run,
                                         const char *base, const struct spec_shape *source,
                                         struct spec_program *program) {
    struct spec_object *objects = program->runs.items;
    struct anvil_run *made;
    for (size_t i = 0; i < program->runs.count; i++)
        if (memcmp(objects[i].descriptor, run, sizeof *run) == 0)
            return objects[i].descriptor;
    made = spec_alloc(spec, 1, sizeof *made);
    if (made == NULL)
        return NULL;
    *made = *run;
    base = run->min > run->max ? "no_run" : spec_text(spec, "%s_run", base);
    return spec_add_object(spec, &program->runs, base, made, source) == NULL ? NULL : made;
}

static bool is_same_limits(const struct anvil_limits *a, const struct anvil_limits *b) {
    return a->min == b->min && a->max == b->max && a->pattern == b->pattern &&
           a->values == b->values && a->identity == b->identity && a->range == b->range &&
           a->numbers == b->numbers && a->default_value == b->default_value &&
           a->is_unique == b->is_unique && a->escape_free == b->escape_free;
}

static const struct anvil_limits *share_limits(struct spec *spec, const struct anvil_limits *limits,
                                               const char *base, const struct spec_shape *source,
                                               struct spec_program *program) {
    struct spec_object *objects = program->limits.items;
    struct anvil_limits *made;
    bool has_country = limits->identity != NULL && limits->identity->has_country;
    for (size_t i = 0; i < program->limits.count; i++)
        if (is_same_limits(objects[i].descriptor, limits))
            return objects[i].descriptor;
    made = spec_alloc(spec, 1, sizeof *made);
    if (made == NULL)
        return NULL;
    *made = *limits;
    base = spec_text(spec, "%s_limits%s", base, has_country ? "_with_country" : "");
    return spec_add_object(spec, &program->limits, base, made, source) == NULL ? NULL : made;
}

/* Tells whether a member is constrained at all. */
static bool is_free(const struct anvil_limits *limits) {
    static const struct anvil_limits free_limits = {.max = ANVIL_UNLIMITED};
    return is_same_limits(limits, &free_limits);
}

static const void *values_of(const struct spec_array *list, const struct spec_shape *target) {
    const struct spec_object *object = spec_object_from(list, target);
    return object == NULL ? NULL : object->descriptor;
}

bool spec_layout_limits(struct spec *spec, const struct spec_shape *container,
                        const struct spec_member *member, struct spec_program *program,
                        struct anvil_member *out) {
    const struct spec_shape *target = member->target.shape;
    const struct spec_traits *length = spec_length_traits(member);
    const struct spec_pattern *pattern;
    struct anvil_limits limits = {.min = length->min, .max = length->max};
    const char *base = base_name(spec, container, member);
    if (base == NULL || !find_pattern(spec, member, base, program, &pattern) ||
        !spec_layout_rule(spec, container, member, base, program, &limits.identity) ||
        !spec_layout_range(spec, member, base, program, &limits.range))
        return false;
    if (pattern != NULL) {
        limits.pattern = &pattern->descriptor;
        limits.escape_free = pattern->escape_free;
    }
    limits.values = values_of(&program->enums, target);
    limits.numbers = values_of(&program->int_enums, target);
    limits.is_unique = target->traits.is_unique;
    if (!spec_layout_default(spec, container, member, program, &limits.default_value))
        return false;
    if (limits.default_value != NULL)
        out->flags = (out->flags | (unsigned)ANVIL_MEMBER_DEFAULT) & 0x1Fu;
    if (target->kind == ANVIL_KIND_STRING || target->kind == ANVIL_KIND_ENUM) {
        struct anvil_run run = limits.values != NULL ? no_run : sufficient_run(length, pattern);
        out->run = share_run(spec, &run, base, target, program);
        if (out->run == NULL)
            return false;
    }
    if (is_free(&limits))
        return true;
    out->limits = share_limits(spec, &limits, base, target, program);
    return out->limits != NULL;
}
