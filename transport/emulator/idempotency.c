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

bool anvil_idempotency_key_of(struct turn *turn, const void *request, struct idempotency_key *key) {
    const struct anvil_shape *shape = turn->operation->input;
    const struct anvil_member *token = turn->operation->token;
    unsigned char copy[REQUEST_BYTES_MAX];
    char text[TEXT_BYTES_MAX];
    size_t bytes;

    memset(key, 0, sizeof *key);
    if (token == NULL)
        return true;
    if (shape->size > sizeof copy)
        return anvil_turn_failed(turn);
    memcpy(copy, request, shape->size);
    memcpy(&key->token, copy + token->offset, sizeof key->token);
    memset(copy + token->offset, 0, sizeof key->token);
    if (anvil_encode(shape, copy, ANVIL_OFF, text, sizeof text, &bytes, NULL) != ANVIL_OK)
        return anvil_turn_failed(turn);
    key->request = anvil_scratch_copy(turn->scratch, anvil_str_of(text, bytes));
    return key->request.ptr != NULL || anvil_turn_failed(turn);
}

enum idempotency anvil_idempotency_look(struct turn *turn, const struct idempotency_key *key,
                                        struct anvil_str *result) {
    sqlite3_stmt *statement = anvil_account_query(turn->store, ACCOUNT_TOKEN);
    bool is_known;

    if (key->token.ptr == NULL)
        return IDEMPOTENCY_NEW;
    anvil_account_bind_text(statement, 1, turn->operation->name);
    anvil_account_bind_text(statement, 2, key->token);
    if (!anvil_turn_asks(turn, statement, &is_known))
        return IDEMPOTENCY_REFUSED;
    if (!is_known)
        return IDEMPOTENCY_NEW;
    if (!anvil_str_equal(anvil_account_column_text(statement, 0), key->request)) {
        anvil_refuse_conflict_because(&turn->refusal, REUSED);
        return IDEMPOTENCY_REFUSED;
    }
    *result = anvil_scratch_copy(turn->scratch, anvil_account_column_text(statement, 1));
    return IDEMPOTENCY_KNOWN;
}

bool anvil_idempotency_keep(struct turn *turn, const struct idempotency_key *key,
                            struct anvil_str result) {
    sqlite3_stmt *statement = anvil_account_query(turn->store, ACCOUNT_ADD_TOKEN);

    if (key->token.ptr == NULL)
        return true;
    anvil_account_bind_text(statement, 1, turn->operation->name);
    anvil_account_bind_text(statement, 2, key->token);
    anvil_account_bind_text(statement, 3, key->request);
    anvil_account_bind_text(statement, 4, result);
    return anvil_account_run(statement) || anvil_turn_failed(turn);
}
