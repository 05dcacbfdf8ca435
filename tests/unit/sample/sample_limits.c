/* SPDX-License-Identifier: Apache-2.0 */
/* The constraints of the sample service: classes, runs, patterns, limits. */
#include "sample/sample_limits.h"

/* The classes, by rows: bit (byte >> 4) of row (byte & 15). test_class.c looks whether they are
 * what their names say. */
#define PLAIN                                                                                      \
    {                                                                                              \
        {                                                                                          \
            0xFC, 0xFC, 0xF8, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xDC, 0xFC,    \
                0xFC, 0xFC                                                                         \
        }                                                                                          \
    }
#define UPPER                                                                                      \
    {                                                                                              \
        {                                                                                          \
            0x20, 0x30, 0x30, 0x30, 0x30, 0x30, 0x30, 0x30, 0x30, 0x30, 0x30, 0x10, 0x10, 0x10,    \
                0x10, 0x10                                                                         \
        }                                                                                          \
    }
#define LOWER                                                                                      \
    {                                                                                              \
        {                                                                                          \
            0x80, 0xC0, 0xC0, 0xC0, 0xC0, 0xC0, 0xC0, 0xC0, 0xC0, 0xC0, 0xC0, 0x40, 0x40, 0x40,    \
                0x40, 0x40                                                                         \
        }                                                                                          \
    }
#define LOWER_OR_DIGIT                                                                             \
    {                                                                                              \
        {                                                                                          \
            0x88, 0xC8, 0xC8, 0xC8, 0xC8, 0xC8, 0xC8, 0xC8, 0xC8, 0xC8, 0xC0, 0x40, 0x40, 0x40,    \
                0x40, 0x40                                                                         \
        }                                                                                          \
    }
#define GRAPHIC                                                                                    \
    {                                                                                              \
        {                                                                                          \
            0xF8, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC,    \
                0xFC, 0x7C                                                                         \
        }                                                                                          \
    }
#define GRAPHIC_AND_PLAIN                                                                          \
    {                                                                                              \
        {                                                                                          \
            0xF8, 0xFC, 0xF8, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xDC, 0xFC,    \
                0xFC, 0x7C                                                                         \
        }                                                                                          \
    }
#define IDENTITY                                                                                   \
    {                                                                                              \
        {                                                                                          \
            0xA8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0x50, 0x50, 0x54,    \
                0x50, 0x74                                                                         \
        }                                                                                          \
    }

const struct anvil_run sample_any_run = {PLAIN, 0, UINT32_MAX};
const struct anvil_run sample_no_run = {.set = {{0}}, .min = 1, .max = 0};
const struct anvil_run sample_id_run = {LOWER_OR_DIGIT, 1, 8};
const struct anvil_run sample_token_run = {GRAPHIC_AND_PLAIN, 1, 64};
const struct anvil_run sample_slug_run = {LOWER, 1, 12};
const struct anvil_run sample_title_run = {PLAIN, 2, 4};
const struct anvil_run sample_tag_run = {PLAIN, 0, 4};
const struct anvil_run sample_owner_run = {IDENTITY, 1, 64};
const struct anvil_run sample_in_out_run = {PLAIN, 0, 3};
const struct anvil_run sample_code_run = {UPPER, 2, 2};
const struct anvil_run sample_note_run = {PLAIN, 0, 5};

static const struct anvil_run ID_PATTERN_RUN = {LOWER_OR_DIGIT, 1, UINT32_MAX};
static const struct anvil_run TOKEN_PATTERN_RUN = {GRAPHIC, 1, UINT32_MAX};
static const struct anvil_run OWNER_PATTERN_RUN = {IDENTITY, 1, UINT32_MAX};
static const struct anvil_pattern ID_PATTERN = {ANVIL_STR("^[a-z0-9]+$"), &ID_PATTERN_RUN, NULL};
static const struct anvil_pattern OWNER_PATTERN = {ANVIL_STR("^[A-Za-z0-9_:/-]+$"),
                                                   &OWNER_PATTERN_RUN, NULL};
const struct anvil_pattern sample_code_pattern = {ANVIL_STR("^[A-Z]{2}$"), &sample_code_run, NULL};
const struct anvil_pattern sample_token_pattern = {ANVIL_STR("^[!-~]+$"), &TOKEN_PATTERN_RUN, NULL};

/* Column 1 is a letter, 2 the hyphen, 0 everything else. State 2 is inside a word, 3 behind a
 * hyphen. */
static const uint8_t SLUG_COLUMNS[256] = {
    ['a'] = 1, ['b'] = 1, ['c'] = 1, ['d'] = 1, ['e'] = 1, ['f'] = 1, ['g'] = 1,
    ['h'] = 1, ['i'] = 1, ['j'] = 1, ['k'] = 1, ['l'] = 1, ['m'] = 1, ['n'] = 1,
    ['o'] = 1, ['p'] = 1, ['q'] = 1, ['r'] = 1, ['s'] = 1, ['t'] = 1, ['u'] = 1,
    ['v'] = 1, ['w'] = 1, ['x'] = 1, ['y'] = 1, ['z'] = 1, ['-'] = 2,
};
static const uint8_t SLUG_NEXT[4 * 3] = {
    0, 0, 0, /* rejected for ever */
    0, 2, 0, /* start */
    0, 2, 3, /* in a word */
    0, 2, 0, /* behind a hyphen */
};
static const uint8_t SLUG_ACCEPTS[4] = {0, 0, 1, 0};
static const struct anvil_dfa SLUG_DFA = {.columns = SLUG_COLUMNS,
                                          .narrow = SLUG_NEXT,
                                          .accepts = SLUG_ACCEPTS,
                                          .column_count = 3,
                                          .state_count = 4,
                                          .start = 1};
const struct anvil_pattern sample_slug_pattern = {ANVIL_STR("^[a-z]+(-[a-z]+)*$"), NULL, &SLUG_DFA};

static const uint16_t COLOR_ENDS[3] = {3, 8, 12};
const struct anvil_enum sample_colors = {"REDGREENBLUE", COLOR_ENDS, 3};

static const struct anvil_resource RESOURCES[2] = {
    {.type = ANVIL_STR("thing"),
     .prefix = ANVIL_STR("thing-"),
     .id_name = ANVIL_STR("thing-id"),
     .arn_name = ANVIL_STR("thing-arn"),
     .form = ANVIL_FORM_PREFIXED},
    {.type = ANVIL_STR("secret"),
     .prefix = ANVIL_STR("secret-"),
     .id_name = ANVIL_STR("secret-id"),
     .arn_name = ANVIL_STR("secret-arn"),
     .form = ANVIL_FORM_PREFIXED},
};
static const struct anvil_resource_table RESOURCE_TABLE = {ANVIL_STR("sample"), RESOURCES, 2};
static const struct anvil_identity_rule OWNER_RULE = {.table = &RESOURCE_TABLE,
                                                      .accepts = 1,
                                                      .bytes = IDENTITY,
                                                      .min = 1,
                                                      .max = 64,
                                                      .forms = ANVIL_TAKES_ID | ANVIL_TAKES_ARN};

const struct anvil_limits sample_id_limits = {
    .min = 1, .max = 8, .pattern = &ID_PATTERN, .escape_free = 1};
const struct anvil_limits sample_token_limits = {
    .min = 1, .max = 64, .pattern = &sample_token_pattern};
const struct anvil_limits sample_slug_limits = {
    .min = 1, .max = 12, .pattern = &sample_slug_pattern, .escape_free = 1};
const struct anvil_limits sample_title_limits = {.min = 2, .max = 4};
const struct anvil_limits sample_color_limits = {.max = ANVIL_UNLIMITED, .values = &sample_colors};
const struct anvil_limits sample_tags_limits = {.min = 1, .max = 3};
const struct anvil_limits sample_tag_limits = {.max = 4};
const struct anvil_limits sample_rows_limits = {.max = 2};
const struct anvil_limits sample_row_limits = {.min = 1, .max = 2};
const struct anvil_limits sample_parts_limits = {.max = 3};
const struct anvil_limits sample_owner_limits = {
    .min = 1, .max = 64, .pattern = &OWNER_PATTERN, .identity = &OWNER_RULE, .escape_free = 1};
const struct anvil_limits sample_in_out_limits = {.max = 3};
const struct anvil_limits sample_code_limits = {
    .min = 2, .max = 2, .pattern = &sample_code_pattern, .escape_free = 1};
const struct anvil_limits sample_note_limits = {.max = 5};
