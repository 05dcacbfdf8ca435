/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Descriptors: a service as constant data. spec/compiler writes them from a Smithy model, the
 * engine walks them, and nobody else needs to look inside.
 *
 * A message is a C struct and the `struct anvil_shape` that describes it. The names are Smithy's: a
 * shape has a kind; a structure, list, map or union has members; a member has a target shape and
 * the constraints that hold for it (its own trait, or else its target's).
 */
#ifndef ANVIL_SHAPE_H
#define ANVIL_SHAPE_H

#include "anvil/port.h"
#include "anvil/str.h"

#include <stdint.h>

ANVIL_BEGIN_C

/** The version of the structs below. Generated tables refuse to compile against another one. */
#define ANVIL_DESCRIPTOR_VERSION 1

/** How deep values may nest, counted in objects and arrays, in known and in skipped values alike.
 */
#define ANVIL_DEPTH_MAX 32

/** The most members that a structure may have: one bit each in a 64-bit mask. */
#define ANVIL_MEMBERS_MAX 64

/** An absent upper bound in `struct anvil_limits`. */
#define ANVIL_UNLIMITED UINT64_MAX

/** Smithy's shape types. The order is that of the engine's kind tables. */
enum anvil_kind {
    ANVIL_KIND_STRUCTURE,   /**< C: a struct; as a member: a pointer to one, NULL when absent */
    ANVIL_KIND_UNION,       /**< not read or written yet */
    ANVIL_KIND_LIST,        /**< C: `struct anvil_list` */
    ANVIL_KIND_MAP,         /**< not read or written yet */
    ANVIL_KIND_STRING,      /**< C: `struct anvil_str` */
    ANVIL_KIND_ENUM,        /**< C: `struct anvil_str`, the text as it came */
    ANVIL_KIND_INT_ENUM,    /**< not read or written yet */
    ANVIL_KIND_BLOB,        /**< not read or written yet */
    ANVIL_KIND_BOOLEAN,     /**< not read or written yet */
    ANVIL_KIND_BYTE,        /**< not read or written yet */
    ANVIL_KIND_SHORT,       /**< not read or written yet */
    ANVIL_KIND_INTEGER,     /**< not read or written yet */
    ANVIL_KIND_LONG,        /**< not read or written yet */
    ANVIL_KIND_FLOAT,       /**< not read or written yet */
    ANVIL_KIND_DOUBLE,      /**< not read or written yet */
    ANVIL_KIND_BIG_INTEGER, /**< not read or written yet */
    ANVIL_KIND_BIG_DECIMAL, /**< not read or written yet */
    ANVIL_KIND_TIMESTAMP,   /**< not read or written yet */
    ANVIL_KIND_DOCUMENT,    /**< not read or written yet */
    ANVIL_KIND_COUNT        /**< the number of kinds */
};

/**
 * The C form of every list: `count` items, one after the other. `items == NULL` means absent, an
 * empty list has a pointer. Generated list structs have this layout with a typed pointer.
 */
struct anvil_list {
    const void *items; /**< first item, or NULL */
    size_t count;      /**< number of items */
};

/**
 * A set of ASCII bytes. Byte c belongs to it when bit (c >> 4) of rows[c & 15] is set and c < 128:
 * one table look-up on the low half of a byte, one on the high half, sixteen bytes at a time.
 */
struct anvil_class {
    uint8_t rows[16]; /**< by the low four bits of the byte; a bit for each of the high four */
};

/**
 * A sufficient condition for good text: `min` to `max` bytes, all of `set`. What satisfies it
 * breaks no constraint of its member and needs no escape in JSON; what does not is looked at more
 * closely. A `min` above `max` says that no text can be told to be good this way.
 */
struct anvil_run {
    struct anvil_class set; /**< never holds the quote, the backslash or a control byte */
    uint32_t min;           /**< least length in bytes */
    uint32_t max;           /**< greatest length in bytes */
};

/** A deterministic automaton over bytes. State 0 rejects for ever; entry at `start`. */
struct anvil_dfa {
    const uint8_t *columns; /**< 256 entries: the column of each byte */
    const uint16_t *next;   /**< state * column_count + column gives the next state */
    const uint8_t *accepts; /**< one entry a state: 1 when text may end there */
    uint16_t column_count;  /**< number of columns */
    uint16_t state_count;   /**< number of states */
    uint16_t start;         /**< the first state */
};

/** A pattern trait, compiled. Exactly one of `run` and `dfa` is set, and it decides alone. */
struct anvil_pattern {
    struct anvil_str source; /**< the regular expression as the model writes it */
    const struct anvil_run
        *run; /**< the pattern is one class repeated; its quote and backslash count */
    const struct anvil_dfa *dfa; /**< any other pattern */
};

/** The values of an enum, in model order. */
struct anvil_enum {
    const struct anvil_str *values; /**< `count` texts */
    uint16_t count;                 /**< number of values */
};

struct anvil_identity_rule; /* anvil/identity.h */

/** The constraints that hold for one member or list item. */
struct anvil_limits {
    uint64_t min;                        /**< least length: code points, entries or bytes */
    uint64_t max;                        /**< greatest length, or #ANVIL_UNLIMITED */
    const struct anvil_pattern *pattern; /**< NULL: any text */
    const struct anvil_enum *values;     /**< NULL: not an enum */
    const struct anvil_identity_rule
        *identity;       /**< which ARNs and IDs it takes; NULL: not an identity */
    uint8_t escape_free; /**< 1: text that matches the pattern never needs a JSON escape */
};

struct anvil_shape;

/** Bits of `struct anvil_member.flags`. */
enum anvil_member_flag {
    ANVIL_MEMBER_REQUIRED = 1, /**< the required trait */
    ANVIL_MEMBER_TOKEN = 2     /**< the idempotencyToken trait */
};

/**
 * One member of a structure, or the item of a list.
 *
 * `key` is the text `","Name":"` so that an encoder can close the string before, name the member
 * and open the string after in one copy; the bare name begins at key + 3 and has `name_bytes`
 * bytes. The item of a list has an empty name.
 */
struct anvil_member {
    const char *key; /**< quote comma quote Name quote colon quote, all JSON-escaped */
    const struct anvil_shape *target;  /**< the shape of its value */
    const struct anvil_limits *limits; /**< its constraints, or NULL */
    const struct anvil_run *run;       /**< strings and enums: what surely is good; else NULL */
    uint16_t name_bytes;               /**< length of the name in bytes */
    uint16_t offset;                   /**< of the value in the C struct, in bytes */
    uint8_t kind;                      /**< the target's kind */
    uint8_t flags;                     /**< enum anvil_member_flag */
};

/** One shape. Lists have one member, the item. */
struct anvil_shape {
    struct anvil_str name;              /**< the shape's name without namespace */
    const struct anvil_member *members; /**< `member_count` members in model order */
    uint64_t required;                  /**< bit i: members[i] is required */
    uint32_t size;         /**< structures: of the C struct, in bytes; else of the value */
    uint16_t member_count; /**< number of members */
    uint8_t align;         /**< alignment of the C form, in bytes */
    uint8_t kind;          /**< enum anvil_kind */
};

/** A member's name as a view of constant memory. */
static inline struct anvil_str anvil_member_name(const struct anvil_member *member) {
    return anvil_str_of(member->key + 3, member->name_bytes);
}

/** What anvil_enum_code() answers for text that the model does not list. */
#define ANVIL_ENUM_UNKNOWN (-1)

/**
 * Looks up the code of an enum's text: 0 for absent text, 1 + the model position of a known value,
 * #ANVIL_ENUM_UNKNOWN for any other text. Generated headers name the codes. Compares bytes, case
 * counts. Cost: linear in the number of values.
 */
ANVIL_API int anvil_enum_code(const struct anvil_enum *values, struct anvil_str text);

ANVIL_END_C

#endif
