/* SPDX-License-Identifier: Apache-2.0 */
/* Defaults as C constants and as text. */
#include "emit_docs.h"
#include "emit_files.h"
#include "emit_parts.h"

#include "c_form.h"

#include <inttypes.h>

static int64_t whole_of(int kind, const void *value) {
    switch (kind) {
    case ANVIL_KIND_BYTE:
        return ((const struct anvil_byte *)value)->value;
    case ANVIL_KIND_SHORT:
        return ((const struct anvil_short *)value)->value;
    case ANVIL_KIND_LONG:
        return ((const struct anvil_long *)value)->value;
    default:
        return ((const struct anvil_integer *)value)->value;
    }
}

/* Seventeen digits tell every double from its neighbours, nine every float. */
static void emit_real(FILE *out, int kind, const void *value, bool is_source) {
    if (kind == ANVIL_KIND_DOUBLE)
        fprintf(out, is_source ? "%.17g" : "%.15g", ((const struct anvil_double *)value)->value);
    else
        fprintf(out, is_source ? "(float)%.9g" : "%.6g",
                (double)((const struct anvil_float *)value)->value);
}

static bool is_text(int kind) {
    return kind == ANVIL_KIND_STRING || kind == ANVIL_KIND_ENUM || kind == ANVIL_KIND_BIG_INTEGER ||
           kind == ANVIL_KIND_BIG_DECIMAL || kind == ANVIL_KIND_DOCUMENT;
}

static void emit_pointer(FILE *out, int kind, const void *value) {
    const struct anvil_blob *blob = value;
    if (is_text(kind)) {
        fprintf(out, "ANVIL_STR(");
        emit_literal(out, *(const struct anvil_str *)value);
        fprintf(out, ")");
    } else if (kind == ANVIL_KIND_BLOB) {
        fprintf(out, "{.ptr = (const unsigned char *)");
        emit_literal(out, anvil_str_of((const char *)blob->ptr, blob->len));
        fprintf(out, ", .len = %zu}", blob->len);
    } else {
        fprintf(out, "{.%s = \"\", .count = 0}", kind == ANVIL_KIND_LIST ? "items" : "entries");
    }
}

static void emit_value(FILE *out, int kind, const void *value) {
    const struct anvil_timestamp *timestamp = value;
    switch (kind) {
    case ANVIL_KIND_BOOLEAN:
        fprintf(out, "{%s, true}", ((const struct anvil_boolean *)value)->value ? "true" : "false");
        break;
    case ANVIL_KIND_BYTE:
    case ANVIL_KIND_SHORT:
    case ANVIL_KIND_INTEGER:
    case ANVIL_KIND_INT_ENUM:
    case ANVIL_KIND_LONG:
        fprintf(out, "{");
        if (kind == ANVIL_KIND_LONG)
            emit_int64(out, whole_of(kind, value));
        else
            emit_int32(out, (int32_t)whole_of(kind, value));
        fprintf(out, ", true}");
        break;
    case ANVIL_KIND_FLOAT:
    case ANVIL_KIND_DOUBLE:
        fprintf(out, "{");
        emit_real(out, kind, value, true);
        fprintf(out, ", true}");
        break;
    case ANVIL_KIND_TIMESTAMP:
        fprintf(out, "{");
        emit_int64(out, timestamp->seconds);
        fprintf(out, ", %" PRId32 ", true}", timestamp->nanoseconds);
        break;
    default:
        emit_pointer(out, kind, value);
        break;
    }
}

void emit_defaults(FILE *out, const struct spec_emission *emission) {
    const struct spec_array *list = &emission->program->defaults;
    const struct spec_object *objects = list->items;
    emit_source_head(
        out, emission,
        "Defaults in the C forms of their kinds. Equal ones are shared and named after "
        "the first\n * member that has them.");
    for (size_t i = 0; i < list->count; i++) {
        int kind = objects[i].source->kind;
        const char *type = spec_c_form(kind).type;
        fprintf(out, "\nconst %s %s_%s = ",
                type != NULL              ? type
                : kind == ANVIL_KIND_LIST ? "struct anvil_list"
                                          : "struct anvil_map",
                emission->prefix, objects[i].symbol);
        emit_value(out, kind, objects[i].descriptor);
        fprintf(out, ";\n");
    }
}

void emit_default_text(FILE *out, const struct anvil_member *member) {
    const void *value = anvil_member_default(member);
    const struct anvil_timestamp *timestamp = value;
    int kind = member->kind;
    if (is_text(kind)) {
        fputc('"', out);
        emit_comment_text(out, *(const struct anvil_str *)value);
        fputc('"', out);
    } else if (kind == ANVIL_KIND_BOOLEAN) {
        fprintf(out, ((const struct anvil_boolean *)value)->value ? "true" : "false");
    } else if (kind == ANVIL_KIND_FLOAT || kind == ANVIL_KIND_DOUBLE) {
        emit_real(out, kind, value, false);
    } else if (kind == ANVIL_KIND_TIMESTAMP) {
        fprintf(out, "%" PRId64 ".%09" PRId32, timestamp->seconds, timestamp->nanoseconds);
    } else if (kind == ANVIL_KIND_BLOB) {
        fprintf(out, "of %zu bytes", ((const struct anvil_blob *)value)->len);
    } else if (kind == ANVIL_KIND_LIST || kind == ANVIL_KIND_MAP) {
        fprintf(out, "empty");
    } else {
        fprintf(out, "%" PRId64, whole_of(kind, value));
    }
}
