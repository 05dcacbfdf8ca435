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
static const uint16_t SLUG_NEXT[4 * 3] = {
    0, 0, 0, /* rejected for ever */
    0, 2, 0, /* start */
    0, 2, 3, /* in a word */
    0, 2, 0, /* behind a hyphen */
};
static const uint8_t SLUG_ACCEPTS[4] = {0, 0, 1, 0};
static const struct anvil_dfa SLUG_DFA = {SLUG_COLUMNS, SLUG_NEXT, SLUG_ACCEPTS, 3, 4, 1};
const struct anvil_pattern sample_slug_pattern = {ANVIL_STR("^[a-z]+(-[a-z]+)*$"), NULL, &SLUG_DFA};

static const struct anvil_str COLORS[3] = {ANVIL_STR("RED"), ANVIL_STR("GREEN"), ANVIL_STR("BLUE")};
const struct anvil_enum sample_colors = {COLORS, 3};

static const struct anvil_resource RESOURCES[2] = {
    {ANVIL_STR("thing"), ANVIL_STR("thing-"), ANVIL_STR("thing-id"), ANVIL_STR("thing-arn"),
     ANVIL_FORM_PREFIXED},
    {ANVIL_STR("secret"), ANVIL_STR("secret-"), ANVIL_STR("secret-id"), ANVIL_STR("secret-arn"),
     ANVIL_FORM_PREFIXED},
};
static const struct anvil_resource_table RESOURCE_TABLE = {ANVIL_STR("sample"), RESOURCES, 2};
static const struct anvil_identity_rule OWNER_RULE = {&RESOURCE_TABLE, 1, 0, 1, 64, 0};

const struct anvil_limits sample_id_limits = {1, 8, &ID_PATTERN, NULL, NULL, 1};
const struct anvil_limits sample_token_limits = {1, 64, &sample_token_pattern, NULL, NULL, 0};
const struct anvil_limits sample_slug_limits = {1, 12, &sample_slug_pattern, NULL, NULL, 1};
const struct anvil_limits sample_title_limits = {2, 4, NULL, NULL, NULL, 0};
const struct anvil_limits sample_color_limits = {0, ANVIL_UNLIMITED, NULL, &sample_colors, NULL, 0};
const struct anvil_limits sample_tags_limits = {1, 3, NULL, NULL, NULL, 0};
const struct anvil_limits sample_tag_limits = {0, 4, NULL, NULL, NULL, 0};
const struct anvil_limits sample_rows_limits = {0, 2, NULL, NULL, NULL, 0};
const struct anvil_limits sample_row_limits = {1, 2, NULL, NULL, NULL, 0};
const struct anvil_limits sample_parts_limits = {0, 3, NULL, NULL, NULL, 0};
const struct anvil_limits sample_owner_limits = {1, 64, &OWNER_PATTERN, NULL, &OWNER_RULE, 1};
const struct anvil_limits sample_in_out_limits = {0, 3, NULL, NULL, NULL, 0};
const struct anvil_limits sample_code_limits = {2, 2, &sample_code_pattern, NULL, NULL, 1};
const struct anvil_limits sample_note_limits = {0, 5, NULL, NULL, NULL, 0};
