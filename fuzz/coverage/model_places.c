/* SPDX-License-Identifier: Apache-2.0 */
/* Walks from the messages to all that they may hold. The memory is fixed: a model that outgrows it
 * is told so at once. */
#include "coverage/model_places.h"

#include "sample/all_shapes.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OWNERS_MAX 2048
#define PLACES_MAX 16384
/* A power of two, at least twice OWNERS_MAX. */
#define BUCKETS 4096

static struct model_owner owners[OWNERS_MAX];
static struct model_place places[PLACES_MAX];
static const struct model_place *named[PLACES_MAX];
static uint16_t buckets[BUCKETS]; /* 1 + the owner's index */
static struct model_places all;

static size_t bucket_of(const struct anvil_shape *shape) {
    uint64_t mixed = (uint64_t)(uintptr_t)shape * UINT64_C(0x9E3779B97F4A7C15);
    size_t at = (size_t)(mixed >> 52);
    while (buckets[at] != 0 && owners[buckets[at] - 1].shape != shape)
        at = (at + 1) % BUCKETS;
    return at;
}

static bool holds_values(const struct anvil_shape *shape) {
    return shape != NULL && shape->member_count > 0 &&
           (shape->kind == ANVIL_KIND_STRUCTURE || shape->kind == ANVIL_KIND_UNION ||
            shape->kind == ANVIL_KIND_LIST || shape->kind == ANVIL_KIND_MAP);
}

static void add_owner(const struct anvil_shape *shape) {
    size_t bucket = bucket_of(shape);
    if (!holds_values(shape) || buckets[bucket] != 0)
        return;
    if (all.owner_count == OWNERS_MAX || all.place_count + shape->member_count > PLACES_MAX) {
        fputs("model_places.c: the model has outgrown OWNERS_MAX or PLACES_MAX\n", stderr);
        abort();
    }
    struct model_owner *owner = &owners[all.owner_count++];
    buckets[bucket] = (uint16_t)all.owner_count;
    owner->shape = shape;
    owner->first_place = all.place_count;
    for (size_t i = 0; i < shape->member_count; i++) {
        struct model_place *place = &places[all.place_count++];
        place->owner = owner;
        place->member = &shape->members[i];
        if (place->member->name_bytes != 0)
            named[all.named_count++] = place;
    }
}

static int compare_names(struct anvil_str a, struct anvil_str b) {
    int order = memcmp(a.ptr, b.ptr, a.len < b.len ? a.len : b.len);
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

/* By name, then in the order in which they were found, for qsort() keeps no order. */
static int compare_places(const void *a, const void *b) {
    const struct model_place *const *left = a;
    const struct model_place *const *right = b;
    int order =
        compare_names(anvil_member_name((*left)->member), anvil_member_name((*right)->member));
    return order != 0 ? order : (*left > *right) - (*left < *right);
}

/* Holders of holders of defaults are found one step further in every round. */
static bool spread_defaults(void) {
    bool has_spread = false;
    for (size_t i = 0; i < all.place_count; i++) {
        struct model_owner *owner = &owners[places[i].owner - owners];
        size_t target = buckets[bucket_of(places[i].member->target)];
        bool has_defaults = (places[i].member->flags & ANVIL_MEMBER_DEFAULT) != 0 ||
                            (target != 0 && owners[target - 1].has_defaults);
        has_spread = has_spread || (has_defaults && !owner->has_defaults);
        owner->has_defaults = owner->has_defaults || has_defaults;
    }
    return has_spread;
}

const struct model_places *model_places(void) {
    if (all.place_count != 0)
        return &all;
    const struct anvil_shape *messages[ALL_SHAPES_MAX];
    size_t count = all_shapes(messages);
    for (size_t i = 0; i < count; i++)
        add_owner(messages[i]);
    /* Owners that are found on the way are walked in their turn. */
    for (size_t i = 0; i < all.owner_count; i++)
        for (size_t j = 0; j < owners[i].shape->member_count; j++)
            add_owner(owners[i].shape->members[j].target);
    while (spread_defaults())
        continue;
    qsort(named, all.named_count, sizeof *named, compare_places);
    all.places = places;
    all.owners = owners;
    all.by_name = named;
    return &all;
}

const struct model_owner *model_owner_of(const struct anvil_shape *shape) {
    model_places();
    size_t found = buckets[bucket_of(shape)];
    return found == 0 ? NULL : &owners[found - 1];
}

/* How many places come before `name`, or with `is_after` before what follows it. */
static size_t places_before(struct anvil_str name, bool is_after) {
    size_t low = 0;
    size_t high = all.named_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_names(anvil_member_name(named[middle]->member), name);
        if (order < 0 || (is_after && order == 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct model_place **model_places_named(struct anvil_str name, size_t *count) {
    model_places();
    size_t first = places_before(name, false);
    *count = places_before(name, true) - first;
    return named + first;
}
