/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * The C forms of values as anvil/value.h states them, for tests that follow the descriptors.
 * Written apart from the engine's own table of forms.
 */
#ifndef UNIT_SAMPLE_VALUE_FORM_H
#define UNIT_SAMPLE_VALUE_FORM_H

#include "anvil/shape.h"

/** Tells whether a kind's C form is a pointer and a length of bytes. */
bool is_bytes_kind(uint8_t kind);

/** Tells whether a kind is a structure or a union. */
bool is_struct_kind(uint8_t kind);

/** The size of a kind's C form as a member of a structure. */
size_t form_bytes(uint8_t kind);

/** Tells whether nothing is in a member's slot. */
bool is_slot_absent(uint8_t kind, const void *slot);

/** Tells whether structures stand in this container itself and not behind a pointer. */
bool stands_inside(const struct anvil_shape *container);

/** The struct of a structure or union whose slot is in `container`; NULL when absent. */
const void *struct_in_slot(const struct anvil_shape *container, const void *slot);

#endif
