/* SPDX-License-Identifier: Apache-2.0 */
/* The words of enum constants, for sources and for people. */
#include "emit_parts.h"

const char *emit_kind_word(int kind) {
    static const char *const words[ANVIL_KIND_COUNT] = {
        [ANVIL_KIND_STRUCTURE] = "STRUCTURE",
        [ANVIL_KIND_UNION] = "UNION",
        [ANVIL_KIND_LIST] = "LIST",
        [ANVIL_KIND_MAP] = "MAP",
        [ANVIL_KIND_STRING] = "STRING",
        [ANVIL_KIND_ENUM] = "ENUM",
        [ANVIL_KIND_INT_ENUM] = "INT_ENUM",
        [ANVIL_KIND_BLOB] = "BLOB",
        [ANVIL_KIND_BOOLEAN] = "BOOLEAN",
        [ANVIL_KIND_BYTE] = "BYTE",
        [ANVIL_KIND_SHORT] = "SHORT",
        [ANVIL_KIND_INTEGER] = "INTEGER",
        [ANVIL_KIND_LONG] = "LONG",
        [ANVIL_KIND_FLOAT] = "FLOAT",
        [ANVIL_KIND_DOUBLE] = "DOUBLE",
        [ANVIL_KIND_BIG_INTEGER] = "BIG_INTEGER",
        [ANVIL_KIND_BIG_DECIMAL] = "BIG_DECIMAL",
        [ANVIL_KIND_TIMESTAMP] = "TIMESTAMP",
        [ANVIL_KIND_DOCUMENT] = "DOCUMENT",
    };
    return words[kind];
}

const char *emit_row_word(int kind, bool is_unique) {
    static const char *const words[ANVIL_KIND_COUNT] = {
        [ANVIL_KIND_STRUCTURE] = "structure",
        [ANVIL_KIND_UNION] = "union",
        [ANVIL_KIND_LIST] = "list",
        [ANVIL_KIND_MAP] = "map",
        [ANVIL_KIND_STRING] = "text",
        [ANVIL_KIND_ENUM] = "text",
        [ANVIL_KIND_INT_ENUM] = "integer",
        [ANVIL_KIND_BLOB] = "blob",
        [ANVIL_KIND_BOOLEAN] = "boolean",
        [ANVIL_KIND_BYTE] = "integer",
        [ANVIL_KIND_SHORT] = "integer",
        [ANVIL_KIND_INTEGER] = "integer",
        [ANVIL_KIND_LONG] = "integer",
        [ANVIL_KIND_FLOAT] = "real",
        [ANVIL_KIND_DOUBLE] = "real",
        [ANVIL_KIND_BIG_INTEGER] = "big_number",
        [ANVIL_KIND_BIG_DECIMAL] = "big_number",
        [ANVIL_KIND_TIMESTAMP] = "timestamp",
        [ANVIL_KIND_DOCUMENT] = "document",
    };
    return kind == ANVIL_KIND_LIST && is_unique ? "unique_list" : words[kind];
}

const char *emit_format_word(int format) {
    static const char *const words[] = {[ANVIL_EPOCH_SECONDS] = "EPOCH_SECONDS",
                                        [ANVIL_DATE_TIME] = "DATE_TIME",
                                        [ANVIL_HTTP_DATE] = "HTTP_DATE"};
    return words[format];
}

const char *emit_retry_word(int retry) {
    static const char *const words[] = {[ANVIL_RETRY_NEVER] = "NEVER",
                                        [ANVIL_RETRY_THROTTLE] = "THROTTLE",
                                        [ANVIL_RETRY_TRANSIENT] = "TRANSIENT"};
    return words[retry];
}

const char *emit_class_word(int error_class) {
    static const char *const words[] = {
        [ANVIL_CLASS_UNKNOWN] = "UNKNOWN",     [ANVIL_CLASS_THROTTLE] = "THROTTLE",
        [ANVIL_CLASS_TRANSIENT] = "TRANSIENT", [ANVIL_CLASS_QUOTA] = "QUOTA",
        [ANVIL_CLASS_REQUEST] = "REQUEST",     [ANVIL_CLASS_RECIPIENT] = "RECIPIENT"};
    return words[error_class];
}

const char *emit_form_word(int form) {
    static const char *const words[] = {[ANVIL_FORM_PREFIXED] = "PREFIXED",
                                        [ANVIL_FORM_NAME] = "NAME",
                                        [ANVIL_FORM_OPAQUE] = "OPAQUE",
                                        [ANVIL_FORM_LABEL] = "LABEL"};
    return words[form];
}

const char *emit_small(const char *word, char buffer[32]) {
    size_t len = 0;
    for (; len < 31 && word[len] != '\0'; len++)
        buffer[len] = (char)(word[len] == '_'                       ? '-'
                             : word[len] >= 'A' && word[len] <= 'Z' ? word[len] - 'A' + 'a'
                                                                    : word[len]);
    buffer[len] = '\0';
    return buffer;
}
