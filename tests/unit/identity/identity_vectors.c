/* SPDX-License-Identifier: Apache-2.0 */
/* to and as data. */
#include "identity_vectors.h"
#include "test.h"

enum {
    CANON = ANVIL_IDENTITY_CANONICAL,
    AMBIG = ANVIL_IDENTITY_AMBIGUOUS,
    EXTEN = ANVIL_IDENTITY_EXTENSION,
    ARN = ANVIL_IDENTITY_IS_ARN,
    NOCC = ANVIL_IDENTITY_NEEDS_COUNTRY
};

#define IS(kind, flags, id) ANVIL_IDENTITY_OK, kind, flags, id, NULL
#define NAME_IN(country, id) ANVIL_IDENTITY_OK, "sender-id-arn", ARN, id, country
#define WRONG(kind, flags, id) ANVIL_IDENTITY_WRONG_TYPE, kind, flags, id, NULL
#define BROKEN ANVIL_IDENTITY_INVALID_ARN, NULL, 0, NULL, NULL
#define ALIEN ANVIL_IDENTITY_UNKNOWN, NULL, 0, NULL, NULL
#define REFUSED ANVIL_IDENTITY_CONSTRAINT, NULL, 0, NULL, NULL

#define POOL FIELD_POOL_ID
#define ORIGIN FIELD_ORIGINATION_IDENTITY
#define REGISTRATION FIELD_REGISTRATION_ID
#define RESOURCE FIELD_RESOURCE_ID

const struct identity_vector identity_vectors[] = {
    /* a member that takes one prefixed kind */
    {POOL, "pool-" HEX32, IS("pool-id", CANON, "pool-" HEX32)},
    {POOL, OWNER "pool/pool-" HEX32, IS("pool-arn", CANON | ARN, "pool-" HEX32)},
    {POOL, "", REFUSED},
    {POOL, "pool-41c9e07b1d5a4f6f8a12c3d4eexample",
     IS("pool-id", 0, "pool-41c9e07b1d5a4f6f8a12c3d4eexample")},
    {POOL, "pool-x", IS("pool-id", 0, "pool-x")},
    {POOL, OWNER "pool/winter", IS("pool-arn", ARN, "winter")},
    {POOL, "winterpool", ALIEN},
    {POOL, "pool-", ALIEN},
    {POOL, "POOL-" HEX32, ALIEN},
    {POOL, "ANVILSHOP", ALIEN},
    {POOL, "phone-" HEX32, WRONG("phone-number-id", CANON, "phone-" HEX32)},
    {POOL, "phone-7", WRONG("phone-number-id", 0, "phone-7")},
    {POOL, "rcs-" HEX32, WRONG("rcs-agent-id", CANON, "rcs-" HEX32)},
    {POOL, OWNER "phone-number/phone-" HEX32,
     WRONG("phone-number-arn", CANON | ARN, "phone-" HEX32)},
    {POOL, OWNER "sender-id/ANVILSHOP/FR", ANVIL_IDENTITY_WRONG_TYPE, "sender-id-arn", ARN,
     "ANVILSHOP", "FR"},
    {POOL, OWNER "pool/", BROKEN},
    {POOL, OWNER "pool/pool-9/y", BROKEN},
    {POOL, OWNER "pool/pool-9/", BROKEN},
    {POOL, OWNER "pool/pool-9:y", BROKEN},
    {POOL, OWNER "pool:pool-9", BROKEN},
    {POOL, OWNER "pool", BROKEN},
    {POOL, OWNER, BROKEN},
    {POOL, "arn:aws:sms-voice:eu-west-1:444455556666", BROKEN},
    {POOL, "arn:", BROKEN},
    {POOL, "pool/pool-" HEX32, BROKEN},
    {POOL, ":", BROKEN},
    {POOL, "arn:aws:sms-voice::444455556666:pool/pool-" HEX32, BROKEN},
    {POOL, "arn:aws:sms-voice:eu--west:444455556666:pool/pool-" HEX32, BROKEN},
    {POOL, "arn:aws:sms-voice:-eu-west:444455556666:pool/pool-" HEX32, BROKEN},
    {POOL, "arn:aws:sms-voice:eu-west-:444455556666:pool/pool-" HEX32, BROKEN},
    {POOL, "arn:aws:sms-voice:EU-WEST-1:444455556666:pool/pool-" HEX32, BROKEN},
    {POOL, "arn:aws:sms-voice:eu_west_1:444455556666:pool/pool-" HEX32, BROKEN},
    {POOL, "arn:aws:sms-voice:eu-west-1::pool/pool-" HEX32, BROKEN},
    {POOL, "arn:aws:sms-voice:eu-west-1:44445555666:pool/pool-" HEX32, BROKEN},
    {POOL, "arn:aws:sms-voice:eu-west-1:4444555566667:pool/pool-" HEX32, BROKEN},
    {POOL, "arn:aws:sms-voice:eu-west-1:44445555666a:pool/pool-" HEX32, BROKEN},
    {POOL, "arn:aws:mobiletargeting:eu-west-1:444455556666:pool/pool-" HEX32, BROKEN},
    {POOL, "arn:aws:sms-voices:eu-west-1:444455556666:pool/pool-" HEX32, BROKEN},
    {POOL, "arn:aws::eu-west-1:444455556666:pool/pool-" HEX32, BROKEN},
    {POOL, "ARN:aws:sms-voice:eu-west-1:444455556666:pool/pool-" HEX32, BROKEN},
    {POOL, "arn:aws:SMS-VOICE:eu-west-1:444455556666:pool/pool-" HEX32, BROKEN},
    {POOL, "arn:aws:sms-voice:eu-west-1:444455556666:Pool/pool-" HEX32, BROKEN},
    {POOL, "arn:aws-us-gov:sms-voice:us-gov-east-1:444455556666:pool/pool-" HEX32,
     IS("pool-arn", CANON | ARN, "pool-" HEX32)},
    {POOL, "arn:aws-eusc:sms-voice:eusc-de-east-1:444455556666:pool/pool-" HEX32,
     IS("pool-arn", CANON | ARN, "pool-" HEX32)},
    {POOL, "arn:aws-some-day:sms-voice:moon:444455556666:pool/pool-" HEX32,
     IS("pool-arn", CANON | ARN, "pool-" HEX32)},
    {POOL, "arn::sms-voice:eu-west-1:444455556666:pool/pool-" HEX32, BROKEN},
    {POOL, "arn:aws-:sms-voice:eu-west-1:444455556666:pool/pool-" HEX32, BROKEN},
    {POOL, "arn:aws--x:sms-voice:eu-west-1:444455556666:pool/pool-" HEX32, BROKEN},
    {POOL, "arn:awsx:sms-voice:eu-west-1:444455556666:pool/pool-" HEX32, BROKEN},
    {POOL, "arn:aws-2:sms-voice:eu-west-1:444455556666:pool/pool-" HEX32, BROKEN},
    {POOL, "arn:aw:sms-voice:eu-west-1:444455556666:pool/pool-" HEX32, BROKEN},
    {POOL, "arn:gcp:sms-voice:eu-west-1:444455556666:pool/pool-" HEX32, BROKEN},
    {POOL, OWNER "pool/*", REFUSED},
    {POOL, "pool-9 ", REFUSED},

    /* a member that takes names, in a message with a country */
    {ORIGIN, "phone-" HEX32, IS("phone-number-id", CANON, "phone-" HEX32)},
    {ORIGIN, "phone-5b0d7c31e2f94e06a7c8d9e01example",
     IS("phone-number-id", 0, "phone-5b0d7c31e2f94e06a7c8d9e01example")},
    {ORIGIN, "PHONE-" HEX32, ALIEN},
    {ORIGIN, OWNER "phone-number/phone-" HEX32,
     IS("phone-number-arn", CANON | ARN, "phone-" HEX32)},
    {ORIGIN, OWNER "phone-number/pool-" HEX32, IS("phone-number-arn", ARN, "pool-" HEX32)},
    {ORIGIN, "ANVILSHOP", IS("sender-id", 0, "ANVILSHOP")},
    {ORIGIN, "A", IS("sender-id", 0, "A")},
    {ORIGIN, "phone-77777", IS("sender-id", AMBIG, "phone-77777")},
    {ORIGIN, "pool-7", IS("sender-id", AMBIG, "pool-7")},
    {ORIGIN, "rcs-7", IS("sender-id", AMBIG, "rcs-7")},
    {ORIGIN, "phone-777777", IS("phone-number-id", 0, "phone-777777")},
    {ORIGIN, "phone-7777-", IS("phone-number-id", 0, "phone-7777-")},
    {ORIGIN, "pool-7777777", WRONG("pool-id", 0, "pool-7777777")},
    {ORIGIN, "phone-", ALIEN},
    {ORIGIN, "phone", IS("sender-id", 0, "phone")},
    {ORIGIN, "arn", IS("sender-id", 0, "arn")},
    {ORIGIN, "Our_Shop", IS("sender-id", 0, "Our_Shop")},
    {ORIGIN, "_1a", IS("sender-id", 0, "_1a")},
    {ORIGIN, "-Anvil", ALIEN},
    {ORIGIN, "Anvil-", ALIEN},
    {ORIGIN, "-", ALIEN},
    {ORIGIN, "__", ALIEN},
    {ORIGIN, "14155550100", ALIEN},
    {ORIGIN, "+14155550100", REFUSED},
    {ORIGIN, "70770", ALIEN},
    {ORIGIN, "ANVILSHOPS1", IS("sender-id", 0, "ANVILSHOPS1")},
    {ORIGIN, "ANVILSHOPS12", ALIEN},
    {ORIGIN, "ANVIL SHOP", REFUSED},
    {ORIGIN, OWNER "sender-id/ANVILSHOP/FR", NAME_IN("FR", "ANVILSHOP")},
    {ORIGIN, OWNER "sender-id/ANVILSHOPS1/FR", NAME_IN("FR", "ANVILSHOPS1")},
    {ORIGIN, OWNER "sender-id/70770/FR", NAME_IN("FR", "70770")},
    {ORIGIN, OWNER "sender-id/ANVILSHOP", BROKEN},
    {ORIGIN, OWNER "sender-id/ANVILSHOP/", BROKEN},
    {ORIGIN, OWNER "sender-id/ANVILSHOP/fr", BROKEN},
    {ORIGIN, OWNER "sender-id/ANVILSHOP/F", BROKEN},
    {ORIGIN, OWNER "sender-id/ANVILSHOP/FRA", BROKEN},
    {ORIGIN, OWNER "sender-id/ANVILSHOP/F1", BROKEN},
    {ORIGIN, OWNER "sender-id/ANVILSHOP/FR/y", BROKEN},
    {ORIGIN, OWNER "sender-id/ANVIL:SHOP/FR", BROKEN},
    {ORIGIN, OWNER "sender-id:ANVILSHOP/FR", BROKEN},
    {ORIGIN, OWNER "sender-id/ANVILSHOPS12/FR", BROKEN},
    {ORIGIN, OWNER "sender-id//FR", BROKEN},
    {ORIGIN, OWNER "sender-id/", BROKEN},
    {ORIGIN, "ANVILSHOP/FR", BROKEN},
    {ORIGIN, "pool-" HEX32, WRONG("pool-id", CANON, "pool-" HEX32)},
    {ORIGIN, OWNER "pool/pool-" HEX32, WRONG("pool-arn", CANON | ARN, "pool-" HEX32)},
    {ORIGIN, "rcs-0f1e2d3c", IS("rcs-agent-id", EXTEN, "rcs-0f1e2d3c")},
    {ORIGIN, "rcs-" HEX32, IS("rcs-agent-id", CANON | EXTEN, "rcs-" HEX32)},
    {ORIGIN, OWNER "rcs-agent/rcs-0f1e2d3c", IS("rcs-agent-arn", ARN | EXTEN, "rcs-0f1e2d3c")},
    {ORIGIN, OWNER "opt-out-list/Default", WRONG("opt-out-list-arn", ARN, "Default")},
    {ORIGIN, OWNER "gadget/g-1", BROKEN},
    {ORIGIN, OWNER "/g-1", BROKEN},

    /* a member that takes one prefixed kind, in a message without a country */
    {REGISTRATION, "registration-" HEX32, IS("registration-id", CANON, "registration-" HEX32)},
    {REGISTRATION, "reg-0fedcba9876543210", ALIEN},
    {REGISTRATION, "phone-" HEX32, WRONG("phone-number-id", CANON, "phone-" HEX32)},
    {REGISTRATION, OWNER "registration/registration-" HEX32,
     IS("registration-arn", CANON | ARN, "registration-" HEX32)},
    {REGISTRATION, OWNER "registration-attachment/registration-" HEX32,
     WRONG("registration-attachment-arn", ARN, "registration-" HEX32)},

    /* a member that takes names, in a message without a country */
    {RESOURCE, "registration-" HEX32, IS("registration-id", CANON, "registration-" HEX32)},
    {RESOURCE, "registration-7", IS("registration-id", 0, "registration-7")},
    {RESOURCE, "phone-" HEX32, IS("phone-number-id", CANON, "phone-" HEX32)},
    {RESOURCE, "ANVILSHOP", IS("sender-id", NOCC, "ANVILSHOP")},
    {RESOURCE, "phone-77777", IS("sender-id", NOCC | AMBIG, "phone-77777")},
    {RESOURCE, OWNER "sender-id/ANVILSHOP/CH", NAME_IN("CH", "ANVILSHOP")},
    {RESOURCE, OWNER "registration/registration-" HEX32,
     IS("registration-arn", CANON | ARN, "registration-" HEX32)},
    {RESOURCE, OWNER "pool/pool-" HEX32, WRONG("pool-arn", CANON | ARN, "pool-" HEX32)},
    {RESOURCE, "rcs-0f1e2d3c", IS("rcs-agent-id", EXTEN, "rcs-0f1e2d3c")},
};

const size_t identity_vector_count = sizeof identity_vectors / sizeof identity_vectors[0];

static void assert_is_text(struct anvil_str found, const char *wanted, const char *context) {
    struct anvil_str expected = wanted == NULL ? anvil_str_of(NULL, 0) : text_of(wanted);
    if (!anvil_str_equal(found, expected))
        fail_msg("%s: found \"%.*s\", wanted \"%s\"", context, (int)found.len,
                 found.ptr == NULL ? "" : found.ptr, wanted == NULL ? "(absent)" : wanted);
}

void assert_is_vector(const struct anvil_identity *found, const struct identity_vector *vector) {
    if (found->verdict != vector->verdict || found->flags != vector->flags)
        fail_msg("%s in member %d: found %s with flags %u, wanted %s with flags %u", vector->text,
                 (int)vector->field, anvil_identity_verdict_name(found->verdict), found->flags,
                 anvil_identity_verdict_name(vector->verdict), vector->flags);
    assert_is_text(anvil_identity_kind(found), vector->kind, vector->text);
    assert_is_text(found->id, vector->id, vector->text);
    assert_is_text(found->arn.country, vector->country, vector->text);
}
