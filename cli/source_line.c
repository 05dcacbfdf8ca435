/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The excerpt below a diagnostic. The caret line repeats the tabs of the line above it and has one
 * space for every other column, so that both stay aligned whatever the terminal's tab stops are.
 */
#include "source_line.h"

#include "characters.h"

/* A line of at most this many characters is shown whole. */
#define WHOLE_LINE 100
/* Of a longer one, so many in front of the caret, and so many in all. */
#define BEFORE_CARET 60

/* The part of a line that is shown. */
struct excerpt {
    size_t begin;
    size_t end;
};

/* The end of at most `count` characters that begin at `at`. */
static size_t go_forward(struct anvil_str line, size_t at, size_t count) {
    uint32_t code;
    for (size_t i = 0; i < count && at < line.len; i++)
        at += cli_character_at(line, at, &code);
    return at;
}

static struct excerpt excerpt_of(struct anvil_str line, size_t at) {
    struct excerpt whole = {0, go_forward(line, 0, WHOLE_LINE)};
    struct excerpt part = {at, at};
    size_t before = 0;

    if (whole.end == line.len)
        return whole;
    for (; before < BEFORE_CARET && part.begin > 0; before++)
        part.begin = cli_character_before(line, part.begin);
    part.end = go_forward(line, at, WHOLE_LINE - before);
    return part;
}

static void write_spaces(FILE *file, size_t count) {
    for (size_t i = 0; i < count; i++)
        fputc(' ', file);
}

/* Writes the characters of [begin, end), or only the blanks that stand below them. */
static void write_part(FILE *file, struct anvil_str line, size_t begin, size_t end,
                       bool as_blanks) {
    for (size_t at = begin; at < end;) {
        uint32_t code;
        size_t bytes = cli_character_at(line, at, &code);
        if (!as_blanks)
            cli_character_write(file, line, at, bytes, code);
        else if (code == '\t')
            fputc('\t', file);
        else
            write_spaces(file, cli_character_write(NULL, line, at, bytes, code));
        at += bytes;
    }
}

void cli_source_line(FILE *file, struct anvil_str line, size_t line_number, size_t at) {
    if (at > line.len)
        at = line.len;
    struct excerpt shown = excerpt_of(line, at);
    bool is_cut = shown.begin > 0;

    int gutter = fprintf(file, "%5zu ", line_number);
    fprintf(file, "| %s", is_cut ? "..." : "");
    write_part(file, line, shown.begin, shown.end, false);
    fprintf(file, "%s\n%*s| %s", shown.end < line.len ? "..." : "", gutter, "",
            is_cut ? "   " : "");
    write_part(file, line, shown.begin, at, true);
    fputs("^\n", file);
}
