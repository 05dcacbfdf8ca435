/* SPDX-License-Identifier: Apache-2.0 */
/* How a value of each kind is held in C on the machine that runs this. The generated tables ask the
 * compiler that reads them instead. */
#ifndef SPEC_C_FORM_H
#define SPEC_C_FORM_H

#include "anvil/shape.h"

struct c_form {
    uint32_t size;
    uint8_t align;
    const char *type; /* its C type; NULL for structures, unions, lists and maps */
};

/* The C form of a kind as a member; of a structure or union that is a pointer. */
struct c_form spec_c_form(int kind);

/* Rounds `offset` up to a multiple of `align`. */
uint32_t spec_align(uint32_t offset, uint32_t align);

/* Tells whether structures and unions stand in a list or map itself, rather than behind pointers.
 */
bool spec_holds_structures(const struct anvil_shape *container);

/* How many words behind the members of a structure remember which of those from the 65th on have
 * been read. */
uint32_t spec_mark_words(uint32_t member_count);

#endif
