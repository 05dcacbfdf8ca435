/* SPDX-License-Identifier: Apache-2.0 */
/* Masks line by line; a line that is not known to hold a secret is copied as it is. */
#include "masked_head.h"

#include <string.h>
#include <strings.h>

/* What stays of an access key: enough to tell one from the other. */
#define KEY_BYTES_SHOWN ((size_t)4)

static const char MASK[] = "***";
#define MASK_BYTES (sizeof MASK - 1)

/* The copy so far. */
struct copy {
    char *text;
    size_t used;
};

static void put(struct copy *copy, const char *text, size_t bytes) {
    memcpy(copy->text + copy->used, text, bytes);
    copy->used += bytes;
}

static bool is_named(struct anvil_str line, const char *name) {
    size_t bytes = strlen(name);
    return line.len > bytes && line.ptr[bytes] == ':' && strncasecmp(line.ptr, name, bytes) == 0;
}

/* Where `word` stands in `text`, or text.len. */
static size_t find(struct anvil_str text, const char *word) {
    size_t bytes = strlen(word);
    for (size_t i = 0; i + bytes <= text.len; i++)
        if (memcmp(text.ptr + i, word, bytes) == 0)
            return i;
    return text.len;
}

/* The first byte at or behind `at` that is one of `ends`, or text.len. */
static size_t end_of(struct anvil_str text, size_t at, const char *ends) {
    while (at < text.len && memchr(ends, text.ptr[at], strlen(ends)) == NULL)
        at++;
    return at;
}

/* AWS4-HMAC-SHA256 Credential=KEY/SCOPE, SignedHeaders=..., Signature=... */
static void put_signed(struct copy *copy, struct anvil_str line) {
    static const char CREDENTIAL[] = "Credential=";
    static const char SIGNATURE[] = "Signature=";
    size_t key = find(line, CREDENTIAL) + sizeof CREDENTIAL - 1;
    size_t signature = find(line, SIGNATURE) + sizeof SIGNATURE - 1;
    size_t key_end = end_of(line, key, "/,");
    size_t shown = key_end - key > 2 * KEY_BYTES_SHOWN ? KEY_BYTES_SHOWN : 0;

    put(copy, line.ptr, key + shown);
    put(copy, MASK, MASK_BYTES);
    put(copy, line.ptr + key_end, signature - key_end);
    put(copy, MASK, MASK_BYTES);
}

static void put_line(struct copy *copy, struct anvil_str line) {
    bool is_authorization = is_named(line, "Authorization");
    size_t credential = find(line, "Credential=");
    size_t signature = find(line, "Signature=");

    if (is_authorization && credential < signature && signature < line.len) {
        put_signed(copy, line);
    } else if (is_authorization || is_named(line, "Proxy-Authorization") ||
               is_named(line, "X-Amz-Security-Token")) {
        put(copy, line.ptr, find(line, ":") + 1);
        put(copy, " ", 1);
        put(copy, MASK, MASK_BYTES);
    } else {
        put(copy, line.ptr, line.len);
    }
}

size_t anvil_masked_head_room(size_t head_bytes) {
    /* A mask and its blank are shorter than any name in front of them. */
    return 2 * head_bytes;
}

size_t anvil_masked_head(struct anvil_str head, char *masked) {
    struct copy copy = {masked, 0};
    size_t at = 0;

    while (at < head.len) {
        size_t end = end_of(head, at, "\r\n");
        put_line(&copy, anvil_str_of(head.ptr + at, end - at));
        size_t next = end;
        while (next < head.len && (head.ptr[next] == '\r' || head.ptr[next] == '\n'))
            next++;
        put(&copy, head.ptr + end, next - end);
        at = next;
    }
    return copy.used;
}
