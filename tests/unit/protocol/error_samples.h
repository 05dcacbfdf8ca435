/* SPDX-License-Identifier: Apache-2.0 */
/* One filled exception of each type, as a struct and as the bytes that it stands for. */
#ifndef UNIT_PROTOCOL_ERROR_SAMPLES_H
#define UNIT_PROTOCOL_ERROR_SAMPLES_H

#include "smsv2/smsv2.h"

#define ERROR_NAMESPACE "com.amazonaws.pinpointsmsvoicev2#"

struct error_sample {
    const struct anvil_error_type *type;
    const char *name;
    const void *value;      /* the C struct */
    const char *body;       /* its bytes, as a server writes them */
    int http_status;        /* what a server answers with */
    enum anvil_retry retry; /* what a client makes of it */
};

enum { ERROR_SAMPLES = 7 };
extern const struct error_sample error_samples[ERROR_SAMPLES];

/* An error response with `body`, and with the type in a header when `header` is not NULL. The
 * request's identifier is "request-7". `headers` has room for two. */
struct anvil_http_response error_response(int http_status, const char *header,
                                          struct anvil_str body, struct anvil_header headers[2]);

/* Asserts that two structs of a shape hold the same text at the same places, absent or not. */
void assert_same_value(const struct anvil_shape *shape, const void *a, const void *b);

#endif
