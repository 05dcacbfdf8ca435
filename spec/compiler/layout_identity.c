/* SPDX-License-Identifier: Apache-2.0 */
/* The identity traits as the classifier's tables. Knows the traits' meaning; the rules by which
 * text is classified are the engine's. */
#include "layout_parts.h"

#include "compile_pattern.h"

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
        resources[i].max_length = source[i].max_length;
        resources[i].form = (uint8_t)source[i].form;
        resources[i].is_shareable = source[i].is_shareable;
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

/* ---- what is no resource --------------------------------------------------------------------- */

/* The words with `suffix`; NULL for none. */
static bool add_words(struct spec *spec, const struct spec_array *words, const char *suffix,
                      const struct anvil_str **out, uint8_t *count) {
    const char *const *source = words->items;
    struct anvil_str *texts;
    if (words->count == 0)
        return true;
    if (words->count > UINT8_MAX)
        return spec_fail(spec, "", "accepts: more than %d words", UINT8_MAX);
    texts = spec_alloc(spec, words->count, sizeof *texts);
    if (texts == NULL)
        return false;
    for (size_t i = 0; i < words->count; i++) {
        texts[i] = spec_str(spec_text(spec, "%s%s", source[i], suffix));
        if (texts[i].ptr == NULL)
            return false;
    }
    *out = texts;
    *count = (uint8_t)words->count;
    return true;
}

static bool is_same_words(const struct anvil_str *a, size_t a_count, const struct anvil_str *b,
                          size_t b_count) {
    bool is_same = a_count == b_count;
    for (size_t i = 0; is_same && i < a_count; i++)
        is_same = anvil_str_equal(a[i], b[i]);
    return is_same;
}

static bool is_same_other(const struct anvil_identity_other *a,
                          const struct anvil_identity_other *b) {
    return a->numbers == b->numbers && anvil_str_equal(a->text, b->text) &&
           is_same_words(a->literals, a->literal_count, b->literals, b->literal_count) &&
           is_same_words(a->arns, a->arn_count, b->arns, b->arn_count) &&
           is_same_words(a->endpoints, a->endpoint_count, b->endpoints, b->endpoint_count);
}

static bool layout_other(struct spec *spec, const struct spec_accepts *accepts, const char *symbol,
                         const struct spec_shape *source, struct spec_program *program,
                         const struct anvil_identity_other **out) {
    static const struct anvil_identity_other nothing;
    const struct spec_object *objects = program->others.items;
    struct anvil_identity_other *made = spec_alloc(spec, 1, sizeof *made);
    *out = NULL;
    if (made == NULL ||
        !add_words(spec, &accepts->literals, "", &made->literals, &made->literal_count) ||
        !add_words(spec, &accepts->arn_services, "-arn", &made->arns, &made->arn_count) ||
        !add_words(spec, &accepts->endpoints, "-endpoint", &made->endpoints, &made->endpoint_count))
        return false;
    made->text = spec_str(accepts->text);
    made->numbers = accepts->numbers;
    if (is_same_other(made, &nothing))
        return true;
    for (size_t i = 0; i < program->others.count; i++) {
        if (is_same_other(objects[i].descriptor, made)) {
            *out = objects[i].descriptor;
            return true;
        }
    }
    *out = made;
    return spec_add_object(spec, &program->others, spec_text(spec, "%s_other", symbol), made,
                           source) != NULL;
}

/* ---- rules ----------------------------------------------------------------------------------- */

static bool is_same_rule(const struct anvil_identity_rule *a, const struct anvil_identity_rule *b) {
    return a->table == b->table && a->accepts == b->accepts && a->extensions == b->extensions &&
           a->other == b->other && memcmp(&a->bytes, &b->bytes, sizeof a->bytes) == 0 &&
           a->min == b->min && a->max == b->max && a->takes_utf8 == b->takes_utf8 &&
           a->forms == b->forms && a->has_country == b->has_country;
}

/* a member without a pattern takes any byte. */
static void set_bytes(const struct spec_member *member, const struct spec_program *program,
                      struct anvil_identity_rule *rule) {
    const char *source = spec_member_pattern(member);
    const struct spec_pattern *pattern = source == NULL ? NULL : spec_find_pattern(program, source);
    memset(&rule->bytes, 0xFF, sizeof rule->bytes);
    rule->takes_utf8 = 1;
    if (pattern == NULL)
        return;
    rule->bytes = pattern->bytes;
    rule->takes_utf8 = pattern->takes_utf8;
}

bool spec_layout_rule(struct spec *spec, const struct spec_shape *container,
                      const struct spec_member *member, const char *symbol,
                      struct spec_program *program, const struct anvil_identity_rule **rule) {
    const struct spec_accepts *accepts = spec_member_accepts(member);
    const struct spec_traits *length = spec_length_traits(member);
    const struct spec_object *objects = program->rules.items;
    struct anvil_identity_rule *made;
    *rule = NULL;
    if (accepts == NULL || program->resources == NULL)
        return true;
    made = spec_alloc(spec, 1, sizeof *made);
    if (made == NULL ||
        !layout_other(spec, accepts, symbol, member->target.shape, program, &made->other))
        return false;
    made->table = program->resources;
    made->extensions = bits_of(program->resources, &accepts->extensions);
    made->accepts = bits_of(program->resources, &accepts->types) | made->extensions;
    made->min = to_u16(length->min);
    made->max = to_u16(length->max);
    made->forms = accepts->forms;
    made->has_country = accepts->implies_country || has_country_member(container);
    set_bytes(member, program, made);
    for (size_t i = 0; i < program->rules.count; i++) {
        if (is_same_rule(objects[i].descriptor, made)) {
            *rule = objects[i].descriptor;
            return true;
        }
    }
    *rule = made;
    symbol = spec_text(spec, "%s_identity%s", symbol, made->has_country ? "_with_country" : "");
    return spec_add_object(spec, &program->rules, symbol, made, member->target.shape) != NULL;
}
