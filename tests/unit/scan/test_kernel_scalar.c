/* SPDX-License-Identifier: Apache-2.0 */
/* The primitives of the portable kernel. */
#include "base/port.h"

#include "scan/kernel_scalar.h"

#define SKIP_WITHOUT_KERNEL() (void)0
#include "kernel_cases.h"
