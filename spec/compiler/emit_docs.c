/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences about descriptors. Whatever a constraint says is said here, in one wording. */
#include "emit_docs.h"

#include "emit_parts.h"

static const struct spec_object *target_of(const struct spec_emission *emission,
                                           const struct anvil_member *member) {
    return spec_object_of(&emission->program->shapes, member->target);
}

static void emit_type_doc(FILE *out, const struct spec_emission *emission,
                          const struct anvil_member *member) {
    const struct spec_object *target = target_of(emission, member);
    switch (member->kind) {
    case ANVIL_KIND_STRUCTURE:
        fprintf(out, "%s", target->source->name);
        break;
    case ANVIL_KIND_LIST:
        fprintf(out, "list of ");
        emit_type_doc(out, emission, &member->target->members[0]);
        break;
    case ANVIL_KIND_ENUM:
        fprintf(out, "text of enum %s_%s", emission->prefix, target->symbol);
        break;
    default:
        fprintf(out, "text");
        break;
    }
}

static void emit_identity_doc(FILE *out, const struct anvil_identity_rule *rule) {
    const char *before = "ARN or ID of: ";
    for (size_t i = 0; i < rule->table->count; i++) {
        if ((rule->accepts >> i & 1) == 0)
            continue;
        fprintf(out, "%s", before);
        emit_comment_text(out, rule->table->resources[i].type);
        if ((rule->extensions >> i & 1) != 0)
            fprintf(out, " (extension)");
        before = ", ";
    }
    fputc('.', out);
}

void emit_member_doc(FILE *out, const struct spec_emission *emission,
                     const struct anvil_member *member, const char *next_line) {
    const struct anvil_limits *limits = member->limits;
    emit_type_doc(out, emission, member);
    if ((member->flags & ANVIL_MEMBER_REQUIRED) != 0)
        fprintf(out, ", required");
    emit_bounds(out, ", ", limits, member->kind == ANVIL_KIND_LIST ? "items" : "code points");
    fputc('.', out);
    if (limits != NULL && limits->pattern != NULL) {
        fprintf(out, "%sPattern `", next_line);
        emit_comment_text(out, limits->pattern->source);
        fprintf(out, "`.");
    }
    if (limits != NULL && limits->identity != NULL) {
        fputs(next_line, out);
        emit_identity_doc(out, limits->identity);
    }
    if ((member->flags & ANVIL_MEMBER_TOKEN) != 0)
        fprintf(out, "%sIdempotency token: filled in when absent.", next_line);
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
    fprintf(out, "The operation %s,\n * from %s\n * to %s.", operation->name.ptr,
            operation->input->name.ptr, operation->output->name.ptr);
    for (size_t i = 0; i < operation->error_count; i++)
        fprintf(out, "%s%s", i == 0 ? "\n * Its errors:\n * " : ",\n * ",
                operation->errors[i]->shape->name.ptr);
    fputs(operation->error_count == 0 ? "" : ".", out);
}
