/* SPDX-License-Identifier: Apache-2.0 */
/* The same answer with the primitive inlined. Include a kernel first. */
#ifndef ANVIL_CHECK_CLEAN_PLAIN_H
#define ANVIL_CHECK_CLEAN_PLAIN_H

#include "check/clean.h"

/* Tells whether text is surely good and needs no escape in JSON. */
ANVIL_INLINE bool is_clean_here(const struct anvil_run *run, struct anvil_str text) {
    const unsigned char *begin = (const unsigned char *)text.ptr;
    return has_clean_length(run, text.len) &&
           (text.len == 0 || kernel_is_all(begin, begin + text.len, &run->set));
}

#endif
