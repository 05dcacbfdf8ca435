/* SPDX-License-Identifier: Apache-2.0 */
/* The loops of anvil check. */
#include "check_files.h"

#include "finding.h"
#include "input.h"
#include "progress.h"

#include <inttypes.h>
#include <stdio.h>

/* The state of one run over all files. */
struct run {
    const struct cli_check *check;
    struct cli_message message;
    struct cli_lints lints; /* of the message that was read last */
    struct json_out json;
    struct cli_progress progress;
    uint64_t counts[3]; /* by enum cli_kind */
    uint64_t lines;
    enum cli_exit code;
};

/* Looks for warnings, when they are wanted and there is a struct to look at. */
static void lint(struct run *run, struct cli_finding *finding) {
    if (!run->check->wants_lints)
        return;
    cli_lints_free(&run->lints);
    finding->lints = &run->lints;
    if (cli_kind_of(finding) != CLI_KIND_MALFORMED)
        cli_lint_request(&run->lints, run->check->reading.operation, run->message.value,
                         finding->text);
}

static void tell(struct run *run, const struct cli_finding *finding) {
    enum cli_kind kind = cli_kind_of(finding);

    run->counts[kind]++;
    run->code = cli_exit_worse(run->code, cli_exit_of(finding));
    bool has_lints = finding->lints != NULL && finding->lints->count > 0;
    if (run->check->format == CLI_FORMAT_JSON || kind != CLI_KIND_OK || has_lints)
        cli_progress_clear(&run->progress);
    if (run->check->format == CLI_FORMAT_JSON)
        cli_finding_json(&run->json, finding);
    else
        cli_finding_text(stdout, finding);
}

/* What the text form adds for a message of a file that is not read by lines. */
static void tell_more(const struct run *run, const struct cli_finding *finding) {
    const struct cli_reading *reading = &run->check->reading;

    if (run->check->format == CLI_FORMAT_JSON || cli_kind_of(finding) != CLI_KIND_OK)
        return;
    printf("%s: ok", finding->file);
    if (reading->direction == CLI_ERROR && run->message.error.type == NULL)
        fputs(", but not an error that the operation models, so only its JSON was checked", stdout);
    else if (run->message.shape != NULL)
        printf(", %.*s", (int)run->message.shape->name_bytes, run->message.shape->name);
    fputc('\n', stdout);
}

static void check_whole(struct run *run, struct cli_input *input) {
    struct cli_finding finding = {input->name, {NULL, 0}, 1, false, 0, NULL, NULL, NULL, NULL};

    if (!cli_input_whole(input, &finding.text)) {
        run->code = CLI_EXIT_MALFORMED;
        return;
    }
    cli_message_check(&run->check->reading, finding.text, &run->message);
    finding.report = &run->message.report;
    lint(run, &finding);
    tell(run, &finding);
    tell_more(run, &finding);
}

static void check_lines(struct run *run, struct cli_input *input) {
    struct cli_finding finding = {input->name, {NULL, 0}, 0, true, 0, NULL, NULL, NULL, NULL};

    while (!ferror(stdout)) {
        enum cli_line line = cli_next_line(input, &finding.text);
        if (line == CLI_LINE_UNREADABLE)
            run->code = CLI_EXIT_MALFORMED;
        if (line == CLI_LINE_UNREADABLE || line == CLI_LINE_END)
            break;
        finding.first_line++;
        finding.index = run->lines++;
        finding.code = NULL;
        finding.report = &run->message.report;
        if (line == CLI_LINE_TOO_LONG) {
            finding.text = anvil_str_of(NULL, 0);
            finding.code = "line-too-long";
            finding.explanation = "a line holds more than 16 MiB";
        } else {
            cli_message_check(&run->check->reading, finding.text, &run->message);
        }
        lint(run, &finding);
        tell(run, &finding);
        cli_progress_tick(&run->progress, input, run->lines);
    }
    cli_progress_done(&run->progress, input, run->lines);
}

enum cli_exit cli_check_files(const struct cli_check *check, const char *const *files) {
    struct run run = {0};

    run.check = check;
    run.json.file = stdout;
    if (check->by_lines)
        run.progress = cli_progress_begin();
    for (; *files != NULL; files++) {
        struct cli_input input;
        if (!cli_input_open(&input, *files)) {
            run.code = CLI_EXIT_MALFORMED;
            continue;
        }
        if (check->by_lines)
            check_lines(&run, &input);
        else
            check_whole(&run, &input);
        cli_input_close(&input);
    }
    if (check->by_lines)
        fprintf(stderr,
                "%" PRIu64 " lines: %" PRIu64 " ok, %" PRIu64 " constraint, %" PRIu64
                " malformed\n",
                run.lines, run.counts[CLI_KIND_OK], run.counts[CLI_KIND_CONSTRAINT],
                run.counts[CLI_KIND_MALFORMED]);
    cli_lints_free(&run.lints);
    cli_message_free(&run.message);
    return run.code;
}
