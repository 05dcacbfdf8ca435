/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * The constraints of the sample service, apart from its shapes so that tests of a single constraint
 * can use them.
 */
#ifndef UNIT_SAMPLE_LIMITS_H
#define UNIT_SAMPLE_LIMITS_H

#include "anvil/identity.h"
#include "anvil/shape.h"

extern const struct anvil_pattern sample_code_pattern;  /**< `^[A-Z]{2}$`, a run */
extern const struct anvil_pattern sample_token_pattern; /**< `^[!-~]+$`, a run with the quote */
extern const struct anvil_pattern sample_slug_pattern;  /**< `^[a-z]+(-[a-z]+)*$`, an automaton */
extern const struct anvil_enum sample_colors;           /**< RED, GREEN, BLUE */

extern const struct anvil_limits sample_id_limits;
extern const struct anvil_limits sample_token_limits;
extern const struct anvil_limits sample_slug_limits;
extern const struct anvil_limits sample_title_limits;
extern const struct anvil_limits sample_color_limits;
extern const struct anvil_limits sample_tags_limits;
extern const struct anvil_limits sample_tag_limits;
extern const struct anvil_limits sample_rows_limits;
extern const struct anvil_limits sample_row_limits;
extern const struct anvil_limits sample_parts_limits;
extern const struct anvil_limits sample_owner_limits;
extern const struct anvil_limits sample_in_out_limits;
extern const struct anvil_limits sample_code_limits;
extern const struct anvil_limits sample_note_limits;

/* What surely is good, for each of them; sample_any_run for text without constraints. */
extern const struct anvil_run sample_any_run;
extern const struct anvil_run sample_no_run;
extern const struct anvil_run sample_id_run;
extern const struct anvil_run sample_token_run;
extern const struct anvil_run sample_slug_run;
extern const struct anvil_run sample_title_run;
extern const struct anvil_run sample_tag_run;
extern const struct anvil_run sample_owner_run;
extern const struct anvil_run sample_in_out_run;
extern const struct anvil_run sample_code_run;
extern const struct anvil_run sample_note_run;

#endif
