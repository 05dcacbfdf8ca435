/* SPDX-License-Identifier: Apache-2.0 */
/* to once more, as POSIX regular expressions, and the classifier against them: over
 * all short texts of a small alphabet, and over the vectors with random damage. */
#include "identity_assert.h"
#include "identity_vectors.h"
#include "test.h"

#include <regex.h>
#include <stdio.h>
#include <string.h>

/* The expressions. One for each kind of the table in its ARN and its bare form, and the rest. */
#define ARN_OWNER "^arn:aws(-[a-z]+)*:sms-voice:[a-z0-9]+(-[a-z0-9]+)*:[0-9]{12}:"
#define ID "[A-Za-z0-9_-]"

static regex_t is_in_class, is_arn_like, has_separator, is_name, has_letter;
static regex_t is_arn_of[TYPE_COUNT], is_bare[TYPE_COUNT], is_canonical[TYPE_COUNT],
    is_canonical_arn[TYPE_COUNT];

static void compile(regex_t *regex, const char *source) {
    assert_int_equal(regcomp(regex, source, REG_EXTENDED | REG_NOSUB), 0);
}

static void compile_all(void) {
    static bool is_done;
    if (is_done)
        return;
    is_done = true;
    compile(&is_in_class, "^[A-Za-z0-9_:/-]+$");
    compile(&is_arn_like, "^arn:");
    compile(&has_separator, "[:/]");
    compile(&is_name, "^([A-Za-z0-9_]|[A-Za-z0-9_]" ID "{0,9}[A-Za-z0-9_])$");
    compile(&has_letter, "[A-Za-z]");
    static const char *const words[TYPE_COUNT] = {
        "pool",         "phone-number",           "sender-id", "registration", "rcs-agent",
        "opt-out-list", "registration-attachment"};
    static const char *const prefixes[TYPE_COUNT] = {"pool-", "phone-", NULL, "registration-",
                                                     "rcs-",  NULL,     NULL};
    for (size_t type = 0; type < TYPE_COUNT; type++) {
        char source[256];
        snprintf(source, sizeof source, ARN_OWNER "%s/" ID "%s$", words[type],
                 type == TYPE_SENDER_ID ? "{1,11}/[A-Z]{2}" : "+");
        compile(&is_arn_of[type], source);
        if (prefixes[type] == NULL)
            continue;
        snprintf(source, sizeof source, "^%s" ID "+$", prefixes[type]);
        compile(&is_bare[type], source);
        snprintf(source, sizeof source, "^%s[0-9a-f]{32}$", prefixes[type]);
        compile(&is_canonical[type], source);
        snprintf(source, sizeof source, "/%s[0-9a-f]{32}$", prefixes[type]);
        compile(&is_canonical_arn[type], source);
    }
}

static bool matches(const regex_t *regex, const char *text) {
    return regexec(regex, text, 0, NULL, 0) == 0;
}

static bool has_bare_form(size_t type) {
    return sms_voice_table.resources[type].form == ANVIL_FORM_PREFIXED;
}

/* What the rules say of a text; only what they say: verdict, kind and flags. */
struct wanted {
    enum anvil_identity_verdict verdict;
    unsigned flags;
    size_t type; /* TYPE_COUNT: none */
};

static struct wanted wanted_of_type(const struct anvil_identity_rule *rule, size_t type,
                                    unsigned flags) {
    struct wanted wanted = {ANVIL_IDENTITY_WRONG_TYPE, flags, type};
    if ((rule->accepts >> type & 1) != 0)
        wanted.verdict = ANVIL_IDENTITY_OK;
    if ((rule->extensions >> type & 1) != 0)
        wanted.flags |= ANVIL_IDENTITY_EXTENSION;
    return wanted;
}

static struct wanted wanted_of_bare(const struct anvil_identity_rule *rule, const char *text) {
    size_t prefixed = TYPE_COUNT;
    for (size_t type = 0; type < TYPE_COUNT; type++) {
        if (!has_bare_form(type))
            continue;
        if (matches(&is_canonical[type], text))
            return wanted_of_type(rule, type, ANVIL_IDENTITY_CANONICAL);
        if (matches(&is_bare[type], text))
            prefixed = type;
    }
    bool takes_names = (rule->accepts >> TYPE_SENDER_ID & 1) != 0;
    if (takes_names && matches(&is_name, text) && matches(&has_letter, text))
        return wanted_of_type(rule, TYPE_SENDER_ID,
                              (prefixed != TYPE_COUNT ? ANVIL_IDENTITY_AMBIGUOUS : 0u) |
                                  (rule->has_country ? 0u : ANVIL_IDENTITY_NEEDS_COUNTRY));
    if (prefixed != TYPE_COUNT)
        return wanted_of_type(rule, prefixed, 0);
    return (struct wanted){ANVIL_IDENTITY_UNKNOWN, 0, TYPE_COUNT};
}

static struct wanted wanted_of(const struct anvil_identity_rule *rule, const char *text) {
    if (strlen(text) > 256 || !matches(&is_in_class, text))
        return (struct wanted){ANVIL_IDENTITY_CONSTRAINT, 0, TYPE_COUNT};
    if (!matches(&has_separator, text))
        return wanted_of_bare(rule, text);
    if (matches(&is_arn_like, text))
        for (size_t type = 0; type < TYPE_COUNT; type++)
            if (matches(&is_arn_of[type], text)) {
                bool canonical = has_bare_form(type) && matches(&is_canonical_arn[type], text);
                return wanted_of_type(rule, type,
                                      ANVIL_IDENTITY_IS_ARN |
                                          (canonical ? ANVIL_IDENTITY_CANONICAL : 0u));
            }
    return (struct wanted){ANVIL_IDENTITY_INVALID_ARN, 0, TYPE_COUNT};
}

/* `text` ends in a NUL, which the classifier must not need. */
static void compare_in_all_members(const char *text) {
    for (size_t field = 0; field < FIELD_COUNT; field++) {
        const struct anvil_identity_rule *rule = &identity_rules[field];
        struct anvil_identity found = identify_and_assert(rule, text_of(text));
        struct wanted wanted = wanted_of(rule, text);
        size_t type = found.resource == NULL ? TYPE_COUNT
                                             : (size_t)(found.resource - sms_voice_table.resources);
        if (found.verdict != wanted.verdict || found.flags != wanted.flags || type != wanted.type)
            fail_msg("\"%s\" in member %zu: %s, flags %u, type %zu; wanted %s, flags %u, type %zu",
                     text, field, anvil_identity_verdict_name(found.verdict), found.flags, type,
                     anvil_identity_verdict_name(wanted.verdict), wanted.flags, wanted.type);
    }
}

TEST(all_short_texts) {
    static const char ALPHABET[] = "aA1-_:/ ";
    const size_t letters = sizeof ALPHABET - 1;
    compile_all();
    char text[8] = "";
    compare_in_all_members(text);
    size_t longest = test_rounds(50) < 50 ? 2 : 5;
    for (size_t len = 1; len <= longest; len++) {
        size_t count = 1;
        for (size_t i = 0; i < len; i++)
            count *= letters;
        for (size_t number = 0; number < count; number++) {
            size_t left = number;
            for (size_t i = 0; i < len; i++, left /= letters)
                text[i] = ALPHABET[left % letters];
            text[len] = '\0';
            compare_in_all_members(text);
        }
    }
}

/* Marsaglia's xorshift: the same texts in every run. */
static uint32_t next_random(uint32_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

/* Changes, inserts, removes or doubles one byte; `text` has room for one more. */
static void damage(char *text, uint32_t *state) {
    static const char BYTES[] = "aafz09AZ--__::// .";
    size_t len = strlen(text);
    size_t at = next_random(state) % (len + 1);
    char byte = BYTES[next_random(state) % (sizeof BYTES - 1)];
    switch (next_random(state) % 4) {
    case 0:
        if (at < len)
            text[at] = byte;
        break;
    case 1:
        memmove(text + at + 1, text + at, len - at + 1);
        text[at] = byte;
        break;
    case 2:
        if (at < len)
            memmove(text + at, text + at + 1, len - at);
        break;
    default:
        memmove(text + at + 1, text + at, len - at + 1);
        if (at == len)
            text[at] = 'a';
        break;
    }
}

TEST(damaged_vectors) {
    enum { DAMAGES_MAX = 3, TEXT_BYTES = 160 };
    compile_all();
    uint32_t state = 0x2545F491;
    size_t recognised = 0, rounds = test_rounds(20000);
    for (size_t round = 0; round < rounds; round++) {
        char text[TEXT_BYTES];
        const char *whole = identity_vectors[next_random(&state) % identity_vector_count].text;
        assert_true(strlen(whole) < sizeof text - DAMAGES_MAX);
        memcpy(text, whole, strlen(whole) + 1);
        for (uint32_t left = 1 + next_random(&state) % DAMAGES_MAX; left > 0; left--)
            damage(text, &state);
        compare_in_all_members(text);
        recognised +=
            anvil_identify(&identity_rules[FIELD_RESOURCE_ID], text_of(text)).resource != NULL;
    }
    /* A test that only ever saw rubbish would prove little. */
    assert_in_range(recognised, rounds / 10, rounds * 9 / 10);
}
