/* SPDX-License-Identifier: Apache-2.0 */
/* Whole calls over the emulator in this process, on the sample account. Every documented behaviour
 * is tried through real clients in tests/interop/; here is what the transport itself promises. */
#include "emulator_world.h"
#include "test.h"

#include <string.h>

#define POOL "pool-3f9c1e7a5b2d48069ad4c7e1f0b86352"
#define PHONE "phone-7d20b4c98e6f4a13b5e2d90c41a7f836"
#define TOLL_FREE "phone-15e8a7c2d94b4f30869b1f4d7ac05e92"

static void assert_text(struct anvil_str text, const char *expected) {
    assert_int_equal(text.len, strlen(expected));
    assert_memory_equal(text.ptr, expected, text.len);
}

TEST(a_result_is_decoded_and_lives_until_the_next_request) {
    struct world world = {0};
    struct smsv2_associate_origination_identity_request request = {
        .pool_id = ANVIL_STR(POOL),
        .origination_identity = ANVIL_STR(WORLD_ARN "phone-number/" PHONE),
        .iso_country_code = ANVIL_STR("US"),
    };
    struct smsv2_associate_origination_identity_result result;

    assert_true(world_open(&world, NULL, NULL));
    assert_int_equal(world_call(&world, &smsv2_associate_origination_identity, &request, &result),
                     ANVIL_OK);
    assert_text(result.pool_arn, WORLD_ARN "pool/" POOL);
    assert_text(result.pool_id, POOL);
    assert_text(result.origination_identity_arn, WORLD_ARN "phone-number/" PHONE);
    assert_text(result.origination_identity, PHONE);
    assert_text(result.iso_country_code, "US");
    world_end(&world);
}

TEST(an_error_is_decoded_with_its_typed_members) {
    struct world world = {0};

    assert_true(world_open(&world, NULL, NULL));
    assert_int_equal(world_join(&world, POOL, PHONE, NULL), ANVIL_OK);
    assert_int_equal(world_join(&world, POOL, PHONE, NULL), ANVIL_E_SERVICE);
    world_assert_error(&world, "ConflictException", "PHONE_NUMBER_ASSOCIATED_TO_POOL");
    assert_int_equal(world.error.http_status, 400);
    assert_int_equal(world.error.retry, ANVIL_RETRY_NEVER);
    assert_int_equal(world.error.request_id.len, ANVIL_TOKEN_BYTES);
    const struct smsv2_conflict_exception *conflict = world.error.value;
    assert_text(conflict->resource_type, "phone-number");
    assert_text(conflict->resource_id, PHONE);
    world_end(&world);
}

TEST(a_token_makes_twice_once_and_is_remembered_with_its_members) {
    struct world world = {0};

    assert_true(world_open(&world, NULL, NULL));
    assert_int_equal(world_join(&world, POOL, PHONE, "t"), ANVIL_OK);
    assert_int_equal(world_leave(&world, POOL, PHONE, NULL), ANVIL_OK);
    assert_int_equal(world_join(&world, POOL, PHONE, "t"), ANVIL_OK);
    assert_int_equal(world_leave(&world, POOL, PHONE, NULL), ANVIL_E_SERVICE);
    world_assert_error(&world, "ConflictException", "PHONE_NUMBER_NOT_ASSOCIATED_TO_POOL");
    assert_int_equal(world_join(&world, POOL, TOLL_FREE, "t"), ANVIL_E_SERVICE);
    world_assert_error(&world, "ConflictException", NULL);
    world_end(&world);
}

TEST(a_registration_answers_with_the_numbers_type_and_number) {
    struct world world = {0};
    struct smsv2_create_registration_association_request request = {
        .registration_id = ANVIL_STR("registration-a81f5d3c07e94b62a94d3be6c1720f58"),
        .resource_id = ANVIL_STR(TOLL_FREE),
    };
    struct smsv2_create_registration_association_result result;

    assert_true(world_open(&world, NULL, NULL));
    assert_int_equal(world_call(&world, &smsv2_create_registration_association, &request, &result),
                     ANVIL_OK);
    assert_text(result.registration_type, "US_TOLL_FREE_REGISTRATION");
    assert_text(result.resource_type, "TOLL_FREE");
    assert_text(result.phone_number, "+18445550101");
    world_end(&world);
}

TEST(other_operations_of_the_service_are_unknown) {
    struct world world = {0};
    struct smsv2_describe_pools_request request = {0};
    struct smsv2_describe_pools_result result;

    assert_true(world_open(&world, NULL, NULL));
    assert_int_equal(world_call(&world, &smsv2_describe_pools, &request, &result), ANVIL_E_SERVICE);
    world_assert_error(&world, "UnknownOperationException", NULL);
    assert_int_equal(world.error.http_status, 404);
    world_end(&world);
}

TEST(a_body_in_pieces_is_joined_and_one_that_is_too_long_is_refused) {
    static const struct anvil_header HEADERS[] = {
        {ANVIL_STR("Content-Type"), ANVIL_STR("application/x-amz-json-1.0")},
        {ANVIL_STR("X-Amz-Target"), ANVIL_STR("PinpointSMSVoiceV2.AssociateOriginationIdentity")},
    };
    static const struct anvil_str PIECES[] = {
        ANVIL_STR("{\"PoolId\":\""),
        ANVIL_STR(POOL),
        {NULL, 0},
        ANVIL_STR("\",\"OriginationIdentity\":\"" PHONE "\",\"IsoCountryCode\":\"US\"}"),
    };
    struct world world = {0};
    struct anvil_emulator_answer answer;
    struct anvil_http_request request = {.method = ANVIL_STR("POST"),
                                         .path = ANVIL_STR("/"),
                                         .headers = HEADERS,
                                         .header_count = 2,
                                         .body = PIECES,
                                         .body_count = 4};

    assert_true(world_open(&world, NULL, NULL));
    for (size_t i = 0; i < 4; i++)
        request.body_bytes += PIECES[i].len;
    anvil_emulator_answer(world.emulator, &request, &answer);
    assert_int_equal(answer.response.status, 200);
    assert_false(answer.is_reset);
    assert_int_equal(answer.delay_ms, 0);

    request.body_bytes = ANVIL_EMULATOR_BODY_BYTES_MAX + 1;
    anvil_emulator_answer(world.emulator, &request, &answer);
    assert_int_equal(answer.response.status, 413);
    assert_text(answer.response.body, "{\"__type\":\"RequestEntityTooLargeException\"}");
    world_end(&world);
}
