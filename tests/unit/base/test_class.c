/* SPDX-License-Identifier: Apache-2.0 */
/* Membership in a class of bytes, and the classes that the tests and the engine are built on. */
#include "base/class.h"
#include "sample/sample_limits.h"
#include "scan/kernel.h"
#include "test.h"

#include <ctype.h>
#include <string.h>

TEST(a_class_of_one_byte_has_that_byte) {
    for (unsigned only = 0; only < 128; only++) {
        struct anvil_class set = {{0}};
        set.rows[only & 15] = (uint8_t)(1U << (only >> 4));
        for (unsigned byte = 0; byte < 256; byte++)
            assert_int_equal(anvil_class_has(&set, (unsigned char)byte), byte == only);
    }
}

TEST(no_class_has_a_byte_beyond_ascii) {
    struct anvil_class all;
    memset(&all, 0xFF, sizeof all);
    for (unsigned byte = 0; byte < 256; byte++)
        assert_int_equal(anvil_class_has(&all, (unsigned char)byte), byte < 0x80);
}

static bool is_plain(int byte) {
    return byte >= 0x20 && byte != '"' && byte != '\\';
}
static bool is_token(int byte) {
    return byte > 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
}
static bool is_graphic(int byte) {
    return byte > 0x20 && byte < 0x7F;
}
static bool is_upper(int byte) {
    return byte >= 'A' && byte <= 'Z';
}
static bool is_lower(int byte) {
    return byte >= 'a' && byte <= 'z';
}
static bool is_lower_or_digit(int byte) {
    return is_lower(byte) || (byte >= '0' && byte <= '9');
}
static bool is_identity(int byte) {
    return is_upper(byte) || is_lower_or_digit(byte) || (byte != 0 && strchr("_:/-", byte) != NULL);
}

TEST(the_classes_are_what_their_names_say) {
    static const struct {
        const struct anvil_run *run;
        bool (*has)(int byte);
    } CLASSES[] = {
        {&anvil_plain_run, is_plain},        {&sample_any_run, is_plain},
        {&sample_title_run, is_plain},       {&sample_token_run, is_token},
        {&sample_code_run, is_upper},        {&sample_slug_run, is_lower},
        {&sample_id_run, is_lower_or_digit}, {&sample_owner_run, is_identity},
    };
    for (size_t i = 0; i < sizeof CLASSES / sizeof CLASSES[0]; i++)
        for (int byte = 0; byte < 128; byte++)
            assert_int_equal(anvil_class_has(&CLASSES[i].run->set, (unsigned char)byte),
                             CLASSES[i].has(byte));
    for (int byte = 0; byte < 128; byte++)
        assert_int_equal(anvil_class_has(&sample_token_pattern.run->set, (unsigned char)byte),
                         is_graphic(byte));
}
