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
    static const char *const words[ANVIL_KIND_COUNT] = {
        [ANVIL_KIND_STRING] = "text",
        [ANVIL_KIND_BLOB] = "bytes",
        [ANVIL_KIND_BOOLEAN] = "true or false",
        [ANVIL_KIND_BYTE] = "8-bit number",
        [ANVIL_KIND_SHORT] = "16-bit number",
        [ANVIL_KIND_INTEGER] = "32-bit number",
        [ANVIL_KIND_LONG] = "64-bit number",
        [ANVIL_KIND_FLOAT] = "binary32 number",
        [ANVIL_KIND_DOUBLE] = "binary64 number",
        [ANVIL_KIND_BIG_INTEGER] = "whole number of any size, as text",
        [ANVIL_KIND_BIG_DECIMAL] = "decimal number of any size, as text",
        [ANVIL_KIND_TIMESTAMP] = "timestamp",
        [ANVIL_KIND_DOCUMENT] = "any JSON value, as text",
    };
    const struct spec_object *target = target_of(emission, member);
    switch (member->kind) {
    case ANVIL_KIND_STRUCTURE:
    case ANVIL_KIND_UNION:
        fprintf(out, "%s", target->source->name);
        break;
    case ANVIL_KIND_LIST:
        fprintf(out, "list of ");
        /* A list may be its own item, some lists down. */
        if (member->target->members[0].kind == ANVIL_KIND_LIST)
            fprintf(out, "%s", target_of(emission, &member->target->members[0])->source->name);
        else
            emit_type_doc(out, emission, &member->target->members[0]);
        break;
    case ANVIL_KIND_MAP:
        fprintf(out, "map %s", target->source->name);
        break;
    case ANVIL_KIND_ENUM:
        fprintf(out, "text of enum %s_%s", emission->prefix, target->symbol);
        break;
    case ANVIL_KIND_INT_ENUM:
        fprintf(out, "number of enum %s_%s", emission->prefix, target->symbol);
        break;
    default:
        fprintf(out, "%s", words[member->kind]);
        break;
    }
}

/* ---- identities -------------------------------------------------------------------------------
 */

static void emit_words(FILE *out, const struct anvil_str *words, size_t count,
                       const char **before) {
    for (size_t i = 0; i < count; i++) {
        fputs(*before, out);
        emit_comment_text(out, words[i]);
        *before = ", ";
    }
}

static void emit_other_doc(FILE *out, const struct anvil_identity_other *other,
                           const char **before) {
    static const struct anvil_str numbers[] = {ANVIL_STR("number in E.164"), ANVIL_STR("digits"),
                                               ANVIL_STR("formatted number")};
    if (other == NULL)
        return;
    for (unsigned i = 0; i < 3; i++)
        if ((other->numbers >> i & 1) != 0)
            emit_words(out, &numbers[i], 1, before);
    emit_words(out, other->literals, other->literal_count, before);
    emit_words(out, other->arns, other->arn_count, before);
    emit_words(out, other->endpoints, other->endpoint_count, before);
    if (other->text.ptr != NULL)
        emit_words(out, &other->text, 1, before);
}

static void emit_identity_doc(FILE *out, const struct anvil_identity_rule *rule) {
    const char *before = rule->forms == ANVIL_TAKES_ID    ? "ID of: "
                         : rule->forms == ANVIL_TAKES_ARN ? "ARN of: "
                                                          : "ARN or ID of: ";
    if (rule->accepts == 0)
        before = "";
    for (size_t i = 0; i < rule->table->count; i++) {
        if ((rule->accepts >> i & 1) == 0)
            continue;
        emit_words(out, &rule->table->resources[i].type, 1, &before);
        if ((rule->extensions >> i & 1) != 0)
            fprintf(out, " (extension)");
    }
    emit_other_doc(out, rule->other, &before);
    fputc('.', out);
}

/* ---- constraints ------------------------------------------------------------------------------
 */

static void emit_range_doc(FILE *out, const struct anvil_range *range) {
    if (range->max_text.ptr == NULL)
        fprintf(out, ", at least %.*s", (int)range->min_text.len, range->min_text.ptr);
    else if (range->min_text.ptr == NULL)
        fprintf(out, ", at most %.*s", (int)range->max_text.len, range->max_text.ptr);
    else
        fprintf(out, ", %.*s to %.*s", (int)range->min_text.len, range->min_text.ptr,
                (int)range->max_text.len, range->max_text.ptr);
}

static const char *unit_of(uint8_t kind) {
    switch (kind) {
    case ANVIL_KIND_LIST:
        return "items";
    case ANVIL_KIND_MAP:
        return "entries";
    case ANVIL_KIND_BLOB:
        return "bytes";
    default:
        return "code points";
    }
}

static void emit_limits_doc(FILE *out, const struct anvil_member *member,
                            const struct anvil_limits *limits) {
    emit_bounds(out, ", ", limits, unit_of(member->kind));
    if (limits->range != NULL)
        emit_range_doc(out, limits->range);
    if (limits->is_unique)
        fprintf(out, ", no two equal");
}

void emit_member_doc(FILE *out, const struct spec_emission *emission,
                     const struct anvil_member *member, const char *next_line) {
    const struct anvil_limits *limits = member->limits;
    emit_type_doc(out, emission, member);
    if ((member->flags & ANVIL_MEMBER_REQUIRED) != 0)
        fprintf(out, ", required");
    if (limits != NULL)
        emit_limits_doc(out, member, limits);
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
    if ((member->flags & ANVIL_MEMBER_DEFAULT) != 0) {
        fprintf(out, "%sDefault ", next_line);
        emit_default_text(out, member);
        fputc('.', out);
    }
    if ((member->flags & ANVIL_MEMBER_TOKEN) != 0)
        fprintf(out, "%sIdempotency token: filled in when absent.", next_line);
}

/* ---- shapes and operations --------------------------------------------------------------------
 */

void emit_shape_doc(FILE *out, const struct spec_emission *emission,
                    const struct spec_object *object) {
    const struct anvil_operation_table *table = emission->program->table;
    size_t uses = 0;
    if (object->source->traits.fault != NULL) {
        fprintf(out, "The error %s.", object->source->name);
        return;
    }
    for (size_t i = 0; i < table->count; i++) {
        const struct anvil_operation *operation = table->operations[i];
        bool is_input = operation->input == object->descriptor;
        if (!is_input && operation->output != object->descriptor)
            continue;
        if (uses++ < 4)
            fprintf(out, "%sThe %s of %s.", uses == 1 ? "" : " ", is_input ? "request" : "response",
                    operation->name.ptr);
    }
    if (uses == 0)
        fprintf(out, "The structure %s.", object->source->name);
    else if (uses > 4)
        fprintf(out, " And so on.");
}

void emit_operation_doc(FILE *out, const struct anvil_operation *operation) {
    fprintf(out, "The operation %s,\n * from %s\n * to %s.", operation->name.ptr,
            operation->input->name, operation->output->name);
    if (operation->is_readonly)
        fprintf(out, " It changes nothing.");
    else if (operation->is_idempotent)
        fprintf(out, " Sent twice, it acts once.");
    else if (operation->may_double)
        fprintf(out, " Sent twice, it acts twice.");
    for (size_t i = 0; i < operation->error_count; i++)
        fprintf(out, "%s%s", i == 0 ? "\n * Its errors:\n * " : ",\n * ",
                operation->errors[i]->shape->name);
    fputs(operation->error_count == 0 ? "" : ".", out);
}
