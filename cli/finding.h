/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What was found out about one message, and the two forms in which people and programs get to read
 * it. Knows reports and places; does not know how the message was read.
 */
#ifndef CLI_FINDING_H
#define CLI_FINDING_H

#include "anvil/report.h"
#include "anvil/str.h"
#include "exit_code.h"
#include "json_out.h"
#include "lint.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* The `kind` of a finding. */
enum cli_kind {
    CLI_KIND_OK,         /* nothing is wrong */
    CLI_KIND_CONSTRAINT, /* JSON that fits the shape and violates constraints */
    CLI_KIND_MALFORMED   /* no JSON, or JSON that does not fit the shape */
};

/* One message and what is wrong with it. Views; owns nothing. */
struct cli_finding {
    const char *file;                  /* what reports call the input */
    struct anvil_str text;             /* the message; absent when it stands in no text */
    size_t first_line;                 /* the number of its first line in the file */
    bool has_index;                    /* one of many lines */
    uint64_t index;                    /* then its number, from 0 */
    const struct anvil_report *report; /* what the library found; NULL with `code` */
    const char *code;                  /* a fault that the command found itself, or NULL */
    const char *explanation;           /* then what it means */
    const struct cli_lints *lints;     /* warnings, or NULL when nobody asked for any */
};

/* What a finding amounts to. */
enum cli_kind cli_kind_of(const struct cli_finding *finding);

/* The exit code that says the same. */
enum cli_exit cli_exit_of(const struct cli_finding *finding);

/*
 * Writes a finding like a compiler: FILE:LINE:COLUMN: error: PATH: what is wrong [constraint], then
 * the line and a caret. The line is the message's own text; values are shown nowhere else.
 * Warnings follow in the same form. Writes nothing for a message with neither.
 */
void cli_finding_text(FILE *file, const struct cli_finding *finding);

/* Writes a finding as one JSON object on a line of its own. It holds no value of the message. */
void cli_finding_json(struct json_out *json, const struct cli_finding *finding);

/* What a violation says, without its path, as C text that the caller frees. */
char *cli_violation_sentence(const struct anvil_violation *violation);

#endif
