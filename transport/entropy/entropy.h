/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Random bytes of the operating system, for the client tokens that anvil_call() fills in.
 */
#ifndef TRANSPORT_ENTROPY_ENTROPY_H
#define TRANSPORT_ENTROPY_ENTROPY_H

#include "anvil/port.h"
#include "anvil/transport.h"

ANVIL_BEGIN_C

/**
 * The entropy source of the operating system: /dev/urandom. It has no state, serves any number of
 * threads, and fails with #ANVIL_E_ENTROPY where the device cannot be read. Cost: a system call to
 * open, read and close each time.
 */
struct anvil_entropy anvil_system_entropy(void);

/**
 * The same from another device or file, as for tests. `path` must outlive the source. A file that
 * ends too early is a failure, never a short answer.
 */
struct anvil_entropy anvil_file_entropy(const char *path);

ANVIL_END_C

#endif
