/* SPDX-License-Identifier: Apache-2.0 */
/*
 * C structs of any shape out of bytes: each byte decides one thing, so that a small change of the
 * input is a small change of the struct. Valid ones, ones that break constraints, and ones that
 * cannot be sent at all.
 */
#ifndef FUZZ_TYPED_VALUE_H
#define FUZZ_TYPED_VALUE_H

#include "anvil/shape.h"
#include "fuzz_input.h"

struct typed_block;

/* A struct and all that it points at, every text in a block of its own size. */
struct typed_value {
    void *value;
    struct typed_block *blocks; /* private */
    size_t left;                /* private: how many more parts may be made */
    struct fuzz_input *input;   /* private */
};

/* Makes the struct of a structure shape out of the bytes at the front of the input. End with
 * typed_value_free(). */
void typed_value_begin(struct typed_value *made, const struct anvil_shape *shape,
                       struct fuzz_input *input);

void typed_value_free(struct typed_value *made);

/* Private to typed_*.c: zeroed memory that lives as long as the struct. */
void *typed_take(struct typed_value *made, size_t bytes);

/* Private to typed_*.c: fills the slot of a value that holds no others. */
void typed_scalar(struct typed_value *made, const struct anvil_member *member, void *slot);

#endif
