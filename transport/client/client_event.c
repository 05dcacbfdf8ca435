/* SPDX-License-Identifier: Apache-2.0 */
/* What a log says. All text in it is ours or the model's; nothing comes from a message. */
#include "client.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

const char *anvil_client_end_text(enum anvil_client_end end) {
    switch (end) {
    case ANVIL_CLIENT_ANSWERED:
        return "there is an answer that another attempt would not change";
    case ANVIL_CLIENT_REFUSED:
        return "the request was not sent";
    case ANVIL_CLIENT_ATTEMPTS:
        return "no attempt is left";
    case ANVIL_CLIENT_QUOTA:
        return "too many retries have failed lately";
    case ANVIL_CLIENT_DEADLINE:
        return "the deadline leaves no time for another attempt";
    case ANVIL_CLIENT_ASKED:
        return "the service asks for a longer wait than is allowed";
    case ANVIL_CLIENT_UNCLEAR:
        return "it may have been carried out, and another attempt could carry it out again";
    case ANVIL_CLIENT_FINAL:
        return "another attempt would fail the same way";
    case ANVIL_CLIENT_CANCELLED:
        return "it was cancelled";
    }
    return "for an unknown reason";
}

/* What came of the attempt, such as "ThrottlingException (HTTP 400)". */
static void write_outcome(const struct anvil_client_event *event, char *text, size_t capacity) {
    struct anvil_str error = {NULL, 0};
    const char *plain = anvil_status_text(event->status);

    if (event->error != NULL)
        error = anvil_shape_name(event->error->shape);
    else
        error = anvil_str_of(plain, strlen(plain));
    if (event->http_status != 0)
        snprintf(text, capacity, "%.*s (HTTP %d)", (int)error.len, error.ptr, event->http_status);
    else
        snprintf(text, capacity, "%.*s", (int)error.len, error.ptr);
}

const char *anvil_client_event_text(const struct anvil_client_event *event,
                                    char text[ANVIL_CLIENT_TEXT_BYTES]) {
    char outcome[128];
    char next[128];
    struct anvil_str name = {"", 0};

    if (event->operation != NULL)
        name = event->operation->name;
    write_outcome(event, outcome, sizeof outcome);
    if (event->is_last)
        snprintf(next, sizeof next, "%s", anvil_client_end_text(event->end));
    else
        snprintf(next, sizeof next, "again in %" PRIu64 " ms", event->wait_ms);
    if (event->attempt == 0)
        snprintf(text, ANVIL_CLIENT_TEXT_BYTES, "%.*s: %s", (int)name.len, name.ptr, next);
    else
        snprintf(text, ANVIL_CLIENT_TEXT_BYTES, "%.*s: attempt %u of %u, %" PRIu64 " ms: %s; %s",
                 (int)name.len, name.ptr, event->attempt, event->max_attempts, event->took_ms,
                 outcome, next);
    return text;
}
