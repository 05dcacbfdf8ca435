/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Base64, between text and bytes.
 *
 * Functions: anvil_base64_decode(), anvil_base64_decoded_bytes(), anvil_base64_encode(),
 * anvil_base64_encoded_bytes().
 * Oracles: reference_agrees (a reader of one character at a time, below), exact_fit, fixpoint.
 *
 * Input: a byte whose lowest bit chooses between reading text and writing bytes; the rest.
 */
#include "fuzz_input.h"
#include "oracle.h"
#include "text/base64.h"

#include <stdlib.h>
#include <string.h>

const struct fuzz_target fuzz_target = {
    "base64_text", FUZZ_ASKS(reference_agrees) | FUZZ_ASKS(exact_fit) | FUZZ_ASKS(fixpoint)};

static const char ALPHABET[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* Shifts each character's six bits in and takes whole bytes out. Returns false for what is
 * no base64. */
static bool naive_decode(struct anvil_str text, unsigned char *out, size_t *bytes) {
    unsigned window = 0;
    unsigned bits = 0;
    size_t padding = 0;
    *bytes = 0;
    for (size_t i = 0; i < text.len; i++) {
        const char *found = text.ptr[i] != '\0' ? strchr(ALPHABET, text.ptr[i]) : NULL;
        if (text.ptr[i] == '=')
            padding++;
        else if (found == NULL || padding != 0)
            return false;
        if (padding != 0)
            continue;
        window = (window << 6 | (unsigned)(found - ALPHABET)) & 0xFFFF;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            out[(*bytes)++] = (unsigned char)(window >> bits);
        }
    }
    /* Two characters of padding behind four spare bits, one behind two; the spare bits are zero. */
    return text.len % 4 == 0 && bits < 6 && padding * 2 == bits &&
           (window & ((1U << bits) - 1)) == 0;
}

static void read_text(struct anvil_str rest) {
    struct fuzz_block block = fuzz_block_of(rest, 0);
    const unsigned char *begin = (const unsigned char *)block.text.ptr;
    const unsigned char *end = begin + block.text.len;
    unsigned char *wanted = fuzz_memory(rest.len);
    size_t wanted_bytes = 0;
    size_t offset = 0;
    bool is_text = naive_decode(block.text, wanted, &wanted_bytes);
    size_t bytes = anvil_base64_decoded_bytes(begin, end);
    /* A block of exactly what was announced: a sanitizer sees a byte more. */
    unsigned char *found = fuzz_memory(bytes);
    enum anvil_status status = anvil_base64_decode(begin, end, found, &offset);
    FUZZ_EXPECT(reference_agrees, status == (is_text ? ANVIL_OK : ANVIL_E_BASE64));
    if (is_text)
        FUZZ_EXPECT(reference_agrees, bytes == wanted_bytes && memcmp(found, wanted, bytes) == 0);
    else
        FUZZ_EXPECT(reference_agrees, offset <= rest.len);
    if (is_text) {
        char *again = fuzz_memory(rest.len);
        FUZZ_EXPECT(fixpoint, anvil_base64_encoded_bytes(bytes) == rest.len);
        anvil_base64_encode(found, found + bytes, again);
        FUZZ_EXPECT(fixpoint, memcmp(again, begin, rest.len) == 0);
        free(again);
    }
    free(found);
    free(wanted);
    fuzz_block_free(&block);
}

static void write_bytes(struct anvil_str rest) {
    struct fuzz_block block = fuzz_block_of(rest, 0);
    const unsigned char *begin = (const unsigned char *)block.text.ptr;
    size_t room = anvil_base64_encoded_bytes(rest.len);
    char *text = fuzz_memory(room);
    size_t offset = 0;
    anvil_base64_encode(begin, begin + rest.len, text);
    size_t bytes = anvil_base64_decoded_bytes((unsigned char *)text, (unsigned char *)text + room);
    FUZZ_EXPECT(exact_fit, room == (rest.len + 2) / 3 * 4 && bytes == rest.len);
    /* In place. */
    enum anvil_status status = anvil_base64_decode(
        (unsigned char *)text, (unsigned char *)text + room, (unsigned char *)text, &offset);
    FUZZ_EXPECT(fixpoint, status == ANVIL_OK && memcmp(text, begin, bytes) == 0);
    free(text);
    fuzz_block_free(&block);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz_input input = fuzz_input_of(data, size);
    if ((fuzz_byte(&input) & 1) == 0)
        read_text(fuzz_rest(&input));
    else
        write_bytes(fuzz_rest(&input));
    return 0;
}
