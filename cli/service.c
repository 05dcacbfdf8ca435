/* SPDX-License-Identifier: Apache-2.0 */
/* AWS End User Messaging SMS and Voice v2 unless somebody names a model, and looking up what people
 * type. */
#include "service.h"

#include "arguments.h"
#include "smsv2/smsv2.h"
#include "suggest.h"

static const struct anvil_operation_table *served = &smsv2_operations;

void cli_serve(const struct anvil_operation_table *table) {
    served = table;
}

const struct anvil_operation_table *cli_operations(void) {
    return served;
}

const struct anvil_service *cli_service(void) {
    return served->service;
}

static void no_such_operation(const struct cli_verb *verb, const char *name) {
    struct cli_suggestion near = cli_suggestion_for(cli_view(name));

    for (size_t i = 0; i < served->count; i++)
        cli_suggest(&near, served->operations[i]->name);
    if (near.name[0] != '\0')
        cli_wrong_usage(verb, "there is no operation '%s'; did you mean %s?", name, near.name);
    else
        cli_wrong_usage(verb, "there is no operation '%s'; 'anvil operations' lists them", name);
}

const struct anvil_operation *cli_operation(const struct cli_verb *verb, const char *name) {
    if (name == NULL) {
        cli_wrong_usage(verb, "which operation?");
        return NULL;
    }
    const struct anvil_operation *operation = anvil_operation_by_name(served, cli_view(name));
    if (operation == NULL)
        no_such_operation(verb, name);
    return operation;
}

static const struct anvil_error_type *find_error(const struct anvil_error_type *const *errors,
                                                 size_t count, struct anvil_str name,
                                                 struct cli_suggestion *near) {
    for (size_t i = 0; i < count; i++) {
        if (anvil_str_equal(anvil_shape_name(errors[i]->shape), name))
            return errors[i];
        cli_suggest(near, anvil_shape_name(errors[i]->shape));
    }
    return NULL;
}

const struct anvil_error_type *cli_error_type(const struct cli_verb *verb,
                                              const struct anvil_operation *operation,
                                              const char *name) {
    const struct anvil_service *service = operation->service;
    struct cli_suggestion near = cli_suggestion_for(cli_view(name));
    const struct anvil_error_type *found =
        find_error(operation->errors, operation->error_count, near.typed, &near);

    if (found == NULL)
        found = find_error(service->errors, service->error_count, near.typed, &near);
    if (found == NULL)
        cli_wrong_usage(verb, "%.*s has no error '%s'%s%s%s", (int)operation->name.len,
                        operation->name.ptr, name, near.name[0] != '\0' ? "; did you mean " : "",
                        near.name, near.name[0] != '\0' ? "?" : "");
    return found;
}
