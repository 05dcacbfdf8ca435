/* SPDX-License-Identifier: Apache-2.0 */
/* The time of the operating system, for an emulator that was given no other. */
#ifndef EMULATOR_SYSTEM_CLOCK_H
#define EMULATOR_SYSTEM_CLOCK_H

#include "emulator.h"

/* CLOCK_MONOTONIC and nanosleep(). */
extern const struct anvil_emulator_clock anvil_emulator_system_clock;

#endif
