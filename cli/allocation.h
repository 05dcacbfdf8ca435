/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory for the command. The library below never allocates; the command does, and when there is
 * none left it says so and ends.
 */
#ifndef CLI_ALLOCATION_H
#define CLI_ALLOCATION_H

#include <stddef.h>

/* `bytes` fresh zero bytes, at least one, aligned for any type. Never NULL. The caller frees. */
void *cli_allocate(size_t bytes);

/* Resizes what cli_allocate() gave (or NULL), keeping its bytes. Never NULL. */
void *cli_reallocate(void *memory, size_t bytes);

#endif
