/* SPDX-License-Identifier: Apache-2.0 */
/* What an account holds beats what a value looks like. */
#include "identity_vectors.h"
#include "test.h"

/* An account: what it holds, and what it was asked. */
struct account {
    const char *ids[TYPE_COUNT]; /* by type, one each; NULL: none */
    size_t questions;
    bool was_asked[TYPE_COUNT];
};

static bool account_holds(void *context, const struct anvil_resource *resource,
                          struct anvil_str id) {
    struct account *account = context;
    size_t type = (size_t)(resource - sms_voice_table.resources);
    assert_true(type < TYPE_COUNT);
    assert_non_null(id.ptr);
    assert_true(id.len > 0);
    account->questions++;
    account->was_asked[type] = true;
    return account->ids[type] != NULL && anvil_str_equal(text_of(account->ids[type]), id);
}

static struct anvil_identity identify_in(struct account *account, enum identity_field field,
                                         const char *text) {
    struct anvil_identity_store store = {account_holds, account};
    return anvil_identify_stored(&identity_rules[field], &store, text_of(text));
}

static void assert_is(struct anvil_identity found, enum sms_voice_type type, unsigned flags) {
    assert_int_equal(found.verdict, ANVIL_IDENTITY_OK);
    assert_ptr_equal(found.resource, &sms_voice_table.resources[type]);
    assert_int_equal(found.flags, flags);
}

TEST(an_ambiguous_value_is_what_the_account_holds) {
    struct account account = {.ids = {[TYPE_PHONE_NUMBER] = "phone-77777"}};
    struct anvil_identity found = identify_in(&account, FIELD_ORIGINATION_IDENTITY, "phone-77777");
    assert_is(found, TYPE_PHONE_NUMBER, 0);
    assert_true(anvil_str_equal(found.id, text_of("phone-77777")));
    assert_true(anvil_str_equal(anvil_identity_kind(&found), text_of("phone-number-id")));
    found = identify_in(&account, FIELD_RESOURCE_ID, "phone-77777");
    assert_is(found, TYPE_PHONE_NUMBER, 0); /* and the name's need of a country is gone */

    struct account names = {.ids = {[TYPE_SENDER_ID] = "phone-77777"}};
    assert_is(identify_in(&names, FIELD_ORIGINATION_IDENTITY, "phone-77777"), TYPE_SENDER_ID, 0);
    assert_is(identify_in(&names, FIELD_RESOURCE_ID, "phone-77777"), TYPE_SENDER_ID,
              ANVIL_IDENTITY_NEEDS_COUNTRY);
}

TEST(what_the_account_does_not_hold_is_judged_by_its_looks) {
    struct account account = {.ids = {[TYPE_PHONE_NUMBER] = "phone-77777"}};
    assert_is(identify_in(&account, FIELD_ORIGINATION_IDENTITY, "phone-7777"), TYPE_SENDER_ID,
              ANVIL_IDENTITY_AMBIGUOUS);
    struct account nothing = {0};
    for (size_t i = 0; i < identity_vector_count; i++) {
        const struct identity_vector *vector = &identity_vectors[i];
        struct anvil_identity found = identify_in(&nothing, vector->field, vector->text);
        assert_is_vector(&found, vector);
    }
}

TEST(a_value_held_as_two_kinds_stays_ambiguous) {
    struct account account = {
        .ids = {[TYPE_PHONE_NUMBER] = "rcs-7", [TYPE_RCS_AGENT] = "rcs-7", [TYPE_POOL] = "rcs-7"}};
    /* It looks like a name, which the account does not hold: the first kind of the table. */
    assert_is(identify_in(&account, FIELD_ORIGINATION_IDENTITY, "rcs-7"), TYPE_PHONE_NUMBER,
              ANVIL_IDENTITY_AMBIGUOUS);
    account.ids[TYPE_SENDER_ID] = "rcs-7";
    assert_is(identify_in(&account, FIELD_ORIGINATION_IDENTITY, "rcs-7"), TYPE_SENDER_ID,
              ANVIL_IDENTITY_AMBIGUOUS);
    /* An ID that looks like the later one of two held kinds keeps its looks. */
    account = (struct account){
        .ids = {[TYPE_PHONE_NUMBER] = "rcs-" HEX32, [TYPE_RCS_AGENT] = "rcs-" HEX32}};
    assert_is(identify_in(&account, FIELD_ORIGINATION_IDENTITY, "rcs-" HEX32), TYPE_RCS_AGENT,
              ANVIL_IDENTITY_AMBIGUOUS | ANVIL_IDENTITY_CANONICAL | ANVIL_IDENTITY_EXTENSION);
}

TEST(what_exists_is_known_whatever_it_looks_like) {
    struct account account = {.ids = {[TYPE_REGISTRATION] = "reg-1",
                                      [TYPE_SENDER_ID] = "ANVILSHOPS-AND-MORE",
                                      [TYPE_PHONE_NUMBER] = "pool-" HEX32}};
    assert_int_equal(identify_in(&account, FIELD_REGISTRATION_ID, "reg-2").verdict,
                     ANVIL_IDENTITY_UNKNOWN);
    assert_is(identify_in(&account, FIELD_REGISTRATION_ID, "reg-1"), TYPE_REGISTRATION, 0);
    assert_is(identify_in(&account, FIELD_ORIGINATION_IDENTITY, "ANVILSHOPS-AND-MORE"),
              TYPE_SENDER_ID, 0);
    /* The mark of a canonical ID goes with the kind whose prefix it has. */
    assert_is(identify_in(&account, FIELD_ORIGINATION_IDENTITY, "pool-" HEX32), TYPE_PHONE_NUMBER,
              0);
}

TEST(only_kinds_that_the_member_takes_and_that_have_a_bare_form_are_asked_for) {
    struct account account = {0};
    (void)identify_in(&account, FIELD_ORIGINATION_IDENTITY, "ANVILSHOP");
    for (size_t type = 0; type < TYPE_COUNT; type++)
        assert_int_equal(account.was_asked[type], type == TYPE_PHONE_NUMBER ||
                                                      type == TYPE_SENDER_ID ||
                                                      type == TYPE_RCS_AGENT);
    assert_int_equal(account.questions, 3);

    struct anvil_identity_rule everything = identity_rules[FIELD_RESOURCE_ID];
    everything.accepts = (UINT64_C(1) << TYPE_COUNT) - 1;
    struct account other = {0};
    struct anvil_identity_store store = {account_holds, &other};
    (void)anvil_identify_stored(&everything, &store, text_of("ANVILSHOP"));
    assert_true(other.was_asked[TYPE_OPT_OUT_LIST]);
    assert_false(other.was_asked[TYPE_REGISTRATION_ATTACHMENT]);
    assert_int_equal(other.questions, TYPE_COUNT - 1);

    /* Of an opaque ID only a member that takes nothing else can tell. */
    everything.accepts = UINT64_C(1) << TYPE_REGISTRATION_ATTACHMENT;
    (void)anvil_identify_stored(&everything, &store, text_of("ANVILSHOP"));
    assert_true(other.was_asked[TYPE_REGISTRATION_ATTACHMENT]);

    /* A member that takes ARNs only has no use for what a bare value is. */
    struct account third = {0};
    store.context = &third;
    everything.accepts = UINT64_C(1) << TYPE_POOL;
    everything.forms = ANVIL_TAKES_ARN;
    (void)anvil_identify_stored(&everything, &store, text_of("pool-7"));
    assert_int_equal(third.questions, 0);
}

TEST(arns_and_bad_values_are_never_looked_up) {
    static const char *const texts[] = {OWNER "phone-number/phone-77777",
                                        OWNER "pool/pool-7",
                                        OWNER "gadget/g",
                                        "phone/7",
                                        "phone 7",
                                        ""};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct account account = {0};
        for (size_t type = 0; type < TYPE_COUNT; type++)
            account.ids[type] = texts[i];
        struct anvil_identity found = identify_in(&account, FIELD_ORIGINATION_IDENTITY, texts[i]);
        assert_int_equal(account.questions, 0);
        struct anvil_identity looks =
            anvil_identify(&identity_rules[FIELD_ORIGINATION_IDENTITY], text_of(texts[i]));
        assert_memory_equal(&found, &looks, sizeof found);
    }
    struct account account = {0};
    struct anvil_identity_rule rule = identity_rules[FIELD_POOL_ID];
    struct anvil_identity_store store = {account_holds, &account};
    rule.min = 0;
    assert_int_equal(anvil_identify_stored(&rule, &store, text_of("")).verdict,
                     ANVIL_IDENTITY_UNKNOWN);
    assert_int_equal(anvil_identify_stored(&rule, &store, anvil_str_of(NULL, 0)).verdict,
                     ANVIL_IDENTITY_CONSTRAINT);
    assert_int_equal(account.questions, 0);
}
