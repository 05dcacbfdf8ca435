/* SPDX-License-Identifier: Apache-2.0 */
/* libFuzzer reads the section __libfuzzer_extra_counters after every execution. AFL++ 4 sizes its
 * map to the edges that it instrumented and ignores everything else, so there each signal is an
 * edge: an empty but distinct assembler statement in a case of its own. */
#include "coverage/engine_signal.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

static bool is_silent;

__attribute__((constructor)) static void look_at_environment(void) {
    is_silent = getenv("FUZZ_WITHOUT_SIGNALS") != NULL;
}

#ifdef FUZZ_SIGNAL_BY_BRANCHES

#define BRANCH(n)                                                                                  \
    case (n):                                                                                      \
        __asm__ volatile("" ::"i"(n));                                                             \
        break;
#define BRANCHES_8(n)                                                                              \
    BRANCH((n) + 0)                                                                                \
    BRANCH((n) + 1)                                                                                \
    BRANCH((n) + 2)                                                                                \
    BRANCH((n) + 3)                                                                                \
    BRANCH((n) + 4)                                                                                \
    BRANCH((n) + 5)                                                                                \
    BRANCH((n) + 6)                                                                                \
    BRANCH((n) + 7)
#define BRANCHES_64(n)                                                                             \
    BRANCHES_8((n) + 0)                                                                            \
    BRANCHES_8((n) + 8)                                                                            \
    BRANCHES_8((n) + 16)                                                                           \
    BRANCHES_8((n) + 24)                                                                           \
    BRANCHES_8((n) + 32)                                                                           \
    BRANCHES_8((n) + 40)                                                                           \
    BRANCHES_8((n) + 48)                                                                           \
    BRANCHES_8((n) + 56)
#define BRANCHES_512(n)                                                                            \
    BRANCHES_64((n) + 0)                                                                           \
    BRANCHES_64((n) + 64)                                                                          \
    BRANCHES_64((n) + 128)                                                                         \
    BRANCHES_64((n) + 192)                                                                         \
    BRANCHES_64((n) + 256)                                                                         \
    BRANCHES_64((n) + 320)                                                                         \
    BRANCHES_64((n) + 384)                                                                         \
    BRANCHES_64((n) + 448)
#define BRANCHES_4096(n)                                                                           \
    BRANCHES_512((n) + 0)                                                                          \
    BRANCHES_512((n) + 512)                                                                        \
    BRANCHES_512((n) + 1024)                                                                       \
    BRANCHES_512((n) + 1536)                                                                       \
    BRANCHES_512((n) + 2048)                                                                       \
    BRANCHES_512((n) + 2560)                                                                       \
    BRANCHES_512((n) + 3072)                                                                       \
    BRANCHES_512((n) + 3584)

void engine_signal(size_t which, unsigned level) {
    if (is_silent)
        return;
    switch ((which * 4 + level - 1) % 4096) {
        BRANCHES_4096(0)
    default:
        break;
    }
}

#else

/* Volatile and used: without either the array is optimised away and nothing complains. */
__attribute__((section("__libfuzzer_extra_counters"),
               used)) static volatile uint8_t counters[ENGINE_SIGNALS];

void engine_signal(size_t which, unsigned level) {
    size_t at = which % ENGINE_SIGNALS;
    if (!is_silent && counters[at] < level)
        counters[at] = (uint8_t)level;
}

#endif
