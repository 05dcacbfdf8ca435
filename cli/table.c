/* SPDX-License-Identifier: Apache-2.0 */
/* Columns as wide as their widest cell, two spaces apart, no blanks at the ends of lines. */
#include "table.h"

#include "allocation.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void cli_table_cell(struct cli_table *table, const char *form, ...) {
    va_list measured;
    va_list written;

    va_start(measured, form);
    va_copy(written, measured);
    int bytes = vsnprintf(NULL, 0, form, measured);
    va_end(measured);
    size_t room = bytes > 0 ? (size_t)bytes + 1 : 1;
    char *cell = cli_allocate(room);
    vsnprintf(cell, room, form, written);
    va_end(written);

    table->cells = cli_reallocate(table->cells, (table->count + 1) * sizeof *table->cells);
    table->cells[table->count++] = cell;
}

static size_t column_width(const struct cli_table *table, size_t column) {
    size_t width = 0;
    for (size_t i = column; i < table->count; i += table->columns) {
        size_t bytes = strlen(table->cells[i]);
        width = bytes > width ? bytes : width;
    }
    return width;
}

/* Writes the row whose first cell is cells[0], as far as its last cell that is not empty. */
static void write_row(char **cells, size_t columns, const size_t *widths, FILE *file, int indent) {
    size_t used = columns;

    while (used > 0 && cells[used - 1][0] == '\0')
        used--;
    fprintf(file, "%*s", indent, "");
    for (size_t column = 0; column < used; column++) {
        int blanks = column + 1 < used ? (int)(widths[column] - strlen(cells[column])) + 2 : 0;
        fprintf(file, "%s%*s", cells[column], blanks, "");
    }
    fputc('\n', file);
}

void cli_table_write(struct cli_table *table, FILE *file, int indent) {
    size_t *widths = cli_allocate(table->columns * sizeof *widths);

    for (size_t column = 0; column < table->columns; column++)
        widths[column] = column_width(table, column);
    for (size_t i = 0; i + table->columns <= table->count; i += table->columns)
        write_row(table->cells + i, table->columns, widths, file, indent);
    for (size_t i = 0; i < table->count; i++)
        free(table->cells[i]);
    free(table->cells);
    free(widths);
    table->cells = NULL;
    table->count = 0;
}
