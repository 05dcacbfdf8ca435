/* SPDX-License-Identifier: Apache-2.0 */
/* Finding operations by name and by target. */
#include "guard_page.h"
#include "protocol/fake_transport.h"
#include "smsv2/smsv2.h"
#include "test.h"

TEST(every_operation_is_found_by_name_and_by_target) {
    const struct anvil_operation_table *table = &smsv2_operations;
    assert_int_equal(table->count, 109);
    for (size_t i = 0; i < table->count; i++) {
        const struct anvil_operation *operation = table->operations[i];
        char target[128];
        struct anvil_str name = operation->name;
        assert_ptr_equal(anvil_operation_by_name(table, name), operation);
        assert_ptr_equal(anvil_operation_by_target(table, operation->target), operation);
        memcpy(target, "PinpointSMSVoiceV2.", 19);
        memcpy(target + 19, name.ptr, name.len);
        assert_true(
            anvil_str_equal(operation->target, anvil_str_of(target, 19 + operation->name.len)));
        assert_ptr_equal(operation->service, table->service);
    }
}

TEST(names_lead_to_their_descriptors) {
    static const struct {
        const char *name;
        const struct anvil_operation *operation;
    } cases[] = {
        {"AssociateOriginationIdentity", &smsv2_associate_origination_identity},
        {"CreateRegistrationAssociation", &smsv2_create_registration_association},
        {"DisassociateOriginationIdentity", &smsv2_disassociate_origination_identity},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_ptr_equal(anvil_operation_by_name(&smsv2_operations, view_of(cases[i].name)),
                         cases[i].operation);
}

TEST(a_name_counts_to_the_letter) {
    static const char *const cases[] = {
        "",
        "A",
        "associateOriginationIdentity",
        "ASSOCIATEORIGINATIONIDENTITY",
        "AssociateOriginationIdentit",
        "AssociateOriginationIdentityy",
        "AssociateOriginationIdentity ",
        " AssociateOriginationIdentity",
        "PinpointSMSVoiceV2.AssociateOriginationIdentity",
        "CreateRegistrations",
        "DisassociateOriginationIdentitz",
        "zzz",
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_null(anvil_operation_by_name(&smsv2_operations, view_of(cases[i])));
    assert_null(anvil_operation_by_name(&smsv2_operations, anvil_str_of(NULL, 0)));
    assert_null(anvil_operation_by_name(&smsv2_operations,
                                        anvil_str_of("AssociateOriginationIdentity", 29)));
}

TEST(a_target_counts_to_the_letter) {
    static const char *const cases[] = {
        "",
        ".",
        "PinpointSMSVoiceV2",
        "PinpointSMSVoiceV2.",
        "AssociateOriginationIdentity",
        ".AssociateOriginationIdentity",
        "pinpointsmsvoicev2.AssociateOriginationIdentity",
        "PinpointSMSVoiceV2.associateoriginationidentity",
        "PinpointSMSVoiceV1.AssociateOriginationIdentity",
        "PinpointSMSVoiceV2#AssociateOriginationIdentity",
        "PinpointSMSVoiceV2..AssociateOriginationIdentity",
        "PinpointSMSVoiceV2.AssociateOriginationIdentity ",
        " PinpointSMSVoiceV2.AssociateOriginationIdentity",
        "PinpointSMSVoiceV2.PinpointSMSVoiceV2.AssociateOriginationIdentity",
        "com.amazonaws.pinpointsmsvoicev2#PinpointSMSVoiceV2.AssociateOriginationIdentity",
        "PinpointSMSVoiceV2.CreatePuddle",
        "sms-voice.AssociateOriginationIdentity",
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_null(anvil_operation_by_target(&smsv2_operations, view_of(cases[i])));
    assert_null(anvil_operation_by_target(&smsv2_operations, anvil_str_of(NULL, 0)));
}

/* [I-01] */
TEST(only_the_whole_target_is_one_and_nothing_behind_it_is_read) {
    struct anvil_str whole = smsv2_associate_origination_identity.target;
    struct guard_page page = guard_page_of(whole.ptr, whole.len);
    for (size_t len = whole.len + 1; len-- > 0;) {
        guard_page_put(&page, whole.ptr, len);
        assert_ptr_equal(anvil_operation_by_target(&smsv2_operations, anvil_str_of(page.ptr, len)),
                         len == whole.len ? &smsv2_associate_origination_identity : NULL);
        if (len >= 19)
            assert_null(anvil_operation_by_name(&smsv2_operations, anvil_str_of(page.ptr, len)));
    }
    guard_page_free(&page);
}

/* A service whose operations are called A, AA, AAA and so on, then B, BB, BBB: each name is the
 * beginning of the next one, which is where a comparison of lengths goes wrong. */
enum { RUN = 40, MANY = 2 * RUN + 1 };

struct many {
    char names[MANY][RUN + 1];
    struct anvil_operation operations[MANY];
    const struct anvil_operation *sorted[MANY];
    struct anvil_service service;
    struct anvil_operation_table table;
};

static void make_many(struct many *many) {
    memset(many, 0, sizeof *many);
    for (size_t i = 0; i < MANY; i++) {
        size_t len = i % RUN + 1;
        memset(many->names[i], (int)(i == MANY - 1 ? 0xC3 : 'A' + i / RUN), len);
        many->operations[i].name = anvil_str_of(many->names[i], len);
        many->sorted[i] = &many->operations[i];
    }
    many->service.name = view_of("Many");
    many->table.service = &many->service;
    many->table.operations = many->sorted;
}

TEST(finds_all_of_any_number_of_operations_and_no_other) {
    struct many many;
    make_many(&many);
    for (size_t count = 0; count <= MANY; count++) {
        many.table.count = (uint16_t)count;
        for (size_t i = 0; i < MANY; i++) {
            struct anvil_str name = many.operations[i].name;
            char target[RUN + 8] = "Many.";
            memcpy(target + 5, name.ptr, name.len);
            const struct anvil_operation *wanted = i < count ? many.sorted[i] : NULL;
            assert_ptr_equal(anvil_operation_by_name(&many.table, name), wanted);
            assert_ptr_equal(
                anvil_operation_by_target(&many.table, anvil_str_of(target, 5 + name.len)), wanted);
        }
    }
}

TEST(finds_nothing_beside_and_between_the_operations) {
    struct many many;
    make_many(&many);
    many.table.count = MANY;
    for (size_t i = 0; i < MANY; i++) {
        char name[RUN + 1];
        size_t len = many.operations[i].name.len;
        for (int change = -1; change <= 1; change += 2) {
            memcpy(name, many.names[i], len);
            name[len - 1] = (char)((unsigned char)name[len - 1] + change);
            bool is_another = len == 1 && (name[0] == 'A' || name[0] == 'B');
            const struct anvil_operation *found =
                anvil_operation_by_name(&many.table, anvil_str_of(name, len));
            assert_int_equal(found != NULL, is_another);
        }
    }
    assert_null(anvil_operation_by_name(&many.table, view_of("")));
}
