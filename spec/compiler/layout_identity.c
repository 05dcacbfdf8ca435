/* SPDX-License-Identifier: Apache-2.0 */
/* The identity traits as the classifier's tables. Knows the traits' meaning; the rules by which
 * text is classified are the engine's. */
#include "layout_parts.h"

#include "c_names.h"

#include <string.h>

bool spec_layout_resources(struct spec *spec, const struct spec_model *model,
                           struct spec_program *program) {
    const struct spec_array *given = &model->service->traits.resources;
    const struct spec_resource *source = given->items;
    struct anvil_resource_table *table;
    struct anvil_resource *resources;
    if (given->count == 0)
        return true;
    table = spec_alloc(spec, 1, sizeof *table);
    resources = spec_alloc(spec, given->count, sizeof *resources);
    if (table == NULL || resources == NULL)
        return false;
    for (size_t i = 0; i < given->count; i++) {
        resources[i].type = spec_str(source[i].type);
        resources[i].prefix = spec_str(source[i].prefix);
        resources[i].id_name = spec_str(source[i].id_name);
        resources[i].arn_name = spec_str(source[i].arn_name);
        resources[i].form = (uint8_t)source[i].form;
    }
    table->service = spec_str(model->service->traits.arn_namespace);
    table->resources = resources;
    table->count = (uint16_t)given->count;
    program->resources = table;
    return true;
}

/* The bits of the named types; resolve has seen that they exist. */
static uint64_t bits_of(const struct anvil_resource_table *table, const struct spec_array *types) {
    const char *const *names = types->items;
    uint64_t bits = 0;
    for (size_t i = 0; i < types->count; i++)
        for (size_t j = 0; j < table->count; j++)
            if (anvil_str_equal(table->resources[j].type, spec_str(names[i])))
                bits |= UINT64_C(1) << j;
    return bits;
}

static bool has_country_member(const struct spec_shape *container) {
    const struct spec_member *members = container->members.items;
    for (size_t i = 0; i < container->members.count; i++)
        if (members[i].target.shape->traits.is_country)
            return true;
    return false;
}

static uint16_t to_u16(uint64_t value) {
    return value > UINT16_MAX ? UINT16_MAX : (uint16_t)value;
}

static bool is_same_rule(const struct anvil_identity_rule *a, const struct anvil_identity_rule *b) {
    return a->table == b->table && a->accepts == b->accepts && a->extensions == b->extensions &&
           a->min == b->min && a->max == b->max && a->has_country == b->has_country;
}

bool spec_layout_rule(struct spec *spec, const struct spec_shape *container,
                      const struct spec_member *member, struct spec_program *program,
                      const struct anvil_identity_rule **rule) {
    const struct spec_shape *target = member->target.shape;
    const struct spec_traits *length = spec_length_traits(member);
    struct anvil_identity_rule *made;
    struct spec_object *objects = program->rules.items;
    const char *base;
    *rule = NULL;
    if (!target->traits.has_identity)
        return true;
    made = spec_alloc(spec, 1, sizeof *made);
    base = spec_snake_case(spec, target->name);
    if (made == NULL || base == NULL)
        return false;
    made->table = program->resources;
    made->extensions = bits_of(program->resources, &target->traits.extensions);
    made->accepts = bits_of(program->resources, &target->traits.accepts) | made->extensions;
    made->min = to_u16(length->min);
    made->max = to_u16(length->max);
    made->has_country = has_country_member(container);
    for (size_t i = 0; i < program->rules.count; i++) {
        if (objects[i].source == target && is_same_rule(objects[i].descriptor, made)) {
            *rule = objects[i].descriptor;
            return true;
        }
    }
    *rule = made;
    base = spec_text(spec, "%s_identity%s", base, made->has_country ? "_with_country" : "");
    return spec_add_object(spec, &program->rules, base, made, target) != NULL;
}
