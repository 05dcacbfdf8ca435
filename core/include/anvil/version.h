/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * The version of Anvil, at compile time and at run time. Semantic versioning.
 */
#ifndef ANVIL_VERSION_H
#define ANVIL_VERSION_H

#include "anvil/port.h"

ANVIL_BEGIN_C

/** Raised by incompatible changes. */
#define ANVIL_VERSION_MAJOR 0
/** Raised by compatible additions. */
#define ANVIL_VERSION_MINOR 1
/** Raised by repairs. */
#define ANVIL_VERSION_PATCH 0
/** All three, as text. */
#define ANVIL_VERSION_STRING "0.1.0"

/** The #ANVIL_VERSION_STRING that the library was compiled with. Never NULL. Static text. */
ANVIL_API const char *anvil_version(void);

ANVIL_END_C

#endif
