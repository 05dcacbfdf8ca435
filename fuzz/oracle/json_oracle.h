/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jansson, an independent reader of JSON, asked whether a text is JSON. Where the two differ by
 * design there is no verdict; each such difference is a line of enum json_difference and counted.
 */
#ifndef FUZZ_JSON_ORACLE_H
#define FUZZ_JSON_ORACLE_H

#include "anvil/status.h"
#include "anvil/str.h"

#include <stdint.h>

enum json_difference {
    JSON_TOO_DEEP,         /* the engine stops at ANVIL_DEPTH_MAX, jansson far deeper */
    JSON_NUMBER_TOO_LARGE, /* jansson refuses integers beyond 64 bits and reals beyond a double */
    JSON_NUL_IN_KEY,       /* jansson takes U+0000 in values and not in names */
    JSON_NUL_BYTE,         /* jansson takes a NUL byte behind the value for the end of the text */
    JSON_DIFFERENCE_COUNT
};

/* How often each was met in this process. */
extern uint64_t json_differences[JSON_DIFFERENCE_COUNT];

/* jansson_agrees: it takes `text` when `status` is #ANVIL_OK, and refuses it otherwise. `status` is
 * that of the engine for the whole text, of whatever type. */
void expect_jansson_agrees(struct anvil_str text, enum anvil_status status);

/* jansson_agrees: it takes `text`. */
void expect_jansson_takes(struct anvil_str text);

#endif
