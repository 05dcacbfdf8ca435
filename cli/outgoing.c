/* SPDX-License-Identifier: Apache-2.0 */
/* From words to a request with its envelope. */
#include "outgoing.h"

#include "anvil/kind.h"

#include "allocation.h"
#include "decoded.h"
#include "entropy/entropy.h"
#include "outcome.h"
#include "service.h"

#include <stdlib.h>

void cli_outgoing_begin(struct cli_outgoing *outgoing, struct cli_arguments *arguments) {
    size_t words = 0;

    while (arguments->next[words] != NULL)
        words++;
    outgoing->verb = arguments->verb;
    outgoing->words = cli_allocate((words + 1) * sizeof *outgoing->words);
    outgoing->profile = ANVIL_STRICT;
}

void cli_outgoing_word(struct cli_outgoing *outgoing, const char *word) {
    if (outgoing->operation_name == NULL)
        outgoing->operation_name = word;
    else
        outgoing->words[outgoing->word_count++] = word;
}

/* What a report calls the origin of the struct. */
static struct cli_finding finding_of(const struct cli_outgoing *outgoing,
                                     const struct anvil_report *report) {
    struct cli_finding finding = {"<arguments>", {NULL, 0}, 1, false, 0, report, NULL, NULL, NULL};

    if (outgoing->values.has_file)
        finding.file = outgoing->values.file.name;
    return finding;
}

/* The members of an error in {"error": NAME, ..., "members": {...}}; any other text as it is. */
static struct anvil_str members_of_error(struct anvil_str text, struct anvil_str name) {
    static const struct anvil_shape STRING = {.row = &anvil_text_row,
                                              .size = sizeof(struct anvil_str),
                                              .align = 8,
                                              .kind = ANVIL_KIND_STRING};
    static const struct anvil_shape DOCUMENT = {.row = &anvil_document_row,
                                                .size = sizeof(struct anvil_str),
                                                .align = 8,
                                                .kind = ANVIL_KIND_DOCUMENT};
    static const struct anvil_member MEMBERS[] = {
        {.key = "\",\"error\":\"", .target = &STRING, .name_bytes = 5, .kind = ANVIL_KIND_STRING},
        {.key = "\",\"members\":\"",
         .target = &DOCUMENT,
         .offset = sizeof(struct anvil_str),
         .name_bytes = 7,
         .kind = ANVIL_KIND_DOCUMENT},
    };
    static const struct anvil_shape WRAPPER = {.row = &anvil_structure_row,
                                               .members = MEMBERS,
                                               .size = 2 * sizeof(struct anvil_str),
                                               .member_count = 2,
                                               .align = 8,
                                               .kind = ANVIL_KIND_STRUCTURE};
    struct anvil_str parts[2];
    struct anvil_report report;

    if (anvil_decode(&WRAPPER, text, ANVIL_LENIENT, NULL, parts, &report) != ANVIL_OK ||
        parts[0].ptr == NULL || parts[1].ptr == NULL || !anvil_str_equal(parts[0], name))
        return text;
    return parts[1];
}

enum cli_exit cli_outgoing_read(struct cli_outgoing *outgoing, const struct anvil_shape *shape,
                                bool is_error) {
    struct anvil_report report;

    if (!cli_values_open(&outgoing->values, outgoing->from))
        return CLI_EXIT_MALFORMED;
    struct cli_finding finding = finding_of(outgoing, &report);
    struct anvil_str text = outgoing->values.text;
    finding.text = text;
    if (is_error)
        text = members_of_error(text, anvil_shape_name(shape));
    if (cli_values_of_text(&outgoing->values, shape, text, &report) == ANVIL_OK)
        return CLI_EXIT_OK;
    if (report.offset != ANVIL_NO_OFFSET)
        report.offset += (size_t)(text.ptr - finding.text.ptr);
    return cli_print_finding(&finding, outgoing->format);
}

enum cli_exit cli_outgoing_make(struct cli_outgoing *outgoing) {
    const struct anvil_operation *operation =
        cli_operation(outgoing->verb, outgoing->operation_name);

    if (operation == NULL)
        return CLI_EXIT_USAGE;
    outgoing->operation = *operation;
    if (outgoing->without_token)
        outgoing->operation.token = NULL;
    outgoing->entropy = anvil_system_entropy();
    outgoing->call.operation = &outgoing->operation;
    outgoing->call.entropy = &outgoing->entropy;
    outgoing->call.arena = &outgoing->arena;
    outgoing->call.checks = outgoing->profile | outgoing->extra_checks;
    cli_arena_grow(&outgoing->arena);
    if (outgoing->from == NULL)
        return cli_values_of_words(&outgoing->values, outgoing->verb, operation->input,
                                   outgoing->words)
                   ? CLI_EXIT_OK
                   : CLI_EXIT_USAGE;
    if (outgoing->word_count > 0)
        return cli_wrong_usage(outgoing->verb, "members come from --from or as Member=value, "
                                               "not both");
    return cli_outgoing_read(outgoing, operation->input, false);
}

enum anvil_status cli_outgoing_prepare(struct cli_outgoing *outgoing, struct anvil_report *report) {
    struct anvil_arena *arena = &outgoing->arena;
    enum anvil_status status;

    for (;;) {
        anvil_arena_reset(arena);
        status = anvil_call_prepare(&outgoing->call, outgoing->values.value, report);
        if (status != ANVIL_E_ARENA)
            return status;
        cli_arena_grow(arena);
    }
}

enum cli_exit cli_outgoing_broken(struct cli_outgoing *outgoing, const struct anvil_shape *shape,
                                  unsigned checks, struct anvil_report *report) {
    struct cli_values *values = &outgoing->values;
    struct cli_finding finding = finding_of(outgoing, report);
    struct anvil_report placed;

    /* The same checks while the text is read tell where. A member given twice is no fault of what
     * is sent, and a client token may have been filled in since. */
    checks &= ~(unsigned)ANVIL_CHECK_DUPLICATE;
    if (values->has_file && anvil_status_group(report->status) == ANVIL_GROUP_CONSTRAINT) {
        struct anvil_arena arena = anvil_arena_of(NULL, 0);
        enum anvil_status status =
            cli_decode(shape, values->part, checks | ANVIL_LENIENT | ANVIL_NEUTRAL, &arena,
                       values->value, &placed);
        if (status == report->status && placed.count == report->count) {
            *report = placed;
            finding.text = values->text;
            for (size_t i = 0; i < report->count; i++)
                report->violations[i].offset += (size_t)(values->part.ptr - values->text.ptr);
        }
        free(arena.base);
    }
    return cli_print_finding(&finding, outgoing->format);
}

enum cli_exit cli_outgoing_refused(struct cli_outgoing *outgoing, struct anvil_report *report,
                                   enum anvil_status status) {
    if (report->status == ANVIL_OK || anvil_status_group(status) == ANVIL_GROUP_PROTOCOL) {
        fprintf(stderr, "anvil %s: %s\n", outgoing->verb->name, anvil_status_text(status));
        return CLI_EXIT_MALFORMED;
    }
    return cli_outgoing_broken(outgoing, outgoing->operation.input, outgoing->call.checks, report);
}

void cli_write_request(FILE *file, const struct anvil_http_request *request, const char *host,
                       const char *prefix, const char *line_end) {
    fprintf(file, "%s%.*s %.*s HTTP/1.1%s", prefix, (int)request->method.len, request->method.ptr,
            (int)request->path.len, request->path.ptr, line_end);
    fprintf(file, "%sHost: %s%s", prefix, host, line_end);
    for (size_t i = 0; i < request->header_count; i++)
        fprintf(file, "%s%.*s: %.*s%s", prefix, (int)request->headers[i].name.len,
                request->headers[i].name.ptr, (int)request->headers[i].value.len,
                request->headers[i].value.ptr, line_end);
    fprintf(file, "%sContent-Length: %zu%s%s%s", prefix, request->body_bytes, line_end, prefix,
            line_end);
    for (size_t i = 0; i < request->body_count; i++)
        fwrite(request->body[i].ptr, 1, request->body[i].len, file);
}

void cli_outgoing_end(struct cli_outgoing *outgoing) {
    free(outgoing->words);
    cli_values_free(&outgoing->values);
    free(outgoing->arena.base);
}
