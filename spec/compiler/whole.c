/* SPDX-License-Identifier: Apache-2.0 */
/* Mixins and apply statements, by Smithy's rules: members of mixins come first, a shape's own
 * traits win, and what is applied to an inherited member replaces what it inherits. */
#include "whole.h"

#include <stdlib.h>
#include <string.h>

/* How long a chain of mixins may be. */
#define CHAIN_MAX 64

enum state { UNTOUCHED, OPEN, DONE };

struct definition {
    const char *id;
    struct json *object;
    enum state state;
};

/* An apply statement. */
struct statement {
    const char *id;
    const char *shape; /* the ID up to its dollar sign */
    const char *part;  /* what follows it, or NULL */
    const struct json *object;
};

struct whole {
    struct spec *spec;
    struct spec_array definitions; /* of struct definition, sorted by ID */
    struct spec_array statements;  /* of struct statement, sorted by shape */
    unsigned chain;
};

static bool complete(struct whole *whole, struct definition *definition);

static int by_id(const void *a, const void *b) {
    const struct definition *left = a;
    const struct definition *right = b;
    return strcmp(left->id, right->id);
}

static int by_shape(const void *a, const void *b) {
    const struct statement *left = a;
    const struct statement *right = b;
    int order = strcmp(left->shape, right->shape);
    return order != 0 ? order : strcmp(left->id, right->id);
}

static struct definition *find(const struct whole *whole, const char *id) {
    const struct definition key = {id, NULL, UNTOUCHED};
    if (id == NULL || whole->definitions.count == 0)
        return NULL;
    return bsearch(&key, whole->definitions.items, whole->definitions.count, sizeof key, by_id);
}

struct json *spec_find_part(const struct json *shape, const char *name) {
    struct json *member = json_get(json_get(shape, "members"), name);
    if (member != NULL)
        return member;
    if (strcmp(name, "member") == 0 || strcmp(name, "key") == 0 || strcmp(name, "value") == 0)
        return json_get(shape, name);
    return NULL;
}

struct json *spec_traits_of(struct spec *spec, const char *id, struct json *object) {
    struct json *traits = json_get(object, "traits");
    if (traits == NULL) {
        traits = json_make(spec, JSON_OBJECT);
        if (traits == NULL || !json_set(spec, object, "traits", traits))
            return NULL;
    }
    if (traits->type != JSON_OBJECT) {
        spec_fail(spec, id, "\"traits\" must be an object");
        return NULL;
    }
    return traits;
}

/* ---- mixins ---------------------------------------------------------------------------------- */

static bool is_local(const struct json *mixin, const char *trait) {
    const struct json *locals =
        json_get(json_get(json_get(mixin, "traits"), "smithy.api#mixin"), "localTraits");
    for (size_t i = 0; i < json_count(locals); i++)
        if (json_is(json_parts(locals)[i].value, JSON_STRING) &&
            strcmp(json_parts(locals)[i].value->text, trait) == 0)
            return true;
    return strcmp(trait, "smithy.api#mixin") == 0;
}

static bool merge_traits(struct spec *spec, const char *id, struct json *target,
                         const struct json *source, const struct json *mixin) {
    const struct json *traits = json_get(source, "traits");
    struct json *own = traits == NULL ? NULL : spec_traits_of(spec, id, target);
    if (traits == NULL)
        return true;
    if (own == NULL || !json_is(traits, JSON_OBJECT))
        return own == NULL ? false : spec_fail(spec, id, "\"traits\" must be an object");
    for (size_t i = 0; i < json_count(traits); i++) {
        const struct json_part *trait = &json_parts(traits)[i];
        if ((mixin == NULL || !is_local(mixin, trait->key)) &&
            !json_set(spec, own, trait->key, trait->value))
            return false;
    }
    return true;
}

/* Adds a member, or the traits that it has more when it is there already. */
static bool merge_member(struct spec *spec, const char *id, struct json *container,
                         const struct json_part *member, bool is_inherited) {
    struct json *there = json_get(container, member->key);
    struct json *traits = json_get(member->value, "traits");
    struct json *copy;
    if (there != NULL) {
        if (!json_equal(json_get(there, "target"), json_get(member->value, "target")))
            return spec_fail(spec, id, "mixins: the member %s has two targets", member->key);
        return merge_traits(spec, id, there, member->value, NULL);
    }
    if (!json_is(member->value, JSON_OBJECT))
        return spec_fail(spec, id, "the member %s must be an object", member->key);
    copy = json_copy(spec, member->value);
    if (copy == NULL || !json_set(spec, container, member->key, copy))
        return false;
    copy->is_inherited = is_inherited;
    if (!json_is(traits, JSON_OBJECT))
        return true;
    traits = json_copy(spec, traits);
    return traits != NULL && json_set(spec, copy, "traits", traits);
}

/* The entries of a list or object, behind those that are there already. */
static bool merge_entries(struct spec *spec, const char *id, struct json *target,
                          const struct json_part *property, bool is_inherited) {
    struct json *there = json_get(target, property->key);
    const struct json *source = property->value;
    if (there == NULL) {
        there = json_make(spec, source->type);
        if (there == NULL || !json_set(spec, target, property->key, there))
            return false;
    }
    if (there->type != source->type)
        return spec_fail(spec, id, "mixins: \"%s\" has two types", property->key);
    for (size_t i = 0; i < json_count(source); i++) {
        const struct json_part *part = &json_parts(source)[i];
        bool is_good = strcmp(property->key, "members") == 0
                           ? merge_member(spec, id, there, part, is_inherited)
                       : source->type == JSON_OBJECT ? json_set(spec, there, part->key, part->value)
                                                     : json_append(spec, there, part->value);
        if (!is_good)
            return false;
    }
    return true;
}

/* Tells a list or an object of entries from a reference. */
static bool is_collection(const struct json *value) {
    return value->type == JSON_ARRAY ||
           (value->type == JSON_OBJECT && !json_is(json_get(value, "target"), JSON_STRING));
}

/* Adds everything of `source` to `target`, what comes later winning. */
static bool merge(struct spec *spec, const char *id, struct json *target, const struct json *source,
                  bool is_inherited) {
    for (size_t i = 0; i < json_count(source); i++) {
        const struct json_part *part = &json_parts(source)[i];
        bool is_part = strcmp(part->key, "member") == 0 || strcmp(part->key, "key") == 0 ||
                       strcmp(part->key, "value") == 0;
        bool is_good;
        if (strcmp(part->key, "mixins") == 0)
            continue;
        if (strcmp(part->key, "traits") == 0)
            is_good = merge_traits(spec, id, target, source, is_inherited ? source : NULL);
        else if (is_part)
            is_good = merge_member(spec, id, target, part, is_inherited);
        else if (is_collection(part->value))
            is_good = merge_entries(spec, id, target, part, is_inherited);
        else
            is_good = json_set(spec, target, part->key, part->value);
        if (!is_good)
            return false;
    }
    return true;
}

static bool add_mixin(struct whole *whole, const char *id, struct json *target,
                      const struct json *reference, const struct json *type) {
    struct spec *spec = whole->spec;
    struct definition *mixin;
    const char *name;
    if (!json_get_text(spec, id, reference, "target", true, &name))
        return false;
    mixin = find(whole, name);
    if (mixin == NULL)
        return spec_fail(spec, id, "the mixin %s is not in the model", name);
    if (mixin->state == OPEN)
        return spec_fail(spec, id, "the mixin %s leads back to it", name);
    if (json_get(json_get(mixin->object, "traits"), "smithy.api#mixin") == NULL)
        return spec_fail(spec, id, "%s is no mixin", name);
    if (!json_equal(json_get(mixin->object, "type"), type))
        return spec_fail(spec, id, "the mixin %s has another type", name);
    return complete(whole, mixin) && merge(spec, id, target, mixin->object, true);
}

static bool flatten(struct whole *whole, struct definition *definition) {
    struct spec *spec = whole->spec;
    struct json *object = definition->object;
    const struct json *mixins = json_get(object, "mixins");
    struct json *fresh;
    if (mixins == NULL)
        return true;
    if (mixins->type != JSON_ARRAY)
        return spec_fail(spec, definition->id, "\"mixins\" must be a list");
    fresh = json_make(spec, JSON_OBJECT);
    if (fresh == NULL)
        return false;
    for (size_t i = 0; i < json_count(mixins); i++)
        if (!add_mixin(whole, definition->id, fresh, json_parts(mixins)[i].value,
                       json_get(object, "type")))
            return false;
    if (!merge(spec, definition->id, fresh, object, false))
        return false;
    object->parts = fresh->parts;
    return true;
}

/* ---- apply statements ------------------------------------------------------------------------ */

static bool apply(struct spec *spec, const struct statement *statement, struct json *target) {
    const struct json *traits = json_get(statement->object, "traits");
    struct json *own;
    if (target == NULL)
        return spec_fail(spec, statement->id, "apply: the model has no such shape or member");
    if (!json_is(traits, JSON_OBJECT))
        return spec_fail(spec, statement->id, "apply: \"traits\" must be an object");
    own = spec_traits_of(spec, statement->id, target);
    for (size_t i = 0; own != NULL && i < json_count(traits); i++) {
        const struct json_part *trait = &json_parts(traits)[i];
        const struct json *there = json_get(own, trait->key);
        if (there != NULL && !target->is_inherited && !json_equal(there, trait->value))
            return spec_fail(spec, statement->id, "apply: the trait %s is already there",
                             trait->key);
        if (!json_set(spec, own, trait->key, trait->value))
            return false;
    }
    return own != NULL;
}

static bool apply_to(struct whole *whole, const struct definition *definition) {
    const struct statement *statements = whole->statements.items;
    size_t low = 0;
    size_t high = whole->statements.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(statements[middle].shape, definition->id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < whole->statements.count && strcmp(statements[low].shape, definition->id) == 0;
         low++) {
        const char *part = statements[low].part;
        struct json *object = definition->object;
        if (!apply(whole->spec, &statements[low],
                   part == NULL ? object : spec_find_part(object, part)))
            return false;
    }
    return true;
}

/* ---- the way through ------------------------------------------------------------------------- */

static bool complete(struct whole *whole, struct definition *definition) {
    bool is_good;
    if (definition->state == DONE)
        return true;
    if (++whole->chain > CHAIN_MAX)
        return spec_fail(whole->spec, definition->id, "the chain of its mixins is too long");
    definition->state = OPEN;
    is_good = flatten(whole, definition) && apply_to(whole, definition);
    definition->state = DONE;
    whole->chain--;
    return is_good;
}

static bool add_statement(struct whole *whole, const struct json_part *part) {
    struct statement *statement = spec_push(whole->spec, &whole->statements, sizeof *statement);
    const char *dollar = strchr(part->key, '$');
    size_t len = dollar == NULL ? strlen(part->key) : (size_t)(dollar - part->key);
    if (statement == NULL)
        return false;
    statement->id = part->key;
    statement->shape = spec_copy(whole->spec, part->key, len);
    statement->part = dollar == NULL ? NULL : dollar + 1;
    statement->object = part->value;
    return statement->shape != NULL;
}

static bool sort_out(struct whole *whole, struct json *shapes) {
    struct json kept = *shapes;
    kept.parts = (struct spec_array){NULL, 0, 0};
    for (size_t i = 0; i < json_count(shapes); i++) {
        const struct json_part *part = &json_parts(shapes)[i];
        const struct json *type = json_get(part->value, "type");
        struct definition *definition;
        if (json_is(type, JSON_STRING) && strcmp(type->text, "apply") == 0) {
            if (!add_statement(whole, part))
                return false;
            continue;
        }
        definition = spec_push(whole->spec, &whole->definitions, sizeof *definition);
        if (definition == NULL || !json_is(part->value, JSON_OBJECT))
            return definition == NULL ? false
                                      : spec_fail(whole->spec, part->key, "this is no object");
        definition->id = part->key;
        definition->object = part->value;
        if (!json_append(whole->spec, &kept, part->value))
            return false;
        ((struct json_part *)kept.parts.items)[kept.parts.count - 1].key = part->key;
    }
    shapes->parts = kept.parts;
    if (whole->definitions.count > 0)
        qsort(whole->definitions.items, whole->definitions.count, sizeof(struct definition), by_id);
    if (whole->statements.count > 0)
        qsort(whole->statements.items, whole->statements.count, sizeof(struct statement), by_shape);
    return true;
}

bool spec_make_whole(struct spec *spec, struct json *shapes) {
    struct whole whole = {spec, {NULL, 0, 0}, {NULL, 0, 0}, 0};
    struct definition *definitions;
    const struct statement *statements;
    if (!sort_out(&whole, shapes))
        return false;
    definitions = whole.definitions.items;
    statements = whole.statements.items;
    for (size_t i = 0; i < whole.statements.count; i++)
        if (find(&whole, statements[i].shape) == NULL)
            return spec_fail(spec, statements[i].id, "apply: the model has no such shape");
    for (size_t i = 0; i < whole.definitions.count; i++)
        if (!complete(&whole, &definitions[i]))
            return false;
    return true;
}
