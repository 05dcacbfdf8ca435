/* SPDX-License-Identifier: Apache-2.0 */
/* AWS End User Messaging SMS and Voice v2, and looking up what people type. */
#include "service.h"

#include "arguments.h"
#include "smsv2/smsv2.h"
#include "suggest.h"

const struct anvil_service *cli_service(void) {
    return &smsv2_service;
}

static void no_such_operation(const struct cli_verb *verb, const char *name) {
    const struct anvil_service *service = cli_service();
    struct cli_suggestion near = cli_suggestion_for(cli_view(name));

    for (size_t i = 0; i < service->operation_count; i++)
        cli_suggest(&near, service->operations[i]->name);
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
    const struct anvil_operation *operation =
        anvil_operation_by_name(cli_service(), cli_view(name));
    if (operation == NULL)
        no_such_operation(verb, name);
    return operation;
}
