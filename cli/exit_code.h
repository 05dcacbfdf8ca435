/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The exit codes of every verb of the command. When a run sees several messages, the code is that
 * of the worst, so the order of the values matters.
 */
#ifndef CLI_EXIT_CODE_H
#define CLI_EXIT_CODE_H

enum cli_exit {
    CLI_EXIT_OK = 0,        /* done, and nothing was wrong */
    CLI_EXIT_VIOLATION = 1, /* a constraint is violated, or a service answered with an error */
    CLI_EXIT_MALFORMED = 2, /* malformed input, an unreadable file, output that cannot be written */
    CLI_EXIT_USAGE = 64,    /* wrong usage (EX_USAGE of sysexits.h) */
    CLI_EXIT_NO_ANSWER = 69 /* the service gave no answer (EX_UNAVAILABLE of sysexits.h) */
};

/* The worse of two codes. */
static inline enum cli_exit cli_exit_worse(enum cli_exit a, enum cli_exit b) {
    return a > b ? a : b;
}

#endif
