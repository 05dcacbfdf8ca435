/* SPDX-License-Identifier: Apache-2.0 */
/* libFuzzer's front end. Defining both hooks makes it call each half of the time; every fourth call
 * goes back to its own mutations, which keep the dictionary and the table of recent comparisons
 * alive. Other engines with libFuzzer's interface have no LLVMFuzzerMutate: then all is ours. */
#include "mutator/json_mutate.h"

#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size) __attribute__((weak));
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *first, size_t first_size, const uint8_t *second,
                                 size_t second_size, uint8_t *out, size_t out_size, unsigned seed);

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed) {
    int is_ours = seed % 4 != 0 && json_has_pieces(data, size);
    if (LLVMFuzzerMutate != NULL && !is_ours)
        return LLVMFuzzerMutate(data, size, max_size);
    return json_mutate(data, size, max_size, NULL, 0, seed);
}

size_t LLVMFuzzerCustomCrossOver(const uint8_t *first, size_t first_size, const uint8_t *second,
                                 size_t second_size, uint8_t *out, size_t out_size, unsigned seed) {
    size_t size = first_size < out_size ? first_size : out_size;
    memcpy(out, first, size);
    if (LLVMFuzzerMutate != NULL && !json_has_pieces(first, first_size))
        return LLVMFuzzerMutate(out, size, out_size);
    return json_mutate(out, size, out_size, second, second_size, seed);
}
