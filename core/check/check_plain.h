/* SPDX-License-Identifier: Apache-2.0 */
/* The case that pays: members that are clean text, or absent and not required. Include a kernel
 * first. */
#ifndef ANVIL_CHECK_PLAIN_H
#define ANVIL_CHECK_PLAIN_H

#include "check/check.h"
#include "check/clean_plain.h"

/* Passes over as many such members as there are and stops before the first that is different. */
ANVIL_INLINE void pass_plain_members(const struct checker *checker, struct check_frame *frame) {
    const struct anvil_member *members = frame->shape->members;
    size_t index = frame->index;
    /* Whether an identity fits its member is more than its bytes tell. */
    if ((checker->checks & ANVIL_CHECK_IDENTITY) != 0)
        return;
    for (; index < frame->count && is_text(members[index].kind); index++) {
        const struct anvil_member *member = &members[index];
        struct anvil_str text;
        memcpy(&text, frame->base + member->offset, sizeof text);
        bool is_good = text.ptr == NULL ? (member->flags & ANVIL_MEMBER_REQUIRED) == 0
                                        : is_clean_here(member->run, text);
        if (!is_good)
            break;
    }
    frame->index = index;
}

#endif
