/* SPDX-License-Identifier: Apache-2.0 */
/** @file A recording in memory and requests to play it with. */
#ifndef TRANSPORT_REPLAY_SAMPLE_H
#define TRANSPORT_REPLAY_SAMPLE_H

#include "replay/replay.h"

/** Two exchanges: a body with a wildcard, and any body. */
extern const char REPLAY_SAMPLE[];

/** Opens `text` as the recording "sample"; fails the test when that does not work. */
struct anvil_replay replay_sample_open(const char *text);

/** Asserts that `text` is refused with exactly this problem. */
void assert_no_recording(const char *text, const char *problem);

/** Sends a POST to "/" with the target "Service.Operation" and the body given, in two pieces. */
enum anvil_status replay_sample_send(struct anvil_replay *replay, const char *body,
                                     struct anvil_http_response *response);

/** The same with all that a request has. */
enum anvil_status replay_sample_send_as(struct anvil_replay *replay, const char *method,
                                        const char *path, const char *target, const char *body,
                                        struct anvil_http_response *response);

#endif
