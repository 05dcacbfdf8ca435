/* SPDX-License-Identifier: Apache-2.0 */
/* What stands in the way of an operation: a trait that changes the wire and is not supported, or a
 * pattern that cannot be brought into a form that walks each byte once, on any shape that its
 * messages can reach. */
#include "layout_parts.h"

#include "compile_pattern.h"

#include <string.h>

/* A pattern that was tried. */
struct trial {
    const char *source;
    const struct spec_pattern *pattern; /* NULL: it was refused */
    const char *reason;                 /* why */
};

static struct trial *find_trial(const struct spec_program *program, const char *source) {
    struct trial *trials = program->compiled.items;
    for (size_t i = 0; i < program->compiled.count; i++)
        if (strcmp(trials[i].source, source) == 0)
            return &trials[i];
    return NULL;
}

const struct spec_pattern *spec_find_pattern(const struct spec_program *program,
                                             const char *source) {
    const struct trial *trial = find_trial(program, source);
    return trial == NULL ? NULL : trial->pattern;
}

/* Compiles a pattern, once; *reason is NULL when it is good. */
static bool try_pattern(struct spec *spec, struct spec_program *program, const char *source,
                        const char **reason) {
    struct trial *trial = find_trial(program, source);
    if (trial == NULL) {
        trial = spec_push(spec, &program->compiled, sizeof *trial);
        if (trial == NULL)
            return false;
        trial->source = source;
        trial->pattern = spec_compile_pattern(spec, "", source);
        if (trial->pattern == NULL)
            trial->reason = spec_text(spec, "%s", spec->fault.reason);
        if (trial->pattern == NULL && trial->reason == NULL)
            return false;
    }
    *reason = trial->reason;
    return true;
}

struct walk {
    struct spec *spec;
    struct spec_program *program;
    struct spec_array open; /* of const struct spec_shape *: reached, in order */
    unsigned number;
    const char *shape;  /* what is in the way, or NULL */
    const char *reason; /* why */
};

static bool reach(struct walk *walk, struct spec_shape *shape) {
    struct spec_shape **slot;
    if (shape->visit == walk->number)
        return true;
    shape->visit = walk->number;
    slot = spec_push(walk->spec, &walk->open, sizeof(struct spec_shape *));
    if (slot != NULL)
        *slot = shape;
    return slot != NULL;
}

static bool look_at_traits(struct walk *walk, const char *where, const struct spec_traits *traits) {
    if (traits->unsupported == NULL || walk->reason != NULL)
        return true;
    walk->shape = where;
    walk->reason = spec_text(walk->spec, "the trait %s is not supported", traits->unsupported);
    return walk->reason != NULL;
}

static bool look_at_member(struct walk *walk, const struct spec_shape *shape,
                           const struct spec_member *member) {
    const char *pattern = spec_member_pattern(member);
    const char *where = member->traits.unsupported == NULL && pattern == NULL
                            ? ""
                            : spec_text(walk->spec, "%s$%s", shape->name, member->name);
    const char *reason = NULL;
    if (where == NULL || !look_at_traits(walk, where, &member->traits))
        return false;
    if (pattern != NULL && !try_pattern(walk->spec, walk->program, pattern, &reason))
        return false;
    if (reason != NULL && walk->reason == NULL) {
        walk->shape = where;
        walk->reason = reason;
    }
    return reach(walk, member->target.shape);
}

static bool look_at_shape(struct walk *walk, const struct spec_shape *shape) {
    const struct spec_member *members = shape->members.items;
    bool is_enum = shape->kind == ANVIL_KIND_ENUM || shape->kind == ANVIL_KIND_INT_ENUM;
    if (!look_at_traits(walk, shape->name, &shape->traits))
        return false;
    for (size_t i = 0; i < shape->members.count && !is_enum; i++)
        if (!look_at_member(walk, shape, &members[i]))
            return false;
    return true;
}

static bool look_at_operation(struct walk *walk, const struct spec_shape *operation) {
    const struct spec_target *errors = operation->errors.items;
    walk->open.count = 0;
    walk->number++;
    walk->reason = NULL;
    if (!look_at_traits(walk, operation->name, &operation->traits) ||
        !reach(walk, operation->input.shape) || !reach(walk, operation->output.shape))
        return false;
    for (size_t i = 0; i < operation->errors.count; i++)
        if (!reach(walk, errors[i].shape))
            return false;
    for (size_t i = 0; i < walk->open.count && walk->reason == NULL; i++)
        if (!look_at_shape(walk, ((struct spec_shape *const *)walk->open.items)[i]))
            return false;
    return true;
}

/* The service's own traits and errors: without them nothing works. */
static bool look_at_service(struct walk *walk, const struct spec_shape *service) {
    const struct spec_target *errors = service->errors.items;
    walk->number++;
    if (!look_at_traits(walk, service->name, &service->traits))
        return false;
    for (size_t i = 0; i < service->errors.count; i++)
        if (!reach(walk, errors[i].shape))
            return false;
    for (size_t i = 0; i < walk->open.count && walk->reason == NULL; i++)
        if (!look_at_shape(walk, ((struct spec_shape *const *)walk->open.items)[i]))
            return false;
    return walk->reason == NULL || spec_fail(walk->spec, walk->shape, "%s", walk->reason);
}

static bool leave_out(struct walk *walk, const struct spec_shape *operation) {
    struct spec_refusal *refusal = spec_push(walk->spec, &walk->program->refusals, sizeof *refusal);
    if (refusal == NULL)
        return false;
    refusal->operation = operation->name;
    refusal->shape = walk->shape;
    refusal->reason = walk->reason;
    return true;
}

bool spec_find_obstacles(struct spec *spec, const struct spec_model *model,
                         const struct spec_options *options, struct spec_program *program) {
    struct spec_target *operations = model->service->operations.items;
    struct walk walk = {spec, program, {NULL, 0, 0}, 1, NULL, NULL};
    size_t kept = 0;
    if (!look_at_service(&walk, model->service))
        return false;
    for (size_t i = 0; i < model->service->operations.count; i++) {
        if (!look_at_operation(&walk, operations[i].shape))
            return false;
        if (walk.reason == NULL)
            operations[kept++] = operations[i];
        else if (!options->skips_unsupported)
            return spec_fail(spec, walk.shape, "%s", walk.reason);
        else if (!leave_out(&walk, operations[i].shape))
            return false;
    }
    if (kept == 0) {
        const struct spec_refusal *first = program->refusals.items;
        return spec_fail(spec, first->shape, "%s", first->reason);
    }
    model->service->operations.count = kept;
    return true;
}
