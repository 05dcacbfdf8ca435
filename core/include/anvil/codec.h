/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * The verbs: decode bytes into a struct, check a struct, encode a struct into bytes. They serve
 * every shape, in both directions, and are pure functions of their arguments: reentrant, no locale,
 * no state.
 */
#ifndef ANVIL_CODEC_H
#define ANVIL_CODEC_H

#include "anvil/arena.h"
#include "anvil/port.h"
#include "anvil/report.h"
#include "anvil/shape.h"
#include "anvil/status.h"
#include "anvil/str.h"

ANVIL_BEGIN_C

/** Which constraints a verb checks, one bit each; profiles name the usual sets. */
enum anvil_checks {
    ANVIL_CHECK_REQUIRED = 1 << 0,       /**< required members are there */
    ANVIL_CHECK_MIN = 1 << 1,            /**< lower bounds of lengths */
    ANVIL_CHECK_MAX = 1 << 2,            /**< upper bounds of lengths */
    ANVIL_CHECK_RANGE = 1 << 3,          /**< ranges of numbers */
    ANVIL_CHECK_PATTERN = 1 << 4,        /**< patterns */
    ANVIL_CHECK_ENUM = 1 << 5,           /**< enum values */
    ANVIL_CHECK_DUPLICATE = 1 << 6,      /**< no member twice; without it the last one wins */
    ANVIL_CHECK_UNKNOWN_MEMBER = 1 << 7, /**< no members outside the shape; without it: skipped */
    ANVIL_CHECK_IDENTITY = 1 << 8,       /**< ARNs and IDs fit their member */
    ANVIL_CHECK_UNIQUE = 1 << 9,         /**< no two equal items where the model wants none */

    /** Nothing: what Smithy tells clients to do. */
    ANVIL_OFF = 0,
    /** Required members and lower bounds: what botocore checks before it sends. */
    ANVIL_SDK = ANVIL_CHECK_REQUIRED | ANVIL_CHECK_MIN,
    /** All that the model states, and no member twice. The right set for requests. */
    ANVIL_STRICT = ANVIL_CHECK_REQUIRED | ANVIL_CHECK_MIN | ANVIL_CHECK_MAX | ANVIL_CHECK_RANGE |
                   ANVIL_CHECK_PATTERN | ANVIL_CHECK_ENUM | ANVIL_CHECK_DUPLICATE |
                   ANVIL_CHECK_UNIQUE,

    /**
     * Decode as a client reads a response: null entries of a list that is not sparse are dropped
     * instead of refused. What it opens: a list may come out shorter than it was sent.
     */
    ANVIL_LENIENT = 1 << 16,
    /**
     * Encode to spans a struct that has passed #ANVIL_STRICT: text whose pattern rules out escapes
     * is not looked at. What it opens: if the struct was not checked, its text can break out of its
     * JSON string. Only anvil_encode_spans() takes it.
     */
    ANVIL_CHECKED = 1 << 17,
    /**
     * Read and write every timestamp as epoch seconds, whatever the model says, write unknown
     * variants of unions, and fill in no defaults while reading: the neutral form in which tools
     * show and take messages. Not what a service expects.
     */
    ANVIL_NEUTRAL = 1 << 18
};

/**
 * Decodes one JSON message into the C struct of `shape`, checking it on the way.
 *
 * @param shape   a structure shape.
 * @param body    the message, nothing but white space around it. Not copied, not changed; nothing
 *                outside `[ptr, ptr + len)` is read.
 * @param checks  bits of enum anvil_checks; #ANVIL_STRICT for requests, #ANVIL_LENIENT for
 * responses.
 * @param arena   memory for unescaped text, list items and nested structures; may be NULL, then a
 *                message that needs any fails with #ANVIL_E_ARENA.
 * @param out     the C struct, `shape->size` bytes, overwritten. Absent and null members come out
 *                zero. Text without escapes points into `body`, all else into the arena.
 *                After an error other than a violated constraint its content must not be used.
 * @param report  NULL, or what was wrong.
 * @return #ANVIL_OK; a bytes or decode error with `report->offset`; the code of the first violation
 *         with all of them in `report`: first what only the bytes show (duplicate and unknown
 * members, in order), then the findings of anvil_check() in model order; #ANVIL_E_ARENA with
 *         `report->need`; #ANVIL_E_ARGUMENT. A malformed message is never reported as a violation.
 *
 * Cost: one pass over the bytes, no recursion; a violated constraint costs a second one.
 */
ANVIL_API ANVIL_MUST_CHECK enum anvil_status anvil_decode(const struct anvil_shape *shape,
                                                          struct anvil_str body, unsigned checks,
                                                          struct anvil_arena *arena, void *out,
                                                          struct anvil_report *report);

/**
 * Checks the constraints of a C struct, as anvil_decode() and anvil_encode() do on their way.
 *
 * @param shape   a structure shape.
 * @param value   its C struct; not changed.
 * @param checks  bits of enum anvil_checks. DUPLICATE and UNKNOWN_MEMBER find nothing here.
 * @param report  NULL, or every violation in model order, containers before their contents, without
 *                offsets.
 * @return #ANVIL_OK; the code of the first violation; #ANVIL_E_UTF8 with the member's path for text
 *         that no JSON could carry; #ANVIL_E_NULL for a null in a list or map that is not sparse;
 *         #ANVIL_E_DEPTH; #ANVIL_E_ARGUMENT.
 *
 * Cost: one pass over the text of the constrained members.
 */
ANVIL_API ANVIL_MUST_CHECK enum anvil_status anvil_check(const struct anvil_shape *shape,
                                                         const void *value, unsigned checks,
                                                         struct anvil_report *report);

/**
 * Encodes a C struct as compact JSON into one buffer, checking it on the way.
 *
 * @param shape     a structure shape.
 * @param value     its C struct; not changed. Absent members are left out.
 * @param checks    bits of enum anvil_checks.
 * @param buffer    where the text goes; an exact fit is enough, no terminator is written. May be
 * NULL when `capacity` is 0: the same code then only measures.
 * @param capacity  its size in bytes.
 * @param out_bytes the length of the text: written on #ANVIL_OK, needed on #ANVIL_E_BUFFER, else 0.
 *                  Must not be NULL.
 * @param report    NULL, or what was wrong.
 * @return #ANVIL_OK; #ANVIL_E_BUFFER; the code of the first violation, with all of them in
 * `report`; what cannot be sent, with the member's path: #ANVIL_E_UTF8, #ANVIL_E_NULL,
 * #ANVIL_E_RANGE_OF_TYPE for a timestamp, #ANVIL_E_UNION, #ANVIL_E_JSON, #ANVIL_E_DEPTH; and
 * #ANVIL_E_ARGUMENT. A violation wins over a short buffer. After an error the buffer's content must
 * not be used.
 *
 * Cost: one pass over the text. Output is UTF-8; the quote, the backslash and control bytes are
 * escaped and nothing else is (RFC 8259 section 7).
 */
ANVIL_API ANVIL_MUST_CHECK enum anvil_status
anvil_encode(const struct anvil_shape *shape, const void *value, unsigned checks, char *buffer,
             size_t capacity, size_t *out_bytes, struct anvil_report *report);

/**
 * Encodes a C struct as a list of pieces: they point at constant memory and at the caller's own
 * text, and joined they are what anvil_encode() writes. Ready for `writev`. Text is never copied.
 *
 * @param shape     a structure shape.
 * @param value     its C struct; not changed. Its text must outlive the pieces.
 * @param checks    bits of enum anvil_checks, and #ANVIL_CHECKED.
 * @param spans     where the pieces go.
 * @param capacity  how many fit.
 * @param out_count the number of pieces: written on #ANVIL_OK, needed on #ANVIL_E_SPANS, else 0.
 *                  Must not be NULL. Two for each member and item that is text, three for all
 *                  others, four for each entry of a map, and two for each structure, union, list
 * and map are enough without escapes; each escaped byte takes up to two more.
 * @param out_bytes the length of the joined text in bytes, for a Content-Length. Must not be NULL.
 * @param arena     memory for the text of numbers, timestamps and blobs, which stands nowhere yet;
 * may be NULL for a struct that holds none.
 * @param report    NULL, or what was wrong.
 * @return as anvil_encode(), with #ANVIL_E_SPANS in place of #ANVIL_E_BUFFER; #ANVIL_E_ARENA.
 *
 * Cost: text whose checked pattern rules out escapes is read once for the check and never again,
 * and not at all with #ANVIL_CHECKED; other text is read once.
 */
ANVIL_API ANVIL_MUST_CHECK enum anvil_status
anvil_encode_spans(const struct anvil_shape *shape, const void *value, unsigned checks,
                   struct anvil_str *spans, size_t capacity, size_t *out_count, size_t *out_bytes,
                   struct anvil_arena *arena, struct anvil_report *report);

ANVIL_END_C

#endif
