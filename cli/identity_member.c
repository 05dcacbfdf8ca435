/* SPDX-License-Identifier: Apache-2.0 */
/* Looking for identity-bearing members by name. */
#include "identity_member.h"

#include "arguments.h"
#include "service.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One member that was found, and the request it was found in. */
struct found_member {
    const struct anvil_identity_rule *rule;
    const struct anvil_operation *operation;
};

/* What a member takes, or, of a list, each of its items. */
static const struct anvil_identity_rule *rule_of(const struct anvil_member *member) {
    if (member->kind == ANVIL_KIND_LIST)
        member = &member->target->members[0];
    return member->limits != NULL ? member->limits->identity : NULL;
}

static struct found_member find_in(const struct anvil_operation *operation, struct anvil_str name) {
    struct found_member found = {NULL, operation};
    const struct anvil_shape *input = operation->input;

    for (size_t i = 0; i < input->member_count; i++)
        if (anvil_str_equal(anvil_member_name(&input->members[i]), name))
            found.rule = rule_of(&input->members[i]);
    return found;
}

static bool same_rule(const struct anvil_identity_rule *a, const struct anvil_identity_rule *b) {
    return a == b ||
           (a->table == b->table && a->accepts == b->accepts && a->extensions == b->extensions &&
            a->other == b->other && a->min == b->min && a->max == b->max &&
            a->takes_utf8 == b->takes_utf8 && a->forms == b->forms &&
            a->has_country == b->has_country && memcmp(&a->bytes, &b->bytes, sizeof a->bytes) == 0);
}

/* Writes the names of all members that could have been meant, each once. */
static void list_members(FILE *file, const struct anvil_operation *const *operations,
                         size_t count) {
    const char *separator = "";

    for (size_t o = 0; o < count; o++) {
        const struct anvil_shape *input = operations[o]->input;
        for (size_t m = 0; m < input->member_count; m++) {
            struct anvil_str name = anvil_member_name(&input->members[m]);
            bool is_new = rule_of(&input->members[m]) != NULL;
            for (size_t before = 0; before < o; before++)
                is_new = is_new && find_in(operations[before], name).rule == NULL;
            if (!is_new)
                continue;
            fprintf(file, "%s%.*s", separator, (int)name.len, name.ptr);
            separator = ", ";
        }
    }
}

static void no_such_member(const struct cli_verb *verb, const char *name,
                           const struct anvil_operation *const *operations, size_t count) {
    char *names = NULL;
    size_t bytes = 0;
    FILE *memory = open_memstream(&names, &bytes);

    if (memory != NULL) {
        list_members(memory, operations, count);
        fclose(memory);
    }
    cli_wrong_usage(verb, "no request has a member '%s' that holds an ID or an ARN; there are %s",
                    name, names != NULL ? names : "others");
    free(names);
}

/* Says for which request the answer holds when others want something else. */
static void tell_choice(const char *name, const struct anvil_operation *chosen,
                        const struct anvil_operation *other) {
    fprintf(stderr,
            "anvil identify: %s as in %.*s; %.*s, for one, takes other things there: --operation "
            "picks one\n",
            name, (int)chosen->name.len, chosen->name.ptr, (int)other->name.len, other->name.ptr);
}

const struct anvil_identity_rule *cli_identity_rule(const struct cli_verb *verb,
                                                    const struct anvil_operation *operation,
                                                    const char *name, bool tells_choice) {
    const struct anvil_operation_table *table = cli_operations();
    const struct anvil_operation *const *operations = table->operations;
    size_t count = table->count;
    struct found_member found = {NULL, NULL};

    if (operation != NULL) {
        operations = &operation;
        count = 1;
    }
    for (size_t i = 0; i < count; i++) {
        struct found_member here = find_in(operations[i], anvil_str_of(name, strlen(name)));
        if (here.rule == NULL)
            continue;
        if (found.rule == NULL) {
            found = here;
        } else if (!same_rule(found.rule, here.rule)) {
            if (tells_choice)
                tell_choice(name, found.operation, here.operation);
            return found.rule;
        }
    }
    if (found.rule == NULL)
        no_such_member(verb, name, operations, count);
    return found.rule;
}
