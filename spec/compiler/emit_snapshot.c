/* SPDX-License-Identifier: Apache-2.0 */
/* The compiled tables as lines of text: what a reviewer reads when the model has changed. It is
 * written from the descriptors, so what it shows is what the engine sees. */
#include "emit_parts.h"

#include <inttypes.h>

static void put(FILE *out, const char *before, struct anvil_str text) {
    fputs(before, out);
    fwrite(text.ptr, 1, text.len, out);
}

static void put_resources(FILE *out, const struct anvil_resource_table *table) {
    static const char *const forms[] = {
        [ANVIL_FORM_PREFIXED] = "prefixed",
        [ANVIL_FORM_NAME] = "name",
        [ANVIL_FORM_OPAQUE] = "opaque",
    };
    for (size_t i = 0; i < table->count; i++) {
        const struct anvil_resource *resource = &table->resources[i];
        put(out, "resource ", resource->type);
        fprintf(out, " %s", forms[resource->form]);
        if (resource->prefix.ptr != NULL)
            put(out, " ", resource->prefix);
        if (resource->id_name.ptr != NULL)
            put(out, " id ", resource->id_name);
        if (resource->arn_name.ptr != NULL)
            put(out, " arn ", resource->arn_name);
        fputc('\n', out);
    }
}

static void put_operation(FILE *out, const struct anvil_operation *operation) {
    put(out, "operation ", operation->name);
    put(out, " input ", operation->input->name);
    put(out, " output ", operation->output->name);
    if (operation->token != NULL)
        put(out, " token ", anvil_member_name(operation->token));
    fprintf(out, " errors");
    for (size_t i = 0; i < operation->error_count; i++)
        put(out, " ", operation->errors[i]->shape->name);
    fputc('\n', out);
}

static void put_error(FILE *out, const struct anvil_error_type *error) {
    put(out, "error ", error->shape->name);
    fprintf(out, " status %u retry %s\n", error->http_status, emit_retry_word(error->retry));
}

static void put_rule(FILE *out, const struct anvil_identity_rule *rule) {
    fprintf(out, " identity %u..%u", rule->min, rule->max);
    for (size_t i = 0; i < rule->table->count; i++) {
        if ((rule->accepts >> i & 1) != 0)
            put(out, (rule->extensions >> i & 1) != 0 ? " +" : " ", rule->table->resources[i].type);
    }
    fprintf(out, rule->has_country ? " with country" : " without country");
}

static void put_limits(FILE *out, const struct anvil_limits *limits) {
    if (limits->min != 0 || limits->max != ANVIL_UNLIMITED) {
        fprintf(out, " %" PRIu64 "..", limits->min);
        if (limits->max != ANVIL_UNLIMITED)
            fprintf(out, "%" PRIu64, limits->max);
    }
    if (limits->pattern != NULL) {
        put(out, " pattern ", limits->pattern->source);
        if (limits->pattern->run != NULL)
            fprintf(out, " as run");
        else
            fprintf(out, " as dfa of %u states", limits->pattern->dfa->state_count);
        fprintf(out, limits->escape_free ? ", escape-free" : "");
    }
    if (limits->identity != NULL)
        put_rule(out, limits->identity);
}

static void put_member(FILE *out, const struct anvil_shape *shape,
                       const struct anvil_member *member) {
    static const char *const kinds[ANVIL_KIND_COUNT] = {
        [ANVIL_KIND_STRUCTURE] = "structure",
        [ANVIL_KIND_LIST] = "list",
        [ANVIL_KIND_STRING] = "string",
        [ANVIL_KIND_ENUM] = "enum",
    };
    put(out, "", shape->name);
    if (shape->kind == ANVIL_KIND_LIST)
        fprintf(out, "[]");
    else
        put(out, ".", anvil_member_name(member));
    fprintf(out, " %s", kinds[member->kind]);
    put(out, " ", member->target->name);
    if ((member->flags & ANVIL_MEMBER_REQUIRED) != 0)
        fprintf(out, " required");
    if ((member->flags & ANVIL_MEMBER_TOKEN) != 0)
        fprintf(out, " token");
    if (member->limits != NULL)
        put_limits(out, member->limits);
    fputc('\n', out);
}

static void put_enum(FILE *out, const struct spec_object *object) {
    const struct anvil_enum *values = object->descriptor;
    for (size_t i = 0; i < values->count; i++) {
        fprintf(out, "value %s %zu %s", object->source->name, i + 1, object->names[i]);
        put(out, " ", values->values[i]);
        fputc('\n', out);
    }
}

void spec_emit_snapshot(FILE *out, const struct spec_emission *emission) {
    const struct spec_program *program = emission->program;
    const struct spec_object *errors = program->errors.items;
    const struct spec_object *shapes = program->shapes.items;
    const struct spec_object *enums = program->enums.items;
    fprintf(out, "# What %s compiles to. Written by `make gen`, not by hand.\n", emission->model);
    put(out, "service ", program->service->name);
    put(out, " version ", program->service->version);
    put(out, " namespace ", program->service->name_space);
    put(out, " content-type ", program->service->content_type);
    put(out, " arn ", program->service->arn_service);
    fputc('\n', out);
    for (size_t i = 0; i < program->service->operation_count; i++)
        put_operation(out, program->service->operations[i]);
    for (size_t i = 0; i < program->errors.count; i++)
        put_error(out, errors[i].descriptor);
    if (program->resources != NULL)
        put_resources(out, program->resources);
    for (size_t i = 0; i < program->shapes.count; i++) {
        const struct anvil_shape *shape = shapes[i].descriptor;
        for (size_t j = 0; j < shape->member_count; j++)
            put_member(out, shape, &shape->members[j]);
    }
    for (size_t i = 0; i < program->enums.count; i++)
        put_enum(out, &enums[i]);
}
