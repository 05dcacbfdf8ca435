/* SPDX-License-Identifier: Apache-2.0 */
/* What an open emulator is made of. */
#ifndef EMULATOR_EMULATOR_STATE_H
#define EMULATOR_EMULATOR_STATE_H

#include "account_store.h"
#include "anvil/identity.h"
#include "anvil/protocol.h"
#include "emulator.h"
#include "fault_plan.h"
#include "scratch.h"
#include "turn.h"

/* Ample for every answer, whose texts the seed bounds. */
#define EMULATOR_ANSWER_BYTES ((size_t)64 << 10)
/* For decoding: unescaped text is never longer than the body. */
#define EMULATOR_ARENA_BYTES (ANVIL_EMULATOR_BODY_BYTES_MAX + 4096)
/* Ample for a partition, a region or an account. */
#define EMULATOR_PLACE_BYTES 64

struct anvil_emulator {
    struct account_store store;
    bool is_grouped;
    bool is_begun; /* a transaction holds what is not settled yet */
    struct fault_plan plan;
    struct anvil_entropy entropy;
    struct anvil_emulator_clock clock;
    uint64_t next_ms[EMULATED_OPERATION_COUNT]; /* when each may be called again, at a rate */
    struct anvil_identity_caller caller;        /* whose account it is; views of `place` */
    char place[3][EMULATOR_PLACE_BYTES];
    struct anvil_str
        denied; /* the reason why every request is denied, or absent; in `denied_text` */
    char denied_text[EMULATOR_PLACE_BYTES];

    struct scratch scratch;
    struct anvil_header headers[2];
    char request_id[ANVIL_TOKEN_BYTES];
    char answer[EMULATOR_ANSWER_BYTES];
    char body[ANVIL_EMULATOR_BODY_BYTES_MAX]; /* of the request, joined */
    unsigned char arena[EMULATOR_ARENA_BYTES];
};

#endif
