/* SPDX-License-Identifier: Apache-2.0 */
/* Failures in words. */
#include "no_answer.h"

#include "json_out.h"

#include <stdio.h>

/* What a program reads. */
static const char *failure_name(enum anvil_failure failure) {
    switch (failure) {
    case ANVIL_FAILURE_UNCLEAR:
        return "unclear";
    case ANVIL_FAILURE_NOT_SENT:
        return "not-sent";
    case ANVIL_FAILURE_FINAL:
        return "final";
    case ANVIL_FAILURE_CANCELLED:
        return "cancelled";
    }
    return NULL;
}

enum cli_exit cli_print_no_answer(const struct cli_link *link, enum anvil_client_end end,
                                  enum cli_format format) {
    struct json_out json = {stdout, false};
    enum anvil_failure failure = cli_link_outcome(link);
    const char *problem = cli_link_problem(link);

    fprintf(stderr, "anvil call: %s%s%s%s\n", link->name != NULL ? link->name : "",
            link->name != NULL ? ": " : "", problem,
            link->name == NULL                  ? ""
            : failure == ANVIL_FAILURE_UNCLEAR  ? "; the request may have been carried out"
            : failure == ANVIL_FAILURE_NOT_SENT ? "; the request was not carried out"
                                                : "");
    if (format == CLI_FORMAT_JSON && link->name != NULL) {
        json_open(&json, '{');
        json_key(&json, "failure");
        json_word(&json, failure_name(failure));
        json_key(&json, "problem");
        json_word(&json, problem);
        json_key(&json, "end");
        json_word(&json, anvil_client_end_text(end));
        json_close(&json, '}');
        json_line(&json);
    }
    return link->without_answer;
}

void cli_tell_end(const struct cli_verb *verb, enum anvil_client_end end) {
    switch (end) {
    case ANVIL_CLIENT_QUOTA:
    case ANVIL_CLIENT_DEADLINE:
    case ANVIL_CLIENT_ASKED:
    case ANVIL_CLIENT_UNCLEAR:
        fprintf(stderr, "anvil %s: not tried again: %s\n", verb->name, anvil_client_end_text(end));
        break;
    default:
        break;
    }
}
