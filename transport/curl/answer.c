/* SPDX-License-Identifier: Apache-2.0 */
/* Collects what libcurl hands over, in memory that is used again. */
#include "answer.h"

#include <stdlib.h>
#include <string.h>

/* A short answer to a callback makes libcurl give the transfer up. */
#define GIVE_UP 0

static bool append(struct anvil_curl_text *text, const char *bytes, size_t count) {
    if (count > text->most - text->used) {
        text->is_too_long = true;
        return false;
    }
    if (count > text->capacity - text->used) {
        size_t wanted = text->capacity > 0 ? text->capacity : 1024;
        while (wanted - text->used < count)
            wanted *= 2;
        char *grown = realloc(text->bytes, wanted);
        if (grown == NULL) {
            text->is_too_long = true;
            return false;
        }
        text->bytes = grown;
        text->capacity = wanted;
    }
    if (count > 0)
        memcpy(text->bytes + text->used, bytes, count);
    text->used += count;
    return true;
}

void anvil_curl_answer_reset(struct anvil_curl_answer *answer) {
    answer->head.used = 0;
    answer->body.used = 0;
    answer->head.is_too_long = false;
    answer->body.is_too_long = false;
    answer->has_whole_head = false;
    answer->header_count = 0;
}

size_t anvil_curl_answer_line(char *line, size_t size, size_t count, void *context) {
    static const char STATUS_LINE[] = "HTTP/";
    struct anvil_curl_answer *answer = context;
    size_t bytes = size * count;

    if (bytes >= sizeof STATUS_LINE - 1 && memcmp(line, STATUS_LINE, sizeof STATUS_LINE - 1) == 0) {
        answer->head.used = 0;
        answer->has_whole_head = false;
        return bytes;
    }
    if (bytes > 0 && (line[0] == '\r' || line[0] == '\n'))
        answer->has_whole_head = true;
    return append(&answer->head, line, bytes) ? bytes : GIVE_UP;
}

size_t anvil_curl_answer_body(char *part, size_t size, size_t count, void *context) {
    struct anvil_curl_answer *answer = context;
    size_t bytes = size * count;

    return append(&answer->body, part, bytes) ? bytes : GIVE_UP;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

static struct anvil_str trim(struct anvil_str text) {
    while (text.len > 0 && is_blank(text.ptr[0])) {
        text.ptr++;
        text.len--;
    }
    while (text.len > 0 && is_blank(text.ptr[text.len - 1]))
        text.len--;
    return text;
}

/* Takes the line that ends at `end`; a line without a colon is none of ours. */
static void view_line(struct anvil_curl_answer *answer, const char *line, const char *end) {
    const char *colon = memchr(line, ':', (size_t)(end - line));

    if (colon == NULL || colon == line)
        return;
    struct anvil_header *header = &answer->headers[answer->header_count++];
    header->name = anvil_str_of(line, (size_t)(colon - line));
    header->value = trim(anvil_str_of(colon + 1, (size_t)(end - colon - 1)));
}

bool anvil_curl_answer_view(struct anvil_curl_answer *answer, int status,
                            struct anvil_http_response *response) {
    const char *head = answer->head.bytes;
    size_t used = answer->head.used;
    size_t lines = 0;

    for (size_t i = 0; i < used; i++)
        lines += head[i] == '\n';
    struct anvil_header *headers = realloc(answer->headers, (lines + 1) * sizeof *headers);
    if (headers == NULL)
        return false;
    answer->headers = headers;
    answer->header_count = 0;
    for (size_t at = 0; at < used;) {
        const char *feed = memchr(head + at, '\n', used - at);
        if (feed == NULL)
            break;
        view_line(answer, head + at, feed);
        at = (size_t)(feed - head) + 1;
    }
    response->status = status;
    response->headers = answer->headers;
    response->header_count = answer->header_count;
    response->body = anvil_str_of(answer->body.bytes, answer->body.used);
    return true;
}

void anvil_curl_answer_free(struct anvil_curl_answer *answer) {
    free(answer->head.bytes);
    free(answer->body.bytes);
    free(answer->headers);
}
