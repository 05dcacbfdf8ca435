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

/* Some rules with everything; of every third other, one type that it takes. */
void write_identity_seeds(struct seed *seed) {
    enum { WHOLE = 20 };
    for (size_t rule = 0; rule < model_rule_count(); rule++) {
        const struct anvil_identity_rule *taken = model_rule(rule);
        const struct anvil_resource_table *table = taken->table;
        bool is_whole = rule % WHOLE == 0;
        if (!is_whole && rule % 3 != 0)
            continue;
        size_t type = rule % table->count;
        while (!is_whole && taken->accepts != 0 && (taken->accepts >> type & 1) == 0)
            type = (type + 1) % table->count;
        for (size_t i = 0; i < table->count; i++)
            if (is_whole || i == type)
                write_resource(seed, rule, &table->resources[i]);
        for (size_t i = 0; i < sizeof VALUES / sizeof *VALUES; i++) {
            if (!is_whole && i != rule % (sizeof VALUES / sizeof *VALUES))
                continue;
            begin(seed, rule);
            seed_text(seed, VALUES[i]);
            seed_write(seed, "arn_identity", "rule-%02zu-value-%02zu", rule, i);
        }
    }
}
