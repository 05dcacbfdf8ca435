/* SPDX-License-Identifier: Apache-2.0 */
/* The sample service as descriptors. Knows no values and no JSON. */
#include "sample/sample_shapes.h"

#include "sample/descriptor.h"
#include "sample/sample_limits.h"

static const struct anvil_member TAG[1] = {
    SCALAR_ITEM(ANVIL_KIND_STRING, &sample_tag_limits, &sample_tag_run)};
static const struct anvil_shape TAGS_SHAPE = LIST("Tags", TAG, struct anvil_str, 0);
static const struct anvil_member CELL[1] = {SCALAR_ITEM(ANVIL_KIND_STRING, NULL, &sample_any_run)};
static const struct anvil_shape ROW_SHAPE = LIST("Row", CELL, struct anvil_str, 0);
static const struct anvil_member ROW[1] = {
    ITEM(ANVIL_KIND_LIST, ROW_SHAPE, &sample_row_limits, NULL)};
static const struct anvil_shape ROWS_SHAPE = LIST("Rows", ROW, struct sample_texts, 0);
static const struct anvil_member PART_ITEM[1] = {
    ITEM(ANVIL_KIND_STRUCTURE, sample_part_shape, NULL, NULL)};
static const struct anvil_shape PARTS_SHAPE = LIST("Parts", PART_ITEM, struct sample_part, 0);

static const struct anvil_member PART_MEMBERS[4] = {
    TEXT_MEMBER("Code", sample_part, code, &sample_code_limits, &sample_code_run,
                ANVIL_MEMBER_REQUIRED),
    TEXT_MEMBER("Note", sample_part, note, &sample_note_limits, &sample_note_run, 0),
    MEMBER("Part", sample_part, part, ANVIL_KIND_STRUCTURE, sample_part_shape, NULL),
    MEMBER("Parts", sample_part, parts, ANVIL_KIND_LIST, PARTS_SHAPE, &sample_parts_limits),
};
const struct anvil_shape sample_part_shape =
    STRUCTURE("Part", ANVIL_KIND_STRUCTURE, sample_part, PART_MEMBERS, 1, 0);

static const struct anvil_member MESSAGE_MEMBERS[SAMPLE_MESSAGE_MEMBERS] = {
    TEXT_MEMBER("Id", sample_message, id, &sample_id_limits, &sample_id_run, ANVIL_MEMBER_REQUIRED),
    TEXT_MEMBER("Token", sample_message, token, &sample_token_limits, &sample_token_run,
                ANVIL_MEMBER_TOKEN),
    TEXT_MEMBER("Slug", sample_message, slug, &sample_slug_limits, &sample_slug_run, 0),
    TEXT_MEMBER("Title", sample_message, title, &sample_title_limits, &sample_title_run, 0),
    {.key = KEY("Color"),
     .target = &sample_scalars[ANVIL_KIND_ENUM],
     .limits = &sample_color_limits,
     .run = &sample_no_run,
     .offset = offsetof(struct sample_message, color),
     .name_bytes = 5,
     .kind = ANVIL_KIND_ENUM},
    TEXT_MEMBER("Text", sample_message, text, NULL, &sample_any_run, 0),
    MEMBER("Tags", sample_message, tags, ANVIL_KIND_LIST, TAGS_SHAPE, &sample_tags_limits),
    MEMBER("Rows", sample_message, rows, ANVIL_KIND_LIST, ROWS_SHAPE, &sample_rows_limits),
    MEMBER("Parts", sample_message, parts, ANVIL_KIND_LIST, PARTS_SHAPE, &sample_parts_limits),
    MEMBER("Part", sample_message, part, ANVIL_KIND_STRUCTURE, sample_part_shape, NULL),
    TEXT_MEMBER("Owner", sample_message, owner, &sample_owner_limits, &sample_owner_run, 0),
    TEXT_MEMBER("In/Out~", sample_message, in_out, &sample_in_out_limits, &sample_in_out_run, 0),
};
const struct anvil_shape sample_message_shape =
    STRUCTURE("Message", ANVIL_KIND_STRUCTURE, sample_message, MESSAGE_MEMBERS, 1, 0);

#define WIDE(tens, ones)                                                                           \
    TEXT_MEMBER("M" #tens #ones, sample_wide, members[(tens)*10 + (ones)], NULL, &sample_any_run,  \
                ((tens)*10 + (ones)) % 63 == 0 || (tens)*10 + (ones) == SAMPLE_WIDE_MEMBERS - 1    \
                    ? ANVIL_MEMBER_REQUIRED                                                        \
                    : 0)
#define WIDE_TEN(tens)                                                                             \
    WIDE(tens, 0), WIDE(tens, 1), WIDE(tens, 2), WIDE(tens, 3), WIDE(tens, 4), WIDE(tens, 5),      \
        WIDE(tens, 6), WIDE(tens, 7), WIDE(tens, 8), WIDE(tens, 9)

static const struct anvil_member WIDE_MEMBERS[SAMPLE_WIDE_MEMBERS] = {
    WIDE_TEN(0), WIDE_TEN(1), WIDE_TEN(2), WIDE_TEN(3),  WIDE_TEN(4),  WIDE_TEN(5),  WIDE_TEN(6),
    WIDE_TEN(7), WIDE_TEN(8), WIDE_TEN(9), WIDE_TEN(10), WIDE_TEN(11), WIDE_TEN(12),
};
const struct anvil_shape sample_wide_shape = STRUCTURE(
    "Wide", ANVIL_KIND_STRUCTURE, sample_wide, WIDE_MEMBERS, UINT64_C(0x8000000000000001), 0);

const struct anvil_shape sample_empty_shape = {.row = &anvil_structure_row,
                                               NAME("Empty"),
                                               .size = sizeof(struct sample_empty),
                                               .align = _Alignof(struct sample_empty),
                                               .kind = ANVIL_KIND_STRUCTURE};
