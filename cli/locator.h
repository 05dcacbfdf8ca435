/* SPDX-License-Identifier: Apache-2.0 */
/* From a member's path to its place in the text of a message that has been decoded. */
#ifndef CLI_LOCATOR_H
#define CLI_LOCATOR_H

#include "anvil/str.h"

/*
 * The offset of the value at `path`, a list of steps (names, and indices in decimal digits), in
 * `text`, which is well-formed JSON; of a name given twice the last. When the last step is not
 * there, that of the object that lacks it.
 */
size_t cli_locate(struct anvil_str text, const struct anvil_str *path, size_t steps);

#endif
