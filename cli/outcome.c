/* SPDX-License-Identifier: Apache-2.0 */
/* Printing messages, errors and what stands in their place. */
#include "outcome.h"

#include "allocation.h"
#include "descriptor_names.h"
#include "encoded.h"
#include "json_out.h"

#include <stdlib.h>
#include <string.h>

/* The JSON of a decoded struct. What was decoded can be encoded, so a failure is the command's. */
static enum cli_exit write_value(struct json_out *json, const struct anvil_shape *shape,
                                 const void *value) {
    char *text = NULL;
    size_t bytes = 0;
    struct anvil_report report;
    enum anvil_status status = cli_encode(shape, value, ANVIL_NEUTRAL, &text, &bytes, &report);

    if (status != ANVIL_OK) {
        fprintf(stderr, "anvil: the decoded message cannot be encoded: %s\n",
                anvil_status_text(status));
        return CLI_EXIT_MALFORMED;
    }
    json_raw(json, anvil_str_of(text, bytes));
    free(text);
    return CLI_EXIT_OK;
}

enum cli_exit cli_print_value(const struct anvil_shape *shape, const void *value) {
    struct json_out json = {stdout, false};
    enum cli_exit code = write_value(&json, shape, value);

    if (code == CLI_EXIT_OK)
        json_line(&json);
    return code;
}

/* The text member of that name in a C struct; NULL when the shape has none. */
static struct anvil_str *text_member(const struct anvil_shape *shape, void *value,
                                     struct anvil_str name) {
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct anvil_member *member = &shape->members[i];
        if (member->kind == ANVIL_KIND_STRING && anvil_str_equal(anvil_member_name(member), name))
            return (void *)((char *)value + member->offset);
    }
    return NULL;
}

/* The typed members. A service may spell Message with a small letter; what it said is shown. */
static enum cli_exit write_members(struct json_out *json, const struct anvil_error *error) {
    static const struct anvil_str MESSAGE = ANVIL_STR("Message");
    const struct anvil_shape *shape = error->type->shape;
    void *value = cli_allocate(shape->size);

    memcpy(value, error->value, shape->size);
    struct anvil_str *message = text_member(shape, value, MESSAGE);
    if (message != NULL && message->ptr == NULL)
        *message = error->message;
    enum cli_exit code = write_value(json, shape, value);
    free(value);
    return code;
}

enum cli_exit cli_print_error(const struct anvil_error *error) {
    struct json_out json = {stdout, false};
    enum cli_exit code = CLI_EXIT_OK;

    json_open(&json, '{');
    json_key(&json, "error");
    json_text(&json, error->name);
    json_key(&json, "retry");
    json_word(&json, cli_retry_name(error->retry));
    json_key(&json, "class");
    json_word(&json, cli_class_name(error->error_class));
    json_key(&json, "members");
    if (error->value != NULL) {
        code = write_members(&json, error);
    } else {
        json_open(&json, '{');
        if (error->message.ptr != NULL) {
            json_key(&json, "Message");
            json_text(&json, error->message);
        }
        json_close(&json, '}');
    }
    json_close(&json, '}');
    json_line(&json);
    return code;
}

enum cli_exit cli_print_finding(const struct cli_finding *finding, enum cli_format format) {
    struct json_out json = {stdout, false};

    if (format == CLI_FORMAT_JSON)
        cli_finding_json(&json, finding);
    else
        cli_finding_text(stderr, finding);
    return cli_exit_of(finding);
}
