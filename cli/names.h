/* SPDX-License-Identifier: Apache-2.0 */
/* What the command calls things of the descriptors that the library has no names for. */
#ifndef CLI_NAMES_H
#define CLI_NAMES_H

#include "anvil/protocol.h"
#include "anvil/shape.h"

/* A Smithy shape type, such as "string". */
const char *cli_kind_name(unsigned kind);

/* A retry class: "never", "throttle", "transient". */
const char *cli_retry_name(unsigned retry);

#endif
