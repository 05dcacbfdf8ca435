/* SPDX-License-Identifier: Apache-2.0 */
/* Makes a JSON AST whole, so that nothing behind it has to know of mixins, apply statements and
 * overlays. */
#ifndef SPEC_WHOLE_H
#define SPEC_WHOLE_H

#include "json_tree.h"

/* Flattens the mixins of `shapes` and carries out its apply statements, which are then gone. */
bool spec_make_whole(struct spec *spec, struct json *shapes);

/* Carries out the statements of an overlay, a whole JSON AST, on whole shapes. */
bool spec_apply_overlay(struct spec *spec, struct json *shapes, const struct json *overlay);

/* The object that an ID names in `shapes`: a shape, or a member (Shape$member). NULL without one;
 * false with a fault. */
bool spec_find_definition(struct spec *spec, const struct json *shapes, const char *id,
                          struct json **out);

/* The member `name` of a shape's object, or NULL; lists and maps have "member", "key", "value". */
struct json *spec_find_part(const struct json *shape, const char *name);

/* The "traits" of a shape or member, made if they are not there; NULL with a fault. */
struct json *spec_traits_of(struct spec *spec, const char *id, struct json *object);

#endif
