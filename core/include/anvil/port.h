/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * What differs between compilers, in one place. Nothing here depends on the processor.
 *
 * Every public header includes this one, and no other public header tests a compiler macro.
 */
#ifndef ANVIL_PORT_H
#define ANVIL_PORT_H

#ifdef __cplusplus
/** Opens the region whose declarations have C linkage in a C++ program; empty in C. */
#define ANVIL_BEGIN_C extern "C" {
/** Closes the region that #ANVIL_BEGIN_C opened. */
#define ANVIL_END_C }
#else
#define ANVIL_BEGIN_C
#define ANVIL_END_C
#endif

/* Windows knows no visibility, and gcc says so each time. */
#if defined(__GNUC__) && !defined(_WIN32)
/** A symbol that the shared library exports. */
#define ANVIL_API __attribute__((visibility("default")))
/** A symbol shared between files of the library and hidden outside it. */
#define ANVIL_LOCAL __attribute__((visibility("hidden")))
#else
#define ANVIL_API
#define ANVIL_LOCAL
#endif

#if defined(__GNUC__)
/** The result must be used: ignoring a status is a bug that the compiler reports. */
#define ANVIL_MUST_CHECK __attribute__((warn_unused_result))
#else
#define ANVIL_MUST_CHECK
#endif

#endif
