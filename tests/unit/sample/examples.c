/* SPDX-License-Identifier: Apache-2.0 */
/* Files are read from the root of the project, where tests run. */
#include "sample/examples.h"

#include "smsv2/smsv2.h"
#include "test.h"

#include <ctype.h>
#include <stdio.h>

const struct example examples[] = {
    {"associate/request.json", &smsv2_associate_origination_identity_request_shape},
    {"associate/response.json", &smsv2_associate_origination_identity_result_shape},
    {"disassociate/request.json", &smsv2_disassociate_origination_identity_request_shape},
    {"disassociate/response.json", &smsv2_disassociate_origination_identity_result_shape},
    {"registration/request.json", &smsv2_create_registration_association_request_shape},
    {"registration/response.json", &smsv2_create_registration_association_result_shape},
    {"errors/access-denied.json", &smsv2_access_denied_exception_shape},
    {"errors/conflict.json", &smsv2_conflict_exception_shape},
    {"errors/internal-server.json", &smsv2_internal_server_exception_shape},
    {"errors/resource-not-found.json", &smsv2_resource_not_found_exception_shape},
    {"errors/service-quota-exceeded.json", &smsv2_service_quota_exceeded_exception_shape},
    {"errors/throttling.json", &smsv2_throttling_exception_shape},
    {"errors/validation.json", &smsv2_validation_exception_shape},
    {NULL, NULL},
};

size_t example_text(const struct example *example, char *text, size_t capacity) {
    char path[256];
    (void)snprintf(path, sizeof path, "spec/examples/%s", example->file);
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        fail_msg("%s cannot be read from here", path);
        return 0;
    }
    size_t len = fread(text, 1, capacity, file);
    (void)fclose(file);
    assert_in_range(len, 2, capacity - 1);
    while (isspace((unsigned char)text[len - 1]))
        len--;
    return len;
}
