/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * A client that tries again: anvil_call() with the standard retry behaviour of the AWS SDKs, a
 * deadline, and hooks to cancel and to log. Optional: the library neither knows nor needs it. It
 * has no thread, no clock and no dice of its own; all three are handed in, so that tests do not
 * wait.
 *
 * What is tried again: an answer whose error says that it is throttled or passing, and a request
 * that got no answer. An operation that may act twice (`may_double`, such as SendTextMessage) is
 * tried again only when it cannot have acted: it was throttled, or its request never left whole.
 * Every attempt carries the same client token. How long is waited: a random part of 1, 2, 4 ... 20
 * seconds, or what the service asks for in Retry-After when that is longer.
 */
#ifndef TRANSPORT_CLIENT_CLIENT_H
#define TRANSPORT_CLIENT_CLIENT_H

#include "anvil/port.h"
#include "anvil/protocol.h"
#include "anvil/transport.h"
#include "client/failure.h"

#include <stdbool.h>
#include <stdint.h>

ANVIL_BEGIN_C

/** What time it is, and how to let it pass. */
struct anvil_client_clock {
    uint64_t (*now_ms)(void *context);        /**< milliseconds that never run backwards */
    void (*wait_ms)(void *context, uint64_t); /**< returns that many milliseconds later */
    int64_t (*unix_seconds)(void *context);   /**< seconds since 1970, for dates in Retry-After */
    void *context;                            /**< handed to all three as it is */
};

/** The clocks of the operating system. They have no state and serve any number of threads. */
struct anvil_client_clock anvil_client_system_clock(void);

/** How often and how long. A member that is 0 has the value in brackets. */
struct anvil_client_policy {
    unsigned max_attempts; /**< attempts of one call, the first included [3] */
    uint32_t base_ms;      /**< the longest wait before the second attempt [1000] */
    uint32_t max_ms;       /**< the longest wait before any, Retry-After aside [20000] */
    uint32_t max_asked_ms; /**< the longest Retry-After that is waited for; the call ends when the
                              service asks for more [60000] */
    uint32_t deadline_ms;  /**< for the whole call, waits included [none] */
    uint32_t attempt_ms;   /**< for each attempt [what the transport allows] */
    unsigned quota;        /**< what all calls of the client may spend on retries [500] */
};

/** Why a call ended. */
enum anvil_client_end {
    ANVIL_CLIENT_ANSWERED, /**< with a response, or with an error that no retry would change */
    ANVIL_CLIENT_REFUSED,  /**< nothing was sent: the request itself is wrong */
    ANVIL_CLIENT_ATTEMPTS, /**< no attempt is left */
    ANVIL_CLIENT_QUOTA,    /**< too many retries of this client have failed lately */
    ANVIL_CLIENT_DEADLINE, /**< the next attempt would come after the deadline, or this one did */
    ANVIL_CLIENT_ASKED,    /**< Retry-After asks for a longer wait than the policy allows */
    ANVIL_CLIENT_UNCLEAR,  /**< it may have acted, and could act a second time */
    ANVIL_CLIENT_FINAL,    /**< the transport says that trying again is of no use */
    ANVIL_CLIENT_CANCELLED /**< somebody wanted it to end */
};

/** A sentence that explains why a call ended, without a full stop. Never NULL. Static text. */
const char *anvil_client_end_text(enum anvil_client_end end);

/** What a log hook gets to see. Holds no value of any message: all text in it is the model's. */
struct anvil_client_event {
    const struct anvil_operation *operation; /**< what is called */
    unsigned attempt;                        /**< which one has just ended, from 1; 0: none */
    unsigned max_attempts;                   /**< of how many */
    enum anvil_status status;                /**< what anvil_call() returned */
    int http_status;                         /**< of the answer; 0 when there was none */
    const struct anvil_error_type *error; /**< of the answer; NULL when it has none of the model */
    uint64_t took_ms;                     /**< how long the attempt took */
    bool is_last;                         /**< the call ends here, because of `end` */
    enum anvil_client_end end;            /**< only when `is_last` */
    uint64_t wait_ms;                     /**< else how long until the next attempt */
};

/** Room enough for every text that anvil_client_event_text() makes, with its terminator. */
#define ANVIL_CLIENT_TEXT_BYTES 320

/** Writes an event as one line without a line feed. Returns `text`, always terminated. */
const char *anvil_client_event_text(const struct anvil_client_event *event,
                                    char text[ANVIL_CLIENT_TEXT_BYTES]);

/**
 * A client. Set the members you need by designated initialisers; `transport` and `clock` are
 * needed. One call at a time; what it points at must outlive it.
 */
struct anvil_client {
    const struct anvil_transport *transport; /**< carries each attempt */
    const struct anvil_client_clock *clock;  /**< for waits and deadlines */
    const struct anvil_entropy
        *entropy;                      /**< for waits; without it, or when it fails, the longest */
    struct anvil_client_policy policy; /**< all zero: the standard one */

    /** NULL, or what is known of the failure of the last attempt, asked when the transport returned
     * #ANVIL_E_TRANSPORT; gets the transport's context. Without it every failure is unclear. */
    enum anvil_failure (*failure)(void *context);
    /** NULL, or sets how long the next attempt may take, in milliseconds, 0 for no limit; gets the
     * transport's context. Without it a deadline only stops waits and further attempts. */
    void (*limit)(void *context, uint64_t milliseconds);

    bool (*is_cancelled)(void *context); /**< NULL, or asked before attempts and while waiting */
    void *cancel_context;                /**< handed to it as it is */
    void (*log)(void *context, const struct anvil_client_event *event); /**< NULL, or told about
                                                                           each attempt */
    void *log_context; /**< handed to it as it is */

    unsigned spent; /**< of the quota; belongs to the client, begins with 0 */
};

/**
 * Calls an operation, as often as the policy allows and it makes sense.
 *
 * @param client the client.
 * @param call   as for anvil_call(); its transport is set here. The arena keeps what it held before
 *               the call; what a failed attempt took is given back.
 * @param input  the C struct of `operation->input`.
 * @param output the C struct of `operation->output`, written on #ANVIL_OK.
 * @param error  as for anvil_call(), of the last attempt.
 * @param report NULL, or as for anvil_call(), of the last attempt.
 * @param end    NULL, or why the call ended.
 * @return what anvil_call() returned for the last attempt; #ANVIL_E_TRANSPORT when there was none,
 *         because the call was cancelled or its deadline had passed.
 *
 * An answer that was taken in is never fetched twice: after #ANVIL_E_ARENA with
 * `call->response.status` not 0 decode it again with more memory, as anvil_call() explains.
 */
ANVIL_MUST_CHECK enum anvil_status anvil_client_call(struct anvil_client *client,
                                                     struct anvil_exchange *call, const void *input,
                                                     void *output, struct anvil_error *error,
                                                     struct anvil_report *report,
                                                     enum anvil_client_end *end);

ANVIL_END_C

#endif
