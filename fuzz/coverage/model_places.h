/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Every place of the model: the members of all shapes that messages are made of, found by walking
 * the descriptors. What the mutator draws its words from and what model coverage counts. Knows the
 * tables; knows no message and no engine.
 */
#ifndef FUZZ_COVERAGE_MODEL_PLACES_H
#define FUZZ_COVERAGE_MODEL_PLACES_H

#include "anvil/shape.h"

#include <stdbool.h>
#include <stddef.h>

/** A shape that holds values: a structure, union, list or map. Static memory. */
struct model_owner {
    const struct anvil_shape *shape; /**< the shape */
    size_t first_place;              /**< of its members: their places stand side by side */
    bool has_defaults;               /**< a member of it, or of what it may hold, has a default */
};

/** A member of an owner: a value that a message may hold. Static memory. */
struct model_place {
    const struct model_owner *owner;   /**< whose member it is */
    const struct anvil_member *member; /**< the member */
};

/** All there is. Static memory, the same in every run of a program. */
struct model_places {
    const struct model_place *places;   /**< `place_count` places, owner by owner */
    size_t place_count;                 /**< number of places */
    const struct model_owner *owners;   /**< `owner_count` owners */
    size_t owner_count;                 /**< number of owners */
    const struct model_place **by_name; /**< those that have a name, sorted by it */
    size_t named_count;                 /**< number of those */
};

/** The places of all messages. The first call walks the tables, later ones cost nothing. */
const struct model_places *model_places(void);

/** The owner of a shape, or NULL for a shape of no message. Cost: one look-up in a hash. */
const struct model_owner *model_owner_of(const struct anvil_shape *shape);

/**
 * The places of members with this name, as a slice of `by_name`: `*count` of them, 0 when there are
 * none. Cost: logarithmic in the number of places.
 */
const struct model_place **model_places_named(struct anvil_str name, size_t *count);

#endif
