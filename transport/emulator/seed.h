/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The account to begin with. A seed is what the service itself answers to Describe... and List...,
 * one JSON object after the other or in one array; README.md beside this file has the details.
 * Knows the generated shapes and the store, and no request.
 */
#ifndef EMULATOR_SEED_H
#define EMULATOR_SEED_H

#include "account_store.h"
#include "anvil/shape.h"

#include <stddef.h>

/* The longest text of a resource, and of all its keywords together, in bytes. */
#define SEED_TEXT_BYTES_MAX ((size_t)2048)
#define SEED_KEYWORDS_BYTES_MAX ((size_t)16 << 10)

/* The seed that is used when none is named, made of sample-seed.json. */
extern const char anvil_emulator_sample_seed[];
extern const size_t anvil_emulator_sample_seed_bytes;

/* A seed on its way into a store. */
struct seed {
    struct account_store *store;
    const char *name; /* what problems call it */
    char *problem;    /* ANVIL_EMULATOR_PROBLEM_BYTES */
    size_t document;  /* the one that is being read, from 1 */
    const char *list; /* the list in it, and the item in the list: where problems are */
    size_t item;
};

/* One kind of answer that a seed may hold. */
struct seed_part {
    const struct anvil_shape *shape;
    /* Takes in what a document holds of it. False after anvil_seed_fail() or
     * anvil_seed_store_failed(). */
    bool (*add)(struct seed *seed, const void *value);
};

/* What describes resources, and what says how they belong together, which is read when all
 * resources are there; each ends with an empty entry. */
extern const struct seed_part anvil_seed_resource_parts[];
extern const struct seed_part anvil_seed_relation_parts[];

/* Reads a file, or the sample when `path` is NULL, into a store that is empty; the caller has begun
 * a transaction. False with a problem. */
bool anvil_seed_load(struct account_store *store, const char *path, char *problem);

/* Cuts the next JSON text off the front of `rest`: an object, or what stands where one should.
 * False at the end. `is_list` is false before the first and remembers whether they stand in an
 * array. */
bool anvil_seed_next_document(struct anvil_str *rest, bool *is_list, struct anvil_str *document);

/* Says what is wrong with a member of the current item. Both return false. */
bool anvil_seed_fail(struct seed *seed, const char *member, const char *problem);
bool anvil_seed_store_failed(struct seed *seed);

#endif
