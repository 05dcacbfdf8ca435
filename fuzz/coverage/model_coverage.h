/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Coverage of the model: which constraint of which member was seen to hold, to hold at its very
 * bound, to be missed, and to be missed by one. Tables are invisible to coverage of code, so the
 * marks are derived, outside the library, from what a verb returned: its struct and its report.
 */
#ifndef FUZZ_COVERAGE_MODEL_COVERAGE_H
#define FUZZ_COVERAGE_MODEL_COVERAGE_H

#include "anvil/codec.h"

/**
 * Notes what one call of anvil_decode() or anvil_check() showed about the model.
 *
 * @param shape   the shape of the message.
 * @param value   the decoded struct; looked at only when `status` is #ANVIL_OK, and every
 *                constraint in `checks` is then known to hold for what is in it.
 * @param checks  what the verb was asked to check.
 * @param status  what it returned.
 * @param report  what it reported; looked at otherwise. NULL: nothing is noted.
 *
 * When the environment names a file in FUZZ_MODEL_MARKS, the marks hit are written there when the
 * program ends, one a line and a first line `# HIT of POSSIBLE`. Cost: linear in the size of the
 * struct.
 */
void model_coverage_note(const struct anvil_shape *shape, const void *value, unsigned checks,
                         enum anvil_status status, const struct anvil_report *report);

#endif
