/* SPDX-License-Identifier: Apache-2.0 */
/* What both forms of a finding share. */
#include "finding.h"

#include "allocation.h"

enum cli_kind cli_kind_of(const struct cli_finding *finding) {
    if (finding->code != NULL)
        return CLI_KIND_MALFORMED;
    switch (anvil_status_group(finding->report->status)) {
    case ANVIL_GROUP_OK:
        return CLI_KIND_OK;
    case ANVIL_GROUP_CONSTRAINT:
        return CLI_KIND_CONSTRAINT;
    default:
        return CLI_KIND_MALFORMED;
    }
}

enum cli_exit cli_exit_of(const struct cli_finding *finding) {
    switch (cli_kind_of(finding)) {
    case CLI_KIND_OK:
        return CLI_EXIT_OK;
    case CLI_KIND_CONSTRAINT:
        return CLI_EXIT_VIOLATION;
    default:
        return CLI_EXIT_MALFORMED;
    }
}

char *cli_violation_sentence(const struct anvil_violation *violation) {
    size_t bytes = anvil_violation_text(violation, NULL, 0);
    char *sentence = cli_allocate(bytes + 1);
    anvil_violation_text(violation, sentence, bytes);
    return sentence;
}
