/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * A message with a constraint of every sort on every kind that can have it.
 */
#ifndef UNIT_SAMPLE_BOUNDS_H
#define UNIT_SAMPLE_BOUNDS_H

#include "sample/sample_kinds.h"

/** A list of structures that must all differ. */
struct sample_pairs {
    const struct sample_pair *items;
    size_t count;
};

/** A map with constraints on its keys, its values and its size. */
struct sample_key_map {
    const struct sample_byte_entry *entries;
    size_t count;
};

/** A list of maps, and a list of lists of numbers. */
struct sample_map_list {
    const struct sample_text_map *items;
    size_t count;
};
struct sample_longs_list {
    const struct sample_longs *items;
    size_t count;
};
struct sample_floats {
    const struct anvil_float *items;
    size_t count;
};

/** Constraints; ranges include their bounds. */
struct sample_bounds {
    struct anvil_byte byte;         /**< Byte: -2..100 */
    struct anvil_short half;        /**< Short: at least 300 */
    struct anvil_integer word;      /**< Integer: at most -7 */
    struct anvil_long wide;         /**< Long: -9007199254740993..9007199254740993 */
    struct anvil_float single;      /**< Float: 0.1..4.4 */
    struct anvil_double real;       /**< Double: -0.5..1e300 */
    struct anvil_str big_integer;   /**< BigInteger: 18446744073709551616.. */
    struct anvil_str big_decimal;   /**< BigDecimal: -1e-400..1e400 */
    struct anvil_integer level;     /**< Level: 1, 2 or 5, and at most 4 */
    struct anvil_blob blob;         /**< Blob: 2..4 bytes */
    struct sample_floats floats;    /**< Floats: 1..2 items of 0.1..4.4 */
    struct sample_longs longs;      /**< Longs: unique items */
    struct sample_texts_list texts; /**< Texts: 1..40 unique items */
    struct sample_dates dates;      /**< Dates: unique items */
    struct sample_blobs blobs;      /**< Blobs: unique items */
    struct sample_pairs pairs;      /**< Pairs: unique items */
    struct sample_choices choices;  /**< Choices: unique items */
    struct sample_map_list maps;    /**< Maps: unique items */
    struct sample_longs_list lists; /**< Lists: unique items, themselves of unique items */
    struct sample_longs sparse;     /**< Sparse: sparse and unique */
    struct sample_key_map keys;     /**< Keys: 1..3 entries; keys of `^[A-Z]{2}$`, values -2..100 */
    struct anvil_str code;          /**< Code: the target has `^[A-Z]{2}$`, the member 3 to 5 */
    const struct sample_bound_choice *choice; /**< Choice */
};

/** A structure to be compared: C, a text, and N, a number. */
struct sample_pair {
    struct anvil_str c;
    struct anvil_long n;
};

/** A union whose variants are constrained. */
struct sample_bound_choice {
    struct anvil_union choice;
    union {
        struct anvil_str code;                  /**< Code: `^[A-Z]{2}$` */
        struct anvil_byte byte;                 /**< Byte: -2..100 */
        const struct sample_bounds *bounds;     /**< Bounds */
        const struct sample_bound_choice *self; /**< Self */
    } value;
};

extern const struct anvil_shape sample_bounds_shape;
extern const struct anvil_shape sample_bound_choice_shape;

#endif
