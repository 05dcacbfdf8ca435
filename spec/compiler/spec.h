/* SPDX-License-Identifier: Apache-2.0 */
/* The context of one compilation: its memory and its first fault. It knows nothing of models. */
#ifndef SPEC_SPEC_H
#define SPEC_SPEC_H

#include <stdbool.h>
#include <stddef.h>

/* Why a model was refused: the shape it is about (a shape's name, Shape$member, or "" when the
 * trouble is not in a shape) and the reason, without a full stop. */
struct spec_fault {
    char shape[192];
    char reason[512];
    size_t overlay; /* 0: the model itself; else 1 + the index of the overlay that is at fault */
};

/* The text of one file, which has to outlive the context. */
struct spec_file {
    const char *text;
    size_t len;
};

/* What the caller of spec_compile() wants. Zero is a good start: the only service, as it is. */
struct spec_options {
    const char *service; /* a shape ID, or a name; NULL: the only one that speaks awsJson */
    const char *sha256;  /* the digest to write into the service; NULL: none */
    const struct spec_file *overlays; /* applied in this order, see spec/model/overlays */
    size_t overlay_count;
    const char *const *operations; /* the names of those that are wanted */
    size_t operation_count;        /* 0: all */
    bool skips_unsupported;        /* leave out operations that need what is not supported, and list
                                      them in struct spec_program, instead of refusing the model */
};

struct spec_block;

/* Everything that a compilation allocates lives until spec_end(). One thread at a time. */
struct spec {
    struct spec_block *blocks; /* private */
    struct spec_fault fault;   /* set by the call that returned false or NULL */
};

/* A growing array inside a compilation. `items` moves when it grows. */
struct spec_array {
    void *items;
    size_t count;
    size_t capacity;
};

/* Makes an empty context; every other call needs one. */
void spec_begin(struct spec *spec);

/* Frees everything that was made with the context. */
void spec_end(struct spec *spec);

/* Memory for `count` zeroed items of `size` bytes, or NULL with a fault. */
void *spec_alloc(struct spec *spec, size_t count, size_t size);

/* Formatted text, terminated, or NULL with a fault. */
char *spec_text(struct spec *spec, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A copy of `len` bytes with a terminator added, or NULL with a fault. */
char *spec_copy(struct spec *spec, const char *bytes, size_t len);

/* Appends one zeroed item of `size` bytes and returns it, or NULL with a fault. */
void *spec_push(struct spec *spec, struct spec_array *array, size_t size);

/* Records a fault and returns false, so that a caller can `return spec_fail(...)`. */
bool spec_fail(struct spec *spec, const char *shape, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
