/* SPDX-License-Identifier: Apache-2.0 */
/* The traits that the compiler understands. */
#ifndef SPEC_TRAITS_H
#define SPEC_TRAITS_H

#include "model.h"

/* Reads the `traits` object of a shape or member (NULL: none) into `traits`. `where` names it in
 * faults. A trait that changes the wire in a way that is not supported is only noted: it is no
 * fault as long as no message needs it. */
bool spec_read_traits(struct spec *spec, const char *where, const struct json *object,
                      struct spec_traits *traits);

/* Tells whether every trait may stand on a shape of this kind, or on a member whose target has it.
 */
bool spec_check_traits(struct spec *spec, const char *where, const struct spec_traits *traits,
                       int kind, bool on_member);

#endif
