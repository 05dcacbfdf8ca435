/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * The mutator: one change, or a few, to a text that holds a message. Both front ends, libFuzzer's
 * and AFL++'s, call it and nothing else. Deterministic: the same bytes and seed give the same text.
 *
 * What stands before the first brace or bracket belongs to the target, which reads its choices
 * there; it is left alone but for single bytes. A text without any bracket is changed bytewise.
 */
#ifndef FUZZ_MUTATOR_JSON_MUTATE_H
#define FUZZ_MUTATOR_JSON_MUTATE_H

#include <stddef.h>
#include <stdint.h>

/**
 * Changes a text in place.
 *
 * @param bytes  `room` bytes of memory, of which the first `len` are the text.
 * @param other  another input, to take pieces from; may be NULL with `other_len` 0.
 * @return the length of the new text in bytes, at most `room`; it may be the old text when nothing
 *         fits. Cost: a few passes over the text, and the making of a value.
 */
size_t json_mutate(unsigned char *bytes, size_t len, size_t room, const unsigned char *other,
                   size_t other_len, uint64_t seed);

/** Whether there is a brace or a bracket in the text: the least that json_mutate() can work with.
 */
int json_has_pieces(const unsigned char *bytes, size_t len);

#endif
