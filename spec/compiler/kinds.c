/* SPDX-License-Identifier: Apache-2.0 */
/* One row for each shape type: its name and its properties in a JSON AST. Knows no other part of
 * the model. */
#include "kinds.h"

#include "model.h"

#include <string.h>

static const struct {
    const char *name;
    const char *properties[12]; /* besides "type" and "traits" */
} rows[SPEC_KIND_COUNT] = {
    [ANVIL_KIND_STRUCTURE] = {"structure", {"members"}},
    [ANVIL_KIND_UNION] = {"union", {"members"}},
    [ANVIL_KIND_LIST] = {"list", {"member"}},
    [ANVIL_KIND_MAP] = {"map", {"key", "value"}},
    [ANVIL_KIND_STRING] = {"string", {NULL}},
    [ANVIL_KIND_ENUM] = {"enum", {"members"}},
    [ANVIL_KIND_INT_ENUM] = {"intEnum", {"members"}},
    [ANVIL_KIND_BLOB] = {"blob", {NULL}},
    [ANVIL_KIND_BOOLEAN] = {"boolean", {NULL}},
    [ANVIL_KIND_BYTE] = {"byte", {NULL}},
    [ANVIL_KIND_SHORT] = {"short", {NULL}},
    [ANVIL_KIND_INTEGER] = {"integer", {NULL}},
    [ANVIL_KIND_LONG] = {"long", {NULL}},
    [ANVIL_KIND_FLOAT] = {"float", {NULL}},
    [ANVIL_KIND_DOUBLE] = {"double", {NULL}},
    [ANVIL_KIND_BIG_INTEGER] = {"bigInteger", {NULL}},
    [ANVIL_KIND_BIG_DECIMAL] = {"bigDecimal", {NULL}},
    [ANVIL_KIND_TIMESTAMP] = {"timestamp", {NULL}},
    [ANVIL_KIND_DOCUMENT] = {"document", {NULL}},
    [SPEC_KIND_SERVICE] = {"service", {"version", "operations", "resources", "errors", "rename"}},
    [SPEC_KIND_OPERATION] = {"operation", {"input", "output", "errors"}},
    [SPEC_KIND_RESOURCE] = {"resource",
                            {"identifiers", "properties", "create", "put", "read", "update",
                             "delete", "list", "operations", "collectionOperations", "resources"}},
};

bool spec_find_kind(const char *type, int *kind) {
    for (*kind = 0; *kind < SPEC_KIND_COUNT; ++*kind)
        if (strcmp(rows[*kind].name, type) == 0)
            return true;
    return false;
}

const char *spec_kind_name(int kind) {
    return rows[kind].name;
}

bool spec_has_property(int kind, const char *key) {
    if (strcmp(key, "type") == 0 || strcmp(key, "traits") == 0)
        return true;
    for (const char *const *name = rows[kind].properties; *name != NULL; name++)
        if (strcmp(*name, key) == 0)
            return true;
    return false;
}
