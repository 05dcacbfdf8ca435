/* SPDX-License-Identifier: Apache-2.0 */
/* Blocks on the heap that end where their bytes end. */
#include "fuzz_input.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *fuzz_memory(size_t bytes) {
    void *memory = malloc(bytes != 0 ? bytes : 1);
    if (memory == NULL) {
        perror("malloc");
        exit(2);
    }
    return memory;
}

struct fuzz_block fuzz_block_of(struct anvil_str bytes, size_t shift) {
    /* Without any bytes the view stands at the end of a block of one. */
    size_t before = bytes.len == 0 && shift == 0 ? 1 : shift;
    char *memory = fuzz_memory(before + bytes.len);
    if (bytes.len != 0)
        memcpy(memory + before, bytes.ptr, bytes.len);
    struct fuzz_block block = {{memory + before, bytes.len}, memory};
    return block;
}

void fuzz_block_free(struct fuzz_block *block) {
    free(block->memory);
    block->memory = NULL;
}
