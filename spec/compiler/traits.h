/* SPDX-License-Identifier: Apache-2.0 */
/* The traits that the compiler understands. */
#ifndef SPEC_TRAITS_H
#define SPEC_TRAITS_H

#include "model.h"

#include <jansson.h>

/* Reads the `traits` object of a shape or member (NULL: none) into `traits`. `where` names it in
 * faults. A trait that is neither understood nor known to change nothing on the wire is refused. */
bool spec_read_traits(struct spec *spec, const char *where, json_t *object,
                      struct spec_traits *traits);

/* Tells whether every trait may stand on a shape of this kind, or on a member whose target has it.
 */
bool spec_check_traits(struct spec *spec, const char *where, const struct spec_traits *traits,
                       int kind, bool on_member);

/* Typed access to JSON, with faults that name the property. */
bool spec_json_text(struct spec *spec, const char *where, const json_t *object, const char *key,
                    bool is_needed, const char **out);
bool spec_json_names(struct spec *spec, const char *where, const json_t *object, const char *key,
                     struct spec_array *out);

#endif
