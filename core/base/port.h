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
/* What only some builds refer to. */
#define ANVIL_UNUSED __attribute__((unused))
#else
#define ANVIL_LIKELY(condition) (condition)
#define ANVIL_UNLIKELY(condition) (condition)
#define ANVIL_COLD
#define ANVIL_INLINE static inline
#define ANVIL_NOINLINE
#define ANVIL_UNUSED
#endif

/* Said once in a file that runs rarely or never for valid messages, or once for a whole message:
 * its code is made small, and what is fast stays together. clang is left alone: it makes such code
 * small enough by itself. */
#if defined(__GNUC__) && !defined(__clang__)
#define ANVIL_COLD_FILE _Pragma("GCC optimize(\"Os\")")
#else
#define ANVIL_COLD_FILE
#endif

/* Which vector kernels a build can hold; which one runs is decided at run time by scan/kernel.c.
 * ANVIL_KERNEL_SCALAR_ONLY leaves all of them out, for tests and for processors of other makes. */
#if defined(__GNUC__) && defined(__x86_64__) && !defined(ANVIL_KERNEL_SCALAR_ONLY)
#define ANVIL_HAS_X86_KERNELS 1
/* An entry of a table by kernel. */
#define ANVIL_X86_ENTRY(function) function
/* Between these two lines functions may use the instructions named, whatever the build asks of the
 * rest. */
#define ANVIL_PRAGMA(text) _Pragma(#text)
#if defined(__clang__)
#define ANVIL_BEGIN_TARGET(names)                                                                  \
    ANVIL_PRAGMA(clang attribute push(__attribute__((target(names))), apply_to = function))
#define ANVIL_END_TARGET _Pragma("clang attribute pop")
#else
#define ANVIL_BEGIN_TARGET(names) _Pragma("GCC push_options") ANVIL_PRAGMA(GCC target(names))
#define ANVIL_END_TARGET _Pragma("GCC pop_options")
#endif
#define ANVIL_TARGET_SSSE3 "ssse3"
#define ANVIL_TARGET_AVX2 "avx2,bmi,bmi2"
#else
#define ANVIL_HAS_X86_KERNELS 0
#define ANVIL_X86_ENTRY(function) NULL
#endif

/* Every 64-bit ARM processor has NEON: there is nothing to choose. */
#if defined(__GNUC__) && defined(__AARCH64EL__) && !defined(ANVIL_KERNEL_SCALAR_ONLY)
#define ANVIL_HAS_NEON_KERNEL 1
#define ANVIL_NEON_ENTRY(function) function
#else
#define ANVIL_HAS_NEON_KERNEL 0
#define ANVIL_NEON_ENTRY(function) NULL
#endif

/* Loops of its own has the best kernel of a build. Processors that cannot run it are so old that
 * what runs for plain members and for others is the same there. */
#if ANVIL_HAS_X86_KERNELS || ANVIL_HAS_NEON_KERNEL
#define ANVIL_SCALAR_ENTRY(function, nothing) nothing
#else
#define ANVIL_SCALAR_ENTRY(function, nothing) function
#endif

#endif
