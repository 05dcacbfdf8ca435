/* SPDX-License-Identifier: Apache-2.0 */
/* Documentation of generated declarations, written from the facts of the model. */
#ifndef SPEC_EMIT_DOCS_H
#define SPEC_EMIT_DOCS_H

#include "emit.h"

/* Type and constraints of a member as sentences, without the comment's marks; `next_line` stands
 * where a line ends. */
void emit_member_doc(FILE *out, const struct spec_emission *emission,
                     const struct anvil_member *member, const char *next_line);

/* What a structure is for. */
void emit_shape_doc(FILE *out, const struct spec_emission *emission,
                    const struct spec_object *object);

/* Name, messages and errors of an operation. */
void emit_operation_doc(FILE *out, const struct anvil_operation *operation);

/* A default in one word or two. */
void emit_default_text(FILE *out, const struct anvil_member *member);

#endif
