/* SPDX-License-Identifier: Apache-2.0 */
/* The descriptor of one shape: members, keys, and where each stands in the C struct on the machine
 * that runs this. The generated tables ask the compiler that reads them instead. */
#include "layout_parts.h"

#include "c_names.h"

#include <string.h>

/* How a value of a kind is held. */
struct c_form {
    size_t size;
    size_t align;
};

static struct c_form form_of(int kind, bool is_member) {
    if (kind == ANVIL_KIND_LIST)
        return (struct c_form){sizeof(struct anvil_list), _Alignof(struct anvil_list)};
    if (kind == ANVIL_KIND_STRUCTURE && is_member)
        return (struct c_form){sizeof(void *), _Alignof(void *)};
    return (struct c_form){sizeof(struct anvil_str), _Alignof(struct anvil_str)};
}

static bool is_taken(const char *const *names, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

/* A member's place in the struct; the struct grows by it. */
static void place(struct anvil_member *member, struct anvil_shape *shape) {
    struct c_form form = form_of(member->kind, true);
    size_t offset = (shape->size + form.align - 1) / form.align * form.align;
    member->offset = (uint16_t)offset;
    shape->size = (uint32_t)(offset + form.size);
    if (shape->align < form.align)
        shape->align = (uint8_t)form.align;
}

static bool fill_member(struct spec *spec, struct spec_program *program,
                        const struct spec_shape *container, const struct spec_member *source,
                        struct anvil_member *member) {
    const struct spec_object *target = spec_object_from(&program->shapes, source->target.shape);
    const char *name = container->kind == ANVIL_KIND_LIST ? "" : source->name;
    member->key = spec_text(spec, "\",\"%s\":\"", name);
    member->target = target->descriptor;
    member->name_bytes = (uint16_t)strlen(name);
    member->kind = (uint8_t)source->target.shape->kind;
    member->flags = (uint8_t)((source->traits.is_required ? ANVIL_MEMBER_REQUIRED : 0) |
                              (source->traits.is_token ? ANVIL_MEMBER_TOKEN : 0));
    return member->key != NULL && spec_layout_limits(spec, container, source, program, member);
}

/* JSON names need no escape: Smithy's identifiers are letters, digits and underscores. */
static bool check_name(struct spec *spec, const struct spec_shape *shape, const char *name) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
    size_t len = strlen(name);
    if (len == 0 || len > 255 || strspn(name, letters) != len || (name[0] >= '0' && name[0] <= '9'))
        return spec_fail(spec, shape->name, "the member \"%s\" has no valid name", name);
    return true;
}

static bool fill_names(struct spec *spec, struct spec_object *object) {
    const struct spec_member *members = object->source->members.items;
    const char **names = spec_alloc(spec, object->source->members.count, sizeof *names);
    if (names == NULL)
        return false;
    for (size_t i = 0; i < object->source->members.count; i++) {
        if (!check_name(spec, object->source, members[i].name))
            return false;
        names[i] = spec_member_c_name(spec, members[i].name);
        if (names[i] == NULL)
            return false;
        if (is_taken(names, i, names[i]))
            return spec_fail(spec, object->source->name, "two members would be called %s in C",
                             names[i]);
    }
    object->names = names;
    return true;
}

static bool fill_members(struct spec *spec, struct spec_program *program,
                         const struct spec_object *object, struct anvil_shape *shape) {
    const struct spec_member *source = object->source->members.items;
    size_t count = object->source->members.count;
    struct anvil_member *members = spec_alloc(spec, count, sizeof *members);
    if (members == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!fill_member(spec, program, object->source, &source[i], &members[i]))
            return false;
        if (shape->kind != ANVIL_KIND_STRUCTURE)
            continue;
        place(&members[i], shape);
        if ((members[i].flags & ANVIL_MEMBER_REQUIRED) != 0)
            shape->required |= UINT64_C(1) << i;
    }
    shape->members = members;
    shape->member_count = (uint16_t)count;
    return true;
}

/* Rounds a structure up so that an array of it is aligned; C has no empty struct. */
static void finish_structure(struct anvil_shape *shape) {
    if (shape->member_count == 0) {
        shape->size = 1;
        shape->align = 1;
    }
    shape->size = (shape->size + shape->align - 1u) / shape->align * shape->align;
}

bool spec_layout_shape(struct spec *spec, struct spec_program *program,
                       struct spec_object *object) {
    /* spec_reach() has made the descriptor; it is constant only for those who come after. */
    struct anvil_shape *shape = (struct anvil_shape *)(uintptr_t)object->descriptor;
    int kind = object->source->kind;
    struct c_form form = form_of(kind, false);
    shape->name = spec_str(object->source->name);
    shape->kind = (uint8_t)kind;
    if (kind == ANVIL_KIND_STRUCTURE) {
        if (!fill_names(spec, object) || !fill_members(spec, program, object, shape))
            return false;
        finish_structure(shape);
        return true;
    }
    shape->size = (uint32_t)form.size;
    shape->align = (uint8_t)form.align;
    return kind != ANVIL_KIND_LIST || fill_members(spec, program, object, shape);
}
