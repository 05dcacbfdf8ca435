/* SPDX-License-Identifier: Apache-2.0 */
/* AWS End User Messaging SMS and Voice v2, and looking up what people type. */
#include "service.h"

#include "arguments.h"
#include "memory.h"
#include "smsv2/smsv2.h"
#include "suggest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct anvil_service *cli_service(void) {
    return &smsv2_service;
}

/* A C copy of a name of the tables, which the caller frees. */
static char *copy_name(struct anvil_str name) {
    char *copy = cli_allocate(name.len + 1);
    memcpy(copy, name.ptr, name.len);
    return copy;
}

static void no_such_operation(const struct cli_verb *verb, const char *name) {
    const struct anvil_service *service = cli_service();
    char *nearest = NULL;
    struct cli_suggestion near = {name, NULL, 0};

    for (size_t i = 0; i < service->operation_count; i++) {
        char *offer = copy_name(service->operations[i]->name);
        cli_suggest(&near, offer);
        if (near.name == offer) {
            free(nearest);
            nearest = offer;
        } else {
            free(offer);
        }
    }
    if (nearest != NULL)
        cli_wrong_usage(verb, "there is no operation '%s'; did you mean %s?", name, nearest);
    else
        cli_wrong_usage(verb, "there is no operation '%s'; 'anvil operations' lists them", name);
    free(nearest);
}

const struct anvil_operation *cli_operation(const struct cli_verb *verb, const char *name) {
    if (name == NULL) {
        cli_wrong_usage(verb, "which operation?");
        return NULL;
    }
    const struct anvil_operation *operation =
        anvil_operation_by_name(cli_service(), anvil_str_of(name, strlen(name)));
    if (operation == NULL)
        no_such_operation(verb, name);
    return operation;
}
