/* SPDX-License-Identifier: Apache-2.0 */
/* Values for the members that take identities: the forms of every type of resource, and their
 * neighbours. */
#include "seed_file.h"

#include "model_parts.h"

#include <stdio.h>
#include <string.h>

#define HEX "0123456789abcdef0123456789abcdef"

static const char *const VALUES[] = {
    "",
    "EXAMPLECO",
    "-EXAMPLE",
    "12345",
    "+14255550123",
    "+1 (425) 555-0123",
    "+0",
    "+12345678901234567890",
    "arn:",
    "arn:aws:sms-voice:us-east-1:123456789012:",
    "ARN:aws:sms-voice:us-east-1:123456789012:pool/pool-1",
    "pool/pool-1",
    "arn:aws:sns:us-east-1:123456789012:topic",
    "arn:aws:iam::123456789012:role/name",
    "arn:aws-cn:sms-voice:cn-north-1:123456789012:pool/pool-1",
    "arn:aws:sms-voice:us-east-1:12345678901:pool/pool-1",
    "arn:aws:sms-voice:us--east:123456789012:pool/pool-1",
    "arn:awsx:sms-voice:us-east-1:123456789012:pool/pool-1",
    "arn:aws:sms-voice:us-east-1:123456789012:nothing/x",
    "arn:aws:sms-voice:us-east-1:123456789012:sender-id/EXAMPLECO/DE",
    "arn:aws:sms-voice:us-east-1:123456789012:sender-id/EXAMPLECO",
    "arn:aws:sms-voice:us-east-1:123456789012:sender-id/EXAMPLECOMPANY/DE",
    "connect.us-east-1.amazonaws.com",
    "connect.US.amazonaws.com",
    "UNSET_DEFAULT_TEMPLATE",
    "phone-12345",
    "a b",
    "caf\xC3\xA9",
    "KEYWORD",
    "NAME-",
    "12345678901",
    "pool-",
    "connect.-.amazonaws.com",
    "connect.us-east-1.amazonaws.com.",
    "connect.amazonaws.com",
    "arn:aws:sms-voice:us-east-1:123456789012:pool/a:b",
    "arn:aws:sms-voice:us-east-1:123456789012:sender-id/A/DEU",
    "arn:aws:sms-voice:us-east-1:123456789012:sender-id/A/de",
    "arn:aws-:sms-voice:us-east-1:123456789012:pool/a",
    "arn:aws:sms-voice::123456789012:pool/a",
    "arn:aws:sms-voice:us-east-1:12345678901x:pool/a",
    "arn:aws:sms-voice:us-east-1:123456789012:pool",
    "arn:aws::us-east-1:123456789012:pool/a",
    "arn:aws:sns",
    "+(425) 555",
    "+12x",
    "+1234567890123456789",
    "012345",
    "abcdefghijklmnopqrstuvwxyz",
    "a_b-c",
    "+1 [425] {555} 0123",
};

static void begin(struct seed *seed, size_t rule) {
    seed_byte(seed, rule);
    seed_byte(seed, rule * 5 + 1);
}

/* The forms of one type, for a rule. */
static void write_resource(struct seed *seed, size_t rule, const struct anvil_resource *resource) {
    char type[64];
    char prefix[64] = "";
    (void)snprintf(type, sizeof type, "%.*s", (int)resource->type.len, resource->type.ptr);
    if (resource->prefix.ptr != NULL)
        (void)snprintf(prefix, sizeof prefix, "%.*s", (int)resource->prefix.len,
                       resource->prefix.ptr);
    begin(seed, rule);
    seed_text(seed, prefix);
    seed_text(seed, HEX);
    seed_write(seed, "arn_identity", "rule-%02zu-%s-id", rule, type);
    begin(seed, rule);
    seed_text(seed, "arn:aws:sms-voice:eu-central-1:123456789012:");
    seed_text(seed, type);
    seed_text(seed, "/");
    seed_text(seed, prefix);
    seed_text(seed, resource->form == ANVIL_FORM_NAME ? "NAME/DE" : HEX);
    seed_write(seed, "arn_identity", "rule-%02zu-%s-arn", rule, type);
}

/* What is special about a rule: which forms of resources it takes, and what else. */
static uint64_t features_of(const struct anvil_identity_rule *rule) {
    const struct anvil_identity_other *other = rule->other;
    bool is_only_one = rule->accepts != 0 && (rule->accepts & (rule->accepts - 1)) == 0;
    uint64_t features = (uint64_t)rule->forms << 8 | (uint64_t)is_only_one << 16;
    for (size_t i = 0; i < rule->table->count; i++)
        if ((rule->accepts >> i & 1) != 0)
            features |= UINT64_C(1) << rule->table->resources[i].form;
    if (other != NULL)
        features |= (uint64_t)other->numbers << 20 | (uint64_t)(other->endpoint_count != 0) << 24 |
                    (uint64_t)(other->arn_count != 0) << 25 |
                    (uint64_t)(other->literal_count != 0) << 26 |
                    (uint64_t)(other->text.ptr != NULL) << 27;
    return features;
}

/* Whether a rule shows something that no rule before it shows. */
static bool is_special(size_t rule) {
    uint64_t known = 0;
    for (size_t i = 0; i < rule; i++)
        known |= features_of(model_rule(i));
    return (features_of(model_rule(rule)) & ~known) != 0;
}

/* Everything for the rules that show something new, in turns. */
void write_identity_seeds(struct seed *seed) {
    for (size_t rule = 0; rule < model_rule_count(); rule++) {
        const struct anvil_resource_table *table = model_rule(rule)->table;
        if (!is_special(rule))
            continue;
        for (size_t i = 0; i < table->count; i++)
            if ((model_rule(rule)->accepts >> i & 1) != 0 || i % 4 == rule % 4)
                write_resource(seed, rule, &table->resources[i]);
        for (size_t i = 0; i < sizeof VALUES / sizeof *VALUES; i++) {
            begin(seed, rule);
            seed_text(seed, VALUES[i]);
            seed_write(seed, "arn_identity", "rule-%02zu-value-%02zu", rule, i);
        }
    }
}
