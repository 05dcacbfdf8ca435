/* SPDX-License-Identifier: Apache-2.0 */
/* The compiled tables as lines of text: what a reviewer reads when the model has changed. It is
 * written from the descriptors, so what it shows is what the engine sees. */
#include "emit_docs.h"
#include "emit_parts.h"

#include <inttypes.h>

static void put(FILE *out, const char *before, struct anvil_str text) {
    fputs(before, out);
    fwrite(text.ptr, 1, text.len, out);
}

static void put_resources(FILE *out, const struct anvil_resource_table *table) {
    for (size_t i = 0; i < table->count; i++) {
        const struct anvil_resource *resource = &table->resources[i];
        char form[32];
        put(out, "resource ", resource->type);
        fprintf(out, " %s", emit_small(emit_form_word(resource->form), form));
        if (resource->prefix.ptr != NULL)
            put(out, " ", resource->prefix);
        if (resource->max_length != 0)
            fprintf(out, " 1..%u", resource->max_length);
        if (resource->id_name.ptr != NULL)
            put(out, " id ", resource->id_name);
        if (resource->arn_name.ptr != NULL)
            put(out, " arn ", resource->arn_name);
        fprintf(out, resource->is_shareable ? " shareable\n" : "\n");
    }
}

static void put_operation(FILE *out, const struct anvil_operation *operation) {
    put(out, "operation ", operation->name);
    put(out, " input ", anvil_shape_name(operation->input));
    put(out, " output ", anvil_shape_name(operation->output));
    if (operation->token != NULL)
        put(out, " token ", anvil_member_name(operation->token));
    fprintf(out, "%s%s%s", operation->is_readonly ? " readonly" : "",
            operation->is_idempotent ? " idempotent" : "",
            operation->may_double ? " may-double" : "");
    fprintf(out, " errors");
    for (size_t i = 0; i < operation->error_count; i++)
        put(out, " ", anvil_shape_name(operation->errors[i]->shape));
    fputc('\n', out);
}

static void put_error(FILE *out, const struct anvil_error_type *error) {
    char retry[32];
    char class[32];
    put(out, "error ", anvil_shape_name(error->shape));
    fprintf(out, " status %u retry %s class %s\n", error->http_status,
            emit_small(emit_retry_word(error->retry), retry),
            emit_small(emit_class_word(error->error_class), class));
    for (size_t i = 0; i < error->reason_count; i++) {
        put(out, "reason ", anvil_shape_name(error->shape));
        put(out, " ", error->reasons[i].reason);
        fprintf(out, " class %s\n",
                emit_small(emit_class_word(error->reasons[i].error_class), class));
    }
}

static void put_words(FILE *out, const struct anvil_str *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        put(out, " ", words[i]);
}

static void put_other(FILE *out, const struct anvil_identity_other *other) {
    fprintf(out, "%s%s%s", (other->numbers & ANVIL_NUMBER_E164) != 0 ? " e164" : "",
            (other->numbers & ANVIL_NUMBER_DIGITS) != 0 ? " digits" : "",
            (other->numbers & ANVIL_NUMBER_FORMATTED) != 0 ? " formatted" : "");
    put_words(out, other->literals, other->literal_count);
    put_words(out, other->arns, other->arn_count);
    put_words(out, other->endpoints, other->endpoint_count);
    if (other->text.ptr != NULL)
        put(out, " text ", other->text);
}

static void put_rule(FILE *out, const struct anvil_identity_rule *rule) {
    fprintf(out, " identity %u..%u%s", rule->min, rule->max, rule->takes_utf8 ? "" : " ascii");
    for (size_t i = 0; i < rule->table->count; i++) {
        if ((rule->accepts >> i & 1) != 0)
            put(out, (rule->extensions >> i & 1) != 0 ? " +" : " ", rule->table->resources[i].type);
    }
    if (rule->forms != (ANVIL_TAKES_ID | ANVIL_TAKES_ARN))
        fprintf(out, rule->forms == ANVIL_TAKES_ID ? " id-only" : " arn-only");
    if (rule->other != NULL)
        put_other(out, rule->other);
    fprintf(out, rule->has_country ? " with country" : " without country");
}

static void put_range(FILE *out, const struct anvil_range *range) {
    fprintf(out, " range ");
    if (range->min_text.ptr != NULL)
        put(out, "", range->min_text);
    fprintf(out, "..");
    if (range->max_text.ptr != NULL)
        put(out, "", range->max_text);
}

static void put_limits(FILE *out, const struct anvil_limits *limits) {
    if (limits->min != 0 || limits->max != ANVIL_UNLIMITED) {
        fprintf(out, " %" PRIu64 "..", limits->min);
        if (limits->max != ANVIL_UNLIMITED)
            fprintf(out, "%" PRIu64, limits->max);
    }
    if (limits->range != NULL)
        put_range(out, limits->range);
    if (limits->is_unique)
        fprintf(out, " unique");
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
    char word[32];
    put(out, "", anvil_shape_name(shape));
    if (shape->kind == ANVIL_KIND_LIST)
        fprintf(out, "[]");
    else if (shape->kind == ANVIL_KIND_MAP)
        fprintf(out, member == shape->members ? "{key}" : "{value}");
    else
        put(out, ".", anvil_member_name(member));
    fprintf(out, " %s", emit_small(emit_kind_word(member->kind), word));
    put(out, " ", anvil_shape_name(member->target));
    if (member->kind == ANVIL_KIND_TIMESTAMP)
        fprintf(out, " %s", emit_small(emit_format_word(member->format), word));
    if ((member->flags & ANVIL_MEMBER_REQUIRED) != 0)
        fprintf(out, " required");
    if ((member->flags & ANVIL_MEMBER_TOKEN) != 0)
        fprintf(out, " token");
    if ((member->flags & ANVIL_MEMBER_CLIENT_OPTIONAL) != 0)
        fprintf(out, " client-optional");
    if ((member->flags & ANVIL_MEMBER_DEFAULT) != 0) {
        fprintf(out, " default ");
        emit_default_text(out, member);
    }
    if (member->limits != NULL)
        put_limits(out, member->limits);
    fputc('\n', out);
}

/* What only shapes say: nothing for most. */
static void put_shape(FILE *out, const struct anvil_shape *shape) {
    if ((shape->flags & (ANVIL_SHAPE_SPARSE | ANVIL_SHAPE_INPUT)) != 0) {
        put(out, "shape ", anvil_shape_name(shape));
        fprintf(out, "%s%s\n", (shape->flags & ANVIL_SHAPE_SPARSE) != 0 ? " sparse" : "",
                (shape->flags & ANVIL_SHAPE_INPUT) != 0 ? " input" : "");
    }
    for (size_t i = 0; i < shape->member_count; i++)
        put_member(out, shape, &shape->members[i]);
}

static void put_enum(FILE *out, const struct spec_object *object) {
    const struct anvil_enum *values = object->descriptor;
    for (size_t i = 0; i < values->count; i++) {
        fprintf(out, "value %s %zu %s ", object->source->name, i + 1, object->names[i]);
        emit_comment_text(out, anvil_enum_value(values, i));
        fputc('\n', out);
    }
}

static void put_int_enum(FILE *out, const struct spec_object *object) {
    const struct anvil_int_enum *values = object->descriptor;
    for (size_t i = 0; i < values->count; i++)
        fprintf(out, "value %s %zu %s %" PRId32 "\n", object->source->name, i + 1, object->names[i],
                values->values[i]);
}

static void put_service(FILE *out, const struct anvil_service *service) {
    put(out, "service ", service->name);
    put(out, " version ", service->version);
    if (service->name_space.ptr != NULL)
        put(out, " namespace ", service->name_space);
    put(out, " content-type ", service->content_type);
    if (service->arn_service.ptr != NULL)
        put(out, " arn ", service->arn_service);
    fputc('\n', out);
}

void spec_emit_snapshot(FILE *out, const struct spec_emission *emission) {
    const struct spec_program *program = emission->program;
    const struct spec_object *errors = program->errors.items;
    const struct spec_object *shapes = program->shapes.items;
    const struct spec_object *enums = program->enums.items;
    const struct spec_object *int_enums = program->int_enums.items;
    fprintf(out, "# What %s compiles to. Written by `make gen`, not by hand.\n", emission->model);
    put_service(out, program->service);
    for (size_t i = 0; i < program->table->count; i++)
        put_operation(out, program->table->operations[i]);
    for (size_t i = 0; i < program->errors.count; i++)
        put_error(out, errors[i].descriptor);
    if (program->resources != NULL)
        put_resources(out, program->resources);
    for (size_t i = 0; i < program->shapes.count; i++)
        put_shape(out, shapes[i].descriptor);
    for (size_t i = 0; i < program->enums.count; i++)
        put_enum(out, &enums[i]);
    for (size_t i = 0; i < program->int_enums.count; i++)
        put_int_enum(out, &int_enums[i]);
}
