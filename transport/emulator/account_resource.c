/* SPDX-License-Identifier: Apache-2.0 */
/* Finding resources. IDs are compared exactly, names of senders without regard to case, because the
 * service may change it; what comes out is always spelt as it is stored. */
#include "account_resource.h"

#include <string.h>

/* Copies the row that the statement stands at. False when the memory of the request is full. */
static bool read_row(sqlite3_stmt *statement, struct scratch *scratch,
                     struct account_resource *out) {
    struct anvil_str *const members[] = {
        &out->type,         &out->id,      &out->arn,           &out->country,
        &out->status,       &out->kind,    &out->message_types, &out->phone_number,
        &out->capabilities, &out->two_way, &out->self_managed,  &out->opt_out_list,
        &out->keywords,
    };

    out->key = sqlite3_column_int64(statement, 0);
    for (int i = 0; i < (int)(sizeof members / sizeof members[0]); i++) {
        struct anvil_str text = anvil_account_column_text(statement, i + 1);
        *members[i] = anvil_scratch_copy(scratch, text);
        if (text.ptr != NULL && members[i]->ptr == NULL)
            return false;
    }
    return true;
}

static enum account_found take_row(int step, sqlite3_stmt *statement, struct scratch *scratch,
                                   struct account_resource *out) {
    if (step == 0)
        return ACCOUNT_NOT_FOUND;
    return step > 0 && read_row(statement, scratch, out) ? ACCOUNT_FOUND : ACCOUNT_BROKEN;
}

static bool is_name(const struct anvil_resource *resource) {
    return resource->form == ANVIL_FORM_NAME;
}

static bool holds(void *context, const struct anvil_resource *resource, struct anvil_str id) {
    sqlite3_stmt *statement = anvil_account_query(context, ACCOUNT_HOLDS_ID);

    anvil_account_bind_text(statement, 1, resource->type);
    anvil_account_bind_text(statement, 2, id);
    return anvil_account_step(statement) > 0;
}

/* */
struct anvil_identity anvil_account_identify(struct account_store *store,
                                             const struct anvil_identity_rule *rule,
                                             struct anvil_str text) {
    struct anvil_identity_store asked = {holds, store};
    return anvil_identify_stored(rule, &asked, text);
}

/* Another account's resource is there when the seed holds it: it is shared with this one.
 */
static enum account_found find_by_arn(struct account_store *store, struct scratch *scratch,
                                      const struct anvil_identity_caller *caller,
                                      const struct anvil_identity *identity, struct anvil_str text,
                                      struct account_resource *out) {
    sqlite3_stmt *statement = anvil_account_query(store, ACCOUNT_BY_ARN);

    anvil_account_bind_text(statement, 1, text);
    enum account_found found = take_row(anvil_account_step(statement), statement, scratch, out);
    if (found != ACCOUNT_FOUND)
        return found;
    if (!is_name(identity->resource) && !anvil_str_equal(out->arn, text))
        return ACCOUNT_NOT_FOUND;
    enum anvil_identity_scope scope = anvil_identity_scope_of(identity, caller);
    bool is_elsewhere = scope == ANVIL_SCOPE_OTHER_REGION || scope == ANVIL_SCOPE_OTHER_PARTITION;
    return is_elsewhere ? ACCOUNT_ELSEWHERE : ACCOUNT_FOUND;
}

/* A bare ID or name is the account's own; a name without a country may be several.
 */
static enum account_found find_by_id(struct account_store *store, struct scratch *scratch,
                                     const struct anvil_identity *identity,
                                     struct anvil_str country, struct account_resource *out) {
    sqlite3_stmt *statement = anvil_account_query(store, ACCOUNT_BY_ID);
    bool has_country = is_name(identity->resource);

    anvil_account_bind_text(statement, 1, identity->resource->type);
    anvil_account_bind_text(statement, 2, identity->id);
    anvil_account_bind_text(statement, 3, has_country ? country : anvil_str_of(NULL, 0));
    enum account_found found = take_row(anvil_account_step(statement), statement, scratch, out);
    if (found != ACCOUNT_FOUND)
        return found;
    if (!is_name(identity->resource) && !anvil_str_equal(out->id, identity->id))
        return ACCOUNT_NOT_FOUND;
    return anvil_account_step(statement) > 0 ? ACCOUNT_SEVERAL : ACCOUNT_FOUND;
}

enum account_found anvil_account_find(struct account_store *store, struct scratch *scratch,
                                      const struct anvil_identity_caller *caller,
                                      const struct anvil_identity *identity, struct anvil_str text,
                                      struct anvil_str country, struct account_resource *out) {
    if (identity->verdict != ANVIL_IDENTITY_OK)
        return ACCOUNT_NOT_FOUND;
    if ((identity->flags & ANVIL_IDENTITY_IS_ARN) != 0)
        return find_by_arn(store, scratch, caller, identity, text, out);
    return find_by_id(store, scratch, identity, country, out);
}

bool anvil_account_has_word(struct anvil_str list, struct anvil_str word) {
    for (size_t at = 0; at + word.len + 2 <= list.len; at++)
        if (list.ptr[at] == ' ' && list.ptr[at + word.len + 1] == ' ' &&
            memcmp(list.ptr + at + 1, word.ptr, word.len) == 0)
            return true;
    return false;
}

bool anvil_account_text_is(struct anvil_str text, const char *expected) {
    return text.len == strlen(expected) && text.ptr != NULL &&
           memcmp(text.ptr, expected, text.len) == 0;
}
