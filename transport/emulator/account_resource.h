/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One resource of the account as the operations see it, and how a request names it. Knows the
 * store and the rules for ARNs and IDs; knows no operation.
 */
#ifndef EMULATOR_ACCOUNT_RESOURCE_H
#define EMULATOR_ACCOUNT_RESOURCE_H

#include "account_store.h"
#include "anvil/identity.h"
#include "scratch.h"

/* A pool, an origination identity or a registration. Text that its type does not have is absent. */
struct account_resource {
    int64_t key;
    struct anvil_str type; /* the word in its ARN */
    struct anvil_str id;   /* or name, as it was spelt when it was made */
    struct anvil_str arn;
    struct anvil_str country;
    struct anvil_str status;
    struct anvil_str kind;          /* number type, registration type, SENDER_ID or RCS_AGENT */
    struct anvil_str message_types; /* with a space around each */
    struct anvil_str phone_number;
    struct anvil_str capabilities; /* in order, with a space around each */
    struct anvil_str two_way;      /* whether, and through which channel */
    struct anvil_str self_managed; /* opt-outs: true or false */
    struct anvil_str opt_out_list;
    struct anvil_str keywords; /* all of them; empty when there are none */
};

/* What looking for a resource came to. */
enum account_found {
    ACCOUNT_FOUND,
    ACCOUNT_NOT_FOUND,
    ACCOUNT_SEVERAL,   /* a bare name that several countries have */
    ACCOUNT_ELSEWHERE, /* it is there, in another region or partition */
    ACCOUNT_BROKEN     /* the store failed */
};

/* Classifies a value by what the member takes; what the account holds beats what it looks like. */
struct anvil_identity anvil_account_identify(struct account_store *store,
                                             const struct anvil_identity_rule *rule,
                                             struct anvil_str text);

/*
 * Finds what a classified value names. A bare ID or name is the caller's own; a name needs its
 * `country`, or is looked for in all of them when that is absent.
 */
enum account_found anvil_account_find(struct account_store *store, struct scratch *scratch,
                                      const struct anvil_identity_caller *caller,
                                      const struct anvil_identity *identity, struct anvil_str text,
                                      struct anvil_str country, struct account_resource *out);

/* Tells whether a list with a space around each word has a word. */
bool anvil_account_has_word(struct anvil_str list, struct anvil_str word);

/* Tells whether text is a C string. */
bool anvil_account_text_is(struct anvil_str text, const char *expected);

#endif
