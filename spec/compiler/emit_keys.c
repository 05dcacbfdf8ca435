/* SPDX-License-Identifier: Apache-2.0 */
/* The keys of members as C. Each is an object of its own, so that a linker can drop those that
 * nobody needs; string literals it would keep by the file. */
#include "emit_files.h"
#include "emit_shapes.h"

#include <string.h>

void emit_keys_header(FILE *out, const struct spec_emission *emission) {
    const struct spec_array *list = &emission->program->keys;
    const struct spec_object *objects = list->items;
    emit_banner(out, emission,
                "The keys of members: quote, comma, quote, name, quote, colon, quote.");
    fprintf(out, "#ifndef ANVIL_GEN_KEYS_H\n#define ANVIL_GEN_KEYS_H\n\n"
                 "#include \"anvil/port.h\"\n\n");
    for (size_t i = 0; i < list->count; i++)
        fprintf(out, "ANVIL_LOCAL extern const char %s_%s_key[%zu];\n", emission->prefix,
                objects[i].symbol, strlen(objects[i].descriptor) + 1);
    fprintf(out, "\n#endif\n");
}

void emit_keys(FILE *out, const struct spec_emission *emission) {
    const struct spec_array *list = &emission->program->keys;
    const struct spec_object *objects = list->items;
    emit_banner(out, emission, "The keys of members.");
    fprintf(out, "#include \"gen/%s_keys.h\"\n\n", emission->prefix);
    for (size_t i = 0; i < list->count; i++) {
        const char *key = objects[i].descriptor;
        emit_const(out, "char");
        fprintf(out, "%s_%s_key[%zu] = ", emission->prefix, objects[i].symbol, strlen(key) + 1);
        emit_literal(out, anvil_str_of(key, strlen(key)));
        fprintf(out, ";\n");
    }
}

void emit_key_name(FILE *out, const struct spec_emission *emission, const char *key) {
    const struct spec_object *objects = emission->program->keys.items;
    while (strcmp(objects->descriptor, key) != 0)
        objects++;
    fprintf(out, "%s_%s_key", emission->prefix, objects->symbol);
}
