/* SPDX-License-Identifier: Apache-2.0 */
/* A client and a server made of the same tables, with nothing between them but a function call. */
#include "protocol/error_samples.h"
#include "protocol/fake_transport.h"
#include "test.h"

/* A server that answers each operation with one result, or with one error. */
struct server {
    struct anvil_transport transport;
    const void *result;                      /* of the operation that is called */
    const struct error_sample *error;        /* or else this */
    const struct anvil_operation *operation; /* that was asked for */
    char request_body[1024];
    char response_body[1024];
    char memory[1024]; /* what a request is decoded into */
    union {
        struct smsv2_associate_origination_identity_request associate;
        struct smsv2_create_registration_association_request registration;
    } request;
};

static enum anvil_status respond(struct server *server, enum anvil_status status,
                                 struct anvil_http_response *response) {
    const struct error_sample *sample = server->error;
    size_t bytes = 0;
    if (status != ANVIL_OK) {
        static const struct smsv2_validation_exception INVALID = {
            .message = ANVIL_STR("The request is not valid."),
            .reason = ANVIL_STR("INVALID_REQUEST"),
        };
        assert_text_is(anvil_refusal_of(status).name, "ValidationException");
        response->status = anvil_refusal_of(status).http_status;
        status = anvil_error_encode(&smsv2_service, &smsv2_validation_exception_error, &INVALID,
                                    ANVIL_STRICT, server->response_body,
                                    sizeof server->response_body, &bytes, NULL);
    } else if (sample != NULL) {
        response->status = sample->type->http_status;
        status =
            anvil_error_encode(&smsv2_service, sample->type, sample->value, ANVIL_STRICT,
                               server->response_body, sizeof server->response_body, &bytes, NULL);
    } else {
        response->status = 200;
        status = anvil_encode(server->operation->output, server->result, ANVIL_OFF,
                              server->response_body, sizeof server->response_body, &bytes, NULL);
    }
    response->body = anvil_str_of(server->response_body, bytes);
    return status;
}

static enum anvil_status serve(void *context, const struct anvil_http_request *request,
                               struct anvil_http_response *response) {
    struct server *server = context;
    struct anvil_arena arena = anvil_arena_of(server->memory, sizeof server->memory);
    struct anvil_str body = join_pieces(request, server->request_body, sizeof server->request_body);
    assert_int_equal(body.len, request->body_bytes);
    assert_int_equal(anvil_request_route(&smsv2_operations, request, &server->operation), ANVIL_OK);
    assert_true(server->operation->input->size <= sizeof server->request);
    enum anvil_status status =
        anvil_request_decode(server->operation, body, ANVIL_STRICT, &arena, &server->request, NULL);
    return respond(server, status, response);
}

static const struct smsv2_associate_origination_identity_request ASSOCIATE = {
    .pool_id = ANVIL_STR("arn:aws:sms-voice:eu-west-1:111122223333:pool/pool-7"),
    .origination_identity = ANVIL_STR("EXAMPLECO"),
    .iso_country_code = ANVIL_STR("DE"),
    .client_token = ANVIL_STR("\"\\/~!"),
};
static const struct smsv2_create_registration_association_request REGISTER = {
    .registration_id = ANVIL_STR("registration-7"),
    .resource_id = ANVIL_STR("phone-7"),
};
static const struct smsv2_associate_origination_identity_result ASSOCIATED = {
    .pool_arn = ANVIL_STR("arn:aws:sms-voice:eu-west-1:111122223333:pool/pool-7"),
    .pool_id = ANVIL_STR(""),
    .origination_identity = ANVIL_STR("with \"quotes\", \\ and \xE2\x82\xAC"),
    .iso_country_code = ANVIL_STR("DE"),
};
static const struct smsv2_create_registration_association_result REGISTERED = {
    .registration_arn = ANVIL_STR("arn:r"),
    .registration_id = ANVIL_STR("registration-7"),
    .registration_type = ANVIL_STR("US_TEN_DLC"),
    .resource_arn = ANVIL_STR("arn:p"),
    .resource_id = ANVIL_STR("phone-7"),
    .resource_type = ANVIL_STR("phone-number"),
    .phone_number = ANVIL_STR("+12065550100"),
};

static const struct {
    const struct anvil_operation *operation;
    const void *input;
    const void *result;
} EXCHANGES[] = {
    {&smsv2_associate_origination_identity, &ASSOCIATE, &ASSOCIATED},
    {&smsv2_disassociate_origination_identity, &ASSOCIATE, &ASSOCIATED},
    {&smsv2_create_registration_association, &REGISTER, &REGISTERED},
};
enum { EXCHANGE_COUNT = sizeof EXCHANGES / sizeof EXCHANGES[0] };

/* A client of the server. */
struct client {
    struct server server;
    struct fake_entropy dice;
    struct anvil_arena arena;
    struct anvil_exchange call;
    struct anvil_error error;
    struct smsv2_create_registration_association_result output; /* the largest */
    char memory[2048];
};

static enum anvil_status call(struct client *client, size_t exchange,
                              const struct error_sample *error, const void *input,
                              unsigned checks) {
    memset(client, 0, sizeof *client);
    client->server.transport.send = serve;
    client->server.transport.context = &client->server;
    client->server.result = EXCHANGES[exchange].result;
    client->server.error = error;
    fake_entropy_begin(&client->dice, 0);
    client->arena = anvil_arena_of(client->memory, sizeof client->memory);
    client->call.operation = EXCHANGES[exchange].operation;
    client->call.transport = &client->server.transport;
    client->call.entropy = &client->dice.entropy;
    client->call.arena = &client->arena;
    client->call.checks = checks;
    return anvil_call(&client->call, input, &client->output, &client->error, NULL);
}

/* [R-140] [R-141] [R-142] [I-12] */
TEST(what_a_client_says_a_server_hears_and_the_other_way_round) {
    for (size_t i = 0; i < EXCHANGE_COUNT; i++) {
        struct client client;
        assert_int_equal(call(&client, i, NULL, EXCHANGES[i].input, ANVIL_STRICT), ANVIL_OK);
        assert_ptr_equal(client.server.operation, EXCHANGES[i].operation);
        assert_same_value(EXCHANGES[i].operation->input, &client.server.request,
                          EXCHANGES[i].input);
        assert_same_value(EXCHANGES[i].operation->output, &client.output, EXCHANGES[i].result);
    }
}

/* */
TEST(a_server_hears_the_token_that_was_filled_in) {
    struct smsv2_associate_origination_identity_request input = ASSOCIATE;
    struct client client;
    input.client_token = anvil_str_of(NULL, 0);
    assert_int_equal(call(&client, 0, NULL, &input, ANVIL_STRICT), ANVIL_OK);
    assert_text_is(client.server.request.associate.client_token, FIRST_TOKEN);
}

/* */
TEST(what_a_server_refuses_a_client_is_told) {
    for (size_t i = 0; i < EXCHANGE_COUNT; i++) {
        for (size_t j = 0; j < ERROR_SAMPLES; j++) {
            struct client client;
            assert_int_equal(call(&client, i, &error_samples[j], EXCHANGES[i].input, ANVIL_STRICT),
                             ANVIL_E_SERVICE);
            assert_ptr_equal(client.error.type, error_samples[j].type);
            assert_int_equal(client.error.http_status, error_samples[j].http_status);
            assert_int_equal(client.error.retry, error_samples[j].retry);
            assert_same_value(error_samples[j].type->shape, client.error.value,
                              error_samples[j].value);
        }
    }
}

/* A client that does not check meets a server that does. */
TEST(a_server_checks_for_itself) {
    static const struct smsv2_create_registration_association_request EMPTY;
    struct client client;
    assert_int_equal(call(&client, 2, NULL, &EMPTY, ANVIL_OFF), ANVIL_E_SERVICE);
    assert_int_equal(client.error.http_status, 400);
    const struct smsv2_validation_exception *value = client.error.value;
    assert_non_null(value);
    assert_text_is(value->reason, "INVALID_REQUEST");
}
