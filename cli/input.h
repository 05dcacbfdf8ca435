/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where messages come from: a named file or standard input, read whole or line by line. Says what
 * cannot be read on standard error and knows nothing of JSON.
 */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include "anvil/str.h"

#include <stdbool.h>
#include <stdint.h>

/* The most that a file read whole may hold: 1 GiB. */
#define CLI_FILE_BYTES_MAX ((size_t)1 << 30)
/* The most that one line may hold: 16 MiB. */
#define CLI_LINE_BYTES_MAX ((size_t)1 << 24)

/* What cli_next_line() found. */
enum cli_line {
    CLI_LINE_END,       /* no more lines */
    CLI_LINE_READ,      /* a line */
    CLI_LINE_TOO_LONG,  /* a line over CLI_LINE_BYTES_MAX; it has been passed over */
    CLI_LINE_UNREADABLE /* reading failed; the message is out */
};

/* An open input. `name` is what reports call it. */
struct cli_input {
    const char *name;
    int descriptor;
    bool is_stdin;
    bool at_end;  /* read(2) has said so */
    char *buffer; /* `capacity` bytes, of which [begin, end) are not yet given out */
    size_t capacity;
    size_t begin;
    size_t end;
    uint64_t bytes_read;  /* so far */
    uint64_t bytes_total; /* of a plain file; 0 when nobody knows */
};

/* Opens `name`; "-" is standard input, called "<stdin>". False when it cannot be opened. */
bool cli_input_open(struct cli_input *input, const char *name);

/* Reads all of it. The text lives until the input is closed. False when that fails. */
bool cli_input_whole(struct cli_input *input, struct anvil_str *text);

/*
 * Reads the next line, which ends at a line feed or at the end of the input; the line feed is no
 * part of it. The line lives until the next call. Memory never exceeds the longest line that may
 * be.
 */
enum cli_line cli_next_line(struct cli_input *input, struct anvil_str *line);

void cli_input_close(struct cli_input *input);

#endif
