/* SPDX-License-Identifier: Apache-2.0 */
/* The same message in another form: JSON rewritten token by token, apart from the engine. */
#ifndef FUZZ_OTHER_FORM_H
#define FUZZ_OTHER_FORM_H

#include "anvil/str.h"

/* The most bytes that a rewritten message has. */
#define OTHER_FORM_BYTES(len) (2 * (len) + 4)

/* Writes `json`, which is JSON without an error, to `out` with white space between its tokens and,
 * if `reverses`, with the members of every object in reverse order. Returns the length. */
size_t other_form(struct anvil_str json, bool reverses, char *out);

#endif
