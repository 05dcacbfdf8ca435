/* SPDX-License-Identifier: Apache-2.0 */
/* Requests are compared as the library writes them, so that absent and null, the order of members
 * and escapes make no difference. */
#include "idempotency.h"

#include "anvil/codec.h"

#include <string.h>

/* More than any request takes in C, and more than its members take in JSON: three of 256 bytes. */
#define REQUEST_BYTES_MAX 256
#define TEXT_BYTES_MAX 2048

static const struct anvil_str REUSED =
    ANVIL_STR("Conflict Occurred - the ClientToken was used before with other parameters");

bool idempotency_key_of(struct turn *turn, const void *request, struct idempotency_key *key) {
    const struct anvil_shape *shape = turn->operation->input;
    const struct anvil_member *token = turn->operation->token;
    unsigned char copy[REQUEST_BYTES_MAX];
    char text[TEXT_BYTES_MAX];
    size_t bytes;

    memset(key, 0, sizeof *key);
    if (token == NULL)
        return true;
    if (shape->size > sizeof copy)
        return turn_failed(turn);
    memcpy(copy, request, shape->size);
    memcpy(&key->token, copy + token->offset, sizeof key->token);
    memset(copy + token->offset, 0, sizeof key->token);
    if (anvil_encode(shape, copy, ANVIL_OFF, text, sizeof text, &bytes, NULL) != ANVIL_OK)
        return turn_failed(turn);
    key->request = scratch_copy(turn->scratch, anvil_str_of(text, bytes));
    return key->request.ptr != NULL || turn_failed(turn);
}

enum idempotency idempotency_look(struct turn *turn, const struct idempotency_key *key,
                                  struct anvil_str *result) {
    sqlite3_stmt *statement = account_query(turn->store, ACCOUNT_TOKEN);
    bool is_known;

    if (key->token.ptr == NULL)
        return IDEMPOTENCY_NEW;
    account_bind_text(statement, 1, turn->operation->name);
    account_bind_text(statement, 2, key->token);
    if (!turn_asks(turn, statement, &is_known))
        return IDEMPOTENCY_REFUSED;
    if (!is_known)
        return IDEMPOTENCY_NEW;
    if (!anvil_str_equal(account_column_text(statement, 0), key->request)) {
        refuse_conflict_because(&turn->refusal, REUSED);
        return IDEMPOTENCY_REFUSED;
    }
    *result = scratch_copy(turn->scratch, account_column_text(statement, 1));
    return IDEMPOTENCY_KNOWN;
}

bool idempotency_keep(struct turn *turn, const struct idempotency_key *key,
                      struct anvil_str result) {
    sqlite3_stmt *statement = account_query(turn->store, ACCOUNT_ADD_TOKEN);

    if (key->token.ptr == NULL)
        return true;
    account_bind_text(statement, 1, turn->operation->name);
    account_bind_text(statement, 2, key->token);
    account_bind_text(statement, 3, key->request);
    account_bind_text(statement, 4, result);
    return account_run(statement) || turn_failed(turn);
}
