/* SPDX-License-Identifier: Apache-2.0 */
/* Counting lines and characters. */
#include "place.h"

struct cli_place_finder cli_place_finder_of(struct anvil_str text, size_t first_line) {
    struct cli_place_finder finder = {text, first_line, 0, {first_line, 1, 0}};
    return finder;
}

/*
 * Characters that begin in [begin, end): every byte but the continuation bytes of UTF-8. In front
 * of any place that a report names the text is well-formed, so nothing else needs counting.
 */
static size_t count_characters(struct anvil_str text, size_t begin, size_t end) {
    size_t count = 0;
    for (size_t i = begin; i < end; i++)
        count += ((unsigned char)text.ptr[i] & 0xc0u) != 0x80;
    return count;
}

struct cli_place cli_place_of(struct cli_place_finder *finder, size_t offset) {
    struct anvil_str text = finder->text;

    if (offset > text.len)
        offset = text.len;
    if (offset < finder->at)
        *finder = cli_place_finder_of(text, finder->first_line);
    while (finder->at < offset) {
        const char *feed = memchr(text.ptr + finder->at, '\n', offset - finder->at);
        if (feed == NULL) {
            finder->last.column += count_characters(text, finder->at, offset);
            finder->at = offset;
        } else {
            finder->at = (size_t)(feed - text.ptr) + 1;
            finder->last.line++;
            finder->last.column = 1;
            finder->last.line_begin = finder->at;
        }
    }
    return finder->last;
}

struct anvil_str cli_line_at(struct anvil_str text, struct cli_place place) {
    if (text.len == place.line_begin)
        return anvil_str_of("", 0);
    const char *line = text.ptr + place.line_begin;
    size_t rest = text.len - place.line_begin;
    const char *feed = memchr(line, '\n', rest);
    size_t bytes = feed != NULL ? (size_t)(feed - line) : rest;
    if (bytes > 0 && line[bytes - 1] == '\r')
        bytes--;
    return anvil_str_of(line, bytes);
}
