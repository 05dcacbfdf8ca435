/* SPDX-License-Identifier: Apache-2.0 */
/* The loop that serves all connections, and the answers that wait for their time. */
#include "httpd.h"

#include "httpd_exchange.h"

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <time.h>

/* More at once are refused; one that says nothing for so long is closed. */
#define CONNECTIONS_MAX 1000
#define SILENCE_SECONDS 20U
#define BACKLOG 1024
/* What one connection may take for its headers. */
#define CONNECTION_BYTES ((size_t)32 << 10)

struct anvil_httpd {
    struct MHD_Daemon *daemon;
    struct anvil_emulator *emulator;
    bool is_grouped;
    FILE *log;
    uint16_t port;
    struct httpd_exchange *unsettled; /* answers that wait for the disk */
    struct httpd_exchange *delayed;   /* those that wait for their time; their connections are
                                         suspended */
};

static uint64_t now_ms(void) {
    struct timespec now = {0, 0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

/* Lets an answer wait until what it says is on the disk: a round of the loop is settled at once.
 * The connection is not suspended for so short a time, because one that its client has closed half
 * would be dropped when it is resumed; libmicrohttpd asks for the answer again in the next round.
 */
static void hold(struct anvil_httpd *httpd, struct httpd_exchange *exchange) {
    exchange->next = httpd->unsettled;
    httpd->unsettled = exchange;
    exchange->is_unsettled = true;
}

/* Also when all who asked have gone away: what was done for them must not hold the file. */
static void settle(struct anvil_httpd *httpd) {
    bool is_settled = anvil_emulator_settle(httpd->emulator);

    for (; httpd->unsettled != NULL; httpd->unsettled = httpd->unsettled->next) {
        httpd->unsettled->is_unsettled = false;
        if (!is_settled)
            anvil_httpd_exchange_fail(httpd->unsettled, httpd->emulator);
    }
}

static void delay(struct anvil_httpd *httpd, struct httpd_exchange *exchange) {
    exchange->ready_ms = now_ms() + exchange->delay_ms;
    exchange->delay_ms = 0;
    exchange->next = httpd->delayed;
    httpd->delayed = exchange;
    MHD_suspend_connection(exchange->connection);
}

/* Resumes what is due and returns how long the next one has to wait; `longest` when there is none.
 */
static uint64_t resume_due(struct anvil_httpd *httpd, uint64_t longest) {
    uint64_t now = now_ms();

    for (struct httpd_exchange **place = &httpd->delayed; *place != NULL;) {
        struct httpd_exchange *exchange = *place;
        if (exchange->ready_ms <= now) {
            *place = exchange->next;
            MHD_resume_connection(exchange->connection);
            longest = 0;
            continue;
        }
        if (exchange->ready_ms - now < longest)
            longest = exchange->ready_ms - now;
        place = &exchange->next;
    }
    return longest;
}

/* Called for the headers, for each piece of the body, at its end, and once more after a delay. */
static enum MHD_Result handle(void *context, struct MHD_Connection *connection, const char *path,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_bytes, void **slot) {
    struct anvil_httpd *httpd = context;
    struct httpd_exchange *exchange = *slot;

    (void)version;
    if (exchange == NULL) {
        *slot = anvil_httpd_exchange_begin(connection);
        return *slot != NULL ? MHD_YES : MHD_NO;
    }
    if (*upload_bytes > 0) {
        bool is_kept = anvil_httpd_exchange_append(exchange, upload, *upload_bytes);
        *upload_bytes = 0;
        return is_kept ? MHD_YES : MHD_NO;
    }
    if (!exchange->is_answered) {
        if (!anvil_httpd_exchange_answer(exchange, method, path, httpd->emulator, httpd->log))
            return MHD_NO;
        if (httpd->is_grouped)
            hold(httpd, exchange);
    }
    if (exchange->is_unsettled)
        return MHD_YES;
    if (exchange->delay_ms == 0)
        return anvil_httpd_exchange_send(exchange);
    delay(httpd, exchange);
    return MHD_YES;
}

/* A connection may go away while its answer is held. */
static void forget(struct anvil_httpd *httpd, const struct httpd_exchange *exchange) {
    struct httpd_exchange **place = &httpd->unsettled;

    while (*place != NULL && *place != exchange)
        place = &(*place)->next;
    if (*place != NULL)
        *place = exchange->next;
}

static void complete(void *context, struct MHD_Connection *connection, void **slot,
                     enum MHD_RequestTerminationCode code) {
    struct httpd_exchange *exchange = *slot;

    (void)connection;
    (void)code;
    if (exchange != NULL && exchange->is_unsettled)
        forget(context, exchange);
    anvil_httpd_exchange_end(exchange);
    *slot = NULL;
}

/* Resolves a numeric address. False with a problem. */
static bool resolve(const struct anvil_httpd_options *options, struct sockaddr_storage *address,
                    char *problem) {
    const struct addrinfo hints = {.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE,
                                   .ai_socktype = SOCK_STREAM};
    const char *host = options->address != NULL ? options->address : "127.0.0.1";
    struct addrinfo *found = NULL;
    char port[8];

    snprintf(port, sizeof port, "%u", (unsigned)options->port);
    if (getaddrinfo(host, port, &hints, &found) != 0) {
        snprintf(problem, ANVIL_HTTPD_PROBLEM_BYTES, "not a numeric address: %s", host);
        return false;
    }
    memset(address, 0, sizeof *address);
    memcpy(address, found->ai_addr, found->ai_addrlen);
    freeaddrinfo(found);
    return true;
}

static bool start(struct anvil_httpd *httpd, const struct anvil_httpd_options *options,
                  char *problem) {
    struct sockaddr_storage address;
    unsigned flags = MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME;

    if (!resolve(options, &address, problem))
        return false;
    if (address.ss_family == AF_INET6)
        flags |= MHD_USE_IPv6;
    httpd->daemon =
        MHD_start_daemon(flags, 0, NULL, NULL, handle, httpd, MHD_OPTION_SOCK_ADDR, &address,
                         MHD_OPTION_NOTIFY_COMPLETED, complete, httpd, MHD_OPTION_CONNECTION_LIMIT,
                         (unsigned)CONNECTIONS_MAX, MHD_OPTION_CONNECTION_TIMEOUT, SILENCE_SECONDS,
                         MHD_OPTION_CONNECTION_MEMORY_LIMIT, CONNECTION_BYTES,
                         MHD_OPTION_LISTEN_BACKLOG_SIZE, (unsigned)BACKLOG, MHD_OPTION_END);
    if (httpd->daemon == NULL) {
        snprintf(problem, ANVIL_HTTPD_PROBLEM_BYTES, "cannot listen at port %u: %s",
                 (unsigned)options->port, strerror(errno));
        return false;
    }
    httpd->port = MHD_get_daemon_info(httpd->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
    return true;
}

struct anvil_httpd *anvil_httpd_open(const struct anvil_httpd_options *options,
                                     char problem[ANVIL_HTTPD_PROBLEM_BYTES]) {
    struct anvil_httpd *httpd = calloc(1, sizeof *httpd);

    if (httpd == NULL) {
        snprintf(problem, ANVIL_HTTPD_PROBLEM_BYTES, "out of memory");
        return NULL;
    }
    httpd->emulator = options->emulator;
    httpd->is_grouped = options->is_grouped;
    httpd->log = options->log;
    if (start(httpd, options, problem))
        return httpd;
    free(httpd);
    return NULL;
}

uint16_t anvil_httpd_port(const struct anvil_httpd *httpd) {
    return httpd->port;
}

bool anvil_httpd_run(struct anvil_httpd *httpd, const sigset_t *mask,
                     const volatile sig_atomic_t *is_stopped) {
    int descriptor = MHD_get_daemon_info(httpd->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;

    while (!*is_stopped) {
        MHD_UNSIGNED_LONG_LONG timeout = SILENCE_SECONDS * 1000ULL;
        fd_set readable;
        if (MHD_get_timeout(httpd->daemon, &timeout) != MHD_YES)
            timeout = SILENCE_SECONDS * 1000ULL;
        uint64_t wait = resume_due(httpd, timeout);
        struct timespec rest = {(time_t)(wait / 1000), (long)(wait % 1000) * 1000000};
        FD_ZERO(&readable);
        FD_SET(descriptor, &readable);
        if (pselect(descriptor + 1, &readable, NULL, NULL, &rest, mask) < 0 && errno != EINTR)
            return false;
        if (MHD_run(httpd->daemon) != MHD_YES)
            return false;
        settle(httpd);
    }
    return true;
}

void anvil_httpd_close(struct anvil_httpd *httpd) {
    if (httpd == NULL)
        return;
    /* A suspended connection cannot be closed. */
    for (; httpd->delayed != NULL; httpd->delayed = httpd->delayed->next)
        MHD_resume_connection(httpd->delayed->connection);
    MHD_stop_daemon(httpd->daemon);
    free(httpd);
}
