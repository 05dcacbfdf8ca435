/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What goes wrong on purpose: a plan such as "throttle=0.1,5xx=0.05,delay=50ms,reset=0.01", and
 * the dice that decide for each request. Knows no request. The same plan gives the same faults in
 * the same order, so that a failing test fails again.
 */
#ifndef EMULATOR_FAULT_PLAN_H
#define EMULATOR_FAULT_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Begin with anvil_fault_plan_read(). */
struct fault_plan {
    double throttle; /* how likely each is, 0 to 1 */
    double failure;
    double reset;
    double garbage;
    uint64_t delay_ms; /* before every answer */
    uint64_t rate;     /* requests of one operation in a second; 0: as many as come */
    uint64_t state;    /* of the dice */
};

/* What befalls one request. The first two keep it from being worked on, the other two its answer
 * from arriving. */
struct fault {
    bool is_throttled;
    bool is_failure;
    bool is_reset;
    bool is_garbage;
};

/* Reads a plan; NULL is one without faults. False with the part that is wrong: `*wrong` points into
 * the text, `*bytes` long. */
bool anvil_fault_plan_read(struct fault_plan *plan, const char *text, const char **wrong,
                           size_t *bytes);

/* Rolls for one request. */
struct fault anvil_fault_plan_roll(struct fault_plan *plan);

/* A number from 0 to `count` - 1. */
uint64_t anvil_fault_plan_pick(struct fault_plan *plan, uint64_t count);

#endif
