/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Skipping and scanning, on every kernel, at every alignment.
 *
 * Functions: anvil_span_scalar(), anvil_span_ssse3(), anvil_skip_value(), anvil_string_scan(),
 * anvil_string_next(), anvil_string_unescape(), anvil_string_is().
 * Oracles: kernels_agree, reference_agrees (a loop over bits, a count of brackets), bytes_beyond,
 * jansson_agrees.
 *
 * Input: a byte: bit 0 takes the class of bytes from the next sixteen, else it is that of plain
 * text; the text, as bytes to span, as JSON of any type, and as what stands between two quotes.
 */
#include "fuzz_input.h"
#include "json_oracle.h"
#include "oracle.h"
#include "scan/kernel.h"
#include "scan/skip.h"
#include "scan/string.h"
#include "scan/token.h"

#include <stdlib.h>
#include <string.h>

const struct fuzz_target fuzz_target = {"scan_kernels",
                                        FUZZ_ASKS(kernels_agree) | FUZZ_ASKS(reference_agrees) |
                                            FUZZ_ASKS(bytes_beyond) | FUZZ_ASKS(jansson_agrees)};

enum { ALIGNMENTS = 16, PREFIXES_MAX = 64 };

static size_t naive_span(struct anvil_str text, const struct anvil_class *set) {
    size_t i = 0;
    while (i < text.len && (unsigned char)text.ptr[i] < 0x80 &&
           (set->rows[text.ptr[i] & 15] >> (text.ptr[i] >> 4) & 1) != 0)
        i++;
    return i;
}

static void expect_spans(struct anvil_str text, const struct anvil_class *set) {
    size_t wanted = naive_span(text, set);
    for (size_t kernel = 0; kernel <= (size_t)anvil_kernel(); kernel++) {
        if (anvil_spans[kernel] == NULL)
            continue;
        const unsigned char *begin = (const unsigned char *)text.ptr;
        const unsigned char *found = anvil_spans[kernel](begin, begin + text.len, set);
        if (kernel == ANVIL_KERNEL_SCALAR)
            FUZZ_EXPECT(reference_agrees, found == begin + wanted);
        else
            FUZZ_EXPECT(kernels_agree, found == begin + wanted);
    }
}

/* Reads the text as one JSON value with white space around it, as a message is read. */
static enum anvil_status skip_text(struct anvil_str text, size_t *at) {
    const unsigned char *begin = (const unsigned char *)text.ptr;
    const unsigned char *end = begin + text.len;
    const unsigned char *p = skip_space(begin, end);
    enum anvil_status status = ANVIL_E_END;
    if (p != end)
        status = anvil_skip_value(p, end, 0, &p);
    if (status == ANVIL_OK)
        p = skip_space(p, end);
    *at = (size_t)(p - begin);
    return status == ANVIL_OK && p != end ? ANVIL_E_TRAILING : status;
}

/* What was skipped nests no deeper than the limit, and what was too deep was at it. */
static void expect_depth(struct anvil_str text, enum anvil_status status, size_t at) {
    size_t depth = 0;
    size_t deepest = 0;
    bool is_in_string = false;
    size_t len = status == ANVIL_OK ? text.len : at;
    if (status != ANVIL_OK && status != ANVIL_E_DEPTH)
        return;
    for (size_t i = 0; i < len; i++) {
        char byte = text.ptr[i];
        if (is_in_string && byte == '\\')
            i++;
        else if (byte == '"')
            is_in_string = !is_in_string;
        else if (!is_in_string && (byte == '{' || byte == '['))
            deepest = ++depth > deepest ? depth : deepest;
        else if (!is_in_string && (byte == '}' || byte == ']'))
            depth--;
    }
    bool is_good = status == ANVIL_OK ? deepest <= ANVIL_DEPTH_MAX : depth == ANVIL_DEPTH_MAX;
    FUZZ_EXPECT(reference_agrees, is_good);
}

/* What is cut off is the same whatever stands behind the cut: more of the same, or quotes. */
static void expect_prefixes_end(struct anvil_str text) {
    char other[PREFIXES_MAX + 1];
    memset(other, '"', sizeof other);
    for (size_t len = 0; len <= text.len && len < PREFIXES_MAX; len++) {
        size_t at = 0;
        size_t again = 0;
        enum anvil_status status = skip_text(anvil_str_of(text.ptr, len), &at);
        FUZZ_EXPECT(bytes_beyond, at <= len && again <= len &&
                                      skip_text(anvil_str_of(other, len), &again) == status &&
                                      again == at);
        if (len < text.len)
            other[len] = text.ptr[len];
    }
}

static void expect_unescaped(const struct anvil_raw_string *raw) {
    size_t room = (size_t)(raw->end - raw->begin);
    char *whole = fuzz_memory(room);
    char piece[4];
    size_t at = 0;
    size_t len = anvil_string_unescape(raw, whole);
    const unsigned char *p = raw->begin;
    while (p != raw->end) {
        size_t bytes = anvil_string_next(raw, &p, piece);
        FUZZ_EXPECT(reference_agrees, bytes <= len - at && memcmp(whole + at, piece, bytes) == 0);
        at += bytes;
    }
    FUZZ_EXPECT(reference_agrees,
                at == len && len <= room && anvil_string_is(raw, anvil_str_of(whole, len)));
    if (len != 0) {
        whole[len - 1] ^= 1;
        FUZZ_EXPECT(reference_agrees, !anvil_string_is(raw, anvil_str_of(whole, len)) &&
                                          !anvil_string_is(raw, anvil_str_of(whole, len - 1)));
    }
    free(whole);
}

/* The text and a quote, behind a quote. */
static void expect_string(struct anvil_str text) {
    struct anvil_raw_string raw;
    const unsigned char *at = NULL;
    char *quoted = fuzz_memory(text.len + 2);
    quoted[0] = '"';
    memcpy(quoted + 1, text.ptr, text.len);
    quoted[text.len + 1] = '"';
    const unsigned char *begin = (const unsigned char *)quoted + 1;
    const unsigned char *end = begin + text.len + 1;
    enum anvil_status status = anvil_string_scan(begin, begin, end, &raw, &at);
    bool is_whole = status == ANVIL_OK && raw.end + 1 == end;
    expect_jansson_agrees(anvil_str_of(quoted, text.len + 2),
                          is_whole ? ANVIL_OK : ANVIL_E_TRAILING);
    if (status == ANVIL_OK)
        expect_unescaped(&raw);
    free(quoted);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz_input input = fuzz_input_of(data, size);
    struct anvil_class set = anvil_plain_run.set;
    size_t at = 0;
    size_t again = 0;
    if ((fuzz_byte(&input) & 1) != 0)
        for (size_t i = 0; i < sizeof set.rows; i++)
            set.rows[i] = fuzz_byte(&input);
    struct anvil_str rest = fuzz_rest(&input);
    struct fuzz_block block = fuzz_block_of(rest, 0);
    enum anvil_status status = skip_text(block.text, &at);
    for (size_t shift = 0; shift < ALIGNMENTS; shift++) {
        struct fuzz_block shifted = fuzz_block_of(rest, shift);
        expect_spans(shifted.text, &set);
        FUZZ_EXPECT(kernels_agree, skip_text(shifted.text, &again) == status && again == at);
        fuzz_block_free(&shifted);
    }
    expect_jansson_agrees(block.text, status);
    expect_depth(block.text, status, at);
    expect_prefixes_end(block.text);
    expect_string(block.text);
    fuzz_block_free(&block);
    return 0;
}
