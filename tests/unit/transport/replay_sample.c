/* SPDX-License-Identifier: Apache-2.0 */
/* The sample recording. */
#include "replay_sample.h"
#include "test.h"

#include <string.h>

const char REPLAY_SAMPLE[] = "Two exchanges.\n"
                             "\n"
                             ">>> the first\n"
                             "POST / HTTP/1.1\n"
                             "X-Amz-Target: Service.Operation\n"
                             "\n"
                             "{\"Name\":\"a\",\n"
                             "\"Token\":\"***\",\"End\":\"z\"}\n"
                             "<<<\n"
                             "HTTP/1.1 200 OK\n"
                             "Content-Type:  application/json \r\n"
                             "x-id: 1\n"
                             "\n"
                             "{\"Answer\":1}\n"
                             "\n"
                             ">>>\n"
                             "POST / HTTP/1.1\n"
                             "<<<\n"
                             "HTTP/1.1 503\n";

struct anvil_replay replay_sample_open(const char *text) {
    struct anvil_replay replay;
    if (!anvil_replay_read(&replay, "sample", anvil_str_of(text, strlen(text))))
        fail_msg("%s", replay.problem);
    return replay;
}

void assert_no_recording(const char *text, const char *problem) {
    struct anvil_replay replay;
    assert_false(anvil_replay_read(&replay, "sample", anvil_str_of(text, strlen(text))));
    assert_string_equal(replay.problem, problem);
    assert_null(replay.text);
    assert_null(replay.exchanges);
}

enum anvil_status replay_sample_send_as(struct anvil_replay *replay, const char *method,
                                        const char *path, const char *target, const char *body,
                                        struct anvil_http_response *response) {
    size_t bytes = strlen(body);
    size_t half = bytes / 2;
    struct anvil_header headers[] = {
        {ANVIL_STR("Content-Type"), ANVIL_STR("application/x-amz-json-1.0")},
        {ANVIL_STR("x-amz-target"), {target, strlen(target)}},
    };
    struct anvil_str pieces[] = {{body, half}, {body + half, bytes - half}};
    struct anvil_http_request request = {
        {method, strlen(method)}, {path, strlen(path)}, headers, 2, pieces, 2, bytes};
    struct anvil_transport transport = anvil_replay_transport(replay);

    memset(response, 0, sizeof *response);
    return transport.send(transport.context, &request, response);
}

enum anvil_status replay_sample_send(struct anvil_replay *replay, const char *body,
                                     struct anvil_http_response *response) {
    return replay_sample_send_as(replay, "POST", "/", "Service.Operation", body, response);
}
