/* SPDX-License-Identifier: Apache-2.0 */
/* The steps of layout.c, each in a file of its own. */
#ifndef SPEC_LAYOUT_PARTS_H
#define SPEC_LAYOUT_PARTS_H

#include "layout.h"

/* Appends an object; NULL with a fault. */
struct spec_object *spec_add_object(struct spec *spec, struct spec_array *list, const char *symbol,
                                    const void *descriptor, const struct spec_shape *source);

/* Text as the engine sees it; NULL is the absent one. */
struct anvil_str spec_str(const char *text);

/* Adds an empty descriptor for every data shape that the service's messages can reach, in the
 * order of names; refuses those that the engine cannot read or the descriptors cannot hold. */
bool spec_reach(struct spec *spec, const struct spec_model *model, struct spec_program *program);

/* Adds the resource types of the service. */
bool spec_layout_resources(struct spec *spec, const struct spec_model *model,
                           struct spec_program *program);

/* Adds the values of an enum shape. */
bool spec_layout_enum(struct spec *spec, const struct spec_shape *shape,
                      struct spec_program *program);

/* The identity rule of a member, shared with equal ones; *rule is NULL without one. */
bool spec_layout_rule(struct spec *spec, const struct spec_shape *container,
                      const struct spec_member *member, struct spec_program *program,
                      const struct anvil_identity_rule **rule);

/* The constraints and the run of a member, shared with equal ones; either may come out NULL. */
bool spec_layout_limits(struct spec *spec, const struct spec_shape *container,
                        const struct spec_member *member, struct spec_program *program,
                        struct anvil_member *out);

/* Fills the descriptor of a shape that spec_reach() has added. */
bool spec_layout_shape(struct spec *spec, struct spec_program *program, struct spec_object *object);

/* Adds errors, operations and the service; the shapes are complete. */
bool spec_layout_service(struct spec *spec, const struct spec_model *model, const char *sha256,
                         struct spec_program *program);

/* Refuses a model in which two things would have the same name in C. */
bool spec_check_symbols(struct spec *spec, const struct spec_program *program);

#endif
