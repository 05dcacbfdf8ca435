/* SPDX-License-Identifier: Apache-2.0 */
/* Reading files with read(2): whole, or by lines through one buffer that moves along. */
#include "input.h"

#include "allocation.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FIRST_BUFFER_BYTES ((size_t)1 << 16)

static bool complain(const char *name, const char *what) {
    fprintf(stderr, "anvil: cannot read %s: %s\n", name, what);
    return false;
}

bool cli_input_open(struct cli_input *input, const char *name) {
    struct stat facts;

    memset(input, 0, sizeof *input);
    input->is_stdin = strcmp(name, "-") == 0;
    input->name = input->is_stdin ? "<stdin>" : name;
    input->descriptor = input->is_stdin ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC);
    if (input->descriptor < 0)
        return complain(name, strerror(errno));
    if (fstat(input->descriptor, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size > 0)
        input->bytes_total = (uint64_t)facts.st_size;
    return true;
}

void cli_input_close(struct cli_input *input) {
    if (!input->is_stdin && input->descriptor >= 0)
        close(input->descriptor);
    free(input->buffer);
    input->buffer = NULL;
}

/* Makes room behind `end` for at least one more byte: moves what is left to the front, or grows. */
static void make_room(struct cli_input *input, size_t most) {
    if (input->end < input->capacity)
        return;
    if (input->begin > input->capacity / 2) {
        memmove(input->buffer, input->buffer + input->begin, input->end - input->begin);
        input->end -= input->begin;
        input->begin = 0;
        return;
    }
    size_t capacity = input->capacity > 0 ? input->capacity * 2 : FIRST_BUFFER_BYTES;
    input->capacity = capacity < most ? capacity : most;
    input->buffer = cli_reallocate(input->buffer, input->capacity);
}

/* Reads once into the room behind `end`. False when that fails. */
static bool read_more(struct cli_input *input) {
    ssize_t count;

    do
        count = read(input->descriptor, input->buffer + input->end, input->capacity - input->end);
    while (count < 0 && errno == EINTR);
    if (count < 0)
        return complain(input->name, strerror(errno));
    input->at_end = count == 0;
    input->end += (size_t)count;
    input->bytes_read += (uint64_t)count;
    return true;
}

bool cli_input_whole(struct cli_input *input, struct anvil_str *text) {
    /* One byte more than a plain file holds, so that its end is seen without growing. */
    if (input->bytes_total > 0 && input->bytes_total < CLI_FILE_BYTES_MAX) {
        input->capacity = (size_t)input->bytes_total + 1;
        input->buffer = cli_reallocate(input->buffer, input->capacity);
    }
    while (!input->at_end) {
        make_room(input, CLI_FILE_BYTES_MAX + 1);
        if (!read_more(input))
            return false;
        if (input->end > CLI_FILE_BYTES_MAX)
            return complain(input->name, "more than 1 GiB; messages of many lines can be read "
                                         "with --lines");
    }
    *text = anvil_str_of(input->buffer != NULL ? input->buffer : "", input->end);
    return true;
}

/* Passes over the rest of a line that is too long. */
static enum cli_line skip_line(struct cli_input *input) {
    for (;;) {
        const char *rest = input->buffer + input->begin;
        const char *feed = memchr(rest, '\n', input->end - input->begin);
        if (feed != NULL) {
            input->begin += (size_t)(feed - rest) + 1;
            return CLI_LINE_TOO_LONG;
        }
        input->begin = input->end = 0;
        if (!read_more(input))
            return CLI_LINE_UNREADABLE;
        if (input->at_end)
            return CLI_LINE_TOO_LONG;
    }
}

static enum cli_line give_line(struct cli_input *input, size_t bytes, size_t terminator,
                               struct anvil_str *line) {
    if (bytes > CLI_LINE_BYTES_MAX) {
        input->begin += bytes + terminator;
        return CLI_LINE_TOO_LONG;
    }
    *line = anvil_str_of(bytes > 0 ? input->buffer + input->begin : "", bytes);
    input->begin += bytes + terminator;
    return CLI_LINE_READ;
}

enum cli_line cli_next_line(struct cli_input *input, struct anvil_str *line) {
    size_t looked_at = 0;

    for (;;) {
        size_t bytes = input->end - input->begin;
        const char *feed = NULL;
        if (bytes > looked_at)
            feed = memchr(input->buffer + input->begin + looked_at, '\n', bytes - looked_at);
        if (feed != NULL)
            return give_line(input, (size_t)(feed - (input->buffer + input->begin)), 1, line);
        if (input->at_end)
            return bytes > 0 ? give_line(input, bytes, 0, line) : CLI_LINE_END;
        if (bytes > CLI_LINE_BYTES_MAX)
            return skip_line(input);
        looked_at = bytes;
        if (bytes == 0)
            input->begin = input->end = 0;
        make_room(input, 2 * CLI_LINE_BYTES_MAX + 2);
        if (!read_more(input))
            return CLI_LINE_UNREADABLE;
    }
}
