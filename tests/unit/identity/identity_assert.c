/* SPDX-License-Identifier: Apache-2.0 */
#include "identity_assert.h"
#include "test.h"

#include <string.h>

void assert_same_view(struct anvil_str a, struct anvil_str b) {
    assert_ptr_equal(a.ptr, b.ptr);
    assert_int_equal(a.len, b.len);
}

/* Checks that `part` begins at `at` and is followed by `separator`; gives the place behind that. */
static const char *assert_part(struct anvil_str part, const char *at, char separator) {
    assert_ptr_equal(part.ptr, at);
    assert_int_equal(at[part.len], separator);
    return at + part.len + 1;
}

void assert_arn_covers(const struct anvil_arn *arn, struct anvil_str text) {
    assert_memory_equal(text.ptr, "arn:", 4);
    const char *at = text.ptr + 4;
    at = assert_part(arn->partition, at, ':');
    at = assert_part(arn->service, at, ':');
    at = assert_part(arn->region, at, ':');
    at = assert_part(arn->account, at, ':');
    assert_ptr_equal(arn->resource.ptr, at);
    assert_ptr_equal(at + arn->resource.len, text.ptr + text.len);
    if (arn->type.ptr == NULL) {
        assert_null(arn->id.ptr);
        assert_null(arn->country.ptr);
        return;
    }
    at = assert_part(arn->type, at, '/');
    if (arn->country.ptr == NULL) {
        assert_ptr_equal(arn->id.ptr, at);
        assert_ptr_equal(at + arn->id.len, text.ptr + text.len);
        return;
    }
    at = assert_part(arn->id, at, '/');
    assert_ptr_equal(arn->country.ptr, at);
    assert_ptr_equal(at + arn->country.len, text.ptr + text.len);
}

static void assert_flags_fit(const struct anvil_identity_rule *rule,
                             const struct anvil_identity *found, size_t type) {
    bool is_name = found->resource->form == ANVIL_FORM_NAME;
    bool is_arn = (found->flags & ANVIL_IDENTITY_IS_ARN) != 0;
    bool is_taken = (rule->accepts >> type & 1) != 0;
    bool is_extension = is_taken && (rule->extensions >> type & 1) != 0;
    assert_int_equal(found->verdict, is_taken ? ANVIL_IDENTITY_OK : ANVIL_IDENTITY_WRONG_TYPE);
    assert_int_equal((found->flags & ANVIL_IDENTITY_EXTENSION) != 0, is_extension);
    assert_int_equal((found->flags & ANVIL_IDENTITY_NEEDS_COUNTRY) != 0,
                     is_name && !is_arn && !rule->has_country);
    if ((found->flags & ANVIL_IDENTITY_AMBIGUOUS) != 0)
        assert_true(is_name && !is_arn && is_taken);
    if ((found->flags & ANVIL_IDENTITY_CANONICAL) != 0) {
        assert_int_equal(found->resource->form, ANVIL_FORM_PREFIXED);
        assert_int_equal(found->id.len, found->resource->prefix.len + 32);
    }
    assert_int_equal(found->arn.country.ptr != NULL, is_name && is_arn);
}

struct anvil_identity identify_and_assert(const struct anvil_identity_rule *rule,
                                          struct anvil_str text) {
    static const struct anvil_identity NOTHING = {0};
    struct anvil_identity found = anvil_identify(rule, text);
    if (found.verdict != ANVIL_IDENTITY_OK && found.verdict != ANVIL_IDENTITY_WRONG_TYPE) {
        assert_in_range(found.verdict, ANVIL_IDENTITY_CONSTRAINT, ANVIL_IDENTITY_UNKNOWN);
        struct anvil_identity rest = found;
        rest.verdict = NOTHING.verdict;
        assert_memory_equal(&rest, &NOTHING, sizeof rest);
        return found;
    }
    assert_non_null(found.resource);
    assert_flags_fit(rule, &found, (size_t)(found.resource - rule->table->resources));
    if ((found.flags & ANVIL_IDENTITY_IS_ARN) != 0) {
        assert_arn_covers(&found.arn, text);
        assert_same_view(found.id, found.arn.id);
        assert_true(anvil_str_equal(found.arn.type, found.resource->type));
    } else {
        static const struct anvil_arn NO_ARN = {0};
        assert_memory_equal(&found.arn, &NO_ARN, sizeof NO_ARN);
        assert_same_view(found.id, text);
    }
    return found;
}
