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
#include "anvil/value.h"

#include <stdint.h>

ANVIL_BEGIN_C

/** The version of the structs below. Generated tables refuse to compile against another one. */
#define ANVIL_DESCRIPTOR_VERSION 3

/** How deep values may nest, counted in objects and arrays, in known and in skipped values alike.
 */
#define ANVIL_DEPTH_MAX 32

/** An absent upper bound in `struct anvil_limits`. */
#define ANVIL_UNLIMITED UINT64_MAX

/**
 * Smithy's shape types, and the C form of each as a member. Every form is absent when all its bits
 * are zero. The order is that of the engine's kind tables.
 */
enum anvil_kind {
    ANVIL_KIND_STRUCTURE,   /**< a pointer to a struct, NULL when absent; itself as item of a dense
                               list */
    ANVIL_KIND_UNION,       /**< the same, of a struct that begins with `struct anvil_union` */
    ANVIL_KIND_LIST,        /**< `struct anvil_list` */
    ANVIL_KIND_MAP,         /**< `struct anvil_map` */
    ANVIL_KIND_STRING,      /**< `struct anvil_str` */
    ANVIL_KIND_ENUM,        /**< `struct anvil_str`, the text as it came */
    ANVIL_KIND_INT_ENUM,    /**< `struct anvil_integer`, the number as it came */
    ANVIL_KIND_BLOB,        /**< `struct anvil_blob`, the bytes behind the base64 */
    ANVIL_KIND_BOOLEAN,     /**< `struct anvil_boolean` */
    ANVIL_KIND_BYTE,        /**< `struct anvil_byte` */
    ANVIL_KIND_SHORT,       /**< `struct anvil_short` */
    ANVIL_KIND_INTEGER,     /**< `struct anvil_integer` */
    ANVIL_KIND_LONG,        /**< `struct anvil_long` */
    ANVIL_KIND_FLOAT,       /**< `struct anvil_float` */
    ANVIL_KIND_DOUBLE,      /**< `struct anvil_double` */
    ANVIL_KIND_BIG_INTEGER, /**< `struct anvil_str`, the number as it is written */
    ANVIL_KIND_BIG_DECIMAL, /**< `struct anvil_str`, the number as it is written */
    ANVIL_KIND_TIMESTAMP,   /**< `struct anvil_timestamp` */
    ANVIL_KIND_DOCUMENT,    /**< `struct anvil_str`, the JSON text as it stands */
    ANVIL_KIND_COUNT        /**< the number of kinds */
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
    const uint8_t *narrow;  /**< state * column_count + column gives the next state; NULL above 256
                               states */
    const uint16_t *wide;   /**< the same above 256 states; else NULL */
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

/** The values of an enum, in model order; see anvil_enum_value(). */
struct anvil_enum {
    const char *text;     /**< all values, one after the other */
    const uint16_t *ends; /**< `count` places in `text`, in bytes: where each value ends */
    uint16_t count;       /**< number of values */
};

/** The value `index`, which is below `values->count`, as a view of constant memory. */
static inline struct anvil_str anvil_enum_value(const struct anvil_enum *values, size_t index) {
    size_t begin = index != 0 ? values->ends[index - 1] : 0;
    return anvil_str_of(values->text + begin, values->ends[index] - begin);
}

struct anvil_identity_rule; /* anvil/identity.h */

/** A range trait. Floats hold the bounds rounded to their own precision; of big numbers the text
 * counts. */
struct anvil_range {
    struct anvil_str min_text; /**< the lower bound as the model writes it; absent: none */
    struct anvil_str max_text; /**< the upper bound as the model writes it; absent: none */
    int64_t min_integer;       /**< byte to long: the least value */
    int64_t max_integer;       /**< byte to long: the greatest value */
    double min_real;           /**< float and double: the least value */
    double max_real;           /**< float and double: the greatest value */
};

/** The values of an intEnum, in model order. */
struct anvil_int_enum {
    const int32_t *values; /**< `count` numbers */
    uint16_t count;        /**< number of values */
};

/** The constraints that hold for one member, list item, map key or map value, and its default: what
 * most members do not have. */
struct anvil_limits {
    uint64_t min;                        /**< least length: code points, entries or bytes */
    uint64_t max;                        /**< greatest length, or #ANVIL_UNLIMITED */
    const struct anvil_pattern *pattern; /**< NULL: any text */
    const struct anvil_enum *values;     /**< NULL: not an enum */
    const struct anvil_identity_rule
        *identity;                        /**< which ARNs and IDs it takes; NULL: not an identity */
    const struct anvil_range *range;      /**< NULL: any number */
    const struct anvil_int_enum *numbers; /**< NULL: not an intEnum */
    const void *default_value;            /**< in the member's C form; NULL: none */
    uint8_t is_unique;                    /**< 1: the uniqueItems trait */
    uint8_t escape_free; /**< 1: text that matches the pattern never needs a JSON escape */
};

struct anvil_shape;
struct anvil_kind_row; /* anvil/kind.h */

/** Bits of `struct anvil_member.flags`. */
enum anvil_member_flag {
    ANVIL_MEMBER_REQUIRED = 1, /**< the required trait */
    ANVIL_MEMBER_TOKEN = 2,    /**< the idempotencyToken trait */
    ANVIL_MEMBER_CLIENT_OPTIONAL =
        4,                   /**< the clientOptional trait: clients do not use the default */
    ANVIL_MEMBER_DEFAULT = 8 /**< `limits` has a default */
};

/** How a timestamp is written, see Smithy's timestampFormat trait. */
enum anvil_timestamp_format {
    ANVIL_EPOCH_SECONDS, /**< a JSON number: 946845296.123; the protocol's default */
    ANVIL_DATE_TIME,     /**< RFC 3339: "2000-01-02T20:34:56.123Z" */
    ANVIL_HTTP_DATE      /**< RFC 9110: "Sun, 02 Jan 2000 20:34:56 GMT" */
};

/**
 * One member of a structure or union, the item of a list, the key or the value of a map.
 *
 * `key` is the text `","Name":"` so that an encoder can close the string before, name the member
 * and open the string after in one copy; the bare name begins at key + 3 and has `name_bytes`
 * bytes. Items, keys and values have an empty name.
 */
struct anvil_member {
    const char *key;                   /**< quote comma quote Name quote colon quote */
    const struct anvil_shape *target;  /**< the shape of its value */
    const struct anvil_limits *limits; /**< its constraints, or NULL */
    const struct anvil_run *run;       /**< strings and enums: what surely is good; else NULL */
    uint32_t offset;                   /**< of the value in the C struct or map entry, in bytes */
    uint16_t name_bytes;               /**< length of the name in bytes */
    uint8_t kind;                      /**< the target's kind */
    uint8_t flags : 5;                 /**< enum anvil_member_flag */
    uint8_t format : 3;                /**< timestamps: enum anvil_timestamp_format */
};

/** Bits of `struct anvil_shape.flags`. */
enum anvil_shape_flag {
    ANVIL_SHAPE_SPARSE = 1,  /**< lists and maps: null is a value */
    ANVIL_SHAPE_INPUT = 2,   /**< the input of an operation */
    ANVIL_SHAPE_DEFAULTS = 4 /**< some member has a default */
};

/** One shape. Lists have one member, the item; maps have two, the key and the value. */
struct anvil_shape {
    const struct anvil_kind_row *row;   /**< what the engine does with its kind */
    const char *name;                   /**< its name without namespace, see anvil_shape_name() */
    const struct anvil_member *members; /**< `member_count` members in model order */
    uint64_t required;  /**< bit i of the first 64 members: members[i] is required */
    uint32_t size;      /**< of the C struct (structures, unions) or else of the C form, in bytes */
    uint32_t item_size; /**< lists, maps: from one item or entry to the next, in bytes */
    uint16_t member_count; /**< number of members */
    uint8_t align;         /**< alignment of what `size` measures */
    uint8_t item_align;    /**< lists, maps: alignment of an item or entry */
    uint8_t kind;          /**< enum anvil_kind */
    uint8_t flags;         /**< enum anvil_shape_flag */
    uint16_t name_bytes;   /**< length of the name in bytes */
};

/** A shape's name as a view of constant memory. */
static inline struct anvil_str anvil_shape_name(const struct anvil_shape *shape) {
    return anvil_str_of(shape->name, shape->name_bytes);
}

/** A member's name as a view of constant memory. */
static inline struct anvil_str anvil_member_name(const struct anvil_member *member) {
    return anvil_str_of(member->key + 3, member->name_bytes);
}

/** A member's default in its C form, or NULL. */
static inline const void *anvil_member_default(const struct anvil_member *member) {
    return (member->flags & ANVIL_MEMBER_DEFAULT) != 0 ? member->limits->default_value : NULL;
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
