/* SPDX-License-Identifier: Apache-2.0 */
/* anvil encode: a message as it goes over the wire. */
#include "allocation.h"
#include "encoded.h"
#include "json_out.h"
#include "outgoing.h"
#include "profile.h"
#include "service.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum {
    OPTION_FROM = 1,
    OPTION_REQUEST,
    OPTION_RESPONSE,
    OPTION_ERROR,
    OPTION_SPANS,
    OPTION_HTTP,
    OPTION_HOST,
    OPTION_NO_TOKEN,
    OPTION_PROFILE,
    OPTION_IDENTITY,
    OPTION_FORMAT
};

static const struct cli_option OPTIONS[] = {
    {"--from", "FILE", "the message in the form of 'anvil decode'; - is standard input",
     OPTION_FROM},
    {"--request", NULL, "the message is a request (default)", OPTION_REQUEST},
    {"--response", NULL, "the message is a response; needs --from", OPTION_RESPONSE},
    {"--error", "NAME", "the message is the error NAME; needs --from", OPTION_ERROR},
    {"--spans", NULL, "print the pieces that the body is made of, one on a line", OPTION_SPANS},
    {"--http", NULL, "print the whole HTTP/1.1 request, nothing behind its last byte", OPTION_HTTP},
    {"--host", "NAME", "the Host of that request (default: localhost)", OPTION_HOST},
    {"--no-token", NULL, "leave a client token that is not given absent", OPTION_NO_TOKEN},
    {CLI_OPTION_PROFILE, OPTION_PROFILE},
    {CLI_OPTION_IDENTITY, OPTION_IDENTITY},
    {CLI_OPTION_FORMAT, OPTION_FORMAT},
    {NULL, NULL, NULL, 0},
};

/* In which form the request comes out. */
enum form { FORM_BODY, FORM_SPANS, FORM_HTTP };

struct request {
    struct cli_outgoing outgoing;
    enum form form;
    const char *host;
    const char *error; /* its name, or NULL */
    bool is_response;
    bool has_profile;
};

/* Takes one argument in. False after a message. */
static bool take(struct request *request, struct cli_arguments *arguments, int id) {
    struct cli_outgoing *outgoing = &request->outgoing;

    switch (id) {
    case OPTION_FROM:
        outgoing->from = arguments->value;
        return true;
    case OPTION_REQUEST:
    case OPTION_RESPONSE:
        request->is_response = id == OPTION_RESPONSE;
        request->error = NULL;
        return true;
    case OPTION_ERROR:
        request->is_response = false;
        request->error = arguments->value;
        return true;
    case OPTION_SPANS:
        request->form = FORM_SPANS;
        return true;
    case OPTION_HTTP:
        request->form = FORM_HTTP;
        return true;
    case OPTION_HOST:
        request->host = arguments->value;
        return true;
    case OPTION_NO_TOKEN:
        outgoing->without_token = true;
        return true;
    case OPTION_PROFILE:
        request->has_profile = true;
        return cli_read_profile(arguments, &outgoing->profile);
    case OPTION_IDENTITY:
        outgoing->extra_checks |= ANVIL_CHECK_IDENTITY;
        return true;
    case OPTION_FORMAT:
        return cli_read_format(arguments, &outgoing->format);
    case CLI_ARGUMENT_WORD:
        cli_outgoing_word(outgoing, arguments->value);
        return true;
    default:
        return false;
    }
}

static bool lies_in(struct anvil_str span, const void *memory, size_t bytes) {
    uintptr_t begin = (uintptr_t)memory;
    uintptr_t at = (uintptr_t)span.ptr;
    return at >= begin && at + span.len <= begin + bytes;
}

/* Whose memory a span points at. */
static const char *owner_of(const struct cli_outgoing *outgoing, struct anvil_str span) {
    if (lies_in(span, outgoing->call.token, sizeof outgoing->call.token))
        return "token";
    if (lies_in(span, outgoing->arena.base, outgoing->arena.capacity))
        return "arena";
    if (lies_in(span, outgoing->values.text.ptr, outgoing->values.text.len))
        return "caller";
    for (size_t i = 0; i < outgoing->values.block_count; i++)
        if (lies_in(span, outgoing->values.blocks[i].memory, outgoing->values.blocks[i].bytes))
            return "caller";
    for (size_t i = 0; i < outgoing->word_count; i++)
        if (lies_in(span, outgoing->words[i], strlen(outgoing->words[i])))
            return "caller";
    return "constant";
}

static void print_spans(const struct cli_outgoing *outgoing) {
    const struct anvil_http_request *request = &outgoing->call.request;

    for (size_t i = 0; i < request->body_count; i++) {
        struct anvil_str span = request->body[i];
        printf("%5zu  %-8s  ", span.len, owner_of(outgoing, span));
        fwrite(span.ptr, 1, span.len, stdout);
        putchar('\n');
    }
}

static void print_spans_json(const struct cli_outgoing *outgoing) {
    const struct anvil_http_request *request = &outgoing->call.request;
    struct json_out json = {stdout, false};

    json_open(&json, '{');
    json_key(&json, "bytes");
    json_number(&json, request->body_bytes);
    json_key(&json, "spans");
    json_open(&json, '[');
    for (size_t i = 0; i < request->body_count; i++) {
        json_open(&json, '{');
        json_key(&json, "length");
        json_number(&json, request->body[i].len);
        json_key(&json, "of");
        json_word(&json, owner_of(outgoing, request->body[i]));
        json_key(&json, "text");
        json_text(&json, request->body[i]);
        json_close(&json, '}');
    }
    json_close(&json, ']');
    json_close(&json, '}');
    json_line(&json);
}

/* The text of a response or error in memory that the caller frees, NULL when it cannot be written.
 */
static char *write_answer(const struct request *request, const struct anvil_error_type *type,
                          unsigned checks, size_t *bytes, struct anvil_report *report) {
    const struct anvil_operation *operation = &request->outgoing.operation;
    const void *value = request->outgoing.values.value;
    char *text = NULL;
    enum anvil_status status;

    if (type == NULL)
        return cli_encode(operation->output, value, checks, &text, bytes, report) == ANVIL_OK
                   ? text
                   : NULL;
    status = anvil_error_encode(operation->service, type, value, checks, NULL, 0, bytes, report);
    if (status != ANVIL_E_BUFFER)
        return NULL;
    size_t capacity = *bytes;
    text = cli_allocate(capacity);
    status =
        anvil_error_encode(operation->service, type, value, checks, text, capacity, bytes, report);
    if (status == ANVIL_OK)
        return text;
    free(text);
    return NULL;
}

/* A response or an error, as a server sends its body. */
static enum cli_exit encode_answer(struct request *request) {
    struct cli_outgoing *outgoing = &request->outgoing;
    const struct anvil_operation *operation =
        cli_operation(outgoing->verb, outgoing->operation_name);
    const struct anvil_error_type *type = NULL;
    unsigned checks = (request->has_profile ? outgoing->profile : 0) | outgoing->extra_checks;
    struct anvil_report report;
    size_t bytes = 0;

    if (operation == NULL)
        return CLI_EXIT_USAGE;
    outgoing->operation = *operation;
    if (request->form != FORM_BODY)
        return cli_wrong_usage(outgoing->verb, "--spans and --http are for requests");
    if (outgoing->from == NULL || outgoing->word_count > 0)
        return cli_wrong_usage(outgoing->verb, "responses and errors come from a file: --from");
    if (request->error != NULL) {
        type = cli_error_type(outgoing->verb, operation, request->error);
        if (type == NULL)
            return CLI_EXIT_USAGE;
    }
    const struct anvil_shape *shape = type != NULL ? type->shape : operation->output;
    enum cli_exit code = cli_outgoing_read(outgoing, shape, type != NULL);
    if (code != CLI_EXIT_OK)
        return code;
    char *text = write_answer(request, type, checks, &bytes, &report);
    if (text == NULL)
        return cli_outgoing_broken(outgoing, shape, checks, &report);
    fwrite(text, 1, bytes, stdout);
    putchar('\n');
    free(text);
    return CLI_EXIT_OK;
}

static enum cli_exit encode_request(struct request *request) {
    struct cli_outgoing *outgoing = &request->outgoing;
    const struct anvil_http_request *http = &outgoing->call.request;
    struct anvil_report report;
    enum cli_exit code = cli_outgoing_make(outgoing);

    if (code != CLI_EXIT_OK)
        return code;
    enum anvil_status status = cli_outgoing_prepare(outgoing, &report);
    if (status != ANVIL_OK)
        return cli_outgoing_refused(outgoing, &report, status);
    if (request->form == FORM_HTTP) {
        cli_write_request(stdout, http, request->host, "", "\r\n");
    } else if (request->form == FORM_SPANS && outgoing->format == CLI_FORMAT_JSON) {
        print_spans_json(outgoing);
    } else if (request->form == FORM_SPANS) {
        print_spans(outgoing);
    } else {
        for (size_t i = 0; i < http->body_count; i++)
            fwrite(http->body[i].ptr, 1, http->body[i].len, stdout);
        putchar('\n');
    }
    return CLI_EXIT_OK;
}

static enum cli_exit run(struct cli_arguments *arguments) {
    struct request request = {0};
    bool is_good = true;

    request.host = "localhost";
    cli_outgoing_begin(&request.outgoing, arguments);
    for (int id; is_good && (id = cli_next_argument(arguments)) != CLI_ARGUMENT_END;)
        is_good = take(&request, arguments, id);
    enum cli_exit code = CLI_EXIT_USAGE;
    if (is_good)
        code = request.is_response || request.error != NULL ? encode_answer(&request)
                                                            : encode_request(&request);
    cli_outgoing_end(&request.outgoing);
    return code;
}

const struct cli_verb cli_verb_encode = {
    "encode",
    "OPERATION Member=value... | OPERATION --from FILE [--request|--response|--error NAME]\n"
    "                    [--spans|--http [--host NAME]] [--no-token]\n"
    "                    [--profile off|sdk|strict] [--identity] [--format text|json]",
    "print a message as it goes over the wire",
    "Makes a request of OPERATION from the members given, checks it with the profile\n"
    "strict, and prints its body. A client token that is not given is filled in with a\n"
    "random UUID, as a client does. 'Member=' gives the empty text.\n"
    "\n"
    "A value is text for strings and enums, a number, true or false, seconds since 1970\n"
    "for timestamps, base64 for blobs, and JSON for everything else:\n"
    "  Tags='[{\"Key\":\"team\",\"Value\":\"a\"}]'\n"
    "\n"
    "With --from the message comes from FILE in the form that 'anvil decode' prints, and\n"
    "is written in the formats that the model wants: dates for timestamps, and so on.\n"
    "Responses and errors are checked with the profile off unless --profile is given. An\n"
    "error's FILE holds its members, or the whole of what 'anvil decode --error' printed.\n"
    "\n"
    "With --spans it prints the pieces that are handed to the transport, each with its\n"
    "length and whose memory it points at: constant (the tables), caller (the value as\n"
    "it was given, never copied), arena (the text of a number, timestamp or blob) or\n"
    "token (the client token that was filled in). Joined, the pieces are the body.\n"
    "\n"
    "A violated constraint is reported as anvil check does, on standard error, or with\n"
    "--format json on standard output, and the exit code is 1.\n",
    OPTIONS,
    run,
};
