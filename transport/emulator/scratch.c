/* SPDX-License-Identifier: Apache-2.0 */
/* The memory of one request: a bump allocator, because everything in it dies together. */
#include "scratch.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct anvil_str anvil_scratch_copy(struct scratch *scratch, struct anvil_str text) {
    char *copy = scratch->memory + scratch->used;

    if (text.ptr == NULL || text.len > SCRATCH_BYTES - scratch->used)
        return anvil_str_of(NULL, 0);
    memcpy(copy, text.ptr, text.len);
    scratch->used += text.len;
    return anvil_str_of(copy, text.len);
}

struct anvil_str anvil_scratch_print(struct scratch *scratch, const char *form, ...) {
    size_t capacity = SCRATCH_BYTES - scratch->used;
    char *text = scratch->memory + scratch->used;
    va_list arguments;

    va_start(arguments, form);
    int bytes = vsnprintf(text, capacity, form, arguments);
    va_end(arguments);
    if (bytes < 0 || (size_t)bytes >= capacity)
        return anvil_str_of(NULL, 0);
    scratch->used += (size_t)bytes;
    return anvil_str_of(text, (size_t)bytes);
}
