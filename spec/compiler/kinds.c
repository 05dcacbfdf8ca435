/* SPDX-License-Identifier: Apache-2.0 */
/* One row for each shape type: its name, whether it can be compiled, and its properties in a JSON
 * AST. Knows no other part of the model. */
#include "kinds.h"

#include "model.h"

#include <string.h>

static const struct {
    const char *name;
    bool is_readable;
    const char *properties[6]; /* besides "type" and "traits" */
} rows[] = {
    [ANVIL_KIND_STRUCTURE] = {"structure", true, {"members"}},
    [ANVIL_KIND_UNION] = {"union", false, {"members"}},
    [ANVIL_KIND_LIST] = {"list", true, {"member"}},
    [ANVIL_KIND_MAP] = {"map", false, {"key", "value"}},
    [ANVIL_KIND_STRING] = {"string", true, {NULL}},
    [ANVIL_KIND_ENUM] = {"enum", true, {"members"}},
    [ANVIL_KIND_INT_ENUM] = {"intEnum", false, {"members"}},
    [ANVIL_KIND_BLOB] = {"blob", false, {NULL}},
    [ANVIL_KIND_BOOLEAN] = {"boolean", false, {NULL}},
    [ANVIL_KIND_BYTE] = {"byte", false, {NULL}},
    [ANVIL_KIND_SHORT] = {"short", false, {NULL}},
    [ANVIL_KIND_INTEGER] = {"integer", false, {NULL}},
    [ANVIL_KIND_LONG] = {"long", false, {NULL}},
    [ANVIL_KIND_FLOAT] = {"float", false, {NULL}},
    [ANVIL_KIND_DOUBLE] = {"double", false, {NULL}},
    [ANVIL_KIND_BIG_INTEGER] = {"bigInteger", false, {NULL}},
    [ANVIL_KIND_BIG_DECIMAL] = {"bigDecimal", false, {NULL}},
    [ANVIL_KIND_TIMESTAMP] = {"timestamp", false, {NULL}},
    [ANVIL_KIND_DOCUMENT] = {"document", false, {NULL}},
    [SPEC_KIND_SERVICE] = {"service", false, {"version", "operations"}},
    [SPEC_KIND_OPERATION] = {"operation", false, {"input", "output", "errors"}},
};

#define ROW_COUNT ((int)(sizeof rows / sizeof *rows))

bool spec_find_kind(const char *type, int *kind) {
    for (*kind = 0; *kind < ROW_COUNT; ++*kind)
        if (strcmp(rows[*kind].name, type) == 0)
            return true;
    return false;
}

const char *spec_kind_name(int kind) {
    return kind < ROW_COUNT ? rows[kind].name : "unit";
}

bool spec_is_readable(int kind) {
    return kind < ROW_COUNT && rows[kind].is_readable;
}

bool spec_has_property(int kind, const char *key) {
    if (strcmp(key, "type") == 0 || strcmp(key, "traits") == 0)
        return true;
    for (const char *const *name = rows[kind].properties; *name != NULL; name++)
        if (strcmp(*name, key) == 0)
            return true;
    return false;
}
