/* SPDX-License-Identifier: Apache-2.0 */
/* An emulator on a seed that a test writes down, with a clock that does not tick and calls that are
 * made in this process. */
#ifndef EMULATOR_EMULATOR_WORLD_H
#define EMULATOR_EMULATOR_WORLD_H

#include "anvil/anvil.h"
#include "emulator/emulator.h"
#include "smsv2/smsv2.h"

/* The prefix of every ARN of the account. */
#define WORLD_ARN "arn:aws:sms-voice:us-east-1:111122223333:"

/* Begin with zeros and world_open(). */
struct world {
    struct anvil_emulator *emulator;
    struct anvil_emulator_clock clock;
    struct anvil_transport transport;
    struct anvil_emulator_options options;
    char problem[ANVIL_EMULATOR_PROBLEM_BYTES];
    char folder[64];    /* of this test, goes away with world_close() */
    char seed_path[96]; /* in it */
    char state_path[96];
    uint64_t now_ms;    /* what the clock says */
    uint64_t waited_ms; /* what was waited for */

    struct anvil_error error; /* of the last call */
    unsigned char memory[8192];
};

/* Opens an emulator, on the sample account when `seed` is NULL; `faults` may be NULL. Fails the
 * test when that fails, unless `seed` is to be refused: then `problem` says why and false comes
 * back. */
bool world_open(struct world *world, const char *seed, const char *faults);

/* Writes the seed file of a world that is not open. */
void world_write_seed(struct world *world, const char *seed);

/* Makes `state_path` the state of the next emulator. */
void world_keep_state(struct world *world);

/* Closes the emulator; the files stay. */
void world_close(struct world *world);
/* Closes it and removes the files. */
void world_end(struct world *world);

/* Calls an operation; `error` is what came of it. */
enum anvil_status world_call(struct world *world, const struct anvil_operation *operation,
                             const void *request, void *result);

/* AssociateOriginationIdentity and its opposite, with a token or NULL; the country is US for
 * numbers, DE for all else. */
enum anvil_status world_join(struct world *world, const char *pool, const char *identity,
                             const char *token);
enum anvil_status world_leave(struct world *world, const char *pool, const char *identity,
                              const char *token);

/* AssociateOriginationIdentity without settling it. Returns the status of the answer. */
int world_join_unsettled(struct world *world, const char *pool, const char *number);

/* Fails the test unless the last call ended in this error, with this Reason (NULL: it has none). */
void world_assert_error(const struct world *world, const char *name, const char *reason);

/* Fails the test unless the message of the last error holds a text. */
void world_assert_message(const struct world *world, const char *text);

#endif
