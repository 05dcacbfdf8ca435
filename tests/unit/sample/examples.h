/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * The messages of spec/examples that a service and its clients exchange, with their shapes.
 */
#ifndef UNIT_SAMPLE_EXAMPLES_H
#define UNIT_SAMPLE_EXAMPLES_H

#include "anvil/shape.h"

/** One example. */
struct example {
    const char *file;                /**< below spec/examples */
    const struct anvil_shape *shape; /**< what it is a message of */
};

/** All of them; ends with a NULL file. */
extern const struct example examples[];

/** Reads one into `text`, without the white space around it; gives its length. Fails the running
 * test when it cannot be read. */
size_t example_text(const struct example *example, char *text, size_t capacity);

#endif
