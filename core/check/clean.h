/* SPDX-License-Identifier: Apache-2.0 */
/* The fast answer to "is this text good?".
 *
 * A member's run is sufficient for all its constraints, not necessary: what is not clean is not
 * wrong yet, it is looked at by check/text.c. Hence the verdict that rides along with decode and
 * encode is the verdict of the check alone: clean text breaks nothing, all else goes through the
 * same code. [I-10] */
#ifndef ANVIL_CHECK_CLEAN_H
#define ANVIL_CHECK_CLEAN_H

#include "anvil/shape.h"
#include "scan/kernel.h"

/* Tells whether `bytes` bytes that are all of the run's set have a good length too. */
ANVIL_INLINE bool has_clean_length(const struct anvil_run *run, size_t bytes) {
    return bytes >= run->min && bytes <= run->max;
}

/* Tells whether text is surely good and needs no escape in JSON. */
static inline bool is_clean(enum anvil_kernel kernel, const struct anvil_run *run,
                            struct anvil_str text) {
    const unsigned char *begin = (const unsigned char *)text.ptr;
    return has_clean_length(run, text.len) &&
           (text.len == 0 ||
            anvil_spans[kernel](begin, begin + text.len, &run->set) == begin + text.len);
}

/* Tells whether a kind's C form is text. */
ANVIL_INLINE bool is_text(uint8_t kind) {
    return kind == ANVIL_KIND_STRING || kind == ANVIL_KIND_ENUM;
}

#endif
