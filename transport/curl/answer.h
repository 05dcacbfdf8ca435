/* SPDX-License-Identifier: Apache-2.0 */
/* An answer as it comes in: the lines of its head and its body. Internal to the transport. */
#ifndef TRANSPORT_CURL_ANSWER_H
#define TRANSPORT_CURL_ANSWER_H

#include "anvil/transport.h"

#include <stdbool.h>

/* Text that grows up to a limit. */
struct anvil_curl_text {
    char *bytes; /* `used` of `capacity`; owned */
    size_t used;
    size_t capacity;
    size_t most;      /* it never gets longer */
    bool is_too_long; /* more came than that, or than there was memory for */
};

/* Begin with zeros and the limits of both texts. */
struct anvil_curl_answer {
    struct anvil_curl_text head; /* lines of the form "Name: value", each with its line end */
    struct anvil_curl_text body;
    bool has_whole_head;          /* the empty line behind the head has come */
    struct anvil_header *headers; /* views into `head`; owned */
    size_t header_count;
};

/* Forgets the answer and keeps its memory for the next one. */
void anvil_curl_answer_reset(struct anvil_curl_answer *answer);

/* CURLOPT_HEADERFUNCTION, its context an answer: takes a line of the head. A status line begins a
 * new head: only the last counts, after 100 Continue for one. */
size_t anvil_curl_answer_line(char *line, size_t size, size_t count, void *context);

/* CURLOPT_WRITEFUNCTION, likewise: takes a part of the body. */
size_t anvil_curl_answer_body(char *part, size_t size, size_t count, void *context);

/* Fills `response` with views of the answer. False when memory runs out. */
ANVIL_MUST_CHECK bool anvil_curl_answer_view(struct anvil_curl_answer *answer, int status,
                                             struct anvil_http_response *response);

/* Frees its memory. */
void anvil_curl_answer_free(struct anvil_curl_answer *answer);

#endif
