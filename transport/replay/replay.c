/* SPDX-License-Identifier: Apache-2.0 */
/* Opening, playing and closing a recording. Knows files; leaves the format to split.c and the
 * comparison to match.c. */
#include "replay.h"
#include "exchange.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* More than any recording needs; a file that never ends is not read for ever. */
#define RECORDING_BYTES_MAX ((size_t)64 << 20)

bool anvil_replay_fail(struct anvil_replay *replay, size_t line, const char *form, ...) {
    va_list arguments;
    int used =
        line > 0 ? snprintf(replay->problem, sizeof replay->problem, "%s:%zu: ", replay->name, line)
                 : snprintf(replay->problem, sizeof replay->problem, "%s: ", replay->name);
    size_t at = used > 0 && (size_t)used < sizeof replay->problem ? (size_t)used : 0;

    va_start(arguments, form);
    vsnprintf(replay->problem + at, sizeof replay->problem - at, form, arguments);
    va_end(arguments);
    return false;
}

/* Reads a stream to its end into `text`. */
static bool read_stream(struct anvil_replay *replay, FILE *file) {
    size_t capacity = 0;

    for (;;) {
        if (replay->text_bytes == capacity) {
            size_t wanted = capacity > 0 ? capacity * 2 : 16384;
            char *grown = wanted <= RECORDING_BYTES_MAX ? realloc(replay->text, wanted) : NULL;
            if (grown == NULL)
                return anvil_replay_fail(replay, 0, "the recording is too large");
            replay->text = grown;
            capacity = wanted;
        }
        size_t count =
            fread(replay->text + replay->text_bytes, 1, capacity - replay->text_bytes, file);
        replay->text_bytes += count;
        if (count == 0)
            break;
    }
    return ferror(file) ? anvil_replay_fail(replay, 0, "cannot be read: %s", strerror(errno))
                        : true;
}

/* Splits what has been read; gives everything back when that fails. */
static bool finish_opening(struct anvil_replay *replay, bool has_text) {
    if (has_text && anvil_replay_split(replay))
        return true;
    anvil_replay_close(replay);
    return false;
}

bool anvil_replay_open(struct anvil_replay *replay, const char *path) {
    memset(replay, 0, sizeof *replay);
    replay->name = path;
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return anvil_replay_fail(replay, 0, "cannot be opened: %s", strerror(errno));
    bool has_text = read_stream(replay, file);
    fclose(file);
    return finish_opening(replay, has_text);
}

bool anvil_replay_read(struct anvil_replay *replay, const char *name, struct anvil_str text) {
    memset(replay, 0, sizeof *replay);
    replay->name = name;
    replay->text = malloc(text.len + 1);
    if (replay->text == NULL)
        return anvil_replay_fail(replay, 0, "the recording is too large");
    if (text.len > 0)
        memcpy(replay->text, text.ptr, text.len);
    replay->text_bytes = text.len;
    return finish_opening(replay, true);
}

void anvil_replay_close(struct anvil_replay *replay) {
    for (size_t i = 0; i < replay->count; i++) {
        free(replay->exchanges[i].request.headers);
        free(replay->exchanges[i].response.headers);
    }
    free(replay->exchanges);
    free(replay->text);
    replay->exchanges = NULL;
    replay->text = NULL;
    replay->count = 0;
    replay->text_bytes = 0;
}

static enum anvil_status replay_send(void *context, const struct anvil_http_request *request,
                                     struct anvil_http_response *response) {
    struct anvil_replay *replay = context;

    replay->problem[0] = '\0';
    if (replay->played == replay->count) {
        anvil_replay_fail(replay, 0,
                          "all %zu exchanges have been played, and here is one more "
                          "request",
                          replay->count);
        return ANVIL_E_TRANSPORT;
    }
    const struct anvil_replay_exchange *next = &replay->exchanges[replay->played];
    if (!anvil_replay_match(replay, next, request))
        return ANVIL_E_TRANSPORT;
    replay->played++;
    response->status = next->status;
    response->headers = next->response.headers;
    response->header_count = next->response.header_count;
    response->body = next->response.body;
    return ANVIL_OK;
}

struct anvil_transport anvil_replay_transport(struct anvil_replay *replay) {
    struct anvil_transport transport = {replay_send, replay};
    return transport;
}
