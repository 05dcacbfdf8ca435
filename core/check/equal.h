/* SPDX-License-Identifier: Apache-2.0 */
/* Whether two values are equal, and a number that is the same for equal ones. Both walk through
 * containers on the frames that the checker has not opened, which are as many as the value may have
 * levels: a deeper one equals nothing, and the check fails when it comes there. */
#ifndef ANVIL_CHECK_EQUAL_H
#define ANVIL_CHECK_EQUAL_H

#include "base/form.h"
#include "check/checker.h"

/* Tells whether two items of a list of the shape `list` are equal: text by its bytes, numbers and
 * timestamps by value, maps without regard to order, absent like absent. */
ANVIL_LOCAL bool anvil_items_equal(struct checker *checker, const struct anvil_shape *list,
                                   const unsigned char *a, const unsigned char *b);

/* A hash of an item. */
ANVIL_LOCAL uint64_t anvil_item_hash(struct checker *checker, const struct anvil_shape *list,
                                     const unsigned char *item);

/* The bytes that tell a scalar value from others of its kind. */
ANVIL_LOCAL struct anvil_blob anvil_scalar_bytes(uint8_t kind, const unsigned char *slot);

/* Opens a frame for the container in a slot, with nothing to compare it with; false when it would
 * be too deep. Of a union the member that is set is the only one. */
ANVIL_LOCAL bool anvil_open_to_compare(struct checker *checker, const struct anvil_shape *container,
                                       const struct anvil_member *member,
                                       const unsigned char *slot);

/* Where to stop: behind the last member, or the one that is set; behind the last item or entry.
 * `base` is as in frames. */
ANVIL_LOCAL size_t anvil_end_of_values(const struct anvil_shape *shape, const unsigned char *base);

/* The member `index` of a structure or union, the item `index` of a list. */
ANVIL_LOCAL const unsigned char *anvil_value_at(const struct anvil_shape *shape,
                                                const unsigned char *base, size_t index);

#endif
