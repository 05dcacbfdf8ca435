/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The target that must crash: it proves that oracles and sanitizers are there and can fail. No
 * other target may be believed in a build in which this one passes.
 *
 * Functions: none.
 * Oracles: reference_agrees, which is asked for what does not hold.
 *
 * Input: the first byte chooses the fault: 'o' an oracle that does not hold, in every build; 'a' a
 * byte read behind a block (AddressSanitizer), 'f' a block read after it was freed
 * (AddressSanitizer), 'u' a shift that is too wide (UndefinedBehaviorSanitizer), 'm' a branch on
 * memory that was never written (MemorySanitizer), 'l' a block that is lost (LeakSanitizer). Any
 * other byte does nothing, and asks the oracle for what does hold.
 */
#include "fuzz_input.h"
#include "oracle.h"

#include <stdlib.h>

const struct fuzz_target fuzz_target = {"must_crash", FUZZ_ASKS(reference_agrees)};

/* What the optimizer may neither see through nor leave out. */
static volatile unsigned sink;
static volatile unsigned width = 64;
static void *volatile kept;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz_input input = fuzz_input_of(data, size);
    uint8_t fault = fuzz_byte(&input);
    void *memory = fuzz_memory(16);
    const volatile unsigned char *block = memory;
    switch (fault) {
    case 'a':
        sink = block[16 + sink % 1];
        break;
    case 'f':
        kept = memory;
        free(memory);
        sink = *(unsigned char *)kept;
        return 0;
    case 'u':
        sink = 1U << width;
        break;
    case 'm':
        if (block[3] > 7)
            sink = 1;
        break;
    case 'l':
        kept = fuzz_memory(32);
        kept = NULL;
        break;
    default:
        break;
    }
    FUZZ_EXPECT(reference_agrees, fault != 'o');
    free(memory);
    return 0;
}
