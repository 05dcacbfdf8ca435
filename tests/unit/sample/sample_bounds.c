/* SPDX-License-Identifier: Apache-2.0 */
/* The descriptors of the constrained message. */
#include "sample/sample_bounds.h"

#include "sample/descriptor.h"
#include "sample/sample_limits.h"

#define RANGE_LIMITS(name, ...)                                                                    \
    static const struct anvil_range name##_RANGE = {__VA_ARGS__};                                  \
    static const struct anvil_limits name = {.max = ANVIL_UNLIMITED, .range = &name##_RANGE}

/* A bound that is missing is the end of the type. */
RANGE_LIMITS(SMALL, .min_text = ANVIL_STR("-2"), .max_text = ANVIL_STR("100"), .min_integer = -2,
             .max_integer = 100);
RANGE_LIMITS(LEAST, .min_text = ANVIL_STR("300"), .min_integer = 300, .max_integer = INT64_MAX);
RANGE_LIMITS(MOST, .max_text = ANVIL_STR("-7"), .min_integer = INT64_MIN, .max_integer = -7);
RANGE_LIMITS(WIDE, .min_text = ANVIL_STR("-9007199254740993"),
             .max_text = ANVIL_STR("9007199254740993"), .min_integer = INT64_C(-9007199254740993),
             .max_integer = INT64_C(9007199254740993));
/* rounded as the values are */
RANGE_LIMITS(SINGLE, .min_text = ANVIL_STR("0.1"), .max_text = ANVIL_STR("4.4"),
             .min_real = (double)0.1F, .max_real = (double)4.4F);
RANGE_LIMITS(REAL, .min_text = ANVIL_STR("-0.5"), .max_text = ANVIL_STR("1e300"), .min_real = -0.5,
             .max_real = 1e300);
RANGE_LIMITS(BIG_INTEGER, .min_text = ANVIL_STR("18446744073709551616"));
RANGE_LIMITS(BIG_DECIMAL, .min_text = ANVIL_STR("-1e-400"), .max_text = ANVIL_STR("1e400"));

static const int32_t LEVELS[3] = {1, 2, 5};
static const struct anvil_int_enum LEVEL_ENUM = {LEVELS, 3};
static const struct anvil_range LEVEL_RANGE = {
    .max_text = ANVIL_STR("4"), .min_integer = INT64_MIN, .max_integer = 4};
static const struct anvil_limits LEVEL = {
    .max = ANVIL_UNLIMITED, .range = &LEVEL_RANGE, .numbers = &LEVEL_ENUM};
static const struct anvil_limits TWO_TO_FOUR = {.min = 2, .max = 4};
static const struct anvil_limits ONE_OR_TWO = {.min = 1, .max = 2};
static const struct anvil_limits ONE_TO_THREE = {.min = 1, .max = 3};
static const struct anvil_limits UNIQUE = {.max = ANVIL_UNLIMITED, .is_unique = 1};
static const struct anvil_limits UNIQUE_1_40 = {.min = 1, .max = 40, .is_unique = 1};
/* the length is the member's own, the pattern its target's */
static const struct anvil_limits LONGER_CODE = {
    .min = 3, .max = 5, .pattern = &sample_code_pattern, .escape_free = 1};

static const struct anvil_member FLOAT_ITEM[1] = {SCALAR_ITEM(ANVIL_KIND_FLOAT, &SINGLE, NULL)};
static const struct anvil_shape FLOATS = LIST("Floats", FLOAT_ITEM, struct anvil_float, 0);
static const struct anvil_member LONG_ITEM[1] = {SCALAR_ITEM(ANVIL_KIND_LONG, NULL, NULL)};
static const struct anvil_shape LONGS = UNIQUE_LIST("Longs", LONG_ITEM, struct anvil_long, 0);
static const struct anvil_shape SPARSE =
    UNIQUE_LIST("Sparse", LONG_ITEM, struct anvil_long, ANVIL_SHAPE_SPARSE);
static const struct anvil_member LONGS_ITEM[1] = {ITEM(ANVIL_KIND_LIST, LONGS, &UNIQUE, NULL)};
static const struct anvil_shape LISTS = UNIQUE_LIST("Lists", LONGS_ITEM, struct sample_longs, 0);
static const struct anvil_member TEXT_ITEM[1] = {
    SCALAR_ITEM(ANVIL_KIND_STRING, NULL, &sample_any_run)};
static const struct anvil_shape TEXTS = UNIQUE_LIST("Texts", TEXT_ITEM, struct anvil_str, 0);
static const struct anvil_member DATE_ITEM[1] = {{.key = KEY(""),
                                                  .target = &sample_scalars[ANVIL_KIND_TIMESTAMP],
                                                  .kind = ANVIL_KIND_TIMESTAMP,
                                                  .format = ANVIL_DATE_TIME}};
static const struct anvil_shape DATES = UNIQUE_LIST("Dates", DATE_ITEM, struct anvil_timestamp, 0);
static const struct anvil_member BLOB_ITEM[1] = {SCALAR_ITEM(ANVIL_KIND_BLOB, NULL, NULL)};
static const struct anvil_shape BLOBS = UNIQUE_LIST("Blobs", BLOB_ITEM, struct anvil_blob, 0);
static const struct anvil_member CHOICE_ITEM[1] = {
    ITEM(ANVIL_KIND_UNION, sample_choice_shape, NULL, NULL)};
static const struct anvil_shape CHOICES =
    UNIQUE_LIST("Choices", CHOICE_ITEM, struct sample_choice, 0);

static const struct anvil_member PAIR_MEMBERS[] = {
    TEXT_MEMBER("C", sample_pair, c, NULL, &sample_any_run, 0),
    SCALAR("N", sample_pair, n, ANVIL_KIND_LONG, NULL),
};
static const struct anvil_shape PAIR =
    STRUCTURE("Pair", ANVIL_KIND_STRUCTURE, sample_pair, PAIR_MEMBERS, 0, 0);
static const struct anvil_member PAIR_ITEM[1] = {ITEM(ANVIL_KIND_STRUCTURE, PAIR, NULL, NULL)};
static const struct anvil_shape PAIRS = UNIQUE_LIST("Pairs", PAIR_ITEM, struct sample_pair, 0);

static const struct anvil_member TEXT_MAP[2] = {MAP_KEY(NULL, &sample_any_run),
                                                MAP_VALUE(sample_text_entry, ANVIL_KIND_STRING,
                                                          sample_scalars[ANVIL_KIND_STRING], NULL,
                                                          &sample_any_run)};
static const struct anvil_shape TEXT_MAP_SHAPE = MAP("TextMap", TEXT_MAP, sample_text_entry, 0);
static const struct anvil_member MAP_ITEM[1] = {ITEM(ANVIL_KIND_MAP, TEXT_MAP_SHAPE, NULL, NULL)};
static const struct anvil_shape MAPS = UNIQUE_LIST("Maps", MAP_ITEM, struct sample_text_map, 0);
static const struct anvil_member KEY_MAP[2] = {
    MAP_KEY(&sample_code_limits, &sample_code_run),
    MAP_VALUE(sample_byte_entry, ANVIL_KIND_BYTE, sample_scalars[ANVIL_KIND_BYTE], &SMALL, NULL)};
static const struct anvil_shape KEYS = MAP("Keys", KEY_MAP, sample_byte_entry, 0);

static const struct anvil_member VARIANTS[] = {
    TEXT_MEMBER("Code", sample_bound_choice, value.code, &sample_code_limits, &sample_code_run, 0),
    SCALAR("Byte", sample_bound_choice, value.byte, ANVIL_KIND_BYTE, &SMALL),
    MEMBER("Bounds", sample_bound_choice, value.bounds, ANVIL_KIND_STRUCTURE, sample_bounds_shape,
           NULL),
    MEMBER("Self", sample_bound_choice, value.self, ANVIL_KIND_UNION, sample_bound_choice_shape,
           NULL),
};
const struct anvil_shape sample_bound_choice_shape =
    STRUCTURE("BoundChoice", ANVIL_KIND_UNION, sample_bound_choice, VARIANTS, 0, 0);

#define OF(json, field, kind, limits) SCALAR(json, sample_bounds, field, kind, limits)
#define LIST_OF(json, field, shape, limits)                                                        \
    MEMBER(json, sample_bounds, field, ANVIL_KIND_LIST, shape, limits)

static const struct anvil_member MEMBERS[] = {
    OF("Byte", byte, ANVIL_KIND_BYTE, &SMALL),
    OF("Short", half, ANVIL_KIND_SHORT, &LEAST),
    OF("Integer", word, ANVIL_KIND_INTEGER, &MOST),
    OF("Long", wide, ANVIL_KIND_LONG, &WIDE),
    OF("Float", single, ANVIL_KIND_FLOAT, &SINGLE),
    OF("Double", real, ANVIL_KIND_DOUBLE, &REAL),
    OF("BigInteger", big_integer, ANVIL_KIND_BIG_INTEGER, &BIG_INTEGER),
    OF("BigDecimal", big_decimal, ANVIL_KIND_BIG_DECIMAL, &BIG_DECIMAL),
    OF("Level", level, ANVIL_KIND_INT_ENUM, &LEVEL),
    OF("Blob", blob, ANVIL_KIND_BLOB, &TWO_TO_FOUR),
    LIST_OF("Floats", floats, FLOATS, &ONE_OR_TWO),
    LIST_OF("Longs", longs, LONGS, &UNIQUE),
    LIST_OF("Texts", texts, TEXTS, &UNIQUE_1_40),
    LIST_OF("Dates", dates, DATES, &UNIQUE),
    LIST_OF("Blobs", blobs, BLOBS, &UNIQUE),
    LIST_OF("Pairs", pairs, PAIRS, &UNIQUE),
    LIST_OF("Choices", choices, CHOICES, &UNIQUE),
    LIST_OF("Maps", maps, MAPS, &UNIQUE),
    LIST_OF("Lists", lists, LISTS, &UNIQUE),
    LIST_OF("Sparse", sparse, SPARSE, &UNIQUE),
    MEMBER("Keys", sample_bounds, keys, ANVIL_KIND_MAP, KEYS, &ONE_TO_THREE),
    TEXT_MEMBER("Code", sample_bounds, code, &LONGER_CODE, &sample_no_run, 0),
    MEMBER("Choice", sample_bounds, choice, ANVIL_KIND_UNION, sample_bound_choice_shape, NULL),
};
const struct anvil_shape sample_bounds_shape =
    STRUCTURE("Bounds", ANVIL_KIND_STRUCTURE, sample_bounds, MEMBERS, 0, 0);
