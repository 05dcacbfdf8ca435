/* SPDX-License-Identifier: Apache-2.0 */
/* Lists, and what maps share with them. */
#include "base/port.h"
#include "check/check_kinds.h"

ANVIL_COLD_FILE

enum anvil_status anvil_check_list(struct checker *checker, const struct anvil_member *member,
                                   const unsigned char *slot) {
    struct anvil_list list;
    memcpy(&list, slot, sizeof list);
    anvil_checker_measure(checker, member->limits, list.count);
    return anvil_checker_open(checker, member->target, slot, 0, list.count);
}

/* null is a value only where the container is sparse */
enum anvil_status anvil_checker_visit_element(struct checker *checker,
                                              const struct check_frame *frame,
                                              const struct anvil_member *member,
                                              const unsigned char *slot) {
    if (ANVIL_LIKELY(!is_null(frame->shape, member->kind, slot)))
        return member->target->row->visit(checker, member, slot);
    bool is_sparse = (frame->shape->flags & ANVIL_SHAPE_SPARSE) != 0;
    return is_sparse ? ANVIL_OK : anvil_checker_fail(checker, ANVIL_E_NULL, 0);
}

enum anvil_status anvil_check_items(struct checker *checker, struct check_frame *frame) {
    const struct anvil_shape *shape = frame->shape;
    unsigned depth = checker->depth;
    struct anvil_list list;
    memcpy(&list, frame->base, sizeof list);
    for (; frame->index != frame->count; frame->index++) {
        const unsigned char *item =
            (const unsigned char *)list.items + frame->index * shape->item_size;
        enum anvil_status status =
            anvil_checker_visit_element(checker, frame, &shape->members[0], item);
        if (status != ANVIL_OK || checker->depth != depth)
            return status;
    }
    return anvil_checker_close(checker);
}

enum anvil_status anvil_check_nothing(struct checker *checker, const struct anvil_member *member,
                                      const unsigned char *slot) {
    (void)checker;
    (void)member;
    (void)slot;
    return ANVIL_OK;
}
