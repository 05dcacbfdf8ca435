/* SPDX-License-Identifier: Apache-2.0 */
/* Text in columns that line up. */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include <stddef.h>
#include <stdio.h>

/* Rows of `columns` cells, filled from left to right, top to bottom. Begin with {columns}. */
struct cli_table {
    size_t columns;
    size_t count; /* cells so far */
    char **cells;
};

/* Adds one cell, printf-style. */
void cli_table_cell(struct cli_table *table, const char *form, ...)
    __attribute__((format(printf, 2, 3)));

/* Writes the rows, each after `indent` spaces, and frees what the table holds. */
void cli_table_write(struct cli_table *table, FILE *file, int indent);

#endif
