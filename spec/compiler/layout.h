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
    const char **names;              /* structures: members in C; enums: the ends of constants */
};

/* Everything that one model compiles to. The lists hold struct spec_object, in a fixed order that
 * does not depend on the order of shapes in the file. Lives as long as the context. */
struct spec_program {
    struct spec_array shapes;     /* struct anvil_shape; the symbol lacks "_shape" */
    struct spec_array enums;      /* struct anvil_enum; the symbol lacks "_values" */
    struct spec_array patterns;   /* struct anvil_pattern, the first member of spec_pattern */
    struct spec_array runs;       /* struct anvil_run */
    struct spec_array limits;     /* struct anvil_limits */
    struct spec_array rules;      /* struct anvil_identity_rule */
    struct spec_array errors;     /* struct anvil_error_type; the symbol lacks "_error" */
    struct spec_array operations; /* struct anvil_operation */
    const struct anvil_resource_table *resources; /* NULL without the trait */
    const struct anvil_service *service;
};

/* Compiles a resolved model. `sha256` is the digest of its file, 64 hexadecimal digits. */
bool spec_layout(struct spec *spec, const struct spec_model *model, const char *sha256,
                 struct spec_program *program);

/* Loads, resolves and lays out in one call: what most callers want. */
bool spec_compile(struct spec *spec, const char *text, size_t len, const char *sha256,
                  struct spec_program *program);

/* The object of a descriptor in its list, or NULL. */
const struct spec_object *spec_object_of(const struct spec_array *list, const void *descriptor);

/* The object that comes from a shape, or NULL. */
const struct spec_object *spec_object_from(const struct spec_array *list,
                                           const struct spec_shape *source);

#endif
