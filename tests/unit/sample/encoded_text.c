/* SPDX-License-Identifier: Apache-2.0 */
/* Knows the public verbs only. */
#include "sample/encoded_text.h"

#include "test.h"

#include <string.h>

struct anvil_str encoded_spans[ENCODED_SPANS_MAX];
size_t encoded_span_count;

struct anvil_str encode_text(const struct anvil_shape *shape, const void *value, unsigned checks,
                             enum anvil_status expected) {
    static char buffer[ENCODED_BYTES_MAX];
    size_t bytes = 99;
    enum anvil_status status =
        anvil_encode(shape, value, checks, buffer, sizeof buffer, &bytes, NULL);
    assert_string_equal(anvil_status_name(status), anvil_status_name(expected));
    if (status != ANVIL_OK) {
        assert_int_equal(bytes, 0);
        return anvil_str_of(NULL, 0);
    }
    return anvil_str_of(buffer, bytes);
}

struct anvil_str encode_joined(const struct anvil_shape *shape, const void *value, unsigned checks,
                               enum anvil_status expected) {
    static char joined[ENCODED_BYTES_MAX];
    static unsigned char memory[ENCODED_BYTES_MAX];
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    size_t bytes = 99;
    encoded_span_count = 99;
    enum anvil_status status =
        anvil_encode_spans(shape, value, checks, encoded_spans, ENCODED_SPANS_MAX,
                           &encoded_span_count, &bytes, &arena, NULL);
    assert_string_equal(anvil_status_name(status), anvil_status_name(expected));
    if (status != ANVIL_OK) {
        assert_int_equal(bytes, 0);
        assert_int_equal(encoded_span_count, 0);
        return anvil_str_of(NULL, 0);
    }
    size_t len = 0;
    for (size_t i = 0; i < encoded_span_count; i++) {
        assert_in_range(encoded_spans[i].len, 1, sizeof joined - len);
        memcpy(joined + len, encoded_spans[i].ptr, encoded_spans[i].len);
        len += encoded_spans[i].len;
    }
    assert_int_equal(len, bytes);
    return anvil_str_of(joined, len);
}
