/* SPDX-License-Identifier: Apache-2.0 */
/* The identity rules for the members of the whole service, [R-112] to above all: the
 * vectors of spec/identity-members.md, with the tables that are generated from the model. */
#include "identity_vectors.h"
#include "smsv2/smsv2.h"
#include "test.h"

#define OK ANVIL_IDENTITY_OK
#define WRONG ANVIL_IDENTITY_WRONG_TYPE
#define REFUSED ANVIL_IDENTITY_CONSTRAINT
#define UNKNOWN ANVIL_IDENTITY_UNKNOWN
#define BROKEN ANVIL_IDENTITY_INVALID_ARN

#define CANON ANVIL_IDENTITY_CANONICAL
#define AMBIG ANVIL_IDENTITY_AMBIGUOUS
#define EXTEN ANVIL_IDENTITY_EXTENSION
#define ARN ANVIL_IDENTITY_IS_ARN
#define LITERAL ANVIL_IDENTITY_LITERAL
#define FOREIGN ANVIL_IDENTITY_FOREIGN
#define NUMBER ANVIL_IDENTITY_NUMBER
#define ENDPOINT ANVIL_IDENTITY_ENDPOINT
#define TEXT ANVIL_IDENTITY_TEXT

static const struct {
    const char *shape;
    const char *member;
    const char *text;
    enum anvil_identity_verdict verdict;
    const char *kind;
    unsigned flags; /* but NEEDS_COUNTRY, which has a test of its own */
} vectors[] = {
    {"SendTextMessageRequest", "DestinationPhoneNumber", "+12065550100", OK, "e164-number",
     CANON | NUMBER},
    {"SendTextMessageRequest", "DestinationPhoneNumber", "12065550100", OK, "digits", NUMBER},
    {"SendTextMessageRequest", "DestinationPhoneNumber", "+4915112345678901234", OK, "e164-number",
     NUMBER},
    {"SendTextMessageRequest", "DestinationPhoneNumber", "+1", UNKNOWN, NULL, 0},
    {"SendTextMessageRequest", "DestinationPhoneNumber", "+02065550100", UNKNOWN, NULL, 0},
    {"SendTextMessageRequest", "DestinationPhoneNumber", "(206) 555-0100", REFUSED, NULL, 0},
    {"SendTextMessageRequest", "OriginationIdentity", "+12065550100", OK, "e164-number",
     CANON | NUMBER},
    {"SendTextMessageRequest", "OriginationIdentity", "12345", OK, "digits", NUMBER},
    {"SendTextMessageRequest", "OriginationIdentity", "EXAMPLECO", OK, "sender-id", 0},
    {"SendTextMessageRequest", "OriginationIdentity", "phone-" HEX32, OK, "phone-number-id", CANON},
    {"SendTextMessageRequest", "OriginationIdentity", "pool-" HEX32, OK, "pool-id", CANON},
    {"SendTextMessageRequest", "OriginationIdentity", "rcs-a1b2c3d4", OK, "rcs-agent-id", 0},
    {"SendTextMessageRequest", "OriginationIdentity", "pool-1", OK, "sender-id", AMBIG},
    {"SendTextMessageRequest", "OriginationIdentity", OWNER "pool/pool-" HEX32, OK, "pool-arn",
     CANON | ARN},
    {"SendTextMessageRequest", "OriginationIdentity", OWNER "sender-id/EXAMPLECO/DE", OK,
     "sender-id-arn", ARN},
    {"SendTextMessageRequest", "OriginationIdentity", OWNER "opt-out-list/Default", WRONG,
     "opt-out-list-arn", ARN},
    {"SendTextMessageRequest", "OriginationIdentity", "registration-" HEX32, WRONG,
     "registration-id", CANON},
    {"SendTextMessageRequest", "OriginationIdentity", "EXAMPLECO/DE", BROKEN, NULL, 0},
    {"SendMediaMessageRequest", "OriginationIdentity", "rcs-" HEX32, WRONG, "rcs-agent-id", CANON},
    {"SendMediaMessageRequest", "OriginationIdentity", OWNER "rcs-agent/rcs-" HEX32, WRONG,
     "rcs-agent-arn", CANON | ARN},
    {"SendVoiceMessageRequest", "OriginationIdentity", "+12065550100", OK, "e164-number",
     CANON | NUMBER},
    {"SendVoiceMessageRequest", "OriginationIdentity", "EXAMPLECO", UNKNOWN, NULL, 0},
    {"SendVoiceMessageRequest", "OriginationIdentity", "pool-" HEX32, OK, "pool-id", CANON},
    {"SendRcsMessageRequest", "OriginationIdentity", "rcs-" HEX32, OK, "rcs-agent-id", CANON},
    {"SendRcsMessageRequest", "OriginationIdentity", "pool-" HEX32, OK, "pool-id", CANON},
    {"SendRcsMessageRequest", "OriginationIdentity", "+12065550100", UNKNOWN, NULL, 0},
    {"RcsFallbackConfiguration", "OriginationIdentity", "+12065550100", OK, "e164-number",
     CANON | NUMBER},
    {"RcsFallbackConfiguration", "OriginationIdentity", "EXAMPLECO", OK, "sender-id", 0},
    {"RcsFallbackConfiguration", "OriginationIdentity", "pool-" HEX32, WRONG, "pool-id", CANON},
    {"PutKeywordRequest", "OriginationIdentity", "phone-" HEX32, OK, "phone-number-id", CANON},
    {"PutKeywordRequest", "OriginationIdentity", "pool-" HEX32, OK, "pool-id", CANON},
    {"PutKeywordRequest", "OriginationIdentity", "rcs-a1b2c3d4", OK, "rcs-agent-id", EXTEN},
    {"PutKeywordRequest", "OriginationIdentity", "EXAMPLECO", UNKNOWN, NULL, 0},
    {"PutKeywordRequest", "OriginationIdentity", OWNER "sender-id/EXAMPLECO/DE", WRONG,
     "sender-id-arn", ARN},
    {"PutKeywordRequest", "Keyword", "STOP", OK, "keyword", TEXT},
    {"PutKeywordRequest", "Keyword", "two words", OK, "keyword", TEXT},
    {"CarrierLookupRequest", "PhoneNumber", "+12065550100", OK, "e164-number", CANON | NUMBER},
    {"CarrierLookupRequest", "PhoneNumber", "+(206) 555-0100", OK, "formatted-number", NUMBER},
    {"CarrierLookupRequest", "PhoneNumber", "12065550100", UNKNOWN, NULL, 0},
    {"UpdatePhoneNumberRequest", "TwoWayChannelArn",
     "arn:aws:sns:eu-central-1:111122223333:inbound", OK, "sns-arn", ARN | FOREIGN},
    {"UpdatePhoneNumberRequest", "TwoWayChannelArn", "connect.eu-central-1.amazonaws.com", OK,
     "connect-endpoint", ENDPOINT},
    {"UpdatePhoneNumberRequest", "TwoWayChannelArn", "connect..amazonaws.com", UNKNOWN, NULL, 0},
    {"UpdatePhoneNumberRequest", "TwoWayChannelArn", "connect.eu-central-1.example.com", UNKNOWN,
     NULL, 0},
    {"UpdatePhoneNumberRequest", "TwoWayChannelArn",
     "arn:aws:sqs:eu-central-1:111122223333:inbound", WRONG, "foreign-arn", ARN | FOREIGN},
    {"UpdatePhoneNumberRequest", "TwoWayChannelArn", "arn:aws:sns:eu-central-1", BROKEN, NULL, 0},
    {"UpdatePhoneNumberRequest", "TwoWayChannelRole", "arn:aws:iam::111122223333:role/inbound", OK,
     "iam-arn", ARN | FOREIGN},
    {"UpdatePhoneNumberRequest", "TwoWayChannelRole", "connect.eu-central-1.amazonaws.com", UNKNOWN,
     NULL, 0},
    {"UpdateRcsAgentRequest", "TwoWayMediaS3Role", "UNSET_RCS_MEDIA_CONFIGURATION", OK,
     "UNSET_RCS_MEDIA_CONFIGURATION", LITERAL},
    {"UpdateRcsAgentRequest", "TwoWayMediaS3Role", "arn:aws:iam::111122223333:role/media", OK,
     "iam-arn", ARN | FOREIGN},
    {"UpdateRcsAgentRequest", "TwoWayMediaS3Role", "UNSET_RCS_MEDIA_CONFIGURATIO", UNKNOWN, NULL,
     0},
    {"UpdateRcsAgentRequest", "TwoWayMediaS3BucketName", "UNSET_RCS_MEDIA_CONFIGURATION", OK,
     "UNSET_RCS_MEDIA_CONFIGURATION", LITERAL},
    {"UpdateRcsAgentRequest", "TwoWayMediaS3BucketName", "media.example", OK, "bucket-name", TEXT},
    {"UpdateNotifyConfigurationRequest", "PoolId", "UNSET_DEFAULT_POOL_FOR_NOTIFY", OK,
     "UNSET_DEFAULT_POOL_FOR_NOTIFY", LITERAL},
    {"UpdateNotifyConfigurationRequest", "PoolId", "pool-" HEX32, OK, "pool-id", CANON},
    {"UpdateNotifyConfigurationRequest", "PoolId", "unset_default_pool_for_notify", UNKNOWN, NULL,
     0},
    {"UpdateNotifyConfigurationRequest", "DefaultTemplateId", "UNSET_DEFAULT_TEMPLATE", OK,
     "UNSET_DEFAULT_TEMPLATE", LITERAL},
    {"UpdateNotifyConfigurationRequest", "DefaultTemplateId", "login-code", OK,
     "notify-template-id", TEXT},
    {"SendNotifyTextMessageRequest", "TemplateId", "UNSET_DEFAULT_TEMPLATE", OK,
     "notify-template-id", TEXT},
    {"SendNotifyTextMessageRequest", "TemplateId", "login-code", OK, "notify-template-id", TEXT},
    {"SendNotifyTextMessageRequest", "TemplateId", "", UNKNOWN, NULL, 0},
    {"SendNotifyTextMessageRequest", "NotifyConfigurationId", "nc-1234567890abcdef0", OK,
     "notify-configuration-id", 0},
    {"SendNotifyTextMessageRequest", "NotifyConfigurationId",
     OWNER "notify-configuration/nc-1234567890abcdef0", OK, "notify-configuration-arn", ARN},
    {"SendNotifyTextMessageRequest", "NotifyConfigurationId", "pool-" HEX32, WRONG, "pool-id",
     CANON},
    {"CreateNotifyConfigurationRequest", "PoolId", "", UNKNOWN, NULL, 0},
    {"CreateNotifyConfigurationRequest", "PoolId", "pool-" HEX32, OK, "pool-id", CANON},
    {"SendTextMessageRequest", "ConfigurationSetName", "marketing", OK, "configuration-set-name",
     0},
    {"SendTextMessageRequest", "ConfigurationSetName", "pool-" HEX32, OK, "configuration-set-name",
     AMBIG},
    {"SendTextMessageRequest", "ConfigurationSetName", OWNER "configuration-set/marketing", OK,
     "configuration-set-arn", ARN},
    {"SendTextMessageRequest", "ConfigurationSetName",
     "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", UNKNOWN, NULL, 0},
    {"SendTextMessageRequest", "ConfigurationSetName", OWNER "configuration-set/a/b", BROKEN, NULL,
     0},
    {"PutOptedOutNumberRequest", "OptOutListName", "Default", OK, "opt-out-list-name", 0},
    {"PutOptedOutNumberRequest", "OptOutListName", OWNER "opt-out-list/Default", OK,
     "opt-out-list-arn", ARN},
    {"PutOptedOutNumberRequest", "OptOutListName", OWNER "configuration-set/Default", WRONG,
     "configuration-set-arn", ARN},
    {"AssociateProtectConfigurationRequest", "ProtectConfigurationId", "protect-" HEX32, OK,
     "protect-configuration-id", CANON},
    {"AssociateProtectConfigurationRequest", "ProtectConfigurationId", "protect-1", OK,
     "protect-configuration-id", 0},
    {"AssociateProtectConfigurationRequest", "ProtectConfigurationId",
     OWNER "protect-configuration/protect-" HEX32, OK, "protect-configuration-arn", CANON | ARN},
    {"AssociateProtectConfigurationRequest", "ProtectConfigurationId", HEX32, UNKNOWN, NULL, 0},
    {"VerifyDestinationNumberRequest", "VerifiedDestinationNumberId", "vdn-" HEX32, OK,
     "verified-destination-number-id", CANON},
    {"VerifyDestinationNumberRequest", "VerifiedDestinationNumberId",
     OWNER "verified-destination-number/vdn-" HEX32, OK, "verified-destination-number-arn",
     CANON | ARN},
    {"VerifyDestinationNumberRequest", "VerifiedDestinationNumberId", "+12065550100", REFUSED, NULL,
     0},
    {"DeleteRegistrationAttachmentRequest", "RegistrationAttachmentId", "attach-1234567890abcdef0",
     OK, "registration-attachment-id", 0},
    {"DeleteRegistrationAttachmentRequest", "RegistrationAttachmentId",
     OWNER "registration-attachment/attach-1234567890abcdef0", OK, "registration-attachment-arn",
     ARN},
    {"DeleteRegistrationAttachmentRequest", "RegistrationAttachmentId",
     OWNER "registration/registration-" HEX32, WRONG, "registration-arn", CANON | ARN},
    {"DeleteRegistrationAttachmentRequest", "RegistrationAttachmentId", "registration-" HEX32,
     WRONG, "registration-id", CANON},
    {"DescribeRegistrationAttachmentsRequest", "RegistrationAttachmentIds",
     "attach-1234567890abcdef0", OK, "registration-attachment-id", 0},
    {"DescribeRegistrationAttachmentsRequest", "RegistrationAttachmentIds", "registration-" HEX32,
     WRONG, "registration-id", CANON},
    {"PutMessageFeedbackRequest", "MessageId", "12345678-1234-4abc-8def-1234567890ab", OK,
     "message-id", 0},
    {"TagResourceRequest", "ResourceArn", OWNER "rcs-agent/rcs-a1b2c3d4", OK, "rcs-agent-arn", ARN},
    {"TagResourceRequest", "ResourceArn", "arn:aws:sns:eu-central-1:111122223333:inbound", BROKEN,
     NULL, 0},
    {"PutResourcePolicyRequest", "ResourceArn", OWNER "opt-out-list/Default", OK,
     "opt-out-list-arn", ARN},
    {"PutResourcePolicyRequest", "ResourceArn", OWNER "rcs-agent/rcs-a1b2c3d4", WRONG,
     "rcs-agent-arn", ARN},
    {"RequestSenderIdRequest", "SenderId", "EXAMPLECO", OK, "sender-id", 0},
    {"RequestSenderIdRequest", "SenderId", "phone-1", OK, "sender-id", AMBIG},
    {"RequestSenderIdRequest", "SenderId", "12345", UNKNOWN, NULL, 0},
    {"SetDefaultSenderIdRequest", "SenderId", "EXAMPLECO", OK, "sender-id", 0},
    {"AssociateOriginationIdentityRequest", "OriginationIdentity", "vdn-" HEX32, WRONG,
     "verified-destination-number-id", CANON},
    {"AssociateOriginationIdentityRequest", "OriginationIdentity", "protect-1", OK, "sender-id",
     AMBIG},
    {"AssociateOriginationIdentityResult", "PoolArn", OWNER "pool/pool-" HEX32, OK, "pool-arn",
     CANON | ARN},
    {"AssociateOriginationIdentityResult", "PoolArn", "pool-" HEX32, WRONG, "pool-id", CANON},
};

static const struct anvil_member *find_member(const struct anvil_shape *shape, const char *name) {
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct anvil_member *member = &shape->members[i];
        if (anvil_str_equal(anvil_member_name(member), text_of(name)))
            return member->kind == ANVIL_KIND_LIST ? &member->target->members[0] : member;
    }
    return NULL;
}

/* The member of a request or response, or of a structure inside one; lists stand for their items.
 */
static const struct anvil_member *member_of(const char *shape_name, const char *name) {
    for (size_t i = 0; i < smsv2_operations.count; i++) {
        const struct anvil_operation *operation = smsv2_operations.operations[i];
        const struct anvil_shape *shapes[] = {operation->input, operation->output};
        for (size_t j = 0; j < 2; j++) {
            if (anvil_str_equal(anvil_shape_name(shapes[j]), text_of(shape_name)))
                return find_member(shapes[j], name);
            for (size_t k = 0; k < shapes[j]->member_count; k++)
                if (anvil_str_equal(anvil_shape_name(shapes[j]->members[k].target),
                                    text_of(shape_name)))
                    return find_member(shapes[j]->members[k].target, name);
        }
    }
    return NULL;
}

static const struct anvil_identity_rule *rule_of(const char *shape, const char *member) {
    const struct anvil_member *found = member_of(shape, member);
    if (found == NULL || found->limits == NULL || found->limits->identity == NULL)
        fail_msg("%s.%s has no rule", shape, member);
    return found->limits->identity;
}

/* [R-112] [R-113] */
TEST(every_vector_of_the_whole_service_is_what_it_says) {
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
        const struct anvil_identity_rule *rule = rule_of(vectors[i].shape, vectors[i].member);
        struct anvil_str text = text_of(vectors[i].text);
        struct anvil_identity found = anvil_identify(rule, text);
        struct anvil_str kind = anvil_identity_kind(&found);
        unsigned flags = found.flags & ~(unsigned)ANVIL_IDENTITY_NEEDS_COUNTRY;
        bool is_kind = vectors[i].kind == NULL ? kind.ptr == NULL
                                               : anvil_str_equal(kind, text_of(vectors[i].kind));
        if (found.verdict != vectors[i].verdict || !is_kind || flags != vectors[i].flags)
            fail_msg("%s.%s %s: %s %.*s flags %u, wanted %s %s flags %u", vectors[i].shape,
                     vectors[i].member, vectors[i].text, anvil_identity_verdict_name(found.verdict),
                     (int)kind.len, kind.ptr == NULL ? "" : kind.ptr, flags,
                     anvil_identity_verdict_name(vectors[i].verdict),
                     vectors[i].kind == NULL ? "" : vectors[i].kind, vectors[i].flags);
    }
}

/* A message to a phone number names the country by it. */
TEST(a_bare_sender_id_needs_a_country_where_nothing_says_it) {
    static const struct {
        const char *shape;
        const char *member;
        bool is_needed;
    } cases[] = {
        {"SendTextMessageRequest", "OriginationIdentity", false},
        {"RequestSenderIdRequest", "SenderId", false},
        {"CreateRegistrationAssociationRequest", "ResourceId", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct anvil_identity found =
            anvil_identify(rule_of(cases[i].shape, cases[i].member), text_of("EXAMPLECO"));
        assert_int_equal(found.verdict, ANVIL_IDENTITY_OK);
        assert_int_equal((found.flags & ANVIL_IDENTITY_NEEDS_COUNTRY) != 0, cases[i].is_needed);
    }
}

/* Lengths are code points, and bytes are those of the member's own pattern. */
TEST(text_beyond_ascii_is_counted_by_code_points) {
    struct anvil_identity_rule rule = *rule_of("PutKeywordRequest", "Keyword");
    assert_int_equal(rule.takes_utf8, 1);
    rule.min = 3;
    rule.max = 3;
    assert_int_equal(anvil_identify(&rule, text_of("\xC3\xA9\xC3\xA9\xC3\xA9")).verdict, OK);
    assert_int_equal(anvil_identify(&rule, text_of("\xC3\xA9\xC3\xA9")).verdict, REFUSED);
    assert_int_equal(anvil_identify(&rule, text_of("\xC3\xA9"
                                                   "abc"))
                         .verdict,
                     REFUSED);
    rule = *rule_of("AssociateOriginationIdentityRequest", "PoolId");
    assert_int_equal(rule.takes_utf8, 0);
    assert_int_equal(anvil_identify(&rule, text_of("pool-\xC3\xA9")).verdict, REFUSED);
}

/* What an ARN of another service consists of can be read off the finding. */
TEST(a_foreign_arn_keeps_its_parts) {
    static const char ROLE[] = "arn:aws:iam::111122223333:role/inbound";
    struct anvil_identity found =
        anvil_identify(rule_of("UpdatePhoneNumberRequest", "TwoWayChannelRole"), text_of(ROLE));
    assert_int_equal(found.verdict, OK);
    assert_null(found.resource);
    assert_true(anvil_str_equal(found.arn.service, text_of("iam")));
    assert_true(anvil_str_equal(found.id, text_of("inbound")));
}
