/* SPDX-License-Identifier: Apache-2.0 */
/* Defaults: who writes them. */
#include "sample/encoded_text.h"
#include "sample/report_assert.h"
#include "sample/sample_defaults.h"
#include "test.h"

#define SCALARS                                                                                    \
    "\"Boolean\":true,\"Byte\":0,\"Short\":2,\"Integer\":3,\"Long\":4,\"Float\":0.5,"              \
    "\"Double\":0.25,\"Big\":6,\"Level\":7,\"Text\":\"t\",\"Color\":\"\",\"Blob\":\"YWJj\","       \
    "\"Date\":\"1970-01-01T00:00:08Z\",\"Document\":[9],\"Texts\":[],\"Map\":{}"
#define WITH_OPTIONAL SCALARS ",\"Optional\":\"o\""

static void expect(const struct anvil_shape *shape, const struct sample_defaults *value,
                   unsigned checks, const char *text) {
    assert_text(encode_text(shape, value, checks, ANVIL_OK), text);
    assert_text(encode_joined(shape, value, checks, ANVIL_OK), text);
}

/* A client leaves an input's own defaults to the service, and writes those of what it did set,
 * unless they are clientOptional. */
TEST(a_client_writes_nested_defaults) {
    static const struct sample_defaults NOTHING = {.plain = {NULL, 0}};
    static const struct sample_defaults_entry ENTRY = {.key = ANVIL_STR("k")};
    static const struct sample_default_choice CHOICE = {.choice = {.member = 1},
                                                        .value = {.defaults = &NOTHING}};
    static const struct sample_defaults MESSAGE = {
        .defaults = &NOTHING, .list = {&NOTHING, 1}, .things = {&ENTRY, 1}, .choice = &CHOICE};
    expect(&sample_default_input_shape, &NOTHING, ANVIL_OFF, "{}");
    expect(&sample_default_input_shape, &MESSAGE, ANVIL_OFF,
           "{\"Defaults\":{" SCALARS "},\"List\":[{" SCALARS "}],\"Things\":{\"k\":{" SCALARS
           "}},\"Choice\":{\"Defaults\":{" SCALARS "}}}");
}

/* A server writes all of them, everywhere. */
TEST(a_server_writes_all_defaults) {
    static const struct sample_defaults NOTHING = {.plain = {NULL, 0}};
    static const struct sample_defaults MESSAGE = {.defaults = &NOTHING, .list = {&NOTHING, 1}};
    expect(&sample_default_output_shape, &NOTHING, ANVIL_OFF, "{" WITH_OPTIONAL "}");
    expect(&sample_default_output_shape, &MESSAGE, ANVIL_OFF,
           "{" WITH_OPTIONAL ",\"Defaults\":{" WITH_OPTIONAL "},\"List\":[{" WITH_OPTIONAL "}]}");
}

/* What is set is written, whether it is the default or not. */
TEST(what_is_set_is_written) {
    static const struct sample_defaults MESSAGE = {.boolean = {true, true},
                                                   .byte = {-1, true},
                                                   .text = ANVIL_STR(""),
                                                   .optional = ANVIL_STR("p")};
    static const struct sample_defaults NESTED = {.defaults = &MESSAGE};
    expect(&sample_default_input_shape, &MESSAGE, ANVIL_STRICT,
           "{\"Boolean\":true,\"Byte\":-1,\"Text\":\"\",\"Optional\":\"p\"}");
    expect(&sample_default_input_shape, &NESTED, ANVIL_OFF,
           "{\"Defaults\":{\"Boolean\":true,\"Byte\":-1,\"Short\":2,\"Integer\":3,\"Long\":4,"
           "\"Float\":0.5,\"Double\":0.25,\"Big\":6,\"Level\":7,\"Text\":\"\",\"Color\":\"\","
           "\"Blob\":\"YWJj\",\"Date\":\"1970-01-01T00:00:08Z\",\"Document\":[9],\"Texts\":[],"
           "\"Map\":{},\"Optional\":\"p\"}}");
}

/* What is absent is not checked, and is not missing: a default will stand there. */
TEST(absent_members_with_defaults_violate_nothing) {
    static const struct sample_defaults NOTHING = {.plain = {NULL, 0}};
    struct anvil_report report;
    assert_int_equal(anvil_check(&sample_default_output_shape, &NOTHING, ANVIL_STRICT, &report),
                     ANVIL_OK);
    expect(&sample_default_input_shape, &NOTHING, ANVIL_STRICT, "{}");
    expect(&sample_default_output_shape, &NOTHING, ANVIL_STRICT, "{" WITH_OPTIONAL "}");
}
