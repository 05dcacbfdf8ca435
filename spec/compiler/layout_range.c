/* SPDX-License-Identifier: Apache-2.0 */
/* The range trait in the forms that the engine compares: exact for integers and big numbers,
 * rounded like the values themselves for floats and doubles. */
#include "layout_parts.h"

#include "text/integer.h"
#include "text/real.h"

#include <float.h>

/* A bound that an integer kind compares with; what is beyond 64 bits is cut off there. */
static bool to_integer(struct spec *spec, const struct spec_member *member, struct anvil_str text,
                       int64_t *out) {
    const unsigned char *begin = (const unsigned char *)text.ptr;
    enum anvil_status status;
    if (text.ptr == NULL)
        return true;
    status = anvil_integer_read(begin, begin + text.len, INT64_MIN, INT64_MAX, out);
    if (status == ANVIL_E_RANGE_OF_TYPE)
        *out = text.ptr[0] == '-' ? INT64_MIN : INT64_MAX;
    else if (status != ANVIL_OK)
        return spec_fail(spec, member->target.shape->name,
                         "range: the bound %.*s of a whole number is none", (int)text.len,
                         text.ptr);
    return true;
}

/* A bound that does not fit is beyond every finite value, and infinity still breaks it. */
static double to_real(struct anvil_str text, bool is_float, double otherwise) {
    const unsigned char *begin = (const unsigned char *)text.ptr;
    double max = is_float ? (double)FLT_MAX : DBL_MAX;
    double wide = max;
    float single = FLT_MAX;
    enum anvil_status status;
    if (text.ptr == NULL)
        return otherwise;
    status = is_float ? anvil_float_read(begin, begin + text.len, &single)
                      : anvil_double_read(begin, begin + text.len, &wide);
    if (status != ANVIL_OK)
        return text.ptr[0] == '-' ? -max : max;
    return is_float ? (double)single : wide;
}

static bool is_same(const struct anvil_range *a, const struct anvil_range *b) {
    return anvil_str_equal(a->min_text, b->min_text) && anvil_str_equal(a->max_text, b->max_text) &&
           a->min_integer == b->min_integer && a->max_integer == b->max_integer &&
           a->min_real == b->min_real && a->max_real == b->max_real;
}

static bool fill(struct spec *spec, const struct spec_member *member,
                 const struct spec_traits *traits, struct anvil_range *range) {
    int kind = member->target.shape->kind;
    range->min_text = traits->range_min;
    range->max_text = traits->range_max;
    range->min_integer = INT64_MIN;
    range->max_integer = INT64_MAX;
    switch (kind) {
    case ANVIL_KIND_FLOAT:
    case ANVIL_KIND_DOUBLE:
        range->min_real = to_real(range->min_text, kind == ANVIL_KIND_FLOAT, 0);
        range->max_real = to_real(range->max_text, kind == ANVIL_KIND_FLOAT, 0);
        return true;
    case ANVIL_KIND_BIG_INTEGER:
    case ANVIL_KIND_BIG_DECIMAL:
        return true;
    default:
        return to_integer(spec, member, range->min_text, &range->min_integer) &&
               to_integer(spec, member, range->max_text, &range->max_integer);
    }
}

bool spec_layout_range(struct spec *spec, const struct spec_member *member, const char *symbol,
                       struct spec_program *program, const struct anvil_range **range) {
    const struct spec_traits *traits = spec_range_traits(member);
    const struct spec_object *objects = program->ranges.items;
    struct anvil_range *made;
    *range = NULL;
    if (!traits->has_range)
        return true;
    made = spec_alloc(spec, 1, sizeof *made);
    if (made == NULL || !fill(spec, member, traits, made))
        return false;
    for (size_t i = 0; i < program->ranges.count; i++) {
        if (is_same(objects[i].descriptor, made)) {
            *range = objects[i].descriptor;
            return true;
        }
    }
    *range = made;
    return spec_add_object(spec, &program->ranges, spec_text(spec, "%s_range", symbol), made,
                           member->target.shape) != NULL;
}
