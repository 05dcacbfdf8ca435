/* SPDX-License-Identifier: Apache-2.0 */
/* The case that pays: members that are clean text, or absent and not required. Include a kernel
 * first. */
#ifndef ANVIL_CHECK_PLAIN_H
#define ANVIL_CHECK_PLAIN_H

#include "check/check.h"
#include "check/clean_plain.h"

/* Passes over as many such members from `index` up to `count` as there are. Returns the index of
 * the first that is different, or `count`. */
ANVIL_INLINE size_t pass_plain_members(const struct anvil_member *members,
                                       const unsigned char *base, size_t index, size_t count) {
    for (; index < count && is_text(members[index].kind); index++) {
        const struct anvil_member *member = &members[index];
        struct anvil_str text;
        memcpy(&text, base + member->offset, sizeof text);
        bool is_good = text.ptr == NULL ? (member->flags & ANVIL_MEMBER_REQUIRED) == 0
                                        : is_clean_here(member->run, text);
        if (ANVIL_UNLIKELY(!is_good))
            break;
    }
    return index;
}

#endif
