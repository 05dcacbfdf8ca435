/* SPDX-License-Identifier: Apache-2.0 */
/* Asks jansson. Built without it, nothing is asked and nothing counted. */
#include "json_oracle.h"

#include "oracle.h"

uint64_t json_differences[JSON_DIFFERENCE_COUNT];

#ifdef FUZZ_WITHOUT_LIBRARIES

void expect_jansson_agrees(struct anvil_str text, enum anvil_status status) {
    (void)text;
    (void)status;
}

#else

#include <jansson.h>
#include <string.h>

void expect_jansson_agrees(struct anvil_str text, enum anvil_status status) {
    json_error_t error;
    if (status == ANVIL_E_DEPTH) {
        json_differences[JSON_TOO_DEEP]++;
        return;
    }
    json_t *json = json_loadb(text.ptr, text.len, JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
    bool is_taken = json != NULL;
    json_decref(json);
    if (!is_taken && json_error_code(&error) == json_error_numeric_overflow) {
        json_differences[JSON_NUMBER_TOO_LARGE]++;
        return;
    }
    if (!is_taken && json_error_code(&error) == json_error_null_byte_in_key) {
        json_differences[JSON_NUL_IN_KEY]++;
        return;
    }
    if (is_taken && status != ANVIL_OK && memchr(text.ptr, '\0', text.len) != NULL) {
        json_differences[JSON_NUL_BYTE]++;
        return;
    }
    FUZZ_EXPECT(jansson_agrees, is_taken == (status == ANVIL_OK));
}

#endif

void expect_jansson_takes(struct anvil_str text) {
    expect_jansson_agrees(text, ANVIL_OK);
}
