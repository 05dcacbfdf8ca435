/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * An account of the service that lives in a file or in memory: it answers
 * AssociateOriginationIdentity, DisassociateOriginationIdentity and CreateRegistrationAssociation
 * as the service is documented to, with its order of checks, its errors, its idempotency tokens and
 * its quotas. For tests and for developing without an account; README.md beside this file lists the
 * behaviour and the form of seeds.
 *
 * It plugs into anvil_call() like any other transport, and transport/httpd serves it over HTTP. All
 * state is SQLite's. A build without SQLite has this interface too; opening then fails and says so.
 */
#ifndef TRANSPORT_EMULATOR_EMULATOR_H
#define TRANSPORT_EMULATOR_EMULATOR_H

#include "anvil/port.h"
#include "anvil/status.h"
#include "anvil/str.h"
#include "anvil/transport.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

ANVIL_BEGIN_C

/** The longest description of a problem, with its terminator. */
#define ANVIL_EMULATOR_PROBLEM_BYTES 512

/** The largest body that is read, in bytes; a larger one is answered with status 413. */
#define ANVIL_EMULATOR_BODY_BYTES_MAX ((size_t)1 << 20)

/** An open emulator. One thread at a time. */
struct anvil_emulator;

/** What time it is, and how to let it pass. Both members are needed. */
struct anvil_emulator_clock {
    uint64_t (*now_ms)(void *context);             /**< milliseconds that never run backwards */
    void (*wait_ms)(void *context, uint64_t time); /**< returns that many milliseconds later */
    void *context;                                 /**< handed to both as it is */
};

/** How an emulator is opened. All zero: in memory, with the sample account, without faults. */
struct anvil_emulator_options {
    const char
        *state;       /**< the file that keeps the state, made when it is not there; NULL: memory */
    const char *seed; /**< the file with the account to begin with, read only into a state that is
                         empty; NULL: the sample account of sample-seed.json */
    const char *faults; /**< what goes wrong on purpose, in the form of --fault, such as
                           "throttle=0.1,delay=50ms"; NULL: nothing */
    bool is_grouped;    /**< the caller calls anvil_emulator_settle() before it lets answers go: one
                           write to the disk for many requests */
    const struct anvil_entropy *entropy;      /**< for request ids; NULL: the system's */
    const struct anvil_emulator_clock *clock; /**< NULL: the system's */
};

/** What comes of a request. */
struct anvil_emulator_answer {
    struct anvil_http_response response; /**< status, headers and body; lives until the next request
                                            or until the emulator is closed */
    uint64_t delay_ms;                   /**< how long to wait before the answer goes out */
    bool is_reset;                       /**< drop the connection instead of answering */
};

/**
 * Opens an emulator. On failure NULL is returned and `problem` says why, with the file and the
 * place in it; it holds no value of the file. What the options point at must outlive the emulator.
 */
ANVIL_MUST_CHECK struct anvil_emulator *
anvil_emulator_open(const struct anvil_emulator_options *options,
                    char problem[ANVIL_EMULATOR_PROBLEM_BYTES]);

/**
 * Takes a request in and says what comes of it; never waits. Everything that it acknowledges with
 * status 200 is in the state file before it returns, unless `is_grouped` was asked for.
 */
void anvil_emulator_answer(struct anvil_emulator *emulator,
                           const struct anvil_http_request *request,
                           struct anvil_emulator_answer *answer);

/**
 * Writes what has been done since the last call to the state file. Afterwards the answers since
 * then may go out; when it returns false none of it was done, and each of them must be replaced by
 * anvil_emulator_fail(). Without `is_grouped` there is nothing to settle.
 */
ANVIL_MUST_CHECK bool anvil_emulator_settle(struct anvil_emulator *emulator);

/** Makes an answer InternalServerException, as for a disk that is full. */
void anvil_emulator_fail(struct anvil_emulator *emulator, struct anvil_emulator_answer *answer);

/**
 * The transport that calls the emulator in this process, which must outlive it. It waits where a
 * delay is asked for, and fails with #ANVIL_E_TRANSPORT where the connection would be reset. A
 * response lives until the next request.
 */
struct anvil_transport anvil_emulator_transport(struct anvil_emulator *emulator);

/** Closes it and frees what it owns; NULL is allowed. */
void anvil_emulator_close(struct anvil_emulator *emulator);

ANVIL_END_C

#endif
