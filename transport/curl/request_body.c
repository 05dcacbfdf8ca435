/* SPDX-License-Identifier: Apache-2.0 */
/* Walks the pieces. */
#include "request_body.h"

#include <stdio.h>
#include <string.h>

struct anvil_curl_body anvil_curl_body_of(const struct anvil_http_request *request) {
    struct anvil_curl_body body = {request, 0, 0, request->body_bytes};
    return body;
}

size_t anvil_curl_body_read(char *buffer, size_t size, size_t count, void *context) {
    struct anvil_curl_body *body = context;
    const struct anvil_http_request *request = body->request;
    size_t room = size * count;
    size_t copied = 0;

    while (copied < room && body->piece < request->body_count) {
        struct anvil_str piece = request->body[body->piece];
        size_t bytes = piece.len - body->offset;
        if (bytes > room - copied)
            bytes = room - copied;
        if (bytes > 0)
            memcpy(buffer + copied, piece.ptr + body->offset, bytes);
        copied += bytes;
        body->offset += bytes;
        if (body->offset == piece.len) {
            body->piece++;
            body->offset = 0;
        }
    }
    body->left -= copied;
    return copied;
}

int anvil_curl_body_seek(void *context, curl_off_t offset, int origin) {
    struct anvil_curl_body *body = context;

    if (body->left == 0 || offset != 0 || origin != SEEK_SET)
        return CURL_SEEKFUNC_FAIL;
    *body = anvil_curl_body_of(body->request);
    return CURL_SEEKFUNC_OK;
}
