/* SPDX-License-Identifier: Apache-2.0 */
/* The version that this library was compiled with. */
#include "anvil/version.h"

const char *anvil_version(void) {
    return ANVIL_VERSION_STRING;
}
