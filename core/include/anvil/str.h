/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Text as a pointer and a length: the only form in which Anvil takes and gives text.
 */
#ifndef ANVIL_STR_H
#define ANVIL_STR_H

#include "anvil/port.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

ANVIL_BEGIN_C

/**
 * A view of text that somebody else owns: `len` bytes of UTF-8 at `ptr`, no terminator.
 *
 * `ptr == NULL` means absent; an empty string has a pointer. A NUL byte is ordinary text. The view
 * lives as long as the memory that it points into. Its layout is that of POSIX's `struct iovec`, so
 * an array of views can be handed to `writev`.
 */
struct anvil_str {
    const char *ptr; /**< first byte, or NULL when the text is absent */
    size_t len;      /**< length in bytes; 0 when `ptr` is NULL */
};

/** Initialiser of a `struct anvil_str` from a string literal, without its terminator. */
#define ANVIL_STR(literal)                                                                         \
    { ("" literal), sizeof(literal) - 1 }

/**
 * Makes a view of `len` bytes at `ptr`. A NULL `ptr` with `len` 0 makes the absent string.
 * The bytes are not read and not copied.
 */
static inline struct anvil_str anvil_str_of(const char *ptr, size_t len) {
    struct anvil_str text;
    text.ptr = ptr;
    text.len = len;
    return text;
}

/**
 * Tells whether two views hold the same bytes. Two absent views are equal; an absent view is not
 * equal to an empty one. No Unicode normalisation. Cost: one pass over the shorter text.
 */
static inline bool anvil_str_equal(struct anvil_str a, struct anvil_str b) {
    if (a.ptr == NULL || b.ptr == NULL)
        return a.ptr == b.ptr;
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

ANVIL_END_C

#endif
