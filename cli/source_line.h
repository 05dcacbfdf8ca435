/* SPDX-License-Identifier: Apache-2.0 */
/* A line of a message with a caret under the place that a report speaks of. */
#ifndef CLI_SOURCE_LINE_H
#define CLI_SOURCE_LINE_H

#include "anvil/str.h"

#include <stdio.h>

/*
 * Writes two lines: `line` behind its number, and a caret under its byte `at` (its end when `at` is
 * its length). Of a long line the part around the caret is shown. What could upset a terminal is
 * shown as an escape.
 */
void cli_source_line(FILE *file, struct anvil_str line, size_t line_number, size_t at);

#endif
