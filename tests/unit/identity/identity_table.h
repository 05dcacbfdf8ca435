/* SPDX-License-Identifier: Apache-2.0 */
/* Two services to classify for. One has the words of sms-voice, written by hand so that these tests
 * do not depend on generated tables; the other one is invented, so that a word of the first that
 * had crept into the engine would show. */
#ifndef UNIT_IDENTITY_TABLE_H
#define UNIT_IDENTITY_TABLE_H

#include "anvil/identity.h"

/* The members of the three operations that hold identities. */
enum identity_field {
    FIELD_POOL_ID,
    FIELD_ORIGINATION_IDENTITY,
    FIELD_REGISTRATION_ID,
    FIELD_RESOURCE_ID, /* in a message without a country */
    FIELD_COUNT
};

/* Entries of sms_voice_table, in order. */
enum sms_voice_type {
    TYPE_POOL,
    TYPE_PHONE_NUMBER,
    TYPE_SENDER_ID,
    TYPE_REGISTRATION,
    TYPE_RCS_AGENT,
    TYPE_OPT_OUT_LIST,
    TYPE_REGISTRATION_ATTACHMENT,
    TYPE_COUNT
};

extern const struct anvil_resource_table sms_voice_table;
extern const struct anvil_identity_rule identity_rules[FIELD_COUNT];

/* The invented service: "kiln" and "kiln-hot" have overlapping prefixes, "stamp" and "brand" are
 * both names, "flue" is opaque, and the 63rd and 64th type have the prefixes "zc" and "z", which no
 * hyphen ends, the 64th being the only one of them without kind names. */
enum brickyard_type { TYPE_KILN, TYPE_KILN_HOT, TYPE_STAMP, TYPE_BRAND, TYPE_FLUE, TYPE_LAST = 63 };

extern const struct anvil_resource_table brickyard_table;
extern const struct anvil_identity_rule takes_everything; /* of brickyard_table */
extern const struct anvil_identity_rule takes_the_last;   /* only TYPE_LAST */

/* A view of a C string. */
struct anvil_str text_of(const char *string);

#endif
