/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the files of cases, from the root of the project, where tests run. */
#include "json_cases.h"

#include "test.h"

#include <stdio.h>
#include <string.h>

enum { LONGEST_LINE = 2048 };

struct reader {
    FILE *file;
    struct json_case json;
    size_t line_number; /* of the line that was read last */
    char line[LONGEST_LINE];
    size_t len; /* of the line, without its end */
    char text[LONGEST_LINE];
    size_t column_of[LONGEST_LINE + 1]; /* where each byte of the text stands in its line */
    char written[LONGEST_LINE];
    bool has_line; /* the line has been read and is none of the case before */
};

static bool next_line(struct reader *reader) {
    if (reader->has_line) {
        reader->has_line = false;
        return true;
    }
    if (fgets(reader->line, LONGEST_LINE, reader->file) == NULL)
        return false;
    reader->line_number++;
    reader->len = strcspn(reader->line, "\n");
    reader->line[reader->len] = '\0';
    return true;
}

static void give_up(const struct reader *reader, const char *why) {
    fail_msg("%s:%zu: %s", reader->json.file, reader->line_number, why);
}

static enum anvil_status status_named(const struct reader *reader, const char *name, size_t len) {
    static const char ACCEPT[] = "accept";
    if (len == sizeof ACCEPT - 1 && memcmp(name, ACCEPT, len) == 0)
        return ANVIL_OK;
    for (int i = ANVIL_E_END; i <= ANVIL_E_JSON; i++) {
        const char *candidate = anvil_status_name((enum anvil_status)i);
        if (strlen(candidate) == len && memcmp(candidate, name, len) == 0)
            return (enum anvil_status)i;
    }
    give_up(reader, "no such outcome");
    return ANVIL_OK;
}

static unsigned hex_digit(char digit) {
    const char *digits = "0123456789ABCDEF";
    const char *found = digit != '\0' ? strchr(digits, digit) : NULL;
    return found != NULL ? (unsigned)(found - digits) : 99;
}

/* The bytes from `column` to the end of the line. */
static void read_text(struct reader *reader, size_t column) {
    size_t bytes = 0;
    while (column < reader->len) {
        const char *at = reader->line + column;
        reader->column_of[bytes] = column;
        if (*at != '<') {
            reader->text[bytes++] = *at;
            column++;
            continue;
        }
        unsigned high = hex_digit(at[1]);
        unsigned low = high < 16 ? hex_digit(at[2]) : 99;
        if (low > 15 || at[3] != '>')
            give_up(reader, "a byte is written <HH>");
        reader->text[bytes++] = (char)(high << 4 | low);
        column += 4;
    }
    reader->column_of[bytes] = column;
    reader->json.text = anvil_str_of(reader->text, bytes);
}

/* The offset of the byte that the caret of the next line stands under. */
static void read_caret(struct reader *reader) {
    if (!next_line(reader) || strspn(reader->line, " ") + 1 != reader->len ||
        reader->line[reader->len - 1] != '^')
        give_up(reader, "a caret has to stand here");
    size_t offset = 0;
    while (offset < reader->json.text.len && reader->column_of[offset] != reader->len - 1)
        offset++;
    if (reader->column_of[offset] != reader->len - 1)
        give_up(reader, "the caret stands under no byte");
    reader->json.offset = offset;
}

/* What an accepted text is written as: on the next line, behind an equals sign that stands under
 * the colon, or the text itself. */
static void read_written(struct reader *reader, size_t colon) {
    reader->json.written = reader->json.text;
    if (!next_line(reader))
        return;
    if (reader->len < colon + 2 || strspn(reader->line, " ") != colon ||
        reader->line[colon] != '=') {
        reader->has_line = true;
        return;
    }
    size_t bytes = reader->len - colon - 2;
    memcpy(reader->written, reader->line + colon + 2, bytes);
    reader->json.written = anvil_str_of(reader->written, bytes);
}

static void read_case(struct reader *reader) {
    size_t name = strcspn(reader->line, ":");
    if (name == reader->len)
        give_up(reader, "a colon is missing");
    reader->json.line = reader->line_number;
    reader->json.status = status_named(reader, reader->line, name);
    size_t column = name + 2;
    read_text(reader, column);
    if (reader->json.text.len == 0)
        reader->column_of[0] = column;
    reader->json.offset = reader->json.text.len;
    reader->json.written = anvil_str_of(NULL, 0);
    if (reader->json.status != ANVIL_OK)
        read_caret(reader);
    else
        read_written(reader, name);
}

size_t for_each_json_case(const char *file, void (*run)(const struct json_case *json)) {
    static struct reader reader;
    char path[256];
    (void)snprintf(path, sizeof path, "tests/suites/%s", file);
    memset(&reader, 0, sizeof reader);
    reader.json.file = path;
    reader.file = fopen(path, "r");
    if (reader.file == NULL)
        fail_msg("%s cannot be read from here", path);
    size_t count = 0;
    while (next_line(&reader)) {
        if (reader.len == 0 || reader.line[0] == '#')
            continue;
        read_case(&reader);
        run(&reader.json);
        count++;
    }
    (void)fclose(reader.file);
    return count;
}
