/* SPDX-License-Identifier: Apache-2.0 */
/* The loop of the check: a walk over a struct in model order, with the containers that are
 * open as frames instead of recursion. What a visit does to a kind stands in the row that its shape
 * refers to. */
#include "base/port.h"
#include "check/check.h"

ANVIL_COLD_FILE

enum anvil_status anvil_check_walk(struct checker *checker, const struct anvil_shape *shape,
                                   const void *value) {
    enum anvil_status status = anvil_checker_open(checker, shape, value, 0, shape->member_count);
    while (status == ANVIL_OK && checker->depth != 0) {
        struct check_frame *frame = &checker->frames[checker->depth - 1];
        status = frame->shape->row->visit_next(checker, frame);
    }
    return status;
}
