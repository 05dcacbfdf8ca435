/* SPDX-License-Identifier: Apache-2.0 */
/* Counters, traps and the line at exit. Knows the list of oracles and no engine. */
#include "oracle.h"

#include <stdio.h>
#include <stdlib.h>

uint64_t fuzz_oracle_hits[FUZZ_ORACLE_COUNT];

#define AS_NAME(name) #name,
static const char *const NAMES[] = {FUZZ_ORACLES(AS_NAME)};

const char *fuzz_oracle_name(enum fuzz_oracle oracle) {
    return NAMES[oracle];
}

bool fuzz_oracle_is_there(enum fuzz_oracle oracle) {
#ifdef FUZZ_WITHOUT_LIBRARIES
    return oracle != FUZZ_ORACLE_pcre2_agrees && oracle != FUZZ_ORACLE_jansson_agrees;
#else
    (void)oracle;
    return true;
#endif
}

/* Not inlined, and each with a text of its own, so that no compiler folds two into one: tools put
 * findings into buckets by the topmost functions of the stack. */
#define AS_TRAP_FUNCTION(name)                                                                     \
    __attribute__((noinline)) void fuzz_oracle_failed_##name(const char *file, int line) {         \
        (void)fprintf(stderr, "%s:%d: the oracle " #name " does not hold\n", file, line);          \
        (void)fflush(stderr);                                                                      \
        __builtin_trap();                                                                          \
    }
FUZZ_ORACLES(AS_TRAP_FUNCTION)

/* FUZZ_ORACLE_COUNTS=FILE: one line at exit, appended: the target, and each of its oracles with how
 * often it was asked. Oracles that the target did not announce are told when they were asked. */
__attribute__((destructor)) static void tell_counts(void) {
    const char *path = getenv("FUZZ_ORACLE_COUNTS");
    if (path == NULL || *path == '\0')
        return;
    FILE *out = fopen(path, "a");
    if (out == NULL)
        return;
    char line[1024];
    int len = snprintf(line, sizeof line, "%s", fuzz_target.name);
    for (int i = 0; i < (int)FUZZ_ORACLE_COUNT; i++) {
        bool is_announced =
            (fuzz_target.oracles >> i & 1) != 0 && fuzz_oracle_is_there((enum fuzz_oracle)i);
        if (is_announced || fuzz_oracle_hits[i] != 0)
            len += snprintf(line + len, sizeof line - (size_t)len, " %s=%llu", NAMES[i],
                            (unsigned long long)fuzz_oracle_hits[i]);
    }
    /* In one piece, so that the lines of processes that end together do not mix. */
    (void)fprintf(out, "%s\n", line);
    (void)fclose(out);
}
