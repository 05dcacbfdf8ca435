/* SPDX-License-Identifier: Apache-2.0 */
/* Two Smithy names may become one in C. This finds out before a C compiler does. */
#include "layout_parts.h"

#include <stdlib.h>
#include <string.h>

struct symbol {
    const char *text;
    const char *shape;
};

static bool add_symbols(struct spec *spec, struct spec_array *symbols,
                        const struct spec_array *list, const char *suffix) {
    const struct spec_object *objects = list->items;
    for (size_t i = 0; i < list->count; i++) {
        struct symbol *symbol = spec_push(spec, symbols, sizeof *symbol);
        if (symbol == NULL)
            return false;
        symbol->text = spec_text(spec, "%s%s", objects[i].symbol, suffix);
        symbol->shape = objects[i].source == NULL ? "" : objects[i].source->name;
        if (symbol->text == NULL)
            return false;
    }
    return true;
}

static int by_text(const void *a, const void *b) {
    const struct symbol *left = a;
    const struct symbol *right = b;
    int order = strcmp(left->text, right->text);
    return order != 0 ? order : strcmp(left->shape, right->shape);
}

bool spec_check_symbols(struct spec *spec, const struct spec_program *program) {
    struct spec_array symbols = {NULL, 0, 0};
    const struct symbol *sorted;
    if (!add_symbols(spec, &symbols, &program->shapes, "_shape") ||
        !add_symbols(spec, &symbols, &program->shapes, "_members") ||
        !add_symbols(spec, &symbols, &program->enums, "_values") ||
        !add_symbols(spec, &symbols, &program->patterns, "") ||
        !add_symbols(spec, &symbols, &program->runs, "") ||
        !add_symbols(spec, &symbols, &program->limits, "") ||
        !add_symbols(spec, &symbols, &program->rules, "") ||
        !add_symbols(spec, &symbols, &program->errors, "_error") ||
        !add_symbols(spec, &symbols, &program->operations, ""))
        return false;
    qsort(symbols.items, symbols.count, sizeof(struct symbol), by_text);
    sorted = symbols.items;
    for (size_t i = 0; i < symbols.count; i++) {
        if (i > 0 && strcmp(sorted[i].text, sorted[i - 1].text) == 0)
            return spec_fail(spec, sorted[i].shape, "%s and %s would both be called %s in C",
                             sorted[i - 1].shape, sorted[i].shape, sorted[i].text);
        if (strcmp(sorted[i].text, "service") == 0 || strcmp(sorted[i].text, "resources") == 0)
            return spec_fail(spec, sorted[i].shape, "the name %s is taken by the tables",
                             sorted[i].text);
    }
    return true;
}
