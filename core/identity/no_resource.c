/* SPDX-License-Identifier: Apache-2.0 */
/* Literals, other text, ARNs of other services, telephone numbers and endpoints. The words for
 * kinds are the table's, but for the three kinds of numbers. */
#include "identity/no_resource.h"

#include "base/port.h"
#include "identity/byte_class.h"

ANVIL_COLD_FILE

/* ITU-T E.164: at most 15 digits. The members' patterns take up to 19. */
enum { E164_DIGITS_MAX = 15, NUMBER_DIGITS_MIN = 2, NUMBER_DIGITS_MAX = 19 };

static ANVIL_NOINLINE void recognise(struct anvil_identity *found, struct anvil_str text,
                                     struct anvil_str kind, unsigned flags) {
    found->verdict = ANVIL_IDENTITY_OK;
    found->flags = flags;
    found->kind = kind;
    found->id = text;
}

/* Whether two texts that are not absent are the same. */
static bool is_same(struct anvil_str a, struct anvil_str b) {
    return a.len == b.len && anvil_begins_with(a, b);
}

/* */
bool anvil_identify_word(const struct anvil_identity_other *other, struct anvil_str text,
                         struct anvil_identity *found) {
    for (size_t i = 0; i < other->literal_count; i++) {
        if (is_same(other->literals[i], text)) {
            recognise(found, text, other->literals[i], ANVIL_IDENTITY_LITERAL);
            return true;
        }
    }
    if (other->text.ptr == NULL)
        return false;
    recognise(found, text, other->text, ANVIL_IDENTITY_TEXT);
    return true;
}

/* */
bool anvil_identify_foreign(const struct anvil_identity_other *other, struct anvil_str service,
                            struct anvil_str text, struct anvil_identity *found) {
    static const struct anvil_str UNLISTED = ANVIL_STR("foreign-arn");
    static const struct anvil_str SUFFIX = ANVIL_STR("-arn");
    struct anvil_arn *arn = &found->arn;
    if (other->arn_count == 0 || anvil_arn_parse(text, arn) != ANVIL_OK || arn->service.len == 0 ||
        is_same(arn->service, service))
        return false;
    recognise(found, arn->id, UNLISTED, ANVIL_IDENTITY_FOREIGN | ANVIL_IDENTITY_IS_ARN);
    found->verdict = ANVIL_IDENTITY_WRONG_TYPE;
    for (size_t i = 0; i < other->arn_count; i++) {
        struct anvil_str listed = other->arns[i];
        listed.len -= SUFFIX.len;
        if (is_same(listed, arn->service)) {
            found->verdict = ANVIL_IDENTITY_OK;
            found->kind = other->arns[i];
        }
    }
    return true;
}

/* Whether `text` is 2 to 19 digits that do not begin with 0. */
static bool is_number(struct anvil_str text) {
    return text.len >= NUMBER_DIGITS_MIN && text.len <= NUMBER_DIGITS_MAX && text.ptr[0] != '0' &&
           is_made_of(text, &anvil_digits);
}

/* Whether the bytes behind a plus sign are digits and what people write between them. Bytes beyond
 * ASCII can only be spaces here: the member's pattern knows no others. */
static bool is_formatted(struct anvil_str text) {
    static const char BETWEEN[] = " \t\n\v\f\r(){}[],.-";
    size_t digits = 0;
    for (size_t i = 0; i < text.len; i++) {
        char byte = text.ptr[i];
        if (byte >= '0' && byte <= '9')
            digits++;
        else if (((unsigned char)byte & 0x80) == 0 &&
                 memchr(BETWEEN, byte, sizeof BETWEEN - 1) == NULL)
            return false;
    }
    return digits >= NUMBER_DIGITS_MIN && digits <= NUMBER_DIGITS_MAX;
}

/* */
static bool identify_number(const struct anvil_identity_other *other, struct anvil_str text,
                            struct anvil_identity *found) {
    static const struct anvil_str E164 = ANVIL_STR("e164-number");
    static const struct anvil_str DIGITS = ANVIL_STR("digits");
    static const struct anvil_str FORMATTED = ANVIL_STR("formatted-number");
    bool has_plus = text.ptr[0] == '+';
    struct anvil_str digits = anvil_str_of(text.ptr + has_plus, text.len - has_plus);
    unsigned form = has_plus ? ANVIL_NUMBER_E164 : ANVIL_NUMBER_DIGITS;
    if ((other->numbers & form) != 0 && is_number(digits)) {
        bool is_canonical = has_plus && digits.len <= E164_DIGITS_MAX;
        recognise(found, text, has_plus ? E164 : DIGITS,
                  ANVIL_IDENTITY_NUMBER | (is_canonical ? ANVIL_IDENTITY_CANONICAL : 0U));
        return true;
    }
    if (!has_plus || (other->numbers & ANVIL_NUMBER_FORMATTED) == 0 || !is_formatted(digits))
        return false;
    recognise(found, text, FORMATTED, ANVIL_IDENTITY_NUMBER);
    return true;
}

/* WORD.REGION.amazonaws.com */
static bool identify_endpoint(const struct anvil_identity_other *other, struct anvil_str text,
                              struct anvil_identity *found) {
    static const struct anvil_str SUFFIX = ANVIL_STR("-endpoint");
    static const struct anvil_str DOMAIN = ANVIL_STR(".amazonaws.com");
    for (size_t i = 0; i < other->endpoint_count; i++) {
        struct anvil_str word = other->endpoints[i];
        word.len -= SUFFIX.len;
        if (text.len <= word.len + 1 + DOMAIN.len || !anvil_begins_with(text, word) ||
            text.ptr[word.len] != '.' ||
            memcmp(text.ptr + text.len - DOMAIN.len, DOMAIN.ptr, DOMAIN.len) != 0)
            continue;
        struct anvil_str region =
            anvil_str_of(text.ptr + word.len + 1, text.len - word.len - 1 - DOMAIN.len);
        if (anvil_leading_words(region, true) != region.len)
            continue;
        recognise(found, text, other->endpoints[i], ANVIL_IDENTITY_ENDPOINT);
        return true;
    }
    return false;
}

bool anvil_identify_address(const struct anvil_identity_other *other, struct anvil_str text,
                            struct anvil_identity *found) {
    return identify_number(other, text, found) || identify_endpoint(other, text, found);
}
