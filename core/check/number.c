/* SPDX-License-Identifier: Apache-2.0 */
/* Ranges include their bounds. Numbers that only approximate a decimal are compared with
 * the bound rounded the same way: 4.4 is not above a maximum of 4.4. NaN is in no range. */
#include "check/number.h"

#include "anvil/codec.h"
#include "base/form.h"
#include "base/port.h"
#include "text/decimal_order.h"

ANVIL_COLD_FILE

static bool is_integer_good(const struct anvil_range *range, int64_t value) {
    return value >= range->min_integer && value <= range->max_integer;
}

static bool is_real_good(const struct anvil_range *range, double value) {
    return (range->min_text.ptr == NULL || value >= range->min_real) &&
           (range->max_text.ptr == NULL || value <= range->max_real) && value == value;
}

static bool is_text_good(const struct anvil_range *range, struct anvil_str value) {
    return (range->min_text.ptr == NULL || anvil_decimal_compare(value, range->min_text) >= 0) &&
           (range->max_text.ptr == NULL || anvil_decimal_compare(value, range->max_text) <= 0);
}

static bool is_in_range(const struct anvil_range *range, uint8_t kind, const unsigned char *slot) {
    struct anvil_float single;
    struct anvil_double wide;
    struct anvil_str text;
    switch (kind) {
    case ANVIL_KIND_FLOAT:
        memcpy(&single, slot, sizeof single);
        return is_real_good(range, (double)single.value);
    case ANVIL_KIND_DOUBLE:
        memcpy(&wide, slot, sizeof wide);
        return is_real_good(range, wide.value);
    case ANVIL_KIND_BIG_INTEGER:
    case ANVIL_KIND_BIG_DECIMAL:
        memcpy(&text, slot, sizeof text);
        return is_text_good(range, text);
    default:
        return is_integer_good(range, anvil_integer_of(kind, slot));
    }
}

static bool is_listed(const struct anvil_int_enum *numbers, int64_t value) {
    for (uint16_t i = 0; i < numbers->count; i++)
        if (numbers->values[i] == value)
            return true;
    return false;
}

unsigned anvil_number_faults(const struct anvil_limits *limits, uint8_t kind,
                             const unsigned char *slot) {
    unsigned faults = 0;
    if (limits->range != NULL && !is_in_range(limits->range, kind, slot))
        faults |= ANVIL_CHECK_RANGE;
    if (limits->numbers != NULL && !is_listed(limits->numbers, anvil_integer_of(kind, slot)))
        faults |= ANVIL_CHECK_ENUM;
    return faults;
}

static void add(enum anvil_constraint constraint, const struct anvil_limits *limits,
                struct anvil_findings *findings) {
    struct anvil_violation violation = {constraint, 0, 0, ANVIL_NO_OFFSET, 0, 0, limits};
    anvil_findings_add(findings, &violation);
}

void anvil_add_number_faults(const struct anvil_limits *limits, unsigned faults, unsigned checks,
                             struct anvil_findings *findings) {
    if ((faults & checks & ANVIL_CHECK_RANGE) != 0)
        add(ANVIL_CONSTRAINT_RANGE, limits, findings);
    if ((faults & checks & ANVIL_CHECK_ENUM) != 0)
        add(ANVIL_CONSTRAINT_ENUM, limits, findings);
}
