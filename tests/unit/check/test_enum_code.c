/* SPDX-License-Identifier: Apache-2.0 */
/* The code of an enum's text. */
#include "sample/sample_limits.h"
#include "sample/sample_shapes.h"
#include "smsv2/smsv2.h"
#include "test.h"

TEST(codes_are_positions_counted_from_one) {
    assert_int_equal(anvil_enum_code(&sample_colors, TEXT("RED")), 1);
    assert_int_equal(anvil_enum_code(&sample_colors, TEXT("GREEN")), 2);
    assert_int_equal(anvil_enum_code(&sample_colors, TEXT("BLUE")), 3);
}

TEST(absent_text_has_the_code_zero) {
    assert_int_equal(anvil_enum_code(&sample_colors, anvil_str_of(NULL, 0)), 0);
}

TEST(other_text_is_unknown) {
    static const struct anvil_str TEXTS[] = {ANVIL_STR(""), ANVIL_STR("red"), ANVIL_STR("REDS"),
                                             ANVIL_STR("RE"), ANVIL_STR("GREEN\0")};
    for (size_t i = 0; i < sizeof TEXTS / sizeof TEXTS[0]; i++)
        assert_int_equal(anvil_enum_code(&sample_colors, TEXTS[i]), ANVIL_ENUM_UNKNOWN);
}

/* Every value of every enum of the service answers with its own place. */
TEST(every_value_of_the_service_has_its_code) {
    static const struct anvil_enum *const ENUMS[] = {
        &smsv2_access_denied_exception_reason_values,
        &smsv2_conflict_exception_reason_values,
        &smsv2_resource_type_values,
        &smsv2_service_quota_exceeded_exception_reason_values,
        &smsv2_validation_exception_reason_values,
    };
    for (size_t i = 0; i < sizeof ENUMS / sizeof ENUMS[0]; i++) {
        assert_true(ENUMS[i]->count > 1);
        for (int j = 0; j < ENUMS[i]->count; j++)
            assert_int_equal(anvil_enum_code(ENUMS[i], anvil_enum_value(ENUMS[i], (size_t)j)),
                             j + 1);
    }
}
