/* SPDX-License-Identifier: Apache-2.0 */
/* The functions of memory as a firmware without libc would write them: a byte at a time. Compiled
 * without the compiler's habit of making calls of them out of such loops. */
#include "bare_memory.h"

#include <stdint.h>

void *memcpy(void *restrict to, const void *restrict from, size_t count) {
    unsigned char *out = to;
    const unsigned char *in = from;
    while (count-- > 0)
        *out++ = *in++;
    return to;
}

void *memmove(void *to, const void *from, size_t count) {
    unsigned char *out = to;
    const unsigned char *in = from;
    if (out < in)
        return memcpy(to, from, count);
    while (count-- > 0)
        out[count] = in[count];
    return to;
}

void *memset(void *to, int byte, size_t count) {
    unsigned char *out = to;
    while (count-- > 0)
        *out++ = (unsigned char)byte;
    return to;
}

int memcmp(const void *a, const void *b, size_t count) {
    const unsigned char *left = a;
    const unsigned char *right = b;
    for (; count > 0; count--, left++, right++)
        if (*left != *right)
            return *left < *right ? -1 : 1;
    return 0;
}

void *memchr(const void *bytes, int byte, size_t count) {
    const unsigned char *at = bytes;
    for (; count > 0; count--, at++)
        if (*at == (unsigned char)byte)
            return (void *)(uintptr_t)at;
    return NULL;
}
