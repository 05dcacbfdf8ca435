/* SPDX-License-Identifier: Apache-2.0 */
/* Structures, and the members of whatever has some. */
#include "base/port.h"
#include "check/check.h"
#include "check/check_kinds.h"

ANVIL_COLD_FILE

enum anvil_status anvil_check_structure(struct checker *checker, const struct anvil_member *member,
                                        const unsigned char *slot) {
    const struct anvil_shape *shape = member->target;
    const struct anvil_shape *container = checker->frames[checker->depth - 1].shape;
    return anvil_checker_open(checker, shape, struct_at(container, slot), 0, shape->member_count);
}

static inline enum anvil_status visit_member(struct checker *checker,
                                             const struct check_frame *frame) {
    const struct anvil_member *member = &frame->shape->members[frame->index];
    const unsigned char *slot = frame->base + member->offset;
    if (ANVIL_LIKELY(!is_absent(member->kind, slot)))
        return member->target->row->visit(checker, member, slot);
    /* absent and null are the same here: a struct cannot tell them apart;
     * a member that is not required may be absent; one with a default never is */
    if ((member->flags & (ANVIL_MEMBER_REQUIRED | ANVIL_MEMBER_DEFAULT)) == ANVIL_MEMBER_REQUIRED) {
        anvil_checker_begin_path(checker);
        anvil_checker_tell(checker, ANVIL_CONSTRAINT_REQUIRED, member->limits, 0, 0);
    }
    return ANVIL_OK;
}

enum anvil_status anvil_check_members(struct checker *checker, struct check_frame *frame) {
    unsigned depth = checker->depth;
    for (;; frame->index++) {
        if (frame->index == frame->count)
            return anvil_checker_close(checker);
        enum anvil_status status = visit_member(checker, frame);
        if (status != ANVIL_OK || checker->depth != depth)
            return status;
    }
}
