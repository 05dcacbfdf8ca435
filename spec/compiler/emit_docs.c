/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences about descriptors. Whatever a constraint says is said here, in one wording. */
#include "emit_docs.h"

#include "emit_parts.h"

static void emit_type_doc(FILE *out, const struct spec_emission *emission,
                          const struct anvil_member *member) {
    const struct spec_object *target = spec_object_of(&emission->program->shapes, member->target);
    switch (member->kind) {
    case ANVIL_KIND_STRUCTURE:
        fprintf(out, "%s, NULL when absent", target->source->name);
        break;
    case ANVIL_KIND_LIST:
        fprintf(out, "list");
        break;
    case ANVIL_KIND_ENUM:
        fprintf(out, "text, one of enum %s_%s", emission->prefix, target->symbol);
        break;
    default:
        fprintf(out, "text");
        break;
    }
}

static void emit_identity_doc(FILE *out, const struct anvil_identity_rule *rule) {
    const char *before = ", ARN or ID of a ";
    for (size_t i = 0; i < rule->table->count; i++) {
        if ((rule->accepts >> i & 1) == 0)
            continue;
        fprintf(out, "%s", before);
        emit_comment_text(out, rule->table->resources[i].type);
        if ((rule->extensions >> i & 1) != 0)
            fprintf(out, " (extension)");
        before = " or ";
    }
}

void emit_member_doc(FILE *out, const struct spec_emission *emission,
                     const struct anvil_member *member) {
    const struct anvil_limits *limits = member->limits;
    emit_type_doc(out, emission, member);
    if ((member->flags & ANVIL_MEMBER_REQUIRED) != 0)
        fprintf(out, ", required");
    if (member->kind == ANVIL_KIND_LIST)
        emit_bounds(out, ", ", limits, "items");
    else
        emit_bounds(out, ", ", limits, "code points");
    if (limits != NULL && limits->pattern != NULL) {
        fprintf(out, ", pattern `");
        emit_comment_text(out, limits->pattern->source);
        fputc('`', out);
    }
    if (limits != NULL && limits->identity != NULL)
        emit_identity_doc(out, limits->identity);
    if ((member->flags & ANVIL_MEMBER_TOKEN) != 0)
        fprintf(out, ", idempotency token: filled in when absent");
}

void emit_shape_doc(FILE *out, const struct spec_emission *emission,
                    const struct spec_object *object) {
    const struct anvil_service *service = emission->program->service;
    const char *separator = "";
    if (object->source->traits.fault != NULL) {
        fprintf(out, "The error %s.", object->source->name);
        return;
    }
    for (size_t i = 0; i < service->operation_count; i++) {
        const struct anvil_operation *operation = service->operations[i];
        bool is_input = operation->input == object->descriptor;
        if (!is_input && operation->output != object->descriptor)
            continue;
        fprintf(out, "%sThe %s of %s.", separator, is_input ? "request" : "response",
                operation->name.ptr);
        separator = " ";
    }
    if (separator[0] == '\0')
        fprintf(out, "The structure %s.", object->source->name);
}

void emit_operation_doc(FILE *out, const struct anvil_operation *operation) {
    fprintf(out, "%s: %s to %s. Its errors:", operation->name.ptr, operation->input->name.ptr,
            operation->output->name.ptr);
    for (size_t i = 0; i < operation->error_count; i++)
        fprintf(out, "%s\n * %s", i == 0 ? "" : ",", operation->errors[i]->shape->name.ptr);
    fprintf(out, "%s", operation->error_count == 0 ? " none." : ".");
}
