/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * The emulator as an HTTP endpoint, for clients that are no part of this process. One thread serves
 * all connections, over libmicrohttpd. A build without it has this interface too; opening then
 * fails and says so.
 */
#ifndef TRANSPORT_HTTPD_HTTPD_H
#define TRANSPORT_HTTPD_HTTPD_H

#include "anvil/port.h"
#include "emulator/emulator.h"

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

ANVIL_BEGIN_C

/** The longest description of a problem, with its terminator. */
#define ANVIL_HTTPD_PROBLEM_BYTES 256

/** An open endpoint. */
struct anvil_httpd;

/** How an endpoint is opened. */
struct anvil_httpd_options {
    struct anvil_emulator *emulator; /**< who answers; must outlive the endpoint */
    bool is_grouped;                 /**< the emulator was opened with this, too */
    const char *address; /**< a numeric address to listen at; NULL: 127.0.0.1, this machine only */
    uint16_t port;       /**< 0: any that is free */
    FILE *log;           /**< gets a line for each answer: status, target, request id; or NULL */
};

/** Starts to listen. On failure NULL is returned and `problem` says why. */
ANVIL_MUST_CHECK struct anvil_httpd *anvil_httpd_open(const struct anvil_httpd_options *options,
                                                      char problem[ANVIL_HTTPD_PROBLEM_BYTES]);

/** The port that it listens at. */
uint16_t anvil_httpd_port(const struct anvil_httpd *httpd);

/**
 * Serves until `*is_stopped` is set by a signal's handler. The caller keeps that signal blocked and
 * gives the mask that lets it in: it is in force only while nothing is being answered, so that no
 * signal is missed and no answer is cut. False when the operating system gave up on the endpoint.
 */
ANVIL_MUST_CHECK bool anvil_httpd_run(struct anvil_httpd *httpd, const sigset_t *mask,
                                      const volatile sig_atomic_t *is_stopped);

/** Closes all connections and frees the endpoint; NULL is allowed. */
void anvil_httpd_close(struct anvil_httpd *httpd);

ANVIL_END_C

#endif
