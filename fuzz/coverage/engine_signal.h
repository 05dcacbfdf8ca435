/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Shows a fuzzing engine that something new happened which no branch tells. The one place that
 * knows how each engine wants it: extra counters for libFuzzer, branches for AFL++ and for every
 * other engine that sees only edges (FUZZ_SIGNAL_BY_BRANCHES), nothing in a program without engine.
 */
#ifndef FUZZ_COVERAGE_ENGINE_SIGNAL_H
#define FUZZ_COVERAGE_ENGINE_SIGNAL_H

#include <stddef.h>

/** How many signals are told apart; numbers above wrap around. A power of two. */
#define ENGINE_SIGNALS ((size_t)8192)

/**
 * Signals number `which` with a `level` of 1 to 4. The levels of one signal are told apart; of
 * several in one execution the highest counts. With FUZZ_WITHOUT_SIGNALS in the environment nothing
 * is signalled: for choosing inputs by the code that they reach alone.
 */
void engine_signal(size_t which, unsigned level);

#endif
