/* SPDX-License-Identifier: Apache-2.0 */
/* The recording format of replay.h, read line by line. */
#include "exchange.h"

#include <stdlib.h>
#include <string.h>

/* A place in the recording. */
struct reader {
    struct anvil_replay *replay;
    size_t at;   /* the first byte of the next line */
    size_t line; /* its number */
};

static bool is_at_end(const struct reader *reader) {
    return reader->at == reader->replay->text_bytes;
}

/* The next line without its line feed and carriage return; does not move. */
static struct anvil_str peek_line(const struct reader *reader) {
    const char *begin = reader->replay->text + reader->at;
    size_t rest = reader->replay->text_bytes - reader->at;
    const char *feed = rest > 0 ? memchr(begin, '\n', rest) : NULL;
    size_t bytes = feed != NULL ? (size_t)(feed - begin) : rest;
    if (bytes > 0 && begin[bytes - 1] == '\r')
        bytes--;
    return anvil_str_of(begin, bytes);
}

static void pass_line(struct reader *reader) {
    const char *begin = reader->replay->text + reader->at;
    size_t rest = reader->replay->text_bytes - reader->at;
    const char *feed = rest > 0 ? memchr(begin, '\n', rest) : NULL;
    reader->at += feed != NULL ? (size_t)(feed - begin) + 1 : rest;
    reader->line++;
}

static bool begins_with(struct anvil_str text, const char *prefix) {
    size_t bytes = strlen(prefix);
    return text.len >= bytes && memcmp(text.ptr, prefix, bytes) == 0;
}

static bool is_mark(struct anvil_str line) {
    return begins_with(line, ">>>") || begins_with(line, "<<<");
}

static struct anvil_str trim(struct anvil_str text) {
    while (text.len > 0 && (text.ptr[0] == ' ' || text.ptr[0] == '\t')) {
        text.ptr++;
        text.len--;
    }
    while (text.len > 0 && (text.ptr[text.len - 1] == ' ' || text.ptr[text.len - 1] == '\t'))
        text.len--;
    return text;
}

static bool read_header(struct reader *reader, struct anvil_replay_half *half) {
    struct anvil_str line = peek_line(reader);
    const char *colon = line.len > 0 ? memchr(line.ptr, ':', line.len) : NULL;
    if (colon == NULL || colon == line.ptr)
        return anvil_replay_fail(reader->replay, reader->line,
                                 "not a header; one looks like 'Name: value'");
    struct anvil_header *grown =
        realloc(half->headers, (half->header_count + 1) * sizeof *half->headers);
    if (grown == NULL)
        return anvil_replay_fail(reader->replay, reader->line, "out of memory");
    half->headers = grown;
    size_t name_bytes = (size_t)(colon - line.ptr);
    grown[half->header_count].name = anvil_str_of(line.ptr, name_bytes);
    grown[half->header_count].value = trim(anvil_str_of(colon + 1, line.len - name_bytes - 1));
    half->header_count++;
    return true;
}

static void read_body(struct reader *reader, struct anvil_replay_half *half) {
    size_t begin = reader->at;

    half->body_line = reader->line;
    while (!is_at_end(reader) && !is_mark(peek_line(reader)))
        pass_line(reader);
    size_t end = reader->at;
    while (end > begin &&
           (reader->replay->text[end - 1] == '\n' || reader->replay->text[end - 1] == '\r'))
        end--;
    half->body = anvil_str_of(reader->replay->text + begin, end - begin);
}

/* Reads a half behind its mark. */
static bool read_half(struct reader *reader, struct anvil_replay_half *half, const char *example) {
    half->start_line = peek_line(reader);
    if (is_at_end(reader) || half->start_line.len == 0 || is_mark(half->start_line))
        return anvil_replay_fail(reader->replay, reader->line,
                                 "a line such as '%s' must stand here", example);
    pass_line(reader);
    while (!is_at_end(reader) && peek_line(reader).len > 0 && !is_mark(peek_line(reader))) {
        if (!read_header(reader, half))
            return false;
        pass_line(reader);
    }
    if (!is_at_end(reader) && peek_line(reader).len == 0)
        pass_line(reader);
    read_body(reader, half);
    return true;
}

/* Reads the status out of "HTTP/1.1 200 OK". */
static bool read_status(struct reader *reader, struct anvil_replay_exchange *exchange,
                        size_t line) {
    struct anvil_str start = exchange->response.start_line;
    const char *blank = memchr(start.ptr, ' ', start.len);
    size_t at = blank != NULL ? (size_t)(blank - start.ptr) + 1 : start.len;
    int digits = 0;

    for (; at < start.len && start.ptr[at] >= '0' && start.ptr[at] <= '9' && digits < 4; at++) {
        exchange->status = exchange->status * 10 + (start.ptr[at] - '0');
        digits++;
    }
    bool ends = at == start.len || start.ptr[at] == ' ';
    if (!begins_with(start, "HTTP/") || digits != 3 || !ends || exchange->status < 100)
        return anvil_replay_fail(reader->replay, line,
                                 "not a status line; one looks like 'HTTP/1.1 200 OK'");
    return true;
}

/* Reads one exchange, at whose `>>>` the reader stands. */
static bool read_exchange(struct reader *reader, struct anvil_replay_exchange *exchange) {
    struct anvil_str mark = peek_line(reader);

    exchange->line = reader->line;
    exchange->title = trim(anvil_str_of(mark.ptr + 3, mark.len - 3));
    pass_line(reader);
    if (!read_half(reader, &exchange->request, "POST / HTTP/1.1"))
        return false;
    if (is_at_end(reader) || !begins_with(peek_line(reader), "<<<"))
        return anvil_replay_fail(reader->replay, exchange->line,
                                 "this request has no response; one begins with '<<<'");
    pass_line(reader);
    size_t status_line = reader->line;
    return read_half(reader, &exchange->response, "HTTP/1.1 200 OK") &&
           read_status(reader, exchange, status_line);
}

bool anvil_replay_split(struct anvil_replay *replay) {
    struct reader reader = {replay, 0, 1};

    while (!is_at_end(&reader) && !is_mark(peek_line(&reader)))
        pass_line(&reader);
    while (!is_at_end(&reader)) {
        if (!begins_with(peek_line(&reader), ">>>"))
            return anvil_replay_fail(replay, reader.line,
                                     "a response without a request; an "
                                     "exchange begins with '>>>'");
        struct anvil_replay_exchange *grown =
            realloc(replay->exchanges, (replay->count + 1) * sizeof *replay->exchanges);
        if (grown == NULL)
            return anvil_replay_fail(replay, reader.line, "out of memory");
        replay->exchanges = grown;
        memset(&grown[replay->count], 0, sizeof *grown);
        replay->count++;
        if (!read_exchange(&reader, &grown[replay->count - 1]))
            return false;
    }
    if (replay->count == 0)
        return anvil_replay_fail(replay, 0, "no exchange; one begins with '>>>'");
    return true;
}
