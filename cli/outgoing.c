/* SPDX-License-Identifier: Apache-2.0 */
/* From words to a request with its envelope. */
#include "outgoing.h"

#include "allocation.h"
#include "entropy/entropy.h"
#include "outcome.h"
#include "request_values.h"
#include "service.h"

#include <stdlib.h>

#define FIRST_ARENA_BYTES ((size_t)1 << 14)

void cli_outgoing_begin(struct cli_outgoing *outgoing, struct cli_arguments *arguments) {
    size_t words = 0;

    while (arguments->next[words] != NULL)
        words++;
    outgoing->verb = arguments->verb;
    outgoing->words = cli_allocate((words + 1) * sizeof *outgoing->words);
    outgoing->profile = ANVIL_STRICT;
}

bool cli_outgoing_make(struct cli_outgoing *outgoing) {
    const struct anvil_operation *operation =
        cli_operation(outgoing->verb, outgoing->operation_name);

    if (operation == NULL)
        return false;
    outgoing->operation = *operation;
    if (outgoing->without_token)
        outgoing->operation.token = NULL;
    outgoing->input = cli_request_of_words(outgoing->verb, operation, outgoing->words);
    if (outgoing->input == NULL)
        return false;
    outgoing->entropy = anvil_system_entropy();
    outgoing->call.operation = &outgoing->operation;
    outgoing->call.entropy = &outgoing->entropy;
    outgoing->call.arena = &outgoing->arena;
    outgoing->call.checks = outgoing->profile | outgoing->extra_checks;
    outgoing->arena = anvil_arena_of(cli_allocate(FIRST_ARENA_BYTES), FIRST_ARENA_BYTES);
    return true;
}

enum anvil_status cli_outgoing_prepare(struct cli_outgoing *outgoing, struct anvil_report *report) {
    struct anvil_arena *arena = &outgoing->arena;
    enum anvil_status status;

    for (;;) {
        anvil_arena_reset(arena);
        status = anvil_call_prepare(&outgoing->call, outgoing->input, report);
        if (status != ANVIL_E_ARENA)
            return status;
        size_t capacity = arena->capacity * 2;
        *arena = anvil_arena_of(cli_reallocate(arena->base, capacity), capacity);
    }
}

enum cli_exit cli_outgoing_refused(const struct cli_outgoing *outgoing,
                                   const struct anvil_report *report, enum anvil_status status) {
    struct cli_finding finding = {"<arguments>", {NULL, 0}, 1, false, 0, report, NULL, NULL};

    if (report->status == ANVIL_OK || anvil_status_group(status) == ANVIL_GROUP_PROTOCOL) {
        fprintf(stderr, "anvil %s: %s\n", outgoing->verb->name, anvil_status_text(status));
        return CLI_EXIT_MALFORMED;
    }
    return cli_print_finding(&finding, outgoing->format);
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
    free(outgoing->input);
    free(outgoing->arena.base);
}
