/* SPDX-License-Identifier: Apache-2.0 */
/* Filling a struct by its table of members. */
#include "request_values.h"

#include "allocation.h"
#include "names.h"
#include "suggest.h"

#include <stdlib.h>
#include <string.h>

static const struct anvil_member *find_member(const struct anvil_shape *shape,
                                              struct anvil_str name) {
    for (size_t i = 0; i < shape->member_count; i++)
        if (anvil_str_equal(anvil_member_name(&shape->members[i]), name))
            return &shape->members[i];
    return NULL;
}

/* Says that there is no such member, and which one was probably meant. */
static void no_such_member(const struct cli_verb *verb, const struct anvil_shape *shape,
                           struct anvil_str name) {
    struct cli_suggestion near = cli_suggestion_for(name);

    for (size_t i = 0; i < shape->member_count; i++)
        cli_suggest(&near, anvil_member_name(&shape->members[i]));
    cli_wrong_usage(verb, "%.*s has no member '%.*s'%s%s%s", (int)shape->name.len, shape->name.ptr,
                    (int)name.len, name.ptr, near.name[0] != '\0' ? "; did you mean " : "",
                    near.name, near.name[0] != '\0' ? "?" : "");
}

/* Sets one member from "Member=value". */
static bool set_member(const struct cli_verb *verb, const struct anvil_shape *shape, void *value,
                       const char *word) {
    const char *equals = strchr(word, '=');
    struct anvil_str text;

    if (equals == NULL) {
        cli_wrong_usage(verb, "'%s' is not of the form Member=value", word);
        return false;
    }
    struct anvil_str name = anvil_str_of(word, (size_t)(equals - word));
    const struct anvil_member *member = find_member(shape, name);
    if (member == NULL) {
        no_such_member(verb, shape, name);
        return false;
    }
    if (member->kind != ANVIL_KIND_STRING && member->kind != ANVIL_KIND_ENUM) {
        cli_wrong_usage(verb, "%.*s is a %s, which cannot be given as Member=value", (int)name.len,
                        name.ptr, cli_kind_name(member->kind));
        return false;
    }
    char *place = (char *)value + member->offset;
    memcpy(&text, place, sizeof text);
    if (text.ptr != NULL) {
        cli_wrong_usage(verb, "%.*s is given twice", (int)name.len, name.ptr);
        return false;
    }
    text = anvil_str_of(equals + 1, strlen(equals + 1));
    memcpy(place, &text, sizeof text);
    return true;
}

void *cli_request_of_words(const struct cli_verb *verb, const struct anvil_operation *operation,
                           const char *const *words) {
    void *value = cli_allocate(operation->input->size);

    for (; *words != NULL; words++) {
        if (!set_member(verb, operation->input, value, *words)) {
            free(value);
            return NULL;
        }
    }
    return value;
}
