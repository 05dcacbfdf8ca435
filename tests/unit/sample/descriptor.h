/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Writing descriptors by hand: what the model compiler does for a service, as initialisers.
 */
#ifndef UNIT_SAMPLE_DESCRIPTOR_H
#define UNIT_SAMPLE_DESCRIPTOR_H

#include "anvil/kind.h"
#include "anvil/shape.h"

#include <stddef.h>

/** The shapes of the kinds without members, by kind; the others are empty. */
extern const struct anvil_shape sample_scalars[ANVIL_KIND_COUNT];

/** The key of a member: `","Name":"`. */
#define KEY(json) "\",\"" json "\":\""

/** Text: its JSON name, the struct and the field that hold it, its constraints, its run, its flags.
 */
#define TEXT_MEMBER(json, owner, field, limits_, run_, flags_)                                     \
    {                                                                                              \
        .key = KEY(json), .target = &sample_scalars[ANVIL_KIND_STRING], .limits = (limits_),       \
        .run = (run_), .offset = offsetof(struct owner, field), .name_bytes = sizeof(json) - 1,    \
        .kind = ANVIL_KIND_STRING, .flags = (flags_)                                               \
    }

/** Any other member: its kind and shape in place of a run. */
#define MEMBER(json, owner, field, kind_, shape_, limits_)                                         \
    {                                                                                              \
        .key = KEY(json), .target = &(shape_), .limits = (limits_),                                \
        .offset = offsetof(struct owner, field), .name_bytes = sizeof(json) - 1, .kind = (kind_)   \
    }

/** A member of a kind that has no members. */
#define SCALAR(json, owner, field, kind_, limits_)                                                 \
    MEMBER(json, owner, field, kind_, sample_scalars[kind_], limits_)

/** A timestamp. */
#define DATE(json, owner, field, format_)                                                          \
    {                                                                                              \
        .key = KEY(json), .target = &sample_scalars[ANVIL_KIND_TIMESTAMP],                         \
        .offset = offsetof(struct owner, field), .name_bytes = sizeof(json) - 1,                   \
        .kind = ANVIL_KIND_TIMESTAMP, .format = (format_)                                          \
    }

/** The item of a list, or a value of a map's entry at `offset_`; neither has a name. */
#define ITEM_AT(offset_, kind_, shape_, limits_, run_)                                             \
    {                                                                                              \
        .key = KEY(""), .target = &(shape_), .limits = (limits_), .run = (run_),                   \
        .offset = (offset_), .kind = (kind_)                                                       \
    }
#define ITEM(kind_, shape_, limits_, run_) ITEM_AT(0, kind_, shape_, limits_, run_)
#define SCALAR_ITEM(kind_, limits_, run_) ITEM(kind_, sample_scalars[kind_], limits_, run_)

/** The key of a map. */
#define MAP_KEY(limits_, run_)                                                                     \
    ITEM_AT(0, ANVIL_KIND_STRING, sample_scalars[ANVIL_KIND_STRING], limits_, run_)
/** The value in the entries of a map. */
#define MAP_VALUE(entry, kind_, shape_, limits_, run_)                                             \
    ITEM_AT(offsetof(struct entry, value), kind_, shape_, limits_, run_)

/** The name of a shape. */
#define NAME(name_) .name = (name_), .name_bytes = sizeof(name_) - 1

/** A structure or union of the C type `struct type`; `members_` is an array. */
#define STRUCTURE(name_, kind_, type, members_, required_, flags_)                                 \
    {                                                                                              \
        .row = (kind_) == ANVIL_KIND_UNION ? &anvil_union_row : &anvil_structure_row, NAME(name_), \
        .members = (members_), .required = (required_), .size = sizeof(struct type),               \
        .member_count = sizeof(members_) / sizeof((members_)[0]), .align = _Alignof(struct type),  \
        .kind = (kind_), .flags = (flags_)                                                         \
    }

/** A list of items of the C type `type`, which have to differ in a UNIQUE_LIST. */
#define LIST(name_, item_, type, flags_) LIST_WITH_ROW(&anvil_list_row, name_, item_, type, flags_)
#define UNIQUE_LIST(name_, item_, type, flags_)                                                    \
    LIST_WITH_ROW(&anvil_unique_list_row, name_, item_, type, flags_)
#define LIST_WITH_ROW(row_, name_, item_, type, flags_)                                            \
    {                                                                                              \
        .row = (row_), NAME(name_), .members = (item_), .size = sizeof(struct anvil_list),         \
        .item_size = sizeof(type), .member_count = 1, .align = _Alignof(struct anvil_list),        \
        .item_align = _Alignof(type), .kind = ANVIL_KIND_LIST, .flags = (flags_)                   \
    }

/** A map of entries of the C type `struct entry`; `members_` are its key and its value. */
#define MAP(name_, members_, entry, flags_)                                                        \
    {                                                                                              \
        .row = &anvil_map_row, NAME(name_), .members = (members_),                                 \
        .size = sizeof(struct anvil_map), .item_size = sizeof(struct entry), .member_count = 2,    \
        .align = _Alignof(struct anvil_map), .item_align = _Alignof(struct entry),                 \
        .kind = ANVIL_KIND_MAP, .flags = (flags_)                                                  \
    }

#endif
