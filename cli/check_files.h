/* SPDX-License-Identifier: Apache-2.0 */
/* Checking many messages: every file, or every line of every file. */
#ifndef CLI_CHECK_FILES_H
#define CLI_CHECK_FILES_H

#include "message.h"

/* What to check and how to tell. */
struct cli_check {
    struct cli_reading reading;
    bool by_lines;
    bool wants_lints; /* of requests */
    enum cli_format format;
};

/* Checks the inputs `files`, a list that ends with NULL, and writes the reports to standard output.
 * Goes on after a file that cannot be read. Returns the worst exit code. */
enum cli_exit cli_check_files(const struct cli_check *check, const char *const *files);

#endif
