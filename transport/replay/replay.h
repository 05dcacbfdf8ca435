/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * The replay transport: answers calls from recorded exchanges, without a network. For tests,
 * demonstrations and bug reports. It plugs into anvil_call() like any other transport.
 *
 * A recording is a text file of exchanges, played in order. Each is a request to expect and a
 * response to give:
 *
 *     Anything before the first exchange is a comment.
 *
 *     >>> a phone number joins a pool
 *     POST / HTTP/1.1
 *     X-Amz-Target: PinpointSMSVoiceV2.AssociateOriginationIdentity
 *
 *     {"PoolId":"pool-1","OriginationIdentity":"phone-2","IsoCountryCode":"DE","ClientToken":"***"}
 *     <<<
 *     HTTP/1.1 200 OK
 *     Content-Type: application/x-amz-json-1.0
 *
 *     {"PoolId":"pool-1"}
 *
 * `>>>` and `<<<` begin a request and a response; what stands behind `>>>` is the exchange's title.
 * Then follow a first line as in HTTP, headers up to an empty line, and a body up to the next
 * `>>>` or `<<<` at the beginning of a line; line feeds at the end of a body do not count.
 *
 * A request matches when its method and path are the recorded ones, when every recorded header is
 * there with the recorded value (other headers are not looked at), and when its body has the
 * recorded bytes; `***` in the recording stands for any text up to the next quote, such as a random
 * client token. An exchange without a request body takes any body.
 */
#ifndef TRANSPORT_REPLAY_REPLAY_H
#define TRANSPORT_REPLAY_REPLAY_H

#include "anvil/port.h"
#include "anvil/str.h"
#include "anvil/transport.h"

#include <stdbool.h>
#include <stddef.h>

ANVIL_BEGIN_C

/** The longest description of a problem, with its terminator. */
#define ANVIL_REPLAY_PROBLEM_BYTES 512

struct anvil_replay_exchange;

/**
 * A recording that is being played. Its members may be read, not written. One thread at a time.
 */
struct anvil_replay {
    const char *name;                         /**< of the recording, for problems; not owned */
    char *text;                               /**< the recording; owned */
    size_t text_bytes;                        /**< its length */
    struct anvil_replay_exchange *exchanges;  /**< `count` of them; owned */
    size_t count;                             /**< number of exchanges */
    size_t played;                            /**< how many have been played */
    char problem[ANVIL_REPLAY_PROBLEM_BYTES]; /**< what went wrong last, NUL-terminated; empty when
                                                nothing did. Holds no value of a request */
};

/**
 * Reads a recording from a file. On failure `problem` says why, nothing needs closing, and false is
 * returned. `path` must outlive the replay.
 */
ANVIL_MUST_CHECK bool anvil_replay_open(struct anvil_replay *replay, const char *path);

/**
 * Reads a recording from memory, which is copied. `name` is what problems call it and must outlive
 * the replay. Fails as anvil_replay_open() does.
 */
ANVIL_MUST_CHECK bool anvil_replay_read(struct anvil_replay *replay, const char *name,
                                        struct anvil_str text);

/** Frees what the replay owns; every response that it gave is dead from here on. */
void anvil_replay_close(struct anvil_replay *replay);

/**
 * The transport that plays `replay`, which must outlive it. A request that does not match the next
 * exchange, and a request after the last one, fail with #ANVIL_E_TRANSPORT and a description in
 * `problem`; a failed exchange stays the next one. Responses live until anvil_replay_close().
 */
struct anvil_transport anvil_replay_transport(struct anvil_replay *replay);

ANVIL_END_C

#endif
