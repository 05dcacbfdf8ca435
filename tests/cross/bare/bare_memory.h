/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * All of libc that the library is given in a freestanding program: the five functions of memory
 * that core/README.md names. Stands in for <string.h>; bare_memory.c has them.
 */
#ifndef CROSS_BARE_MEMORY_H
#define CROSS_BARE_MEMORY_H

#include <stddef.h>

void *memcpy(void *restrict to, const void *restrict from, size_t count);
void *memmove(void *to, const void *from, size_t count);
void *memset(void *to, int byte, size_t count);
int memcmp(const void *a, const void *b, size_t count);
void *memchr(const void *bytes, int byte, size_t count);

#endif
