/* SPDX-License-Identifier: Apache-2.0 */
/* One pass; the open containers are a chain of parents, so nothing limits their depth but the
 * number of pieces. */
#include "mutator/outline.h"

#include <string.h>

struct reader {
    struct outline *outline;
    const unsigned char *bytes;
    size_t len;
    size_t at;
    size_t open; /* the innermost container, or OUTLINE_NONE */
    size_t key;  /* the key that waits for its value, or OUTLINE_NONE */
};

static size_t add(struct reader *reader, enum piece_kind kind) {
    struct piece *piece = &reader->outline->pieces[reader->outline->count];
    piece->begin = reader->at;
    piece->end = reader->len;
    piece->parent = reader->open;
    piece->key = kind == PIECE_KEY ? OUTLINE_NONE : reader->key;
    piece->kind = kind;
    reader->key = OUTLINE_NONE;
    return reader->outline->count++;
}

static size_t string_end(const struct reader *reader) {
    size_t at = reader->at + 1;
    while (at < reader->len && reader->bytes[at] != '"')
        at += reader->bytes[at] == '\\' ? 2 : 1;
    return at < reader->len ? at + 1 : reader->len;
}

static bool is_space(unsigned char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* In an object a string is a key until one waits for its value. */
static void read_string(struct reader *reader) {
    bool is_in_object =
        reader->open != OUTLINE_NONE && reader->outline->pieces[reader->open].kind == PIECE_OBJECT;
    bool is_key = is_in_object && reader->key == OUTLINE_NONE;
    size_t end = string_end(reader);
    size_t index = add(reader, is_key ? PIECE_KEY : PIECE_STRING);
    reader->outline->pieces[index].end = end;
    reader->at = end;
    if (is_key)
        reader->key = index;
}

static void read_word(struct reader *reader) {
    unsigned char first = reader->bytes[reader->at];
    bool is_number = first == '-' || (first >= '0' && first <= '9');
    size_t index = add(reader, is_number ? PIECE_NUMBER : PIECE_WORD);
    while (reader->at < reader->len && !is_space(reader->bytes[reader->at]) &&
           memchr(",:[]{}\"", reader->bytes[reader->at], 7) == NULL)
        reader->at++;
    reader->outline->pieces[index].end = reader->at;
}

static void close_container(struct reader *reader) {
    reader->at++;
    reader->key = OUTLINE_NONE;
    if (reader->open == OUTLINE_NONE)
        return;
    struct piece *container = &reader->outline->pieces[reader->open];
    container->end = reader->at;
    reader->open = container->parent;
}

static void read_piece(struct reader *reader) {
    switch (reader->bytes[reader->at]) {
    case '{':
    case '[':
        reader->open = add(reader, reader->bytes[reader->at] == '{' ? PIECE_OBJECT : PIECE_ARRAY);
        reader->at++;
        break;
    case '}':
    case ']':
        close_container(reader);
        break;
    case '"':
        read_string(reader);
        break;
    case ',':
        reader->key = OUTLINE_NONE;
        reader->at++;
        break;
    case ':':
        reader->at++;
        break;
    default:
        if (is_space(reader->bytes[reader->at]))
            reader->at++;
        else
            read_word(reader);
    }
}

void outline_read(struct outline *outline, const unsigned char *bytes, size_t len) {
    struct reader reader = {outline, bytes, len, 0, OUTLINE_NONE, OUTLINE_NONE};
    outline->count = 0;
    while (reader.at < len && bytes[reader.at] != '{' && bytes[reader.at] != '[')
        reader.at++;
    outline->begin = reader.at;
    while (reader.at < len && outline->count < OUTLINE_PIECES)
        read_piece(&reader);
}
