/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Writes JSON to a stream, compact, with the commas in the right places. What it writes is always
 * valid JSON: bytes that are not UTF-8 come out as U+FFFD. It does not look at write errors;
 * ferror() of the stream tells.
 */
#ifndef CLI_JSON_OUT_H
#define CLI_JSON_OUT_H

#include "anvil/str.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* A writer. Begin with {stream, false}. */
struct json_out {
    FILE *file;
    bool needs_comma; /* a value was written just before, at this level */
};

/* Opens and closes an object or an array: '{', '}', '[', ']'. */
void json_open(struct json_out *json, char bracket);
void json_close(struct json_out *json, char bracket);

/* The key of the next value; plain ASCII without characters that need an escape. */
void json_key(struct json_out *json, const char *key);

/* Values. Absent text is null. */
void json_text(struct json_out *json, struct anvil_str text);
void json_word(struct json_out *json, const char *word); /* C text, or NULL for null */
void json_number(struct json_out *json, uint64_t number);
void json_boolean(struct json_out *json, bool truth);
void json_null(struct json_out *json);

/* A value that is JSON already. */
void json_raw(struct json_out *json, struct anvil_str text);

/* Ends a whole value with a line feed and is ready for another one. */
void json_line(struct json_out *json);

#endif
