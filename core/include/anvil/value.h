/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * The C forms of values: what the members of a message's struct are made of.
 *
 * Every form is absent when all its bits are zero, so that a struct with nothing set is an empty
 * message. Forms with a pointer are absent when it is NULL, the others when `is_set` is false.
 */
#ifndef ANVIL_VALUE_H
#define ANVIL_VALUE_H

#include "anvil/port.h"
#include "anvil/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

ANVIL_BEGIN_C

/** A boolean, or nothing. */
struct anvil_boolean {
    bool value;  /**< the boolean */
    bool is_set; /**< it is there */
};

/** A number of 8 bits, or nothing. */
struct anvil_byte {
    int8_t value; /**< the number */
    bool is_set;  /**< it is there */
};

/** A number of 16 bits, or nothing. */
struct anvil_short {
    int16_t value; /**< the number */
    bool is_set;   /**< it is there */
};

/** A number of 32 bits, or nothing. Also an intEnum, whose number may be none of the model's. */
struct anvil_integer {
    int32_t value; /**< the number */
    bool is_set;   /**< it is there */
};

/** A number of 64 bits, or nothing. */
struct anvil_long {
    int64_t value; /**< the number */
    bool is_set;   /**< it is there */
};

/** A binary32 number, NaN and the infinities included, or nothing. */
struct anvil_float {
    float value; /**< the number */
    bool is_set; /**< it is there */
};

/** A binary64 number, NaN and the infinities included, or nothing. */
struct anvil_double {
    double value; /**< the number */
    bool is_set;  /**< it is there */
};

/**
 * A moment, or nothing: seconds since 1970-01-01T00:00:00Z, negative before, and the nanoseconds
 * that follow that second, 0 to 999999999. From the year 1 to the year 9999.
 */
struct anvil_timestamp {
    int64_t seconds;     /**< whole seconds, rounded down */
    int32_t nanoseconds; /**< what is left, never negative */
    bool is_set;         /**< it is there */
};

/** Bytes, or nothing. `ptr == NULL` means absent; an empty blob has a pointer. */
struct anvil_blob {
    const unsigned char *ptr; /**< the first byte */
    size_t len;               /**< how many */
};

/**
 * The C form of every list: `count` items, one after the other. `items == NULL` means absent, an
 * empty list has a pointer. Generated list structs have this layout with a typed pointer. The items
 * of a list of structures are the structures themselves; of a sparse one they are pointers, NULL
 * for null.
 */
struct anvil_list {
    const void *items; /**< the first item */
    size_t count;      /**< how many */
};

/**
 * The C form of every map: `count` entries in the order of the message. `entries == NULL` means
 * absent, an empty map has a pointer. Generated entry structs hold `struct anvil_str key` and then
 * the value, in the form of a list's item.
 */
struct anvil_map {
    const void *entries; /**< the first entry */
    size_t count;        /**< how many */
};

/** What `struct anvil_union.member` is for a variant that the model does not have. */
#define ANVIL_UNION_UNKNOWN (-1)

/**
 * What every generated union begins with. Its values follow, side by side in a C union named
 * `value`.
 */
struct anvil_union {
    int32_t member; /**< 0: none; 1 + the model position of the variant; #ANVIL_UNION_UNKNOWN */
    struct anvil_str unknown_name; /**< an unknown variant's name */
    struct anvil_str
        unknown_value; /**< an unknown variant's value as JSON text; it cannot be sent */
};

ANVIL_END_C

#endif
