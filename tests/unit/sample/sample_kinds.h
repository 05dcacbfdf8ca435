/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * A message with a member of every kind, and with containers of every sort: lists, maps and unions
 * of each other, dense and sparse. Nothing in it is constrained.
 */
#ifndef UNIT_SAMPLE_SAMPLE_KINDS_H
#define UNIT_SAMPLE_SAMPLE_KINDS_H

#include "anvil/shape.h"

struct sample_kinds;

/** A list of text; of numbers; of moments; of blobs; of documents; of levels. */
struct sample_texts_list {
    const struct anvil_str *items;
    size_t count;
};
struct sample_longs {
    const struct anvil_long *items;
    size_t count;
};
struct sample_dates {
    const struct anvil_timestamp *items;
    size_t count;
};
struct sample_blobs {
    const struct anvil_blob *items;
    size_t count;
};

/** A list of structures that may be null. */
struct sample_kinds_list {
    const struct sample_kinds *const *items;
    size_t count;
};

/** A map of text, which may be a sparse one. */
struct sample_text_entry {
    struct anvil_str key;
    struct anvil_str value;
};
struct sample_text_map {
    const struct sample_text_entry *entries;
    size_t count;
};

/** A map of bytes: an entry whose value is smaller than its alignment. */
struct sample_byte_entry {
    struct anvil_str key;
    struct anvil_byte value;
};
struct sample_byte_map {
    const struct sample_byte_entry *entries;
    size_t count;
};

/** A map of lists of text, and a map of such maps. */
struct sample_group_entry {
    struct anvil_str key;
    struct sample_texts_list value;
};
struct sample_group_map {
    const struct sample_group_entry *entries;
    size_t count;
};
struct sample_nest_entry {
    struct anvil_str key;
    struct sample_group_map value;
};
struct sample_nest_map {
    const struct sample_nest_entry *entries;
    size_t count;
};

/** A structure without members, as a variant that says nothing. */
struct sample_unit {
    char nothing; /**< C has no empty struct */
};

/** A union with a variant of every sort. */
struct sample_choice {
    struct anvil_union choice;
    union {
        struct anvil_str text;              /**< Text */
        struct anvil_long number;           /**< Number */
        const struct sample_unit *unit;     /**< Unit */
        const struct sample_choice *choice; /**< Choice */
        const struct sample_kinds *kinds;   /**< Kinds */
        struct sample_texts_list texts;     /**< Texts */
        struct sample_text_map map;         /**< Map */
        struct anvil_str document;          /**< Document */
        struct anvil_blob blob;             /**< Blob */
    } value;
};

/** The positions of its variants, as `struct anvil_union.member` tells them. */
enum sample_choice_member {
    CHOICE_TEXT = 1,
    CHOICE_NUMBER,
    CHOICE_UNIT,
    CHOICE_CHOICE,
    CHOICE_KINDS,
    CHOICE_TEXTS,
    CHOICE_MAP,
    CHOICE_DOCUMENT,
    CHOICE_BLOB
};

/** A dense list of unions, which stand in it. */
struct sample_choices {
    const struct sample_choice *items;
    size_t count;
};

/** A dense map of structures, which stand in it, and a sparse one of pointers. */
struct sample_thing_map {
    const struct sample_thing_entry *entries;
    size_t count;
};
struct sample_pointer_entry {
    struct anvil_str key;
    const struct sample_kinds *value;
};
struct sample_pointer_map {
    const struct sample_pointer_entry *entries;
    size_t count;
};

/** Every kind. */
struct sample_kinds {
    struct anvil_boolean boolean;       /**< Boolean */
    struct anvil_byte byte;             /**< Byte */
    struct anvil_short half;            /**< Short */
    struct anvil_integer word;          /**< Integer */
    struct anvil_long wide;             /**< Long */
    struct anvil_float single;          /**< Float */
    struct anvil_double real;           /**< Double */
    struct anvil_str big_integer;       /**< BigInteger */
    struct anvil_str big_decimal;       /**< BigDecimal */
    struct anvil_integer level;         /**< Level, an intEnum */
    struct anvil_blob blob;             /**< Blob */
    struct anvil_timestamp epoch;       /**< Epoch */
    struct anvil_timestamp date_time;   /**< DateTime */
    struct anvil_timestamp http_date;   /**< HttpDate */
    struct anvil_str document;          /**< Document */
    const struct sample_choice *choice; /**< Choice */
    const struct sample_kinds *kinds;   /**< Kinds */
    struct sample_longs longs;          /**< Longs */
    struct sample_longs sparse_longs;   /**< SparseLongs */
    struct sample_texts_list sparse;    /**< SparseTexts */
    struct sample_dates dates;          /**< Dates, with date-time */
    struct sample_blobs blobs;          /**< Blobs */
    struct sample_texts_list documents; /**< Documents */
    struct sample_choices choices;      /**< Choices */
    struct sample_kinds_list list;      /**< SparseKinds */
    struct sample_text_map texts;       /**< Texts */
    struct sample_text_map sparse_map;  /**< SparseMap */
    struct sample_byte_map bytes;       /**< Bytes */
    struct sample_group_map groups;     /**< Groups */
    struct sample_nest_map nests;       /**< Nests */
    struct sample_thing_map things;     /**< Things */
    struct sample_pointer_map pointers; /**< Pointers */
    struct anvil_str end;               /**< End, a text behind all others */
};

/** An entry of Things. */
struct sample_thing_entry {
    struct anvil_str key;
    struct sample_kinds value;
};

extern const struct anvil_shape sample_unit_shape;
extern const struct anvil_shape sample_choice_shape;
extern const struct anvil_shape sample_kinds_shape;

/** A message with a value of every kind and sort, as it is encoded. */
extern const struct anvil_str sample_kinds_text;
/** The same, written in every other way that means the same; keys and members twice left out. */
extern const struct anvil_str sample_kinds_other_text;

/** A text from a literal, as an initialiser of blobs. */
#define BLOB(literal)                                                                              \
    { (const unsigned char *)("" literal), sizeof(literal) - 1 }

#endif
