/* SPDX-License-Identifier: Apache-2.0 */
/* The sample service as descriptors. Knows no values and no JSON. */
#include "sample/sample_shapes.h"

#include "sample/sample_limits.h"

#define KEY(name) "\",\"" name "\":\""

/* A member of a structure: its JSON name, its C name, its shape, its constraints. */
#define MEMBER(json, owner, name, shape, limits, run, kind, flags)                                 \
    {                                                                                              \
        KEY(json), &(shape), limits, run, sizeof(json) - 1, offsetof(struct owner, name), kind,    \
            flags                                                                                  \
    }
#define TEXT_MEMBER(json, owner, name, limits, run, flags)                                         \
    MEMBER(json, owner, name, TEXT_SHAPE, limits, run, ANVIL_KIND_STRING, flags)
/* The item of a list has no name. */
#define ITEM(shape, limits, run, kind)                                                             \
    { KEY(""), &(shape), limits, run, 0, 0, kind, 0 }

#define STRUCTURE(name, type, members, count, required)                                            \
    {                                                                                              \
        ANVIL_STR(name), members, required, sizeof(struct type), count, _Alignof(struct type),     \
            ANVIL_KIND_STRUCTURE                                                                   \
    }
#define LIST(name, item)                                                                           \
    {                                                                                              \
        ANVIL_STR(name), item, 0, sizeof(struct anvil_list), 1, _Alignof(struct anvil_list),       \
            ANVIL_KIND_LIST                                                                        \
    }

static const struct anvil_shape TEXT_SHAPE = {
    ANVIL_STR("Text"), NULL, 0, sizeof(struct anvil_str), 0, _Alignof(struct anvil_str),
    ANVIL_KIND_STRING};
static const struct anvil_shape COLOR_SHAPE = {
    ANVIL_STR("Color"),         NULL,           0, sizeof(struct anvil_str), 0,
    _Alignof(struct anvil_str), ANVIL_KIND_ENUM};

static const struct anvil_member TAG[1] = {
    ITEM(TEXT_SHAPE, &sample_tag_limits, &sample_tag_run, ANVIL_KIND_STRING)};
static const struct anvil_shape TAGS_SHAPE = LIST("Tags", TAG);
static const struct anvil_member CELL[1] = {
    ITEM(TEXT_SHAPE, NULL, &sample_any_run, ANVIL_KIND_STRING)};
static const struct anvil_shape ROW_SHAPE = LIST("Row", CELL);
static const struct anvil_member ROW[1] = {
    ITEM(ROW_SHAPE, &sample_row_limits, NULL, ANVIL_KIND_LIST)};
static const struct anvil_shape ROWS_SHAPE = LIST("Rows", ROW);
static const struct anvil_member PART_ITEM[1] = {
    ITEM(sample_part_shape, NULL, NULL, ANVIL_KIND_STRUCTURE)};
static const struct anvil_shape PARTS_SHAPE = LIST("Parts", PART_ITEM);

static const struct anvil_member PART_MEMBERS[4] = {
    TEXT_MEMBER("Code", sample_part, code, &sample_code_limits, &sample_code_run,
                ANVIL_MEMBER_REQUIRED),
    TEXT_MEMBER("Note", sample_part, note, &sample_note_limits, &sample_note_run, 0),
    MEMBER("Part", sample_part, part, sample_part_shape, NULL, NULL, ANVIL_KIND_STRUCTURE, 0),
    MEMBER("Parts", sample_part, parts, PARTS_SHAPE, &sample_parts_limits, NULL, ANVIL_KIND_LIST,
           0),
};
const struct anvil_shape sample_part_shape = STRUCTURE("Part", sample_part, PART_MEMBERS, 4, 1);

static const struct anvil_member MESSAGE_MEMBERS[SAMPLE_MESSAGE_MEMBERS] = {
    TEXT_MEMBER("Id", sample_message, id, &sample_id_limits, &sample_id_run, ANVIL_MEMBER_REQUIRED),
    TEXT_MEMBER("Token", sample_message, token, &sample_token_limits, &sample_token_run,
                ANVIL_MEMBER_TOKEN),
    TEXT_MEMBER("Slug", sample_message, slug, &sample_slug_limits, &sample_slug_run, 0),
    TEXT_MEMBER("Title", sample_message, title, &sample_title_limits, &sample_title_run, 0),
    MEMBER("Color", sample_message, color, COLOR_SHAPE, &sample_color_limits, &sample_no_run,
           ANVIL_KIND_ENUM, 0),
    TEXT_MEMBER("Text", sample_message, text, NULL, &sample_any_run, 0),
    MEMBER("Tags", sample_message, tags, TAGS_SHAPE, &sample_tags_limits, NULL, ANVIL_KIND_LIST, 0),
    MEMBER("Rows", sample_message, rows, ROWS_SHAPE, &sample_rows_limits, NULL, ANVIL_KIND_LIST, 0),
    MEMBER("Parts", sample_message, parts, PARTS_SHAPE, &sample_parts_limits, NULL, ANVIL_KIND_LIST,
           0),
    MEMBER("Part", sample_message, part, sample_part_shape, NULL, NULL, ANVIL_KIND_STRUCTURE, 0),
    TEXT_MEMBER("Owner", sample_message, owner, &sample_owner_limits, &sample_owner_run, 0),
    TEXT_MEMBER("In/Out~", sample_message, in_out, &sample_in_out_limits, &sample_in_out_run, 0),
};
const struct anvil_shape sample_message_shape =
    STRUCTURE("Message", sample_message, MESSAGE_MEMBERS, SAMPLE_MESSAGE_MEMBERS, 1);

#define WIDE(tens, ones)                                                                           \
    TEXT_MEMBER("M" #tens #ones, sample_wide, members[(tens)*10 + (ones)], NULL, &sample_any_run,  \
                ((tens)*10 + (ones)) % 63 == 0 ? ANVIL_MEMBER_REQUIRED : 0)
#define WIDE_TEN(tens)                                                                             \
    WIDE(tens, 0), WIDE(tens, 1), WIDE(tens, 2), WIDE(tens, 3), WIDE(tens, 4), WIDE(tens, 5),      \
        WIDE(tens, 6), WIDE(tens, 7), WIDE(tens, 8), WIDE(tens, 9)

static const struct anvil_member WIDE_MEMBERS[ANVIL_MEMBERS_MAX] = {
    WIDE_TEN(0), WIDE_TEN(1), WIDE_TEN(2), WIDE_TEN(3), WIDE_TEN(4),
    WIDE_TEN(5), WIDE(6, 0),  WIDE(6, 1),  WIDE(6, 2),  WIDE(6, 3),
};
const struct anvil_shape sample_wide_shape =
    STRUCTURE("Wide", sample_wide, WIDE_MEMBERS, ANVIL_MEMBERS_MAX, UINT64_C(0x8000000000000001));

static const struct anvil_shape NUMBER_SHAPE = {
    ANVIL_STR("Number"), NULL, 0, sizeof(void *), 0, _Alignof(void *), ANVIL_KIND_INTEGER};
static const struct anvil_member NUMBER_ITEM[1] = {
    ITEM(NUMBER_SHAPE, NULL, NULL, ANVIL_KIND_INTEGER)};
static const struct anvil_shape NUMBERS_SHAPE = LIST("Numbers", NUMBER_ITEM);
static const struct anvil_member FUTURE_MEMBERS[3] = {
    TEXT_MEMBER("N", sample_future, n, NULL, &sample_any_run, 0),
    MEMBER("Numbers", sample_future, numbers, NUMBERS_SHAPE, NULL, NULL, ANVIL_KIND_LIST, 0),
    MEMBER("Number", sample_future, number, NUMBER_SHAPE, NULL, NULL, ANVIL_KIND_INTEGER, 0),
};
const struct anvil_shape sample_future_shape =
    STRUCTURE("Future", sample_future, FUTURE_MEMBERS, 3, 0);

const struct anvil_shape sample_empty_shape = STRUCTURE("Empty", sample_empty, NULL, 0, 0);
