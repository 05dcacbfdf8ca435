/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Messages whose members have defaults: as the input of an operation and as its output.
 */
#ifndef UNIT_SAMPLE_DEFAULTS_H
#define UNIT_SAMPLE_DEFAULTS_H

#include "sample/sample_kinds.h"

struct sample_defaults;

/** A list and a map of structures with defaults. */
struct sample_defaults_list {
    const struct sample_defaults *items;
    size_t count;
};
struct sample_defaults_map {
    const struct sample_defaults_entry *entries;
    size_t count;
};

/** A default for every kind that can have one. */
struct sample_defaults {
    struct anvil_boolean boolean;           /**< Boolean: true */
    struct anvil_byte byte;                 /**< Byte: 0, although only -2 to -1 are in its range */
    struct anvil_short half;                /**< Short: 2 */
    struct anvil_integer word;              /**< Integer: 3 */
    struct anvil_long wide;                 /**< Long: 4 */
    struct anvil_float single;              /**< Float: 0.5 */
    struct anvil_double real;               /**< Double: 0.25 */
    struct anvil_str big;                   /**< Big: 6 */
    struct anvil_integer level;             /**< Level: 7 */
    struct anvil_str text;                  /**< Text: "t", required */
    struct anvil_str color;                 /**< Color: "" */
    struct anvil_blob blob;                 /**< Blob: abc */
    struct anvil_timestamp date;            /**< Date: 1970-01-01T00:00:08Z */
    struct anvil_str document;              /**< Document: [9] */
    struct sample_texts_list texts;         /**< Texts: [] */
    struct sample_text_map map;             /**< Map: {} */
    struct anvil_str optional;              /**< Optional: "o", clientOptional */
    struct anvil_str plain;                 /**< Plain: none */
    const struct sample_defaults *defaults; /**< Defaults */
    struct sample_defaults_list list;       /**< List */
    struct sample_defaults_map things;      /**< Things */
    const struct sample_default_choice *choice; /**< Choice */
};

/** An entry of Things. */
struct sample_defaults_entry {
    struct anvil_str key;
    struct sample_defaults value;
};

/** A union with such a structure. */
struct sample_default_choice {
    struct anvil_union choice;
    union {
        const struct sample_defaults *defaults; /**< Defaults */
    } value;
};

/** The same members, as an operation's input and as anything else. */
extern const struct anvil_shape sample_default_input_shape;
extern const struct anvil_shape sample_default_output_shape;

#endif
