/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Bytes flush against an unreadable page, so that one byte too far is a crash, in every build and
 * without a sanitizer.
 */
#ifndef HARNESS_GUARD_PAGE_H
#define HARNESS_GUARD_PAGE_H

#include <stddef.h>

/** A copy of some bytes at the edge of their memory. Writable, so that it can be an output too. */
struct guard_page {
    char *ptr;        /**< the bytes; never NULL, not even when there are none */
    size_t len;       /**< how many */
    void *map;        /**< the whole mapping */
    size_t map_bytes; /**< its size */
};

/** Copies `len` bytes so that the byte after the last one cannot be touched. `bytes` may be NULL:
 * then they are all 0xA5, as the room for an output. A failing system call ends the test. */
struct guard_page guard_page_of(const void *bytes, size_t len);

/** Copies `len` bytes so that the byte before the first one cannot be touched. */
struct guard_page guard_page_after(const void *bytes, size_t len);

/**
 * Replaces the bytes of a guard_page_of() by `len` others, flush at the same edge, without a system
 * call: for loops over all truncations. `len` must not exceed the first length. What stood there
 * before is overwritten with 0xA5.
 */
void guard_page_put(struct guard_page *page, const void *bytes, size_t len);

/** Gives the memory back. */
void guard_page_free(struct guard_page *page);

#endif
