/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Compares a request with the recorded one. What it says about a difference names places, headers
 * and what was recorded, never what the request holds.
 */
#include "exchange.h"

#include <stdlib.h>
#include <string.h>

/* Stands in a recorded body for any text up to the next quote. */
static const char WILDCARD[] = "***";
#define WILDCARD_BYTES (sizeof WILDCARD - 1)

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Header names know no case (RFC 9110 section 5.1). */
static bool same_name(struct anvil_str a, struct anvil_str b) {
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (lower(a.ptr[i]) != lower(b.ptr[i]))
            return false;
    return true;
}

/* Cuts the next word of a start line off its front. */
static struct anvil_str next_word(struct anvil_str *line) {
    const char *blank = line->len > 0 ? memchr(line->ptr, ' ', line->len) : NULL;
    size_t bytes = blank != NULL ? (size_t)(blank - line->ptr) : line->len;
    struct anvil_str word = anvil_str_of(line->ptr, bytes);
    if (blank != NULL)
        bytes++;
    line->ptr += bytes;
    line->len -= bytes;
    return word;
}

static bool match_start_line(struct anvil_replay *replay,
                             const struct anvil_replay_exchange *exchange,
                             const struct anvil_http_request *request) {
    struct anvil_str line = exchange->request.start_line;
    struct anvil_str method = next_word(&line);
    struct anvil_str path = next_word(&line);

    if (anvil_str_equal(method, request->method) && anvil_str_equal(path, request->path))
        return true;
    return anvil_replay_fail(
        replay, exchange->line + 1, "the request is not '%.*s %.*s', as recorded in exchange %zu",
        (int)method.len, method.ptr, (int)path.len, path.ptr, replay->played + 1);
}

static bool match_header(struct anvil_replay *replay, const struct anvil_replay_exchange *exchange,
                         size_t index, const struct anvil_http_request *request) {
    const struct anvil_header *expected = &exchange->request.headers[index];
    bool is_there = false;

    for (size_t i = 0; i < request->header_count; i++) {
        if (!same_name(request->headers[i].name, expected->name))
            continue;
        is_there = true;
        if (anvil_str_equal(request->headers[i].value, expected->value))
            return true;
    }
    return anvil_replay_fail(replay, exchange->line + 2 + index,
                             "the request has %s header '%.*s: %.*s', as recorded in exchange %zu",
                             is_there ? "another value than the" : "no", (int)expected->name.len,
                             expected->name.ptr, (int)expected->value.len, expected->value.ptr,
                             replay->played + 1);
}

/* The first byte behind the text of a JSON string, which begins at `at`. */
static size_t end_of_text(struct anvil_str body, size_t at) {
    while (at < body.len && body.ptr[at] != '"')
        at += body.ptr[at] == '\\' && at + 1 < body.len ? 2 : 1;
    return at;
}

static bool is_wildcard_at(struct anvil_str text, size_t at) {
    return text.len - at >= WILDCARD_BYTES && memcmp(text.ptr + at, WILDCARD, WILDCARD_BYTES) == 0;
}

/* Compares bodies; `differs_at` tells where in `body` they part, `expected_at` where in the
 * recording. */
static bool same_body(struct anvil_str expected, struct anvil_str body, size_t *differs_at,
                      size_t *expected_at) {
    size_t e = 0;
    size_t b = 0;

    while (e < expected.len) {
        if (is_wildcard_at(expected, e)) {
            e += WILDCARD_BYTES;
            b = end_of_text(body, b);
        } else if (b < body.len && body.ptr[b] == expected.ptr[e]) {
            e++;
            b++;
        } else {
            break;
        }
    }
    *differs_at = b;
    *expected_at = e;
    return e == expected.len && b == body.len;
}

static size_t count_feeds(struct anvil_str text, size_t end) {
    size_t count = 0;
    for (size_t i = 0; i < end; i++)
        count += text.ptr[i] == '\n';
    return count;
}

static bool match_body(struct anvil_replay *replay, const struct anvil_replay_exchange *exchange,
                       const struct anvil_http_request *request) {
    struct anvil_str expected = exchange->request.body;
    size_t differs_at = 0;
    size_t expected_at = 0;
    size_t used = 0;

    if (expected.len == 0)
        return true;
    char *joined = malloc(request->body_bytes + 1);
    if (joined == NULL)
        return anvil_replay_fail(replay, exchange->request.body_line, "out of memory");
    for (size_t i = 0; i < request->body_count; i++) {
        struct anvil_str span = request->body[i];
        if (span.len == 0 || span.len > request->body_bytes - used)
            continue;
        memcpy(joined + used, span.ptr, span.len);
        used += span.len;
    }
    bool same = same_body(expected, anvil_str_of(joined, used), &differs_at, &expected_at);
    free(joined);
    if (same)
        return true;
    return anvil_replay_fail(
        replay, exchange->request.body_line + count_feeds(expected, expected_at),
        "byte %zu of the request's body is not as recorded in exchange %zu%s", differs_at,
        replay->played + 1, differs_at == used ? ", the body ends there" : "");
}

bool anvil_replay_match(struct anvil_replay *replay, const struct anvil_replay_exchange *exchange,
                        const struct anvil_http_request *request) {
    if (!match_start_line(replay, exchange, request))
        return false;
    for (size_t i = 0; i < exchange->request.header_count; i++)
        if (!match_header(replay, exchange, i, request))
            return false;
    return match_body(replay, exchange, request);
}
