/* SPDX-License-Identifier: Apache-2.0 */
/* What is generated for a model is what the model compiles to at run time. The tables are made from
 * the example models while the tests are built (mk/gen.mk), with every warning an error. */
#include "spec_fixture.h"
#include "test.h"

#include <stdlib.h>

extern const struct anvil_operation_table sink_operations;
extern const struct anvil_operation_table altered_operations;
extern const struct anvil_operation_table orchard_operations;
extern const struct anvil_operation_table bounds_operations;
extern const struct anvil_operation_table part_operations;

static void assert_same(const char *path, const struct spec_options *options,
                        const struct anvil_operation_table *generated, size_t count) {
    struct fixture fixture;
    fixture_compile_file(&fixture, path, options);
    if (!fixture.is_good)
        fail_msg("%s: %s: %s", path, fixture.spec.fault.shape, fixture.spec.fault.reason);
    assert_int_equal(generated->count, count);
    fixture_assert_same_table(fixture.program.table, generated);
    fixture_free(&fixture);
}

TEST(one_of_everything) {
    const struct spec_options options = {.sha256 = FIXTURE_SHA256};
    assert_same("spec/model/examples/kitchen-sink.json", &options, &sink_operations, 22);
}

TEST(one_of_everything_overlaid) {
    struct spec_file overlay;
    char *text = fixture_read_file("spec/model/examples/kitchen-sink.overlay.json", &overlay.len);
    struct spec_options options = {
        .sha256 = FIXTURE_SHA256, .overlays = &overlay, .overlay_count = 1};
    overlay.text = text;
    assert_same("spec/model/examples/kitchen-sink.json", &options, &altered_operations, 22);
    free(text);
}

TEST(a_service_of_two_namespaces) {
    const struct spec_options options = {.sha256 = FIXTURE_SHA256};
    assert_same("spec/model/examples/orchard.json", &options, &orchard_operations, 17);
}

TEST(bounds_beyond_any_number) {
    const struct spec_options options = {.sha256 = FIXTURE_SHA256};
    assert_same("spec/model/examples/big-bounds.json", &options, &bounds_operations, 1);
}

TEST(a_part_of_a_service) {
    static const char *const operations[] = {"SendTextMessage", "DescribePools", "PutKeyword"};
    const struct spec_options options = {
        .sha256 = FIXTURE_SHA256, .operations = operations, .operation_count = 3};
    assert_same("spec/model/pinpoint-sms-voice-v2.json", &options, &part_operations, 3);
}
