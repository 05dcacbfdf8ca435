/* SPDX-License-Identifier: Apache-2.0 */
/* Seeds: what each answer of the service becomes, and what is said about one that is wrong. */
#include "emulator/seed.h"
#include "emulator_world.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

#define POOL_ARN(id) "\"PoolArn\":\"" WORLD_ARN "pool/" id "\""
#define PHONE_ARN(id) "\"PhoneNumberArn\":\"" WORLD_ARN "phone-number/" id "\""
#define SENDER_ARN(id) "\"SenderIdArn\":\"" WORLD_ARN "sender-id/" id "/DE\""
#define TWO_POOLS "{\"Pools\":[{" POOL_ARN("pool-a") "},{" POOL_ARN("pool-b") "}]}"
#define TWO_PHONES                                                                                 \
    "{\"PhoneNumbers\":[{" PHONE_ARN("phone-a") ",\"IsoCountryCode\":\"US\"},"                     \
                                                "{" PHONE_ARN(                                     \
                                                    "phone-b") ",\"IsoCountryCode\":\"US\"}]}"

/* The documents of a text, joined by a bar. */
static const char *split(const char *text) {
    static char joined[256];
    struct anvil_str rest = anvil_str_of(text, strlen(text));
    struct anvil_str document;
    bool is_list = false;
    size_t used = 0;

    joined[0] = '\0';
    while (anvil_seed_next_document(&rest, &is_list, &document))
        used += (size_t)snprintf(joined + used, sizeof joined - used, "%s%.*s", used > 0 ? "|" : "",
                                 (int)document.len, document.ptr);
    return joined;
}

TEST(documents_stand_one_after_the_other_or_in_an_array) {
    assert_string_equal(split(""), "");
    assert_string_equal(split(" \n"), "");
    assert_string_equal(split("{}"), "{}");
    assert_string_equal(split("{\"a\":{}} {}\n{\"b\":[{}]}"), "{\"a\":{}}|{}|{\"b\":[{}]}");
    assert_string_equal(split("[{\"a\":1},\n {}]"), "{\"a\":1}|{}");
    assert_string_equal(split("[{}]{}[{}, {}]"), "{}|{}|{}|{}");
    assert_string_equal(split("{\"}\\\"{\":\"]\"}{}"), "{\"}\\\"{\":\"]\"}|{}");
    assert_string_equal(split("{\"a\":1"), "{\"a\":1");
    assert_string_equal(split("{} x {}"), "{}|x {}");
}

/* A seed that must be refused, with a text that the problem holds. */
static void assert_refused(const char *seed, const char *why) {
    struct world world = {0};

    if (world_open(&world, seed, NULL))
        fail_msg("it was read: %s", seed);
    if (strstr(world.problem, why) == NULL)
        fail_msg("it says: %s", world.problem);
    world_end(&world);
}

TEST(what_is_wrong_is_told_with_its_place) {
    assert_refused("{\n\"Pools\":[\n{]}", "seed:3: document 1: ");
    assert_refused(TWO_POOLS "\n{\"Pools\":7}", "seed:2: document 2: /Pools: ");
    assert_refused("{\"Pools\":[{" POOL_ARN("pool-a") "},{\"PoolArn\":\"pool-b\"}]}",
                   "document 1: /Pools/1/PoolArn: ");
    assert_refused("{\"Pools\":[{\"PoolId\":\"pool-a\"}]}",
                   "document 1: /Pools/0/PoolArn: every resource of a seed needs its ARN");
    assert_refused("{\"PhoneNumbers\":[{" PHONE_ARN("phone-a") "}]}",
                   "/PhoneNumbers/0/IsoCountryCode: ");
    assert_refused("{\"PhoneNumbers\":[{" PHONE_ARN("phone-a") ",\"IsoCountryCode\":\"usa\"}]}",
                   "/PhoneNumbers/0/IsoCountryCode: ");
    assert_refused("{\"Pool\":[]}", "seed:1: document 1: holds no list that a seed may hold");
    assert_refused(TWO_POOLS TWO_POOLS, "a resource with this ARN is there already");
    assert_refused("", "seed: holds no document");
    assert_refused("[" TWO_POOLS, "seed: the array of documents does not end");
    assert_refused("[" TWO_POOLS ",]", "document 2: ");
    assert_refused("{}", "holds no list");
}

TEST(what_is_named_must_be_there) {
    assert_refused("{\"PhoneNumbers\":[{" PHONE_ARN("phone-a") ",\"IsoCountryCode\":\"US\","
                                                               "\"PoolId\":\"pool-x\"}]}",
                   "/PhoneNumbers/0/PoolId: names nothing that the seed holds");
    assert_refused(TWO_POOLS "{" POOL_ARN("pool-a") ",\"OriginationIdentities\":[{"
                                                    "\"OriginationIdentityArn\":\"" WORLD_ARN
                                                    "phone-number/phone-x\"}]}",
                   "/OriginationIdentities/0/OriginationIdentityArn: names nothing");
    assert_refused("{\"AccountAttributes\":[{\"Name\":\"ACCESS_DENIED\",\"Value\":\"WHY\"}]}",
                   "/AccountAttributes/0/Value: not a Reason");
}

TEST(a_number_cannot_be_seeded_into_two_pools) {
    assert_refused(
        TWO_POOLS TWO_PHONES
        "{" POOL_ARN("pool-a") ",\"OriginationIdentities\":[{"
                               "\"OriginationIdentityArn\":\"" WORLD_ARN "phone-number/phone-a\"}]}"
                               "{" POOL_ARN("pool-b") ",\"OriginationIdentities\":[{"
                                                      "\"OriginationIdentityArn\":\"" WORLD_ARN
                                                      "phone-number/phone-a\"}]}",
        "/OriginationIdentities/0: is in two pools");
}

TEST(a_seed_that_cannot_be_read_is_named) {
    struct world world = {.options = {.seed = "/nonexistent/seed"}};

    assert_false(world_open(&world, NULL, NULL));
    assert_non_null(strstr(world.problem, "/nonexistent/seed: cannot be read"));
    world_end(&world);
}

TEST(documents_may_name_what_comes_later_and_members_have_defaults) {
    struct world world = {0};

    assert_true(world_open(&world,
                           "{" POOL_ARN("pool-a") ",\"OriginationIdentities\":[{"
                                                  "\"OriginationIdentityArn\":\"" WORLD_ARN
                                                  "phone-number/phone-a\"}]}" TWO_PHONES TWO_POOLS,
                           NULL));
    assert_int_equal(world_join(&world, "pool-b", "phone-a", NULL), ANVIL_E_SERVICE);
    world_assert_error(&world, "ConflictException", "PHONE_NUMBER_ASSOCIATED_TO_POOL");
    assert_int_equal(world_join(&world, "pool-a", "phone-b", NULL), ANVIL_OK);
    assert_int_equal(world_leave(&world, "pool-a", "phone-a", NULL), ANVIL_OK);
    world_end(&world);
}

TEST(the_account_is_that_of_the_first_resource) {
    struct world world = {0};

    assert_true(
        world_open(&world,
                   "{\"Pools\":[{\"PoolArn\":\"arn:aws:sms-voice:eu-west-1:999988887777:"
                   "pool/pool-a\"},{" POOL_ARN(
                       "pool-b") "}],\"SenderIds\":[{"
                                 "\"SenderIdArn\":\"arn:aws:sms-voice:eu-west-1:999988887777:"
                                 "sender-id/NAME/DE\",\"IsoCountryCode\":\"DE\"}]}",
                   NULL));
    assert_int_equal(world_join(&world, "pool-a", "NAME", NULL), ANVIL_OK);
    assert_int_equal(world_join(&world, "pool-b", "NAME", NULL), ANVIL_E_SERVICE);
    world_assert_error(&world, "ResourceNotFoundException", NULL);
    world_end(&world);
}

TEST(keywords_of_several_documents_add_up) {
    static const char SEED[] = TWO_POOLS TWO_PHONES
        "{\"OriginationIdentityArn\":\"" WORLD_ARN "pool/pool-a\",\"Keywords\":["
        "{\"Keyword\":\"A\",\"KeywordMessage\":\"a\",\"KeywordAction\":\"AUTOMATIC_RESPONSE\"},"
        "{\"Keyword\":\"B\",\"KeywordMessage\":\"b\",\"KeywordAction\":\"OPT_OUT\"}]}"
        "{\"OriginationIdentityArn\":\"" WORLD_ARN "phone-number/phone-a\",\"Keywords\":["
        "{\"Keyword\":\"A\",\"KeywordMessage\":\"a\",\"KeywordAction\":\"AUTOMATIC_RESPONSE\"}]}"
        "{\"OriginationIdentityArn\":\"" WORLD_ARN "phone-number/phone-a\",\"Keywords\":["
        "{\"Keyword\":\"B\",\"KeywordMessage\":\"b\",\"KeywordAction\":\"OPT_OUT\"}]}";
    struct world world = {0};

    assert_true(world_open(&world, SEED, NULL));
    assert_int_equal(world_join(&world, "pool-a", "phone-b", NULL), ANVIL_E_SERVICE);
    world_assert_error(&world, "ConflictException", "KEYWORD_MISMATCH");
    assert_int_equal(world_join(&world, "pool-a", "phone-a", NULL), ANVIL_OK);
    world_end(&world);
}
