/* SPDX-License-Identifier: Apache-2.0 */
/* anvil serve: the emulator as an HTTP endpoint, until it is told to stop. */
#include "arguments.h"
#include "emulator/emulator.h"
#include "httpd/httpd.h"

#include <stdio.h>
#include <string.h>

/* Where clients look when nothing else is said; the letters of "anvil" on a telephone's keys. */
#define DEFAULT_PORT 26845

enum { OPTION_PORT = 1, OPTION_LISTEN, OPTION_STATE, OPTION_SEED, OPTION_FAULT, OPTION_LOG };

static const struct cli_option OPTIONS[] = {
    {"--port", "N", "the port to listen at, 0 for any that is free (default: 26845)", OPTION_PORT},
    {"--listen", "ADDRESS", "the numeric address to listen at (default: 127.0.0.1)", OPTION_LISTEN},
    {"--state", "FILE", "keep the account in FILE (default: in memory)", OPTION_STATE},
    {"--seed", "FILE", "the account to begin with (default: a sample account)", OPTION_SEED},
    {"--fault", "LIST", "what goes wrong on purpose", OPTION_FAULT},
    {"--log", NULL, "a line for each answer on standard error", OPTION_LOG},
    {NULL, NULL, NULL, 0},
};

/* What the arguments ask for. */
struct service {
    struct anvil_emulator_options account;
    struct anvil_httpd_options endpoint;
};

static volatile sig_atomic_t is_stopped;

static void stop(int number) {
    (void)number;
    is_stopped = 1;
}

/* Reads the value of --port. */
static bool read_port(const struct cli_arguments *arguments, uint16_t *port) {
    const char *text = arguments->value;
    size_t digits = strspn(text, "0123456789");
    unsigned long number = 0;

    for (size_t i = 0; i < digits && i < 6; i++)
        number = number * 10 + (unsigned long)(text[i] - '0');
    *port = (uint16_t)number;
    if (digits > 0 && text[digits] == '\0' && digits < 6 && number <= UINT16_MAX)
        return true;
    cli_wrong_usage(arguments->verb, "not a port from 0 to 65535: '%s'", text);
    return false;
}

/* Takes one argument in. False after a message. */
static bool take(struct service *service, struct cli_arguments *arguments, int id) {
    switch (id) {
    case OPTION_PORT:
        return read_port(arguments, &service->endpoint.port);
    case OPTION_LISTEN:
        service->endpoint.address = arguments->value;
        return true;
    case OPTION_STATE:
        service->account.state = arguments->value;
        return true;
    case OPTION_SEED:
        service->account.seed = arguments->value;
        return true;
    case OPTION_FAULT:
        service->account.faults = arguments->value;
        return true;
    case OPTION_LOG:
        service->endpoint.log = stderr;
        return true;
    case CLI_ARGUMENT_WORD:
        cli_wrong_usage(arguments->verb, "too many arguments: '%s'", arguments->value);
        return false;
    default:
        return false;
    }
}

/* Serves until an interrupt or a termination, which are let in only while nothing is answered. */
static enum cli_exit serve(struct anvil_httpd *httpd, const char *address) {
    struct sigaction action = {.sa_handler = stop};
    sigset_t signals;
    sigset_t before;
    bool is_ipv6 = strchr(address, ':') != NULL;

    sigemptyset(&action.sa_mask);
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigprocmask(SIG_BLOCK, &signals, &before);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    printf("listening at http://%s%s%s:%u\n", is_ipv6 ? "[" : "", address, is_ipv6 ? "]" : "",
           (unsigned)anvil_httpd_port(httpd));
    /* Whoever started this waits for the line. */
    fflush(stdout);
    if (anvil_httpd_run(httpd, &before, &is_stopped))
        return CLI_EXIT_OK;
    fputs("anvil serve: the endpoint failed\n", stderr);
    return CLI_EXIT_MALFORMED;
}

static enum cli_exit open_and_serve(struct service *service) {
    char problem[ANVIL_EMULATOR_PROBLEM_BYTES];
    const char *address =
        service->endpoint.address != NULL ? service->endpoint.address : "127.0.0.1";
    enum cli_exit code = CLI_EXIT_MALFORMED;

    /* Only a file is slow enough for many requests to share one write to it. */
    service->account.is_grouped = service->account.state != NULL;
    service->endpoint.is_grouped = service->account.is_grouped;
    service->endpoint.emulator = anvil_emulator_open(&service->account, problem);
    if (service->endpoint.emulator == NULL) {
        fprintf(stderr, "anvil serve: %s\n", problem);
        return code;
    }
    struct anvil_httpd *httpd = anvil_httpd_open(&service->endpoint, problem);
    if (httpd != NULL)
        code = serve(httpd, address);
    else
        fprintf(stderr, "anvil serve: %s\n", problem);
    anvil_httpd_close(httpd);
    anvil_emulator_close(service->endpoint.emulator);
    return code;
}

static enum cli_exit run(struct cli_arguments *arguments) {
    struct service service = {.endpoint = {.port = DEFAULT_PORT}};

    for (int id; (id = cli_next_argument(arguments)) != CLI_ARGUMENT_END;)
        if (!take(&service, arguments, id))
            return CLI_EXIT_USAGE;
    return open_and_serve(&service);
}

const struct cli_verb cli_verb_serve = {
    "serve",
    "[--port N] [--listen ADDRESS] [--state FILE] [--seed FILE] [--fault LIST] [--log]",
    "emulate the service for any AWS SDK, over HTTP",
    "Answers AssociateOriginationIdentity, DisassociateOriginationIdentity and\n"
    "CreateRegistrationAssociation as the service is documented to: order of checks, errors,\n"
    "idempotency tokens and quotas. Prints 'listening at URL' once it does; point a client's\n"
    "endpoint there. Signatures are not looked at. Ends at an interrupt or a termination.\n"
    "\n"
    "With --state everything that was answered with status 200 is kept in FILE, a SQLite\n"
    "database, through any crash, and the seed is read only when FILE is new. The form of\n"
    "seeds and the sample account are explained in transport/emulator/README.md.\n"
    "\n"
    "LIST is NAME=VALUE,...: throttle, 5xx, reset (the request is worked on, then the\n"
    "connection dropped) and garbage (the answer is cut, or a proxy's page) from 0 to 1 are\n"
    "how likely each is; delay=50ms or 2s holds every answer; rate=N throttles more than N\n"
    "requests of one operation in a second; seed=N gives other dice, the same each time.\n"
    "\n"
    "Exit code: 0 after it was told to stop; 2 when it cannot listen, when the state or the\n"
    "seed cannot be read, or when it was built without its libraries.\n",
    OPTIONS,
    run,
};
