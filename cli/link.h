/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What carries the requests of 'anvil call': a recording, the emulator in this process, or a
 * network. Shows requests and answers when asked to. Knows transports; does not know messages.
 */
#ifndef CLI_LINK_H
#define CLI_LINK_H

#include "anvil/transport.h"
#include "client/client.h"
#include "emulator/emulator.h"
#include "verb.h"

#include <stdbool.h>

/* What the arguments ask for. Begin with zeros. */
struct cli_link_options {
    const struct cli_verb *verb;
    const char *recording;                  /* --replay */
    bool is_emulated;                       /* --emulator */
    struct anvil_emulator_options emulator; /* its --state, --seed and --fault */
    const char *endpoint;                   /* --endpoint; NULL: the environment or the rules */
    const char *region;                     /* --region; NULL: the environment */
    const char *signing_name;               /* --signing-name; NULL: the service's */
    bool is_unsigned;                       /* --no-sign-request */
    bool shows_http;                        /* --http */
};

/* An open link. */
struct cli_link {
    struct anvil_transport transport; /* for calls; its context is the link */
    unsigned attempts;                /* as many as are usual here */
    bool waits;                       /* between attempts; a recording is never too busy */
    enum cli_exit without_answer;     /* the exit code when there is none */
    const char *name;                 /* what is called, for people; the link's own */

    /* The rest belongs to link.c and network.c: who carries, and what it can do. */
    bool may_have_acted; /* some request may have been carried out */
    bool shows_http;
    bool shows_own_heads; /* the carrier shows the head of each request itself */
    const struct anvil_http_request *request; /* being sent */
    struct anvil_transport carrier;
    enum anvil_failure (*failure)(void *context);
    void (*limit)(void *context, uint64_t milliseconds);
    const char *(*problem)(void *context); /* why the last request failed; may be empty */
    void (*close)(void *context);
    void *memory; /* what the carrier points at; freed behind it */
};

/* Opens what the options ask for. CLI_EXIT_OK, or an exit code after a message. */
enum cli_exit cli_link_open(struct cli_link *link, const struct cli_link_options *options);

/* The hooks of a client whose transport is a link's; `context` is the link. */
enum anvil_failure cli_link_failure(void *context);
void cli_link_limit(void *context, uint64_t milliseconds);

/* What is known when the last request failed, of all that were sent: one that came to nothing does
 * not undo an earlier one that may have been carried out. */
enum anvil_failure cli_link_outcome(const struct cli_link *link);

/* Why the last request failed, without any value of it. Never empty. */
const char *cli_link_problem(const struct cli_link *link);

/* Closes a link that was opened, or that was not. */
void cli_link_close(struct cli_link *link);

#endif
