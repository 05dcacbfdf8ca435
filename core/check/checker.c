/* SPDX-License-Identifier: Apache-2.0 */
/* Where the check stands, and what it tells. */
#include "check/checker.h"

#include "base/form.h"
#include "base/port.h"

ANVIL_COLD_FILE

void anvil_checker_begin_path(struct checker *checker) {
    anvil_path_begin(checker->findings);
    for (unsigned i = 0; i < checker->depth; i++) {
        const struct check_frame *frame = &checker->frames[i];
        bool is_at_key = i + 1 == checker->depth && checker->is_at_key;
        const unsigned char *entry =
            is_at_key ? NULL : map_entry(frame->shape, frame->base, frame->index);
        anvil_path_step(checker->findings, frame->shape, frame->index, entry);
    }
}

enum anvil_status anvil_checker_fail(struct checker *checker, enum anvil_status status,
                                     size_t need) {
    anvil_checker_begin_path(checker);
    return anvil_findings_fail(checker->findings, status, ANVIL_NO_OFFSET, need);
}

enum anvil_status anvil_checker_open(struct checker *checker, const struct anvil_shape *shape,
                                     const void *base, size_t index, size_t count) {
    if (checker->depth == ANVIL_DEPTH_MAX)
        return anvil_checker_fail(checker, ANVIL_E_DEPTH, 0);
    struct check_frame *frame = &checker->frames[checker->depth++];
    frame->shape = shape;
    frame->base = base;
    frame->index = index;
    frame->count = count;
    return ANVIL_OK;
}

enum anvil_status anvil_checker_close(struct checker *checker) {
    checker->depth--;
    if (checker->depth != 0)
        checker->frames[checker->depth - 1].index++;
    return ANVIL_OK;
}

/* The bit that asks for a constraint stands where the constraint does. */
_Static_assert(ANVIL_CHECK_REQUIRED == 1U << ANVIL_CONSTRAINT_REQUIRED &&
                   ANVIL_CHECK_MIN == 1U << ANVIL_CONSTRAINT_MIN &&
                   ANVIL_CHECK_MAX == 1U << ANVIL_CONSTRAINT_MAX &&
                   ANVIL_CHECK_RANGE == 1U << ANVIL_CONSTRAINT_RANGE &&
                   ANVIL_CHECK_PATTERN == 1U << ANVIL_CONSTRAINT_PATTERN &&
                   ANVIL_CHECK_ENUM == 1U << ANVIL_CONSTRAINT_ENUM &&
                   ANVIL_CHECK_IDENTITY == 1U << ANVIL_CONSTRAINT_IDENTITY &&
                   ANVIL_CHECK_UNIQUE == 1U << ANVIL_CONSTRAINT_UNIQUE,
               "one order for both");

void anvil_checker_tell(struct checker *checker, enum anvil_constraint constraint,
                        const struct anvil_limits *limits, uint64_t limit, uint64_t actual) {
    struct anvil_violation violation = {constraint, 0, 0, ANVIL_NO_OFFSET, limit, actual, limits};
    if ((checker->checks & 1U << constraint) != 0)
        anvil_findings_add(checker->findings, &violation);
}

void anvil_checker_tell_length(struct checker *checker, const struct anvil_limits *limits,
                               uint64_t actual) {
    if (actual < limits->min)
        anvil_checker_tell(checker, ANVIL_CONSTRAINT_MIN, limits, limits->min, actual);
    if (actual > limits->max)
        anvil_checker_tell(checker, ANVIL_CONSTRAINT_MAX, limits, limits->max, actual);
}

void anvil_checker_measure(struct checker *checker, const struct anvil_limits *limits,
                           uint64_t actual) {
    if (limits == NULL)
        return;
    anvil_checker_begin_path(checker);
    anvil_checker_tell_length(checker, limits, actual);
}
