/* SPDX-License-Identifier: Apache-2.0 */
/* Findings as JSON objects. */
#include "allocation.h"
#include "finding.h"
#include "place.h"

#include <stdlib.h>
#include <string.h>

static const char *const KIND_NAMES[] = {"ok", "constraint", "malformed"};

/* offset, line, column: numbers, or null for what stands in no text. A fault that the command found
 * itself concerns a whole line. */
static void write_place(struct json_out *json, const struct cli_finding *finding,
                        struct cli_place_finder *finder, size_t offset) {
    bool has_place = finding->text.ptr != NULL && offset != ANVIL_NO_OFFSET;
    struct cli_place place = {0, 0, 0};

    if (has_place)
        place = cli_place_of(finder, offset);
    json_key(json, "offset");
    has_place ? json_number(json, offset) : json_null(json);
    json_key(json, "line");
    if (has_place || finding->code != NULL)
        json_number(json, has_place ? place.line : finding->first_line);
    else
        json_null(json);
    json_key(json, "column");
    has_place ? json_number(json, place.column) : json_null(json);
}

static void write_violations(struct json_out *json, const struct cli_finding *finding,
                             struct cli_place_finder *finder) {
    const struct anvil_report *report = finding->report;

    json_key(json, "violations");
    json_open(json, '[');
    for (size_t i = 0; i < report->count; i++) {
        const struct anvil_violation *violation = &report->violations[i];
        char *sentence = cli_violation_sentence(violation);
        json_open(json, '{');
        json_key(json, "path");
        json_text(json, anvil_violation_path(report, violation));
        json_key(json, "constraint");
        json_word(json, anvil_constraint_name(violation->constraint));
        write_place(json, finding, finder, violation->offset);
        json_key(json, "message");
        json_word(json, sentence);
        json_close(json, '}');
        free(sentence);
    }
    json_close(json, ']');
    if (report->more > 0) {
        json_key(json, "more");
        json_number(json, report->more);
    }
}

static void write_lints(struct json_out *json, const struct cli_finding *finding,
                        struct cli_place_finder *finder) {
    if (finding->lints == NULL)
        return;
    json_key(json, "lints");
    json_open(json, '[');
    for (size_t i = 0; i < finding->lints->count; i++) {
        const struct cli_lint *lint = &finding->lints->items[i];
        json_open(json, '{');
        json_key(json, "path");
        json_word(json, lint->path);
        json_key(json, "lint");
        json_word(json, lint->name);
        write_place(json, finding, finder, lint->offset);
        json_key(json, "message");
        json_word(json, lint->message);
        json_close(json, '}');
    }
    json_close(json, ']');
}

/* PATH: SENTENCE, because the object of an error has no key for a path. */
static void write_error_message(struct json_out *json, struct anvil_str path,
                                const char *sentence) {
    size_t sentence_bytes = strlen(sentence);
    char *message = cli_allocate(path.len + 2 + sentence_bytes);
    size_t used = 0;

    if (path.len > 0) {
        memcpy(message, path.ptr, path.len);
        memcpy(message + path.len, ": ", 2);
        used = path.len + 2;
    }
    memcpy(message + used, sentence, sentence_bytes);
    json_text(json, anvil_str_of(message, used + sentence_bytes));
    free(message);
}

static void write_error(struct json_out *json, const struct cli_finding *finding,
                        struct cli_place_finder *finder) {
    const struct anvil_report *report = finding->report;
    bool is_own = finding->code != NULL;

    json_key(json, "error");
    json_open(json, '{');
    json_key(json, "code");
    json_word(json, is_own ? finding->code : anvil_status_name(report->status));
    write_place(json, finding, finder, is_own ? ANVIL_NO_OFFSET : report->offset);
    json_key(json, "message");
    if (is_own)
        json_word(json, finding->explanation);
    else
        write_error_message(json, anvil_report_path(report), anvil_status_text(report->status));
    json_close(json, '}');
}

void cli_finding_json(struct json_out *json, const struct cli_finding *finding) {
    struct cli_place_finder finder = cli_place_finder_of(finding->text, finding->first_line);
    enum cli_kind kind = cli_kind_of(finding);

    json_open(json, '{');
    if (finding->has_index) {
        json_key(json, "index");
        json_number(json, finding->index);
    }
    json_key(json, "file");
    json_word(json, finding->file);
    json_key(json, "valid");
    json_boolean(json, kind == CLI_KIND_OK);
    json_key(json, "kind");
    json_word(json, KIND_NAMES[kind]);
    if (kind == CLI_KIND_MALFORMED)
        write_error(json, finding, &finder);
    else
        write_violations(json, finding, &finder);
    write_lints(json, finding, &finder);
    json_close(json, '}');
    json_line(json);
}
