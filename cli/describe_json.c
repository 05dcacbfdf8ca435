/* SPDX-License-Identifier: Apache-2.0 */
/* Descriptors as JSON. */
#include "anvil/identity.h"
#include "default_text.h"
#include "describe.h"
#include "describe_walk.h"
#include "descriptor_names.h"
#include "json_out.h"

#include <stdlib.h>

static void write_members(struct json_out *json, const struct anvil_shape *shape,
                          struct cli_open_shapes *open);

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

/* {"min": N, "max": N} with the numbers as the model writes them, an absent bound being null. */
static void write_range(struct json_out *json, const struct anvil_range *range) {
    if (range == NULL)
        return;
    json_key(json, "range");
    json_open(json, '{');
    json_key(json, "min");
    range->min_text.ptr != NULL ? json_raw(json, range->min_text) : json_null(json);
    json_key(json, "max");
    range->max_text.ptr != NULL ? json_raw(json, range->max_text) : json_null(json);
    json_close(json, '}');
}

/* The values of an enum or intEnum; null for anything else. */
static void write_values(struct json_out *json, const struct anvil_limits *limits) {
    const struct anvil_enum *values = limits != NULL ? limits->values : NULL;
    const struct anvil_int_enum *numbers = limits != NULL ? limits->numbers : NULL;
    char digits[16];

    json_key(json, "enum");
    if (values == NULL && numbers == NULL) {
        json_null(json);
        return;
    }
    json_open(json, '[');
    for (size_t i = 0; values != NULL && i < values->count; i++)
        json_text(json, anvil_enum_value(values, i));
    for (size_t i = 0; numbers != NULL && i < numbers->count; i++) {
        int bytes = snprintf(digits, sizeof digits, "%ld", (long)numbers->values[i]);
        json_raw(json, anvil_str_of(digits, (size_t)bytes));
    }
    json_close(json, ']');
}

static void write_limits(struct json_out *json, const struct anvil_limits *limits) {
    write_length(json, limits);
    json_key(json, "pattern");
    limits != NULL && limits->pattern != NULL ? json_text(json, limits->pattern->source)
                                              : json_null(json);
    write_values(json, limits);
    write_range(json, limits != NULL ? limits->range : NULL);
    if (limits != NULL && limits->is_unique != 0) {
        json_key(json, "unique");
        json_boolean(json, true);
    }
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

static void write_default(struct json_out *json, const struct anvil_member *member) {
    char *text = cli_default_text(member);

    if (text != NULL) {
        json_key(json, "default");
        json_raw(json, anvil_str_of(text, strlen(text)));
    }
    free(text);
}

static void write_value(struct json_out *json, const char *key, const struct anvil_member *member,
                        struct cli_open_shapes *open);

/* What is inside: the members of a structure or union, or `recursive` when they stand further up;
 * the item of a list; key and value of a map. */
static void write_inside(struct json_out *json, const struct anvil_shape *shape,
                         struct cli_open_shapes *open) {
    if (shape->kind == ANVIL_KIND_LIST) {
        write_value(json, "item", &shape->members[0], open);
    } else if (shape->kind == ANVIL_KIND_MAP) {
        write_value(json, "key", &shape->members[0], open);
        write_value(json, "value", &shape->members[1], open);
    } else if (cli_has_members(shape->kind) && cli_open_shape(open, shape)) {
        write_members(json, shape, open);
        open->count--;
    } else if (cli_has_members(shape->kind)) {
        json_key(json, "recursive");
        json_boolean(json, true);
    }
}

/* What holds for any value, of a member or inside a collection. */
static void write_facts(struct json_out *json, const struct anvil_member *member,
                        struct cli_open_shapes *open) {
    const struct anvil_shape *target = member->target;

    write_limits(json, member->limits);
    if (member->kind == ANVIL_KIND_TIMESTAMP) {
        json_key(json, "format");
        json_word(json, cli_timestamp_name(member->format));
    }
    if (target->flags & ANVIL_SHAPE_SPARSE) {
        json_key(json, "sparse");
        json_boolean(json, true);
    }
    write_resources(json, member->limits);
    write_inside(json, target, open);
}

static void write_value(struct json_out *json, const char *key, const struct anvil_member *member,
                        struct cli_open_shapes *open) {
    json_key(json, key);
    json_open(json, '{');
    json_key(json, "type");
    json_word(json, cli_kind_name(member->kind));
    json_key(json, "shape");
    json_text(json, anvil_shape_name(member->target));
    write_facts(json, member, open);
    json_close(json, '}');
}

static void write_member(struct json_out *json, const struct anvil_member *member,
                         struct cli_open_shapes *open) {
    json_open(json, '{');
    json_key(json, "name");
    json_text(json, anvil_member_name(member));
    json_key(json, "type");
    json_word(json, cli_kind_name(member->kind));
    json_key(json, "shape");
    json_text(json, anvil_shape_name(member->target));
    json_key(json, "required");
    json_boolean(json, (member->flags & ANVIL_MEMBER_REQUIRED) != 0);
    json_key(json, "client_token");
    json_boolean(json, (member->flags & ANVIL_MEMBER_TOKEN) != 0);
    write_default(json, member);
    write_facts(json, member, open);
    json_close(json, '}');
}

static void write_members(struct json_out *json, const struct anvil_shape *shape,
                          struct cli_open_shapes *open) {
    json_key(json, "members");
    json_open(json, '[');
    for (size_t i = 0; i < shape->member_count; i++)
        write_member(json, &shape->members[i], open);
    json_close(json, ']');
}

static void write_shape(struct json_out *json, const char *key, const struct anvil_shape *shape) {
    json_key(json, key);
    json_open(json, '{');
    json_key(json, "shape");
    json_text(json, anvil_shape_name(shape));
    struct cli_open_shapes open = {{NULL}, 0};
    write_inside(json, shape, &open);
    json_close(json, '}');
}

/* The values of the reason member that are of a class of their own. */
static void write_reasons(struct json_out *json, const struct anvil_error_type *error) {
    if (error->reason_count == 0)
        return;
    json_key(json, "reasons");
    json_open(json, '[');
    for (size_t i = 0; i < error->reason_count; i++) {
        json_open(json, '{');
        json_key(json, "reason");
        json_text(json, error->reasons[i].reason);
        json_key(json, "class");
        json_word(json, cli_class_name(error->reasons[i].error_class));
        json_close(json, '}');
    }
    json_close(json, ']');
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
        json_text(&json, anvil_shape_name(error->shape));
        json_key(&json, "http_status");
        json_number(&json, error->http_status);
        json_key(&json, "retry");
        json_word(&json, cli_retry_name(error->retry));
        json_key(&json, "class");
        json_word(&json, cli_class_name(error->error_class));
        write_reasons(&json, error);
        struct cli_open_shapes open = {{NULL}, 0};
        write_inside(&json, error->shape, &open);
        json_close(&json, '}');
    }
    json_close(&json, ']');
    json_close(&json, '}');
    json_line(&json);
}
