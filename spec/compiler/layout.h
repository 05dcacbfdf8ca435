/* SPDX-License-Identifier: Apache-2.0 */
/* A model as the engine's descriptors, built in memory: what emit writes down as C, and what a
 * program that loads a model at run time can hand to the engine as it is. */
#ifndef SPEC_LAYOUT_H
#define SPEC_LAYOUT_H

#include "anvil/identity.h"
#include "anvil/protocol.h"
#include "anvil/shape.h"
#include "model.h"
#include "spec.h"

/* One descriptor and what it is called in C. */
struct spec_object {
    const char *symbol;              /* without the prefix */
    const void *descriptor;          /* of the type that its list says */
    const struct spec_shape *source; /* the shape that it comes from, or NULL */
    const char **names;              /* structures, unions: members in C; enums: ends of constants;
                                        set by spec_name() */
};

/* An operation that was left out, and why. */
struct spec_refusal {
    const char *operation; /* its name */
    const char *shape;     /* which shape is in the way */
    const char *reason;
};

/* Everything that one model compiles to. The lists hold struct spec_object, in a fixed order that
 * does not depend on the order of shapes in the file. Lives as long as the context. */
struct spec_program {
    struct spec_array shapes;     /* struct anvil_shape; the symbol lacks "_shape" */
    struct spec_array enums;      /* struct anvil_enum; the symbol lacks "_values" */
    struct spec_array int_enums;  /* struct anvil_int_enum; the symbol lacks "_values" */
    struct spec_array patterns;   /* struct anvil_pattern, the first member of spec_pattern */
    struct spec_array runs;       /* struct anvil_run */
    struct spec_array ranges;     /* struct anvil_range */
    struct spec_array limits;     /* struct anvil_limits */
    struct spec_array defaults;   /* the C form of a value; `source` is the shape of its type */
    struct spec_array others;     /* struct anvil_identity_other */
    struct spec_array rules;      /* struct anvil_identity_rule */
    struct spec_array errors;     /* struct anvil_error_type; the symbol lacks "_error" */
    struct spec_array operations; /* struct anvil_operation */
    struct spec_array refusals;   /* of struct spec_refusal */
    const struct anvil_resource_table *resources; /* NULL without the trait */
    const struct anvil_service *service;
    const struct anvil_operation_table *table; /* the operations, for the engine */
    struct spec_array keys;     /* set by spec_name(): the different keys of members, as text */
    struct spec_array compiled; /* private: every pattern that was tried */
};

/* Compiles a resolved model. */
bool spec_layout(struct spec *spec, const struct spec_model *model,
                 const struct spec_options *options, struct spec_program *program);

/* Loads, resolves and lays out in one call: what most callers want. False with spec->fault. `text`
 * and the overlays have to outlive the context. */
bool spec_compile(struct spec *spec, const char *text, size_t len,
                  const struct spec_options *options, struct spec_program *program);

/* Gives everything that is written down as C a name of its own; refuses what two names in Smithy
 * would make one in C. Only for emit. */
bool spec_name(struct spec *spec, struct spec_program *program);

/* The object of a descriptor in its list, or NULL. */
const struct spec_object *spec_object_of(const struct spec_array *list, const void *descriptor);

/* The object that comes from a shape, or NULL. */
const struct spec_object *spec_object_from(const struct spec_array *list,
                                           const struct spec_shape *source);

#endif
