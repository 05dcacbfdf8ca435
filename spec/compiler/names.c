/* SPDX-License-Identifier: Apache-2.0 */
/* What everything is called in C. Two Smithy names may become one there: members, constants and
 * private objects are then told apart, and public names refused, because somebody has to choose. */
#include "layout_parts.h"

#include "c_names.h"

#include <stdlib.h>
#include <string.h>

/* ---- members and constants --------------------------------------------------------------------
 */

static bool is_taken(const char *const *names, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

/* Appends underscores until the name is free among those before it and the `reserved` ones. */
static const char *tell_apart(struct spec *spec, const char *const *names, size_t count,
                              const char *const *reserved, const char *name) {
    for (;;) {
        size_t i = 0;
        while (reserved[i] != NULL && name != NULL && strcmp(reserved[i], name) != 0)
            i++;
        if (name == NULL || (reserved[i] == NULL && !is_taken(names, count, name)))
            return name;
        name = spec_text(spec, "%s_", name);
    }
}

static bool name_members(struct spec *spec, struct spec_object *object) {
    static const char *const reserved[] = {"anvil_none", "anvil_seen", NULL};
    const struct spec_member *members = object->source->members.items;
    size_t count = object->source->members.count;
    object->names = spec_alloc(spec, count, sizeof *object->names);
    if (object->names == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        object->names[i] =
            tell_apart(spec, object->names, i, reserved, spec_member_c_name(spec, members[i].name));
        if (object->names[i] == NULL)
            return false;
    }
    return true;
}

static bool name_constants(struct spec *spec, struct spec_object *object) {
    static const char *const reserved[] = {"UNKNOWN", "ABSENT", NULL};
    const struct spec_value *values = object->source->traits.values.items;
    size_t count = object->source->traits.values.count;
    object->names = spec_alloc(spec, count, sizeof *object->names);
    if (object->names == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        object->names[i] =
            tell_apart(spec, object->names, i, reserved, spec_upper_case(spec, values[i].name));
        if (object->names[i] == NULL)
            return false;
    }
    return true;
}

static bool name_all(struct spec *spec, struct spec_array *list,
                     bool (*name)(struct spec *spec, struct spec_object *object)) {
    struct spec_object *objects = list->items;
    for (size_t i = 0; i < list->count; i++)
        if (!name(spec, &objects[i]))
            return false;
    return true;
}

/* ---- objects ----------------------------------------------------------------------------------
 */

struct symbol {
    const char *text;
    struct spec_object *object;
    bool is_private; /* it may be renamed */
};

/* Tells whether no header names a shape: its C form is one of anvil/value.h. */
static bool is_plain(const struct spec_shape *shape) {
    switch (shape->kind) {
    case ANVIL_KIND_STRUCTURE:
    case ANVIL_KIND_UNION:
    case ANVIL_KIND_LIST:
    case ANVIL_KIND_MAP:
    case ANVIL_KIND_ENUM:
    case ANVIL_KIND_INT_ENUM:
        return false;
    default:
        return true;
    }
}

/* How much the names of a list matter. */
enum privacy { PUBLIC, PRIVATE };

/* What only shapes of one kind have. */
struct part {
    const char *suffix;
    int kind; /* SPEC_KIND_COUNT: all */
};

static bool add_symbol(struct spec *spec, struct spec_array *symbols, struct spec_object *object,
                       const char *suffix, bool is_private) {
    struct symbol *symbol = spec_push(spec, symbols, sizeof *symbol);
    if (symbol == NULL)
        return false;
    symbol->text = spec_text(spec, "%s%s", object->symbol, suffix);
    symbol->object = object;
    symbol->is_private = is_private;
    return symbol->text != NULL;
}

static bool add_symbols(struct spec *spec, struct spec_array *symbols, struct spec_array *list,
                        const char *suffix, enum privacy privacy) {
    struct spec_object *objects = list->items;
    for (size_t i = 0; i < list->count; i++)
        if (!add_symbol(spec, symbols, &objects[i], suffix, privacy == PRIVATE))
            return false;
    return true;
}

/* Descriptors and members are objects; structs and enums are tags, which have names of their own in
 * C, and here an exclamation mark. */
static bool add_shapes(struct spec *spec, struct spec_array *symbols,
                       const struct spec_program *program) {
    static const struct part parts[] = {{"_shape", SPEC_KIND_COUNT},
                                        {"_members", SPEC_KIND_COUNT},
                                        {"!", SPEC_KIND_COUNT},
                                        {"_entry!", ANVIL_KIND_MAP},
                                        {"_variant!", ANVIL_KIND_UNION}};
    struct spec_object *objects = program->shapes.items;
    for (size_t i = 0; i < program->shapes.count; i++) {
        int kind = objects[i].source->kind;
        for (size_t j = 0; j < sizeof parts / sizeof *parts; j++)
            if ((parts[j].kind == kind || parts[j].kind == SPEC_KIND_COUNT) &&
                !add_symbol(spec, symbols, &objects[i], parts[j].suffix,
                            is_plain(objects[i].source)))
                return false;
    }
    return true;
}

/* Every key is written once, however many members have it. */
static bool collect_keys(struct spec *spec, struct spec_program *program) {
    const struct spec_object *shapes = program->shapes.items;
    program->keys.count = 0;
    for (size_t i = 0; i < program->shapes.count; i++) {
        const struct anvil_shape *shape = shapes[i].descriptor;
        for (size_t j = 0; j < shape->member_count; j++) {
            struct anvil_str name = anvil_member_name(&shape->members[j]);
            const char *text = spec_copy(spec, name.ptr, name.len);
            const struct spec_object *keys = program->keys.items;
            size_t k = 0;
            while (k < program->keys.count &&
                   strcmp(keys[k].descriptor, shape->members[j].key) != 0)
                k++;
            if (text != NULL && k < program->keys.count)
                continue;
            if (text == NULL ||
                spec_add_object(spec, &program->keys,
                                name.len == 0 ? "nameless" : spec_snake_case(spec, text),
                                shape->members[j].key, NULL) == NULL)
                return false;
        }
    }
    return true;
}

/* Equal names stand side by side, public ones first. */
static int by_text(const void *a, const void *b) {
    const struct symbol *left = a;
    const struct symbol *right = b;
    int order = strcmp(left->text, right->text);
    if (order != 0 || left->is_private != right->is_private)
        return order != 0 ? order : left->is_private - right->is_private;
    return left->object < right->object ? -1 : left->object > right->object;
}

static const char *shape_of(const struct symbol *symbol) {
    return symbol->object->source == NULL ? "" : symbol->object->source->name;
}

/* Numbers a private object whose name is taken, and tells whether any was. */
static bool check_symbols(struct spec *spec, const struct spec_array *symbols, bool *is_renamed) {
    struct symbol *sorted = symbols->items;
    *is_renamed = false;
    for (size_t i = 0, same = 1; i < symbols->count; i++) {
        struct symbol *symbol = &sorted[i];
        same = i > 0 && strcmp(symbol->text, sorted[i - 1].text) == 0 ? same + 1 : 1;
        if (strcmp(symbol->text, "service") == 0 || strcmp(symbol->text, "resources") == 0 ||
            strcmp(symbol->text, "operations") == 0)
            return spec_fail(spec, shape_of(symbol), "the name %s is taken by the tables",
                             symbol->text);
        if (same == 1)
            continue;
        if (!symbol->is_private)
            return spec_fail(spec, shape_of(symbol), "%s and %s would both be called %s in C",
                             sorted[i - 1].object->source->id, symbol->object->source->id,
                             symbol->text);
        *is_renamed = true;
        symbol->object->symbol = spec_text(spec, "%s_%zu", symbol->object->symbol, same);
        if (symbol->object->symbol == NULL)
            return false;
    }
    return true;
}

static bool collect_symbols(struct spec *spec, struct spec_program *program,
                            struct spec_array *symbols) {
    symbols->count = 0;
    return add_shapes(spec, symbols, program) &&
           add_symbols(spec, symbols, &program->enums, "_values", PUBLIC) &&
           add_symbols(spec, symbols, &program->int_enums, "_values", PUBLIC) &&
           add_symbols(spec, symbols, &program->errors, "_error", PUBLIC) &&
           add_symbols(spec, symbols, &program->keys, "_key", PRIVATE) &&
           add_symbols(spec, symbols, &program->operations, "", PUBLIC) &&
           add_symbols(spec, symbols, &program->patterns, "", PRIVATE) &&
           add_symbols(spec, symbols, &program->runs, "", PRIVATE) &&
           add_symbols(spec, symbols, &program->ranges, "", PRIVATE) &&
           add_symbols(spec, symbols, &program->limits, "", PRIVATE) &&
           add_symbols(spec, symbols, &program->defaults, "", PRIVATE) &&
           add_symbols(spec, symbols, &program->others, "", PRIVATE) &&
           add_symbols(spec, symbols, &program->rules, "", PRIVATE);
}

bool spec_name(struct spec *spec, struct spec_program *program) {
    struct spec_array symbols = {NULL, 0, 0};
    bool is_renamed = true;
    if (!name_all(spec, &program->shapes, name_members) ||
        !name_all(spec, &program->enums, name_constants) ||
        !name_all(spec, &program->int_enums, name_constants) || !collect_keys(spec, program))
        return false;
    /* A new name may be taken too, by something else that is called x_2. */
    while (is_renamed) {
        if (!collect_symbols(spec, program, &symbols))
            return false;
        qsort(symbols.items, symbols.count, sizeof(struct symbol), by_text);
        if (!check_symbols(spec, &symbols, &is_renamed))
            return false;
    }
    return true;
}
