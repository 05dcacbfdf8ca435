/* SPDX-License-Identifier: Apache-2.0 */
/* Allocation that ends the command instead of failing. */
#include "allocation.h"

#include "exit_code.h"

#include <stdio.h>
#include <stdlib.h>

static void *memory_or_end(void *memory) {
    if (memory == NULL) {
        fputs("anvil: out of memory\n", stderr);
        exit(CLI_EXIT_MALFORMED);
    }
    return memory;
}

void *cli_allocate(size_t bytes) {
    return memory_or_end(calloc(1, bytes > 0 ? bytes : 1));
}

void *cli_reallocate(void *memory, size_t bytes) {
    return memory_or_end(realloc(memory, bytes > 0 ? bytes : 1));
}
