/* SPDX-License-Identifier: Apache-2.0 */
/* The floor of encoding: the bare sequence of memcpy that writes one request and can write no
 * other, without a check, without a limit, without a look at what it copies. */
#include "contest.h"
#include "smsv2/smsv2.h"

#include <string.h>

struct copies {
    struct bench_cursor cursor;
    char *(*write)(char *to, const void *value);
    char *buffer;
};

#define PUT(to, literal) (memcpy(to, "" literal, sizeof(literal) - 1), (to) + sizeof(literal) - 1)

static char *put(char *to, struct anvil_str text) {
    memcpy(to, text.ptr, text.len);
    return to + text.len;
}

static char *write_associate(char *to, const void *value) {
    const struct smsv2_associate_origination_identity_request *request =
        (const struct smsv2_associate_origination_identity_request *)value;
    to = put(PUT(to, "{\"PoolId\":\""), request->pool_id);
    to = put(PUT(to, "\",\"OriginationIdentity\":\""), request->origination_identity);
    to = put(PUT(to, "\",\"IsoCountryCode\":\""), request->iso_country_code);
    to = put(PUT(to, "\",\"ClientToken\":\""), request->client_token);
    return PUT(to, "\"}");
}

static char *write_disassociate(char *to, const void *value) {
    const struct smsv2_disassociate_origination_identity_request *request =
        (const struct smsv2_disassociate_origination_identity_request *)value;
    to = put(PUT(to, "{\"PoolId\":\""), request->pool_id);
    to = put(PUT(to, "\",\"OriginationIdentity\":\""), request->origination_identity);
    to = put(PUT(to, "\",\"IsoCountryCode\":\""), request->iso_country_code);
    to = put(PUT(to, "\",\"ClientToken\":\""), request->client_token);
    return PUT(to, "\"}");
}

static char *write_registration(char *to, const void *value) {
    const struct smsv2_create_registration_association_request *request =
        (const struct smsv2_create_registration_association_request *)value;
    to = put(PUT(to, "{\"RegistrationId\":\""), request->registration_id);
    to = put(PUT(to, "\",\"ResourceId\":\""), request->resource_id);
    return PUT(to, "\"}");
}

static const struct {
    const struct anvil_shape *shape;
    char *(*write)(char *to, const void *value);
} WRITERS[] = {
    {&smsv2_associate_origination_identity_request_shape, write_associate},
    {&smsv2_disassociate_origination_identity_request_shape, write_disassociate},
    {&smsv2_create_registration_association_request_shape, write_registration},
};

static void run(void *state, size_t times) {
    struct copies *copies = (struct copies *)state;
    for (; times > 0; times--) {
        const struct bench_message *message = bench_next(&copies->cursor);
        copies->write(copies->buffer, message->value);
        bench_keep(copies->buffer);
    }
}

static void *open_copies(const struct bench_row *row) {
    struct copies *copies = (struct copies *)bench_memory(sizeof *copies);
    copies->cursor.row = row;
    copies->buffer = (char *)bench_memory(row->text_bytes);
    const struct bench_message *message = row->sequence[0];
    for (size_t i = 0; i < sizeof WRITERS / sizeof *WRITERS; i++)
        if (WRITERS[i].shape == message->shape)
            copies->write = WRITERS[i].write;
    if (copies->write == NULL || row->sequence_count != 1)
        return NULL;
    size_t bytes = (size_t)(copies->write(copies->buffer, message->value) - copies->buffer);
    bench_require(bytes == message->body.len &&
                      memcmp(copies->buffer, message->body.ptr, bytes) == 0,
                  "memcpy", "writes something else");
    return copies;
}

static const struct bench_contestant CONTESTANT = {
    "memcpy", BENCH_ENCODE | BENCH_SPANS, false, open_copies, run, NULL,
};

__attribute__((constructor)) static void enter(void) {
    bench_enter(&CONTESTANT);
}
