/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Which members of the model the pieces of a text may be: by the key that they stand behind, and by
 * the keys around them. The text says nothing about its shape, so every place with such a name is a
 * candidate and the dice choose.
 */
#ifndef FUZZ_MUTATOR_VOCABULARY_H
#define FUZZ_MUTATOR_VOCABULARY_H

#include "mutator/draft.h"

#include "anvil/shape.h"

/** A member that the value `piece` may be: of its own key, or for an item of the key of the list
 * around it. Any member of the model when no key is known. */
const struct anvil_member *vocabulary_member(struct draft *draft, const struct piece *piece);

/** A shape that an object may have, going by one of its keys or by the key that it stands behind.
 * Any structure when no key is known. */
const struct anvil_shape *vocabulary_shape(struct draft *draft, const struct piece *object);

/** The shape of the whole message: what the targets make of the first byte in front of it, as a
 * request or a response. Any message without such a byte. */
const struct anvil_shape *vocabulary_message(struct draft *draft);

#endif
