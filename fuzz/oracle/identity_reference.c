/* SPDX-License-Identifier: Apache-2.0 */
/* strspn() and strchr() where the classifier has tables. */
#include "identity_reference.h"

#include <stdio.h>
#include <string.h>

#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define UPPER "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"
#define ID_BYTES LOWER UPPER DIGITS "_-"

bool naive_identity_can_judge(struct anvil_str text) {
    if (text.ptr == NULL || text.len >= NAIVE_IDENTITY_MAX)
        return false;
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] >= 0x80 || text.ptr[i] == '\0')
            return false;
    return true;
}

bool naive_arn_parts(struct anvil_str text, struct anvil_str parts[6]) {
    const char *p = text.ptr;
    const char *end = text.ptr + text.len;
    for (size_t i = 0; i < 6; i++) {
        const char *colon = i < 5 && p != end ? memchr(p, ':', (size_t)(end - p)) : NULL;
        if (i < 5 && colon == NULL)
            return false;
        parts[i] = anvil_str_of(p, (size_t)((i < 5 ? colon : end) - p));
        p = i < 5 ? colon + 1 : end;
    }
    return parts[0].len == 3 && memcmp(parts[0].ptr, "arn", 3) == 0;
}

/* One byte or more, all of `bytes`. */
static bool is_made_of(const char *text, const char *bytes) {
    return *text != '\0' && text[strspn(text, bytes)] == '\0';
}

/* Words of `bytes`, joined by single hyphens. */
static bool is_words(const char *text, const char *bytes) {
    for (;;) {
        size_t len = strspn(text, bytes);
        if (len == 0)
            return false;
        if (text[len] == '\0')
            return true;
        if (text[len] != '-')
            return false;
        text += len + 1;
    }
}

static const char *copy_of(struct anvil_str text, char *room) {
    memcpy(room, text.ptr, text.len);
    room[text.len] = '\0';
    return room;
}

static bool begins_with(const char *text, struct anvil_str start) {
    return strncmp(text, start.ptr, start.len) == 0;
}

static enum anvil_identity_verdict taken_or_not(const struct anvil_identity_rule *rule, size_t type,
                                                unsigned form) {
    bool is_taken = (rule->forms & form) != 0 && (rule->accepts >> type & 1) != 0;
    return is_taken ? ANVIL_IDENTITY_OK : ANVIL_IDENTITY_WRONG_TYPE;
}

/* what stands behind the type and its slash */
static bool is_rest_of_arn(const struct anvil_resource *resource, const char *rest) {
    if (resource->form != ANVIL_FORM_NAME)
        return is_made_of(rest, ID_BYTES);
    size_t len = strspn(rest, ID_BYTES);
    return len >= 1 && len <= 11 && rest[len] == '/' && strlen(rest + len + 1) == 2 &&
           is_made_of(rest + len + 1, UPPER);
}

/* */
static enum anvil_identity_verdict judge_arn(const struct anvil_identity_rule *rule,
                                             struct anvil_str text) {
    struct anvil_str parts[6];
    char room[6][NAIVE_IDENTITY_MAX];
    const struct anvil_identity_other *other = rule->other;
    if (!naive_arn_parts(text, parts))
        return ANVIL_IDENTITY_INVALID_ARN;
    for (size_t i = 0; i < 6; i++)
        (void)copy_of(parts[i], room[i]);
    bool is_own = anvil_str_equal(parts[2], rule->table->service);
    if (!is_own && other != NULL && other->arn_count != 0 && parts[2].len != 0) {
        for (size_t i = 0; i < other->arn_count; i++)
            if (parts[2].len + 4 == other->arns[i].len && begins_with(room[2], parts[2]) &&
                memcmp(other->arns[i].ptr, parts[2].ptr, parts[2].len) == 0)
                return ANVIL_IDENTITY_OK;
        return ANVIL_IDENTITY_WRONG_TYPE;
    }
    bool has_partition = strcmp(room[1], "aws") == 0 ||
                         (strncmp(room[1], "aws-", 4) == 0 && is_words(room[1] + 4, LOWER));
    if (!is_own || !has_partition || !is_words(room[3], LOWER DIGITS) || parts[4].len != 12 ||
        !is_made_of(room[4], DIGITS))
        return ANVIL_IDENTITY_INVALID_ARN;
    for (size_t i = 0; i < rule->table->count; i++) {
        const struct anvil_resource *resource = &rule->table->resources[i];
        if (begins_with(room[5], resource->type) && room[5][resource->type.len] == '/' &&
            is_rest_of_arn(resource, room[5] + resource->type.len + 1))
            return taken_or_not(rule, i, ANVIL_TAKES_ARN);
    }
    return ANVIL_IDENTITY_INVALID_ARN;
}

/* */
static bool is_number(unsigned forms, const char *text) {
    const char *digits = text[0] == '+' ? text + 1 : text;
    size_t len = strlen(digits);
    bool is_plain = len >= 2 && len <= 19 && digits[0] != '0' && is_made_of(digits, DIGITS);
    if (is_plain && (forms & (text[0] == '+' ? ANVIL_NUMBER_E164 : ANVIL_NUMBER_DIGITS)) != 0)
        return true;
    size_t count = 0;
    for (const char *p = digits; *p != '\0'; p++)
        count += strchr(DIGITS, *p) != NULL;
    return text[0] == '+' && (forms & ANVIL_NUMBER_FORMATTED) != 0 && count >= 2 && count <= 19 &&
           is_made_of(digits, DIGITS " \t\n\v\f\r(){}[],.-");
}

/* */
static bool is_endpoint(const struct anvil_identity_other *other, const char *text) {
    static const char DOMAIN[] = ".amazonaws.com";
    size_t len = strlen(text);
    for (size_t i = 0; i < other->endpoint_count; i++) {
        size_t word = other->endpoints[i].len - strlen("-endpoint");
        char region[NAIVE_IDENTITY_MAX];
        if (len < word + 1 + strlen(DOMAIN) || memcmp(text, other->endpoints[i].ptr, word) != 0 ||
            text[word] != '.' || strcmp(text + len - strlen(DOMAIN), DOMAIN) != 0)
            continue;
        size_t region_len = len - word - 1 - strlen(DOMAIN);
        if (is_words(copy_of(anvil_str_of(text + word + 1, region_len), region), LOWER DIGITS))
            return true;
    }
    return false;
}

/* the type whose prefix and tail the text is: the longest prefix */
static size_t prefixed_type(const struct anvil_resource_table *table, const char *text) {
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < table->count; i++) {
        const struct anvil_resource *resource = &table->resources[i];
        if (resource->form == ANVIL_FORM_PREFIXED && begins_with(text, resource->prefix) &&
            text[resource->prefix.len] != '\0' &&
            (best == SIZE_MAX || resource->prefix.len > table->resources[best].prefix.len))
            best = i;
    }
    return best;
}

static size_t accepted_type(const struct anvil_identity_rule *rule, unsigned form, bool is_only) {
    for (size_t i = 0; i < rule->table->count; i++)
        if (rule->table->resources[i].form == form && (rule->accepts >> i & 1) != 0)
            return !is_only || rule->accepts == UINT64_C(1) << i ? i : SIZE_MAX;
    return SIZE_MAX;
}

/* to, [R-116], [R-117] */
static enum anvil_identity_verdict judge_bare(const struct anvil_identity_rule *rule,
                                              const char *text) {
    size_t len = strlen(text);
    size_t label = accepted_type(rule, ANVIL_FORM_LABEL, true);
    size_t name = accepted_type(rule, ANVIL_FORM_NAME, false);
    size_t opaque = accepted_type(rule, ANVIL_FORM_OPAQUE, true);
    size_t prefixed = prefixed_type(rule->table, text);
    if (label != SIZE_MAX)
        return len <= rule->table->resources[label].max_length && is_made_of(text, ID_BYTES)
                   ? taken_or_not(rule, label, ANVIL_TAKES_ID)
                   : ANVIL_IDENTITY_UNKNOWN;
    bool is_name = len <= 11 && is_made_of(text, ID_BYTES) && strpbrk(text, LOWER UPPER) != NULL &&
                   text[0] != '-' && text[len - 1] != '-';
    /* A canonical ID is too long for a name, so its own rule has nothing to decide here. */
    if (name != SIZE_MAX && is_name)
        return taken_or_not(rule, name, ANVIL_TAKES_ID);
    if (prefixed != SIZE_MAX)
        return taken_or_not(rule, prefixed, ANVIL_TAKES_ID);
    if (opaque != SIZE_MAX && is_made_of(text, ID_BYTES))
        return taken_or_not(rule, opaque, ANVIL_TAKES_ID);
    return ANVIL_IDENTITY_UNKNOWN;
}

/* */
static bool breaks_constraint(const struct anvil_identity_rule *rule, struct anvil_str text) {
    for (size_t i = 0; i < text.len; i++) {
        unsigned byte = (unsigned char)text.ptr[i];
        if ((rule->bytes.rows[byte % 16] >> byte / 16 & 1) == 0)
            return true;
    }
    return text.len < rule->min || (rule->max != UINT16_MAX && text.len > rule->max);
}

enum anvil_identity_verdict naive_identity(const struct anvil_identity_rule *rule,
                                           struct anvil_str value) {
    char text[NAIVE_IDENTITY_MAX];
    const struct anvil_identity_other *other = rule->other;
    (void)copy_of(value, text);
    if (breaks_constraint(rule, value))
        return ANVIL_IDENTITY_CONSTRAINT;
    if (value.len == 0)
        return ANVIL_IDENTITY_UNKNOWN;
    for (size_t i = 0; other != NULL && i < other->literal_count; i++)
        if (anvil_str_equal(other->literals[i], value))
            return ANVIL_IDENTITY_OK;
    if (other != NULL && other->text.ptr != NULL)
        return ANVIL_IDENTITY_OK;
    if (strncmp(text, "arn:", 4) == 0)
        return judge_arn(rule, value);
    if (other != NULL && (is_number(other->numbers, text) || is_endpoint(other, text)))
        return ANVIL_IDENTITY_OK;
    if (text[0] == '+')
        return ANVIL_IDENTITY_UNKNOWN;
    if (strpbrk(text, ":/") != NULL)
        return ANVIL_IDENTITY_INVALID_ARN;
    if (!is_made_of(text, ID_BYTES))
        return ANVIL_IDENTITY_UNKNOWN;
    return judge_bare(rule, text);
}
