/* SPDX-License-Identifier: Apache-2.0 */
/* Apply statements of a JSON AST. */
#ifndef SPEC_APPLY_H
#define SPEC_APPLY_H

#include "spec.h"

#include <jansson.h>

/* Moves the traits of every apply statement in the "shapes" object of a model to the member that
 * it names, and removes the statement. */
bool spec_apply(struct spec *spec, json_t *shapes);

#endif
