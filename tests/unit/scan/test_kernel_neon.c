/* SPDX-License-Identifier: Apache-2.0 */
/* The primitives of the NEON kernel. */
#include "base/port.h"

#if ANVIL_HAS_NEON_KERNEL
#include "scan/kernel_neon.h"

#define SKIP_WITHOUT_KERNEL()                                                                      \
    if (anvil_kernel() < ANVIL_KERNEL_NEON)                                                        \
    skip()
#include "kernel_cases.h"
#else
#include "scan/kernel.h"
#include "test.h"

TEST(a_build_without_this_kernel_does_not_offer_it) {
    assert_true(anvil_spans[ANVIL_KERNEL_NEON] == NULL);
}
#endif
