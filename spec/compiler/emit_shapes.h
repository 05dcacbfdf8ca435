/* SPDX-License-Identifier: Apache-2.0 */
/* Which file a shape belongs to, and how its C type is written. */
#ifndef SPEC_EMIT_SHAPES_H
#define SPEC_EMIT_SHAPES_H

#include "emit_parts.h"

enum part { PART_SCALAR, PART_COLLECTION, PART_VALUE, PART_REQUEST, PART_RESPONSE, PART_ERROR };

enum part emit_part_of(const struct spec_program *program, const struct spec_object *object);

/* Tells whether something outside its own file refers to the members of a shape. */
bool emit_is_shared(const struct spec_program *program, const struct anvil_shape *shape);

/* What the key of a member is called. */
void emit_key_name(FILE *out, const struct spec_emission *emission, const char *key);

/* The C type of a member of a structure or union, such as `const struct x *`, up to its name. */
void emit_member_type(FILE *out, const struct spec_emission *emission,
                      const struct anvil_member *member);

/* The C type of an item of a list or a value of a map, complete. */
void emit_element_type(FILE *out, const struct spec_emission *emission,
                       const struct anvil_shape *container, const struct anvil_member *member);

#endif
