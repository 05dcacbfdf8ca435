/* SPDX-License-Identifier: Apache-2.0 */
/* What is said when a call ends without an answer, or before it could succeed. */
#ifndef CLI_NO_ANSWER_H
#define CLI_NO_ANSWER_H

#include "arguments.h"
#include "link.h"

/*
 * Says why there is no answer: in text on standard error; as JSON also on standard output, in the
 * place of the message: {"failure": FAILURE, "problem": TEXT, "end": TEXT}, FAILURE being unclear,
 * not-sent, final or cancelled, of all attempts together. Returns the exit code.
 */
enum cli_exit cli_print_no_answer(const struct cli_link *link, enum anvil_client_end end,
                                  enum cli_format format);

/* Says why a call was not tried again although that made sense; nothing when it made none. */
void cli_tell_end(const struct cli_verb *verb, enum anvil_client_end end);

#endif
