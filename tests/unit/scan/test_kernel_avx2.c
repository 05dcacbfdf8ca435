/* SPDX-License-Identifier: Apache-2.0 */
/* The primitives of the AVX2 kernel. */
#include "base/port.h"

#if ANVIL_HAS_X86_KERNELS
#include <string.h>

ANVIL_BEGIN_TARGET(ANVIL_TARGET_AVX2)
#include "scan/kernel_avx2.h"

#define SKIP_WITHOUT_KERNEL()                                                                      \
    if (anvil_kernel() < ANVIL_KERNEL_AVX2)                                                        \
    skip()
#include "kernel_cases.h"
ANVIL_END_TARGET
#else
#include "scan/kernel.h"
#include "test.h"

TEST(a_build_without_this_kernel_does_not_offer_it) {
    assert_true(anvil_spans[ANVIL_KERNEL_AVX2] == NULL);
}
#endif
