/* SPDX-License-Identifier: Apache-2.0 */
/* The steps of layout.c, each in a file of its own. */
#ifndef SPEC_LAYOUT_PARTS_H
#define SPEC_LAYOUT_PARTS_H

#include "layout.h"

struct spec_pattern;

/* Appends an object; NULL with a fault. */
struct spec_object *spec_add_object(struct spec *spec, struct spec_array *list, const char *symbol,
                                    const void *descriptor, const struct spec_shape *source);

/* Text as the engine sees it; NULL is the absent one. */
struct anvil_str spec_str(const char *text);

/* Finds out which operations can be compiled, tries all patterns on the way, and takes the others
 * off the service, or refuses the model because of the first. */
bool spec_find_obstacles(struct spec *spec, const struct spec_model *model,
                         const struct spec_options *options, struct spec_program *program);

/* A pattern that was tried and is good, or NULL. */
const struct spec_pattern *spec_find_pattern(const struct spec_program *program,
                                             const char *source);

/* Adds an empty descriptor for every data shape that the service's messages can reach, in the
 * order of names. */
bool spec_reach(struct spec *spec, const struct spec_model *model, struct spec_program *program);

/* Adds the resource types of the service. */
bool spec_layout_resources(struct spec *spec, const struct spec_model *model,
                           struct spec_program *program);

/* Adds the values of an enum or intEnum shape. */
bool spec_layout_enum(struct spec *spec, const struct spec_shape *shape,
                      struct spec_program *program);

/* The identity rule of a member, shared with equal ones; *rule is NULL without one. `symbol` is
 * what it is called. */
bool spec_layout_rule(struct spec *spec, const struct spec_shape *container,
                      const struct spec_member *member, const char *symbol,
                      struct spec_program *program, const struct anvil_identity_rule **rule);

/* The range of a member, shared with equal ones; *range is NULL without one. */
bool spec_layout_range(struct spec *spec, const struct spec_member *member, const char *symbol,
                       struct spec_program *program, const struct anvil_range **range);

/* The default of a member in its C form, shared with equal ones; *value is NULL without one. */
bool spec_layout_default(struct spec *spec, const struct spec_shape *container,
                         const struct spec_member *member, struct spec_program *program,
                         const void **value);

/* The constraints and the run of a member, shared with equal ones; either may come out NULL. */
bool spec_layout_limits(struct spec *spec, const struct spec_shape *container,
                        const struct spec_member *member, struct spec_program *program,
                        struct anvil_member *out);

/* Fills the descriptor of a shape that spec_reach() has added, but for what spec_layout_items()
 * does. */
bool spec_layout_shape(struct spec *spec, struct spec_program *program, struct spec_object *object);

/* Lists and maps: the sizes of their items and entries, once all structures have theirs. */
bool spec_layout_items(struct spec *spec, struct spec_object *object);

/* Adds errors, operations and the service; the shapes are complete. */
bool spec_layout_service(struct spec *spec, const struct spec_model *model,
                         const struct spec_options *options, struct spec_program *program);

#endif
