/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Client tokens: the same token with the same members gives the first result again and does
 * nothing; with other members it is a conflict. Only what succeeded is remembered, and for ever.
 */
#ifndef EMULATOR_IDEMPOTENCY_H
#define EMULATOR_IDEMPOTENCY_H

#include "turn.h"

/* What a request comes to before anything is done. */
enum idempotency {
    IDEMPOTENCY_NEW,    /* do it */
    IDEMPOTENCY_KNOWN,  /* it has been done: the result is out */
    IDEMPOTENCY_REFUSED /* a refusal is out */
};

/* A request without its token, as JSON, and the token; absent when it has none. */
struct idempotency_key {
    struct anvil_str token;
    struct anvil_str request;
};

/* Reads the key out of a request whose constraints hold. False after a refusal. */
bool anvil_idempotency_key_of(struct turn *turn, const void *request, struct idempotency_key *key);

/* Looks whether the key is known; `result` is the body that was sent then. */
enum idempotency anvil_idempotency_look(struct turn *turn, const struct idempotency_key *key,
                                        struct anvil_str *result);

/* Remembers the body of a result. False after a refusal. */
bool anvil_idempotency_keep(struct turn *turn, const struct idempotency_key *key,
                            struct anvil_str result);

#endif
