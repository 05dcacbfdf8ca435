/* SPDX-License-Identifier: Apache-2.0 */
/* Findings in the form of a compiler's diagnostics. */
#include "characters.h"
#include "finding.h"
#include "place.h"
#include "source_line.h"

#include <stdlib.h>
#include <string.h>

/* FILE:LINE:COLUMN: error: PATH: SENTENCE [NAME], and the line. */
static void diagnose(FILE *file, const struct cli_finding *finding, struct cli_place_finder *finder,
                     const char *severity, size_t offset, struct anvil_str path,
                     const char *sentence, const char *name) {
    bool has_place = finding->text.ptr != NULL && offset != ANVIL_NO_OFFSET;
    struct cli_place place = {0, 0, 0};

    fputs(finding->file, file);
    if (has_place) {
        place = cli_place_of(finder, offset);
        fprintf(file, ":%zu:%zu", place.line, place.column);
    }
    fprintf(file, ": %s: ", severity);
    if (path.len > 0) {
        cli_text_write(file, path);
        fputs(": ", file);
    }
    cli_text_write(file, anvil_str_of(sentence, strlen(sentence)));
    fprintf(file, " [%s]\n", name);
    if (has_place)
        cli_source_line(file, cli_line_at(finding->text, place), place.line,
                        offset - place.line_begin);
}

static void diagnose_violations(FILE *file, const struct cli_finding *finding,
                                struct cli_place_finder *finder) {
    const struct anvil_report *report = finding->report;

    for (size_t i = 0; i < report->count; i++) {
        const struct anvil_violation *violation = &report->violations[i];
        char *sentence = cli_violation_sentence(violation);
        diagnose(file, finding, finder, "error", violation->offset,
                 anvil_violation_path(report, violation), sentence,
                 anvil_constraint_name(violation->constraint));
        free(sentence);
    }
    if (report->more > 0)
        fprintf(file, "%s: error: and %zu more\n", finding->file, report->more);
}

static void warn(FILE *file, const struct cli_finding *finding, struct cli_place_finder *finder) {
    for (size_t i = 0; finding->lints != NULL && i < finding->lints->count; i++) {
        const struct cli_lint *lint = &finding->lints->items[i];
        diagnose(file, finding, finder, "warning", lint->offset,
                 anvil_str_of(lint->path, strlen(lint->path)), lint->message, lint->name);
    }
}

void cli_finding_text(FILE *file, const struct cli_finding *finding) {
    struct cli_place_finder finder = cli_place_finder_of(finding->text, finding->first_line);

    if (finding->code != NULL)
        fprintf(file, "%s:%zu: error: %s [%s]\n", finding->file, finding->first_line,
                finding->explanation, finding->code);
    else if (cli_kind_of(finding) == CLI_KIND_CONSTRAINT)
        diagnose_violations(file, finding, &finder);
    else if (cli_kind_of(finding) == CLI_KIND_MALFORMED)
        diagnose(file, finding, &finder, "error", finding->report->offset,
                 anvil_report_path(finding->report), anvil_status_text(finding->report->status),
                 anvil_status_name(finding->report->status));
    warn(file, finding, &finder);
}
