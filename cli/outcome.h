/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the verbs decode, encode and call print: a decoded message, a decoded error, or a report in
 * their place. Reports in text go to standard error, because standard output is for the message;
 * as JSON they take its place on standard output.
 */
#ifndef CLI_OUTCOME_H
#define CLI_OUTCOME_H

#include "arguments.h"
#include "finding.h"
#include "message.h"

/* Prints a decoded struct in the neutral form on a line, members in model order. */
enum cli_exit cli_print_value(const struct anvil_shape *shape, const void *value);

/* Prints {"error": NAME, "retry": RETRY, "class": CLASS, "members": {...}} on a line. */
enum cli_exit cli_print_error(const struct anvil_error *error);

/* Prints a finding that stands in the place of a message. Returns its exit code. */
enum cli_exit cli_print_finding(const struct cli_finding *finding, enum cli_format format);

#endif
