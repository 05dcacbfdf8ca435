/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How a fuzz target says what has to hold. An oracle that does not hold ends the process in a trap
 * function of its own, fuzz_oracle_failed_NAME(), so that findings fall into buckets by the oracle;
 * and every question is counted, so that a target whose oracle is never asked is found out. No
 * build flag removes either.
 */
#ifndef FUZZ_ORACLE_H
#define FUZZ_ORACLE_H

#include "oracle_list.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define FUZZ_AS_ENUM(name) FUZZ_ORACLE_##name,
enum fuzz_oracle { FUZZ_ORACLES(FUZZ_AS_ENUM) FUZZ_ORACLE_COUNT };

/* How often each was asked in this process. */
extern uint64_t fuzz_oracle_hits[FUZZ_ORACLE_COUNT];

/* One for each oracle: prints its name and the place, and traps. */
#define FUZZ_AS_TRAP(name) _Noreturn void fuzz_oracle_failed_##name(const char *file, int line);
FUZZ_ORACLES(FUZZ_AS_TRAP)

/* Asks an oracle: counts the question, and ends in the oracle's trap when `holds` is false. */
#define FUZZ_EXPECT(name, holds)                                                                   \
    (fuzz_oracle_hits[FUZZ_ORACLE_##name]++,                                                       \
     (holds) ? (void)0 : fuzz_oracle_failed_##name(__FILE__, __LINE__))

/* What a target says of itself; every target defines one, called fuzz_target. */
struct fuzz_target {
    const char *name; /* that of its file */
    uint32_t oracles; /* FUZZ_ASKS() of each oracle that it asks; the replay fails when one of them
                         was never asked, or another one was */
};
extern const struct fuzz_target fuzz_target;

#define FUZZ_ASKS(name) (UINT32_C(1) << FUZZ_ORACLE_##name)

/* The name of an oracle. Static text. */
const char *fuzz_oracle_name(enum fuzz_oracle oracle);

/* Whether this build holds an oracle: those that ask a library are left out where it would mislead
 * a sanitizer, by -DFUZZ_WITHOUT_LIBRARIES. */
bool fuzz_oracle_is_there(enum fuzz_oracle oracle);

/* The entry point of every target, as libFuzzer and AFL++ call it. Always returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
