/* SPDX-License-Identifier: Apache-2.0 */
/* anvil encode: a request as it goes over the wire. */
#include "json_out.h"
#include "outgoing.h"
#include "profile.h"

#include <inttypes.h>
#include <string.h>

enum {
    OPTION_SPANS = 1,
    OPTION_HTTP,
    OPTION_HOST,
    OPTION_NO_TOKEN,
    OPTION_PROFILE,
    OPTION_IDENTITY,
    OPTION_FORMAT
};

static const struct cli_option OPTIONS[] = {
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
};

/* Takes one argument in. False after a message. */
static bool take(struct request *request, struct cli_arguments *arguments, int id) {
    struct cli_outgoing *outgoing = &request->outgoing;

    switch (id) {
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
        return cli_read_profile(arguments, &outgoing->profile);
    case OPTION_IDENTITY:
        outgoing->extra_checks |= ANVIL_CHECK_IDENTITY;
        return true;
    case OPTION_FORMAT:
        return cli_read_format(arguments, &outgoing->format);
    case CLI_ARGUMENT_WORD:
        if (outgoing->operation_name == NULL)
            outgoing->operation_name = arguments->value;
        else
            outgoing->words[outgoing->word_count++] = arguments->value;
        return true;
    default:
        return false;
    }
}

static bool lies_in(struct anvil_str span, const char *text, size_t bytes) {
    uintptr_t begin = (uintptr_t)text;
    uintptr_t at = (uintptr_t)span.ptr;
    return at >= begin && at + span.len <= begin + bytes;
}

/* Whose memory a span points at. */
static const char *owner_of(const struct cli_outgoing *outgoing, struct anvil_str span) {
    if (lies_in(span, outgoing->call.token, sizeof outgoing->call.token))
        return "token";
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

static enum cli_exit encode(struct request *request) {
    struct cli_outgoing *outgoing = &request->outgoing;
    const struct anvil_http_request *http = &outgoing->call.request;
    struct anvil_report report;

    if (!cli_outgoing_make(outgoing))
        return CLI_EXIT_USAGE;
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
    enum cli_exit code = is_good ? encode(&request) : CLI_EXIT_USAGE;
    cli_outgoing_end(&request.outgoing);
    return code;
}

const struct cli_verb cli_verb_encode = {
    "encode",
    "OPERATION Member=value... [--spans|--http [--host NAME]] [--no-token]\n"
    "                    [--profile off|sdk|strict] [--identity] [--format text|json]",
    "print a request as it goes over the wire",
    "Makes a request of OPERATION from the members given, checks it with the profile\n"
    "strict, and prints its body. A client token that is not given is filled in with a\n"
    "random UUID, as a client does. 'Member=' gives the empty text.\n"
    "\n"
    "With --spans it prints the pieces that are handed to the transport, each with its\n"
    "length and whose memory it points at: constant (the tables), caller (the value as\n"
    "it was given, never copied) or token (the client token that was filled in). Joined,\n"
    "the pieces are the body.\n"
    "\n"
    "A violated constraint is reported as anvil check does, on standard error, or with\n"
    "--format json on standard output, and the exit code is 1.\n",
    OPTIONS,
    run,
};
