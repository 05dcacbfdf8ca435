/* SPDX-License-Identifier: Apache-2.0 */
/* What the engine needs to know of compiler and processor. The only place outside the kernels that
 * asks the preprocessor. */
#ifndef ANVIL_BASE_PORT_H
#define ANVIL_BASE_PORT_H

#include "anvil/port.h"

#if defined(__GNUC__)
/* Branch hints: the valid, compact message is the case that pays. */
#define ANVIL_LIKELY(condition) __builtin_expect(!!(condition), 1)
#define ANVIL_UNLIKELY(condition) __builtin_expect(!!(condition), 0)
/* Error paths stay out of the hot loop's code. */
#define ANVIL_COLD __attribute__((cold, noinline))
#define ANVIL_INLINE static inline __attribute__((always_inline))
#define ANVIL_NOINLINE __attribute__((noinline))
#else
#define ANVIL_LIKELY(condition) (condition)
#define ANVIL_UNLIKELY(condition) (condition)
#define ANVIL_COLD
#define ANVIL_INLINE static inline
#define ANVIL_NOINLINE
#endif

/* Said once in a file that runs rarely or never for valid messages, or once for a whole message:
 * its code is made small, and what is fast stays together. clang is left alone: it makes such code
 * small enough by itself. */
#if defined(__GNUC__) && !defined(__clang__)
#define ANVIL_COLD_FILE _Pragma("GCC optimize(\"Os\")")
#else
#define ANVIL_COLD_FILE
#endif

/* Which vector kernel a build can hold; which one runs is decided at run time by scan/kernel.c.
 * ANVIL_KERNEL_SCALAR_ONLY leaves all of them out, for tests and for processors of other makes. */
#if defined(__GNUC__) && defined(__x86_64__) && !defined(ANVIL_KERNEL_SCALAR_ONLY)
#define ANVIL_HAS_SSSE3 1
/* Entries of a table by kernel. Who has no SSSE3 is so old that a build which holds that kernel
 * does without a second loop for them: what runs for plain members and for others is then the same.
 */
#define ANVIL_SSSE3_ENTRY(function) function
#define ANVIL_SCALAR_ENTRY(function, nothing) nothing
/* Between these two lines functions may use SSSE3, whatever the build asks of the rest. */
#if defined(__clang__)
#define ANVIL_BEGIN_TARGET_SSSE3                                                                   \
    _Pragma("clang attribute push(__attribute__((target(\"ssse3\"))), apply_to = function)")
#define ANVIL_END_TARGET _Pragma("clang attribute pop")
#else
#define ANVIL_BEGIN_TARGET_SSSE3 _Pragma("GCC push_options") _Pragma("GCC target(\"ssse3\")")
#define ANVIL_END_TARGET _Pragma("GCC pop_options")
#endif
#else
#define ANVIL_HAS_SSSE3 0
#define ANVIL_SSSE3_ENTRY(function) NULL
#define ANVIL_SCALAR_ENTRY(function, nothing) function
#endif

#endif
