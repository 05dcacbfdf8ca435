/* SPDX-License-Identifier: Apache-2.0 */
/* A JSON writer over stdio. */
#include "json_out.h"

#include "characters.h"

#include <inttypes.h>
#include <string.h>

static void begin_value(struct json_out *json) {
    if (json->needs_comma)
        fputc(',', json->file);
    json->needs_comma = true;
}

void json_open(struct json_out *json, char bracket) {
    begin_value(json);
    fputc(bracket, json->file);
    json->needs_comma = false;
}

void json_close(struct json_out *json, char bracket) {
    fputc(bracket, json->file);
    json->needs_comma = true;
}

void json_key(struct json_out *json, const char *key) {
    begin_value(json);
    fprintf(json->file, "\"%s\":", key);
    json->needs_comma = false;
}

static void write_character(FILE *file, struct anvil_str text, size_t at, size_t bytes,
                            uint32_t code) {
    if (code == CLI_NO_CHARACTER)
        fputs("\xef\xbf\xbd", file);
    else if (code < 0x20 || code == 0x7f)
        fprintf(file, "\\u%04x", (unsigned)code);
    else {
        if (code == '"' || code == '\\')
            fputc('\\', file);
        fwrite(text.ptr + at, 1, bytes, file);
    }
}

void json_text(struct json_out *json, struct anvil_str text) {
    if (text.ptr == NULL) {
        json_null(json);
        return;
    }
    begin_value(json);
    fputc('"', json->file);
    for (size_t at = 0; at < text.len;) {
        uint32_t code;
        size_t bytes = cli_character_at(text, at, &code);
        write_character(json->file, text, at, bytes, code);
        at += bytes;
    }
    fputc('"', json->file);
}

void json_word(struct json_out *json, const char *word) {
    json_text(json, anvil_str_of(word, word != NULL ? strlen(word) : 0));
}

void json_number(struct json_out *json, uint64_t number) {
    begin_value(json);
    fprintf(json->file, "%" PRIu64, number);
}

void json_boolean(struct json_out *json, bool truth) {
    begin_value(json);
    fputs(truth ? "true" : "false", json->file);
}

void json_null(struct json_out *json) {
    begin_value(json);
    fputs("null", json->file);
}

void json_raw(struct json_out *json, struct anvil_str text) {
    begin_value(json);
    if (text.len > 0)
        fwrite(text.ptr, 1, text.len, json->file);
}

void json_line(struct json_out *json) {
    fputc('\n', json->file);
    json->needs_comma = false;
}
