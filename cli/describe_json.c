/* SPDX-License-Identifier: Apache-2.0 */
/* Descriptors as JSON. */
#include "anvil/identity.h"
#include "describe.h"
#include "json_out.h"
#include "names.h"

static void write_members(struct json_out *json, const struct anvil_shape *shape, int depth);

/* {"min": N, "max": N}, an absent bound being null; null when there is none at all. */
static void write_length(struct json_out *json, const struct anvil_limits *limits) {
    bool has_max = limits != NULL && limits->max != ANVIL_UNLIMITED;

    json_key(json, "length");
    if (limits == NULL || (limits->min == 0 && !has_max)) {
        json_null(json);
        return;
    }
    json_open(json, '{');
    json_key(json, "min");
    json_number(json, limits->min);
    json_key(json, "max");
    has_max ? json_number(json, limits->max) : json_null(json);
    json_close(json, '}');
}

static void write_limits(struct json_out *json, const struct anvil_limits *limits) {
    const struct anvil_enum *values = limits != NULL ? limits->values : NULL;

    write_length(json, limits);
    json_key(json, "pattern");
    limits != NULL && limits->pattern != NULL ? json_text(json, limits->pattern->source)
                                              : json_null(json);
    json_key(json, "enum");
    if (values == NULL) {
        json_null(json);
        return;
    }
    json_open(json, '[');
    for (size_t i = 0; i < values->count; i++)
        json_text(json, values->values[i]);
    json_close(json, ']');
}

/* The resource types that an identity-bearing member takes, or null. */
static void write_resources(struct json_out *json, const struct anvil_limits *limits) {
    const struct anvil_identity_rule *rule = limits != NULL ? limits->identity : NULL;

    json_key(json, "takes");
    if (rule == NULL) {
        json_null(json);
        return;
    }
    json_open(json, '[');
    for (size_t i = 0; i < rule->table->count; i++)
        if (rule->accepts >> i & 1)
            json_text(json, rule->table->resources[i].type);
    json_close(json, ']');
}

static void write_member(struct json_out *json, const struct anvil_member *member, int depth) {
    const struct anvil_shape *inner = member->target;

    json_open(json, '{');
    json_key(json, "name");
    json_text(json, anvil_member_name(member));
    json_key(json, "type");
    json_word(json, cli_kind_name(member->kind));
    json_key(json, "shape");
    json_text(json, inner->name);
    json_key(json, "required");
    json_boolean(json, (member->flags & ANVIL_MEMBER_REQUIRED) != 0);
    write_limits(json, member->limits);
    json_key(json, "client_token");
    json_boolean(json, (member->flags & ANVIL_MEMBER_TOKEN) != 0);
    write_resources(json, member->limits);
    if (inner->kind == ANVIL_KIND_LIST) {
        inner = inner->members[0].target;
        json_key(json, "item");
        json_word(json, cli_kind_name(inner->kind));
    }
    if (inner->kind == ANVIL_KIND_STRUCTURE && depth < CLI_DESCRIBE_DEPTH)
        write_members(json, inner, depth + 1);
    json_close(json, '}');
}

static void write_members(struct json_out *json, const struct anvil_shape *shape, int depth) {
    json_key(json, "members");
    json_open(json, '[');
    for (size_t i = 0; i < shape->member_count; i++)
        write_member(json, &shape->members[i], depth);
    json_close(json, ']');
}

static void write_shape(struct json_out *json, const char *key, const struct anvil_shape *shape) {
    json_key(json, key);
    json_open(json, '{');
    json_key(json, "shape");
    json_text(json, shape->name);
    write_members(json, shape, 0);
    json_close(json, '}');
}

void cli_describe_json(FILE *file, const struct anvil_operation *operation) {
    struct json_out json = {file, false};

    json_open(&json, '{');
    json_key(&json, "operation");
    json_text(&json, operation->name);
    json_key(&json, "target");
    json_text(&json, operation->target);
    write_shape(&json, "request", operation->input);
    write_shape(&json, "response", operation->output);
    json_key(&json, "errors");
    json_open(&json, '[');
    for (size_t i = 0; i < operation->error_count; i++) {
        const struct anvil_error_type *error = operation->errors[i];
        json_open(&json, '{');
        json_key(&json, "name");
        json_text(&json, error->shape->name);
        json_key(&json, "http_status");
        json_number(&json, error->http_status);
        json_key(&json, "retry");
        json_word(&json, cli_retry_name(error->retry));
        write_members(&json, error->shape, 0);
        json_close(&json, '}');
    }
    json_close(&json, ']');
    json_close(&json, '}');
    json_line(&json);
}
