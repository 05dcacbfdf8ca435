/* SPDX-License-Identifier: Apache-2.0 */
/* Reads bench/rows.tsv: one row a line, columns apart by tabs, lines with # are comments. */
#include "catalogue.h"

#include "case_file.h"

#include <stdlib.h>
#include <string.h>

enum { ROWS_MAX = 128, COLUMNS = 8 };

static const struct {
    const char *name;
    enum bench_work work;
} WORKS[] = {
    {"decode", BENCH_DECODE}, {"error", BENCH_ERROR}, {"encode", BENCH_ENCODE},
    {"spans", BENCH_SPANS},   {"check", BENCH_CHECK}, {"identify", BENCH_IDENTIFY},
};

static enum bench_work work_of(const char *name, const char *row) {
    for (size_t i = 0; i < sizeof WORKS / sizeof *WORKS; i++)
        if (strcmp(WORKS[i].name, name) == 0)
            return WORKS[i].work;
    bench_require(false, row, "no such work");
    return BENCH_DECODE;
}

/* Cuts a line at its tabs; the last columns, which only the table needs, are left out. */
static void cut(char *line, char *columns[COLUMNS]) {
    for (size_t i = 0; i < COLUMNS; i++) {
        columns[i] = line;
        line = strchr(line, '\t');
        bench_require(line != NULL, columns[0], "too few columns in rows.tsv");
        *line++ = '\0';
    }
}

static struct bench_plan plan_of(char *line) {
    char *columns[COLUMNS];
    cut(line, columns);
    struct bench_plan plan = {0};
    plan.row.name = columns[0];
    plan.row.work = work_of(columns[1], columns[0]);
    plan.checks = columns[2];
    plan.operation = columns[3];
    plan.side = columns[4];
    plan.input = columns[5];
    plan.grown_bytes = (size_t)strtoull(columns[6], NULL, 10);
    plan.row.message_bytes = plan.grown_bytes;
    plan.row.member = columns[7];
    return plan;
}

struct bench_plan *bench_catalogue(const char *root, size_t *count) {
    struct bench_plan *plans = (struct bench_plan *)bench_memory(ROWS_MAX * sizeof *plans);
    char *text = bench_read_file(root, "bench/rows.tsv", NULL);
    *count = 0;
    for (char *line = text, *next; line != NULL && *line != '\0'; line = next) {
        next = strchr(line, '\n');
        if (next != NULL)
            *next++ = '\0';
        if (*line == '#')
            continue;
        bench_require(*count < ROWS_MAX, line, "too many rows");
        plans[(*count)++] = plan_of(line);
    }
    return plans;
}
