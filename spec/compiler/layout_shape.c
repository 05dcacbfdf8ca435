/* SPDX-License-Identifier: Apache-2.0 */
/* The descriptor of one shape: members, keys, and where each stands in the C struct. */
#include "layout_parts.h"

#include "c_form.h"

#include "anvil/kind.h"

#include <string.h>

/* The longest member name, in bytes: a key with its quotes has to fit an envelope's line. */
#define NAME_MAX_BYTES 1024

static bool has_names(const struct spec_shape *container) {
    return container->kind == ANVIL_KIND_STRUCTURE || container->kind == ANVIL_KIND_UNION;
}

/* As JSON, names need no escape: Smithy's identifiers are letters, digits and underscores. */
static bool check_name(struct spec *spec, const struct spec_shape *shape, const char *name) {
    if (strlen(name) > NAME_MAX_BYTES)
        return spec_fail(spec, shape->name, "the name of a member is longer than %d bytes",
                         NAME_MAX_BYTES);
    return true;
}

static unsigned flags_of(const struct spec_traits *traits) {
    return (traits->is_required ? ANVIL_MEMBER_REQUIRED : 0u) |
           (traits->is_token ? ANVIL_MEMBER_TOKEN : 0u) |
           (traits->is_client_optional ? ANVIL_MEMBER_CLIENT_OPTIONAL : 0u);
}

static bool fill_member(struct spec *spec, struct spec_program *program,
                        const struct spec_shape *container, const struct spec_member *source,
                        struct anvil_member *member) {
    const struct spec_object *target = spec_object_from(&program->shapes, source->target.shape);
    const char *name = has_names(container) ? source->name : "";
    member->key = spec_text(spec, "\",\"%s\":\"", name);
    member->target = target->descriptor;
    member->name_bytes = (uint16_t)strlen(name);
    member->kind = (uint8_t)source->target.shape->kind;
    member->flags = flags_of(&source->traits) & 0x1Fu;
    if (member->kind == ANVIL_KIND_TIMESTAMP)
        member->format = spec_member_format(source) & 0x7u;
    return member->key != NULL && (!has_names(container) || check_name(spec, container, name)) &&
           spec_layout_limits(spec, container, source, program, member);
}

static void widen(struct anvil_shape *shape, uint8_t align) {
    if (shape->align < align)
        shape->align = align;
}

/* Members one behind the other; behind those of a long structure the decoder's marks. */
static void place_structure(struct anvil_shape *shape, struct anvil_member *members) {
    uint32_t words = spec_mark_words(shape->member_count);
    uint32_t end = 0;
    for (size_t i = 0; i < shape->member_count; i++) {
        struct c_form form = spec_c_form(members[i].kind);
        members[i].offset = spec_align(end, form.align);
        end = members[i].offset + form.size;
        widen(shape, form.align);
        if (i < 64 && (members[i].flags & ANVIL_MEMBER_REQUIRED) != 0)
            shape->required |= UINT64_C(1) << i;
        if ((members[i].flags & ANVIL_MEMBER_DEFAULT) != 0)
            shape->flags |= ANVIL_SHAPE_DEFAULTS;
    }
    if (words != 0) {
        widen(shape, _Alignof(uint64_t));
        end = spec_align(end, _Alignof(uint64_t)) + words * (uint32_t)sizeof(uint64_t);
    }
    /* C has no empty struct. */
    if (shape->member_count == 0) {
        shape->align = 1;
        end = 1;
    }
    shape->size = spec_align(end, shape->align);
}

/* Variants side by side behind struct anvil_union. */
static void place_union(struct anvil_shape *shape, struct anvil_member *members) {
    uint32_t offset;
    uint32_t size = 0;
    uint8_t align = 1;
    for (size_t i = 0; i < shape->member_count; i++) {
        struct c_form form = spec_c_form(members[i].kind);
        align = align < form.align ? form.align : align;
        size = size < form.size ? form.size : size;
    }
    offset = spec_align(sizeof(struct anvil_union), align);
    for (size_t i = 0; i < shape->member_count; i++)
        members[i].offset = offset;
    shape->align = _Alignof(struct anvil_union);
    widen(shape, align);
    shape->size = spec_align(offset + spec_align(size, align), shape->align);
}

static bool fill_members(struct spec *spec, struct spec_program *program,
                         const struct spec_object *object, struct anvil_shape *shape) {
    const struct spec_member *source = object->source->members.items;
    size_t count = object->source->members.count;
    struct anvil_member *members = spec_alloc(spec, count, sizeof *members);
    if (members == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!fill_member(spec, program, object->source, &source[i], &members[i]))
            return false;
    shape->members = members;
    shape->member_count = (uint16_t)count;
    if (shape->kind == ANVIL_KIND_STRUCTURE)
        place_structure(shape, members);
    else if (shape->kind == ANVIL_KIND_UNION)
        place_union(shape, members);
    return true;
}

bool spec_layout_shape(struct spec *spec, struct spec_program *program,
                       struct spec_object *object) {
    /* spec_reach() has made the descriptor; it is constant only for those who come after. */
    struct anvil_shape *shape = (struct anvil_shape *)(uintptr_t)object->descriptor;
    int kind = object->source->kind;
    struct c_form form = spec_c_form(kind);
    if (strlen(object->source->name) > UINT16_MAX)
        return spec_fail(spec, object->source->name, "its name is longer than %d bytes",
                         UINT16_MAX);
    shape->row = anvil_row_of_kind((enum anvil_kind)kind, object->source->traits.is_unique);
    shape->name = object->source->name;
    shape->name_bytes = (uint16_t)strlen(object->source->name);
    shape->kind = (uint8_t)kind;
    shape->flags = object->source->traits.is_sparse ? ANVIL_SHAPE_SPARSE : 0;
    switch (kind) {
    case ANVIL_KIND_STRUCTURE:
    case ANVIL_KIND_UNION:
        return fill_members(spec, program, object, shape);
    case ANVIL_KIND_LIST:
    case ANVIL_KIND_MAP:
        shape->size = form.size;
        shape->align = form.align;
        return fill_members(spec, program, object, shape);
    default:
        shape->size = form.size;
        shape->align = form.align;
        return true;
    }
}

/* What stands in a list or map: a structure as it is, where null is no value. */
static struct c_form element_form(const struct anvil_shape *container,
                                  const struct anvil_member *member) {
    struct c_form form = spec_c_form(member->kind);
    bool is_struct = member->kind == ANVIL_KIND_STRUCTURE || member->kind == ANVIL_KIND_UNION;
    if (is_struct && spec_holds_structures(container)) {
        form.size = member->target->size;
        form.align = member->target->align;
    }
    return form;
}

bool spec_layout_items(struct spec *spec, struct spec_object *object) {
    struct anvil_shape *shape = (struct anvil_shape *)(uintptr_t)object->descriptor;
    struct anvil_member *members = (struct anvil_member *)(uintptr_t)shape->members;
    struct c_form form;
    (void)spec;
    if (shape->kind == ANVIL_KIND_LIST) {
        form = element_form(shape, &members[0]);
        shape->item_size = form.size;
        shape->item_align = form.align;
    } else if (shape->kind == ANVIL_KIND_MAP) {
        struct c_form key = spec_c_form(members[0].kind);
        form = element_form(shape, &members[1]);
        shape->item_align = form.align < key.align ? key.align : form.align;
        members[1].offset = spec_align(key.size, form.align);
        shape->item_size = spec_align(members[1].offset + form.size, shape->item_align);
    }
    return true;
}
