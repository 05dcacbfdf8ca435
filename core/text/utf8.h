/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8 (RFC 3629): validity, length in code points, and writing one code point. */
#ifndef ANVIL_TEXT_UTF8_H
#define ANVIL_TEXT_UTF8_H

#include "anvil/port.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The length in bytes of the well-formed sequence at p, 1 to 4, or 0 when the bytes up to `end`
 * begin with none: overlong forms, surrogates, values above U+10FFFF and cut-off sequences are
 * none. p must be below end. */
ANVIL_LOCAL size_t anvil_utf8_sequence(const unsigned char *p, const unsigned char *end);

/* Counts the code points of `bytes` bytes at `text` into *code_points. False when the text is not
 * UTF-8; *code_points is then not written. */
ANVIL_LOCAL bool anvil_utf8_count(const char *text, size_t bytes, size_t *code_points);

/* Writes the sequence of a Unicode scalar value, 1 to 4 bytes, and returns how many. */
ANVIL_LOCAL size_t anvil_utf8_write(uint32_t code_point, char *out);

#endif
