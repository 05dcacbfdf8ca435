/* SPDX-License-Identifier: Apache-2.0 */
/* Reading plans and rolling dice. The dice are splitmix64: small, and the same everywhere. */
#include "fault_plan.h"

#include <string.h>

/* An hour: nobody waits longer. */
#define DELAY_MS_MAX 3600000
/* More than one a millisecond cannot be told apart. */
#define RATE_MAX 1000
/* 1 in millionths, the grain of probabilities. */
#define ONE 1000000

static uint64_t roll(struct fault_plan *plan) {
    uint64_t mixed = plan->state += 0x9e3779b97f4a7c15;

    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
}

uint64_t anvil_fault_plan_pick(struct fault_plan *plan, uint64_t count) {
    return roll(plan) % count;
}

static bool happens(struct fault_plan *plan, double chance) {
    return (double)anvil_fault_plan_pick(plan, ONE) < chance * ONE;
}

/* Reads digits; false when there are none or too many. */
static bool read_whole(const char **at, const char *end, uint64_t *number) {
    const char *begin = *at;

    for (*number = 0; *at < end && **at >= '0' && **at <= '9' && *at - begin < 10; (*at)++)
        *number = *number * 10 + (uint64_t)(**at - '0');
    return *at > begin;
}

/* Reads 0 to 1 with up to six decimals, whatever the locale. */
static bool read_chance(const char *at, const char *end, double *chance) {
    uint64_t whole;
    uint64_t part = 0;
    uint64_t unit = ONE;

    if (!read_whole(&at, end, &whole))
        return false;
    if (at < end && *at == '.')
        for (at++; at < end && *at >= '0' && *at <= '9' && unit > 1; at++) {
            unit /= 10;
            part += (uint64_t)(*at - '0') * unit;
        }
    *chance = (double)whole + (double)part / ONE;
    return at == end && *chance <= 1;
}

/* Reads 50ms or 2s. */
static bool read_delay(const char *at, const char *end, uint64_t *ms) {
    if (!read_whole(&at, end, ms))
        return false;
    if (end - at == 1 && *at == 's')
        *ms *= 1000;
    else if (end - at != 2 || memcmp(at, "ms", 2) != 0)
        return false;
    return *ms <= DELAY_MS_MAX;
}

static bool is_word(const char *begin, const char *end, const char *word) {
    return (size_t)(end - begin) == strlen(word) && memcmp(begin, word, strlen(word)) == 0;
}

/* Reads one NAME=VALUE. */
static bool read_part(struct fault_plan *plan, const char *begin, const char *end) {
    const char *equals = memchr(begin, '=', (size_t)(end - begin));

    if (equals == NULL)
        return false;
    if (is_word(begin, equals, "throttle"))
        return read_chance(equals + 1, end, &plan->throttle);
    if (is_word(begin, equals, "5xx"))
        return read_chance(equals + 1, end, &plan->failure);
    if (is_word(begin, equals, "reset"))
        return read_chance(equals + 1, end, &plan->reset);
    if (is_word(begin, equals, "garbage"))
        return read_chance(equals + 1, end, &plan->garbage);
    if (is_word(begin, equals, "delay"))
        return read_delay(equals + 1, end, &plan->delay_ms);
    const char *at = equals + 1;
    if (is_word(begin, equals, "rate"))
        return read_whole(&at, end, &plan->rate) && at == end && plan->rate <= RATE_MAX;
    return is_word(begin, equals, "seed") && read_whole(&at, end, &plan->state) && at == end;
}

bool anvil_fault_plan_read(struct fault_plan *plan, const char *text, const char **wrong,
                           size_t *bytes) {
    memset(plan, 0, sizeof *plan);
    while (text != NULL && *text != '\0') {
        size_t length = strcspn(text, ",");
        if (!read_part(plan, text, text + length)) {
            *wrong = text;
            *bytes = length;
            return false;
        }
        text += length + (text[length] == ',');
    }
    return true;
}

struct fault anvil_fault_plan_roll(struct fault_plan *plan) {
    struct fault fault = {0};

    fault.is_throttled = happens(plan, plan->throttle);
    fault.is_failure = !fault.is_throttled && happens(plan, plan->failure);
    fault.is_reset = happens(plan, plan->reset);
    fault.is_garbage = !fault.is_reset && happens(plan, plan->garbage);
    return fault;
}
