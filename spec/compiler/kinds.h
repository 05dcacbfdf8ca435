/* SPDX-License-Identifier: Apache-2.0 */
/* The shape types of a JSON AST and their properties. */
#ifndef SPEC_KINDS_H
#define SPEC_KINDS_H

#include <stdbool.h>

/* Finds the kind that a JSON AST calls `type`; false for a word that Smithy does not have. */
bool spec_find_kind(const char *type, int *kind);

/* Tells whether the property `key` may stand in a shape of this kind. */
bool spec_has_property(int kind, const char *key);

#endif
