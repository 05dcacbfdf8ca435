/* SPDX-License-Identifier: Apache-2.0 */
/* The descriptors of the messages with defaults. */
#include "sample/sample_defaults.h"

#include "sample/descriptor.h"
#include "sample/sample_limits.h"

/* A default and the constraints beside it. */
#define DEFAULT(name, type, ...)                                                                   \
    static const struct type name##_DEFAULT = __VA_ARGS__;                                         \
    static const struct anvil_limits name = {.max = ANVIL_UNLIMITED,                               \
                                             .default_value = &name##_DEFAULT}
#define LITERAL(...)                                                                               \
    { __VA_ARGS__ }

static const char NOTHING[1] = "";

DEFAULT(BOOLEAN, anvil_boolean, LITERAL(true, true));
static const struct anvil_byte BYTE_DEFAULT = {0, true};
static const struct anvil_range BYTE_RANGE = {
    .min_text = ANVIL_STR("-2"), .max_text = ANVIL_STR("-1"), .min_integer = -2, .max_integer = -1};
static const struct anvil_limits BYTE = {
    .max = ANVIL_UNLIMITED, .range = &BYTE_RANGE, .default_value = &BYTE_DEFAULT};
DEFAULT(SHORT, anvil_short, LITERAL(2, true));
DEFAULT(INTEGER, anvil_integer, LITERAL(3, true));
DEFAULT(LONG, anvil_long, LITERAL(4, true));
DEFAULT(FLOAT, anvil_float, LITERAL(0.5F, true));
DEFAULT(DOUBLE, anvil_double, LITERAL(0.25, true));
DEFAULT(BIG, anvil_str, ANVIL_STR("6"));
DEFAULT(LEVEL, anvil_integer, LITERAL(7, true));
DEFAULT(TEXT, anvil_str, ANVIL_STR("t"));
DEFAULT(COLOR, anvil_str, LITERAL(NOTHING, 0));
DEFAULT(BLOB_ABC, anvil_blob, BLOB("abc"));
DEFAULT(MOMENT, anvil_timestamp, LITERAL(8, 0, true));
DEFAULT(DOCUMENT, anvil_str, ANVIL_STR("[9]"));
DEFAULT(NO_TEXTS, anvil_list, LITERAL(NOTHING, 0));
DEFAULT(NO_ENTRIES, anvil_map, LITERAL(NOTHING, 0));
DEFAULT(OPTIONAL, anvil_str, ANVIL_STR("o"));

static const struct anvil_member TEXT_ITEM[1] = {
    SCALAR_ITEM(ANVIL_KIND_STRING, NULL, &sample_any_run)};
static const struct anvil_shape TEXTS = LIST("Texts", TEXT_ITEM, struct anvil_str, 0);
static const struct anvil_member TEXT_MAP[2] = {MAP_KEY(NULL, &sample_any_run),
                                                MAP_VALUE(sample_text_entry, ANVIL_KIND_STRING,
                                                          sample_scalars[ANVIL_KIND_STRING], NULL,
                                                          &sample_any_run)};
static const struct anvil_shape MAP_SHAPE = MAP("Map", TEXT_MAP, sample_text_entry, 0);
static const struct anvil_member ITEMS[1] = {
    ITEM(ANVIL_KIND_STRUCTURE, sample_default_output_shape, NULL, NULL)};
static const struct anvil_shape LIST_SHAPE = LIST("List", ITEMS, struct sample_defaults, 0);
static const struct anvil_member THINGS[2] = {MAP_KEY(NULL, &sample_any_run),
                                              MAP_VALUE(sample_defaults_entry, ANVIL_KIND_STRUCTURE,
                                                        sample_default_output_shape, NULL, NULL)};
static const struct anvil_shape THINGS_SHAPE = MAP("Things", THINGS, sample_defaults_entry, 0);
static const struct anvil_member VARIANTS[] = {MEMBER("Defaults", sample_default_choice,
                                                      value.defaults, ANVIL_KIND_STRUCTURE,
                                                      sample_default_output_shape, NULL)};
static const struct anvil_shape CHOICE_SHAPE =
    STRUCTURE("DefaultChoice", ANVIL_KIND_UNION, sample_default_choice, VARIANTS, 0, 0);

#define DEFAULTED(json, field, kind_, shape_, limits_, run_, flags_)                               \
    {                                                                                              \
        .key = KEY(json), .target = &(shape_), .limits = &(limits_), .run = (run_),                \
        .offset = offsetof(struct sample_defaults, field), .name_bytes = sizeof(json) - 1,         \
        .kind = (kind_), .flags = ANVIL_MEMBER_DEFAULT | (flags_)                                  \
    }
#define OF(json, field, kind, limits)                                                              \
    DEFAULTED(json, field, kind, sample_scalars[kind], limits, NULL, 0)
#define TEXT_OF(json, field, kind, limits, flags)                                                  \
    DEFAULTED(json, field, kind, sample_scalars[kind], limits, &sample_any_run, flags)

static const struct anvil_member MEMBERS[] = {
    OF("Boolean", boolean, ANVIL_KIND_BOOLEAN, BOOLEAN),
    OF("Byte", byte, ANVIL_KIND_BYTE, BYTE),
    OF("Short", half, ANVIL_KIND_SHORT, SHORT),
    OF("Integer", word, ANVIL_KIND_INTEGER, INTEGER),
    OF("Long", wide, ANVIL_KIND_LONG, LONG),
    OF("Float", single, ANVIL_KIND_FLOAT, FLOAT),
    OF("Double", real, ANVIL_KIND_DOUBLE, DOUBLE),
    OF("Big", big, ANVIL_KIND_BIG_INTEGER, BIG),
    OF("Level", level, ANVIL_KIND_INT_ENUM, LEVEL),
    TEXT_OF("Text", text, ANVIL_KIND_STRING, TEXT, ANVIL_MEMBER_REQUIRED),
    TEXT_OF("Color", color, ANVIL_KIND_ENUM, COLOR, 0),
    OF("Blob", blob, ANVIL_KIND_BLOB, BLOB_ABC),
    {.key = KEY("Date"),
     .target = &sample_scalars[ANVIL_KIND_TIMESTAMP],
     .limits = &MOMENT,
     .offset = offsetof(struct sample_defaults, date),
     .name_bytes = 4,
     .kind = ANVIL_KIND_TIMESTAMP,
     .flags = ANVIL_MEMBER_DEFAULT,
     .format = ANVIL_DATE_TIME},
    OF("Document", document, ANVIL_KIND_DOCUMENT, DOCUMENT),
    DEFAULTED("Texts", texts, ANVIL_KIND_LIST, TEXTS, NO_TEXTS, NULL, 0),
    DEFAULTED("Map", map, ANVIL_KIND_MAP, MAP_SHAPE, NO_ENTRIES, NULL, 0),
    TEXT_OF("Optional", optional, ANVIL_KIND_STRING, OPTIONAL, ANVIL_MEMBER_CLIENT_OPTIONAL),
    TEXT_MEMBER("Plain", sample_defaults, plain, NULL, &sample_any_run, 0),
    MEMBER("Defaults", sample_defaults, defaults, ANVIL_KIND_STRUCTURE, sample_default_output_shape,
           NULL),
    MEMBER("List", sample_defaults, list, ANVIL_KIND_LIST, LIST_SHAPE, NULL),
    MEMBER("Things", sample_defaults, things, ANVIL_KIND_MAP, THINGS_SHAPE, NULL),
    MEMBER("Choice", sample_defaults, choice, ANVIL_KIND_UNION, CHOICE_SHAPE, NULL),
};
const struct anvil_shape sample_default_input_shape =
    STRUCTURE("Input", ANVIL_KIND_STRUCTURE, sample_defaults, MEMBERS, 1 << 9,
              ANVIL_SHAPE_DEFAULTS | ANVIL_SHAPE_INPUT);
const struct anvil_shape sample_default_output_shape = STRUCTURE(
    "Output", ANVIL_KIND_STRUCTURE, sample_defaults, MEMBERS, 1 << 9, ANVIL_SHAPE_DEFAULTS);
