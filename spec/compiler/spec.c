/* SPDX-License-Identifier: Apache-2.0 */
/* Memory of one compilation, freed in one go, and its fault. Knows nothing of models. */
#include "spec.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A header before each allocation: models are small, so one block a piece is simple enough. */
struct spec_block {
    struct spec_block *next;
    max_align_t bytes[];
};

void spec_begin(struct spec *spec) {
    memset(spec, 0, sizeof *spec);
}

void spec_end(struct spec *spec) {
    while (spec->blocks != NULL) {
        struct spec_block *block = spec->blocks;
        spec->blocks = block->next;
        free(block);
    }
}

bool spec_fail(struct spec *spec, const char *shape, const char *format, ...) {
    va_list arguments;
    snprintf(spec->fault.shape, sizeof spec->fault.shape, "%s", shape);
    va_start(arguments, format);
    vsnprintf(spec->fault.reason, sizeof spec->fault.reason, format, arguments);
    va_end(arguments);
    return false;
}

void *spec_alloc(struct spec *spec, size_t count, size_t size) {
    struct spec_block *block;
    size_t bytes;
    if (size != 0 && count > (SIZE_MAX / 2 - sizeof *block) / size) {
        spec_fail(spec, "", "out of memory");
        return NULL;
    }
    bytes = count * size;
    block = calloc(1, sizeof *block + (bytes == 0 ? 1 : bytes));
    if (block == NULL) {
        spec_fail(spec, "", "out of memory");
        return NULL;
    }
    block->next = spec->blocks;
    spec->blocks = block;
    return block->bytes;
}

char *spec_copy(struct spec *spec, const char *bytes, size_t len) {
    char *copy = spec_alloc(spec, len + 1, 1);
    if (copy != NULL && len > 0)
        memcpy(copy, bytes, len);
    return copy;
}

char *spec_text(struct spec *spec, const char *format, ...) {
    va_list arguments;
    va_list again;
    char *text = NULL;
    int len;
    va_start(arguments, format);
    va_copy(again, arguments);
    len = vsnprintf(NULL, 0, format, arguments);
    if (len >= 0)
        text = spec_alloc(spec, (size_t)len + 1, 1);
    if (text != NULL)
        vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    va_end(arguments);
    return text;
}

void *spec_push(struct spec *spec, struct spec_array *array, size_t size) {
    if (array->count == array->capacity) {
        size_t capacity = array->capacity == 0 ? 8 : array->capacity * 2;
        void *items = spec_alloc(spec, capacity, size);
        if (items == NULL)
            return NULL;
        if (array->count > 0)
            memcpy(items, array->items, array->count * size);
        array->items = items;
        array->capacity = capacity;
    }
    return (char *)array->items + array->count++ * size;
}
