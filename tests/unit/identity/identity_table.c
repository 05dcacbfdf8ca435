/* SPDX-License-Identifier: Apache-2.0 */
#include "identity_table.h"

#define BIT(type) (UINT64_C(1) << (type))
#define PREFIXED(word, start, id, arn)                                                             \
    { ANVIL_STR(word), ANVIL_STR(start), ANVIL_STR(id), ANVIL_STR(arn), 0, ANVIL_FORM_PREFIXED, 0 }
#define NAMED(word, id, arn)                                                                       \
    { ANVIL_STR(word), {NULL, 0}, ANVIL_STR(id), ANVIL_STR(arn), 0, ANVIL_FORM_NAME, 0 }
#define OPAQUE(word)                                                                               \
    { ANVIL_STR(word), {NULL, 0}, {NULL, 0}, {NULL, 0}, 0, ANVIL_FORM_OPAQUE, 0 }

/* A rule that takes both forms of its types and nothing else, of bytes [A-Za-z0-9_:/-]. */
#define RULE(resources, taken, extra, shortest, longest, country)                                  \
    {                                                                                              \
        .table = (resources), .accepts = (taken), .extensions = (extra), .bytes = IDENTITY_BYTES,  \
        .min = (shortest), .max = (longest), .forms = ANVIL_TAKES_ID | ANVIL_TAKES_ARN,            \
        .has_country = (country)                                                                   \
    }
#define IDENTITY_BYTES                                                                             \
    {                                                                                              \
        {                                                                                          \
            0xA8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0x50, 0x50, 0x54,    \
                0x50, 0x74                                                                         \
        }                                                                                          \
    }

static const struct anvil_resource SMS_VOICE[TYPE_COUNT] = {
    [TYPE_POOL] = PREFIXED("pool", "pool-", "pool-id", "pool-arn"),
    [TYPE_PHONE_NUMBER] = PREFIXED("phone-number", "phone-", "phone-number-id", "phone-number-arn"),
    [TYPE_SENDER_ID] = NAMED("sender-id", "sender-id", "sender-id-arn"),
    [TYPE_REGISTRATION] =
        PREFIXED("registration", "registration-", "registration-id", "registration-arn"),
    [TYPE_RCS_AGENT] = PREFIXED("rcs-agent", "rcs-", "rcs-agent-id", "rcs-agent-arn"),
    [TYPE_OPT_OUT_LIST] = {ANVIL_STR("opt-out-list"),
                           {NULL, 0},
                           ANVIL_STR("opt-out-list-name"),
                           ANVIL_STR("opt-out-list-arn"),
                           64,
                           ANVIL_FORM_LABEL,
                           1},
    [TYPE_REGISTRATION_ATTACHMENT] = {ANVIL_STR("registration-attachment"),
                                      {NULL, 0},
                                      ANVIL_STR("registration-attachment-id"),
                                      ANVIL_STR("registration-attachment-arn"),
                                      0,
                                      ANVIL_FORM_OPAQUE,
                                      0},
};

const struct anvil_resource_table sms_voice_table = {ANVIL_STR("sms-voice"), SMS_VOICE, TYPE_COUNT};

const struct anvil_identity_rule identity_rules[FIELD_COUNT] = {
    [FIELD_POOL_ID] = RULE(&sms_voice_table, BIT(TYPE_POOL), 0, 1, 256, 1),
    [FIELD_ORIGINATION_IDENTITY] =
        RULE(&sms_voice_table, BIT(TYPE_PHONE_NUMBER) | BIT(TYPE_SENDER_ID) | BIT(TYPE_RCS_AGENT),
             BIT(TYPE_RCS_AGENT), 1, 256, 1),
    [FIELD_REGISTRATION_ID] = RULE(&sms_voice_table, BIT(TYPE_REGISTRATION), 0, 1, 256, 0),
    [FIELD_RESOURCE_ID] = RULE(&sms_voice_table,
                               BIT(TYPE_PHONE_NUMBER) | BIT(TYPE_SENDER_ID) |
                                   BIT(TYPE_REGISTRATION) | BIT(TYPE_RCS_AGENT),
                               BIT(TYPE_RCS_AGENT), 1, 256, 0),
};

#define FILLER OPAQUE("filler")
#define FILLERS_8 FILLER, FILLER, FILLER, FILLER, FILLER, FILLER, FILLER, FILLER

/* The shorter of the overlapping prefixes comes first: a search that stops early would take it. */
static const struct anvil_resource BRICKYARD[TYPE_LAST + 1] = {
    PREFIXED("kiln", "kiln-", "kiln-id", "kiln-arn"),
    PREFIXED("kiln-hot", "kiln-hot-", "kiln-hot-id", "kiln-hot-arn"),
    NAMED("stamp", "stamp", "stamp-arn"),
    NAMED("brand", "brand", "brand-arn"),
    OPAQUE("flue"),
    FILLER,
    FILLER,
    FILLER,
    FILLERS_8,
    FILLERS_8,
    FILLERS_8,
    FILLERS_8,
    FILLERS_8,
    FILLERS_8,
    FILLER,
    FILLER,
    FILLER,
    FILLER,
    FILLER,
    FILLER,
    PREFIXED("last-but-one", "zc", "last-but-one-id", "last-but-one-arn"),
    {ANVIL_STR("last"), ANVIL_STR("z"), {NULL, 0}, {NULL, 0}, 0, ANVIL_FORM_PREFIXED, 0},
};

const struct anvil_resource_table brickyard_table = {ANVIL_STR("brick-yard"), BRICKYARD,
                                                     TYPE_LAST + 1};
const struct anvil_identity_rule takes_everything =
    RULE(&brickyard_table, UINT64_MAX, BIT(TYPE_FLUE), 0, UINT16_MAX, 1);
const struct anvil_identity_rule takes_the_last =
    RULE(&brickyard_table, BIT(TYPE_LAST), 0, 1, 64, 1);

struct anvil_str text_of(const char *string) {
    return anvil_str_of(string, strlen(string));
}
