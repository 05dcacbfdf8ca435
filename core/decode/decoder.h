/* SPDX-License-Identifier: Apache-2.0 */
/* The state of one decode, and its cold parts: text that is not plain, keys that are not the
 * expected ones, members given twice or unknown, errors. */
#ifndef ANVIL_DECODE_DECODER_H
#define ANVIL_DECODE_DECODER_H

#include "anvil/codec.h"
#include "base/kind_row.h"
#include "base/port.h"
#include "check/findings.h"
#include "decode/plain.h"
#include "scan/kernel.h"
#include "scan/string.h"

#include <string.h>

/* No member is being read: the decoder stands between two. */
#define NO_MEMBER UINT16_MAX

/* A container that is open. [I-07] There are thirty-two: what the innermost one alone needs is in
 * the decoder. */
struct decode_frame {
    const struct anvil_shape *shape;
    unsigned char *base; /* the C struct of a structure or union; where the C form of a list or map
                            goes, which meanwhile points at the entry of a map that is being read */
    union {
        uint64_t seen;  /* structures: a bit for each of the first 64 members that came */
        size_t scratch; /* lists, maps: the arena's scratch size before the first item */
        const unsigned char *begin; /* unions: the opening bracket */
    } mark;
    union {
        size_t count; /* lists, maps: the items or entries so far */
        struct {
            uint16_t expected; /* structures: the member that probably comes next */
            uint16_t index;    /* structures, unions: the member that is being read, or NO_MEMBER */
        };
    };
};

/* What an empty list points at, so that it is not an absent one: nothing that may be read,
 * aligned for every item, the same for every kernel. */
ANVIL_LOCAL extern const uint64_t anvil_no_items;

struct decoder {
    const unsigned char *p;
    const unsigned char *begin;
    const unsigned char *end;
    struct anvil_arena *arena;
    struct anvil_findings *findings;
    const unsigned char *plain_end; /* see plain_end_of() */
    size_t used;                    /* of the arena, before the message */
    unsigned checks;
    enum anvil_kernel kernel;
    unsigned depth;   /* of containers that are open; the innermost is frames[depth - 1] */
    bool is_at_begin; /* right behind an opening bracket, not behind a value */
    bool is_checking; /* some constraint is to be checked */
    bool is_dirty;    /* something is not surely good: the check has to look at the struct */
    bool is_request;  /* the message is an operation's input: who reads it is a server */
    struct decode_frame frames[ANVIL_DEPTH_MAX];
};

/* Opens a frame for the container whose bracket stands at decoder->p, and moves behind the bracket.
 */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_decoder_open(struct decoder *decoder, const struct anvil_shape *shape, unsigned char *base);

/* Closes the innermost frame, whose bracket has been passed. */
static inline void decoder_close(struct decoder *decoder) {
    decoder->depth--;
    decoder->is_at_begin = false;
}

/* Ends the decode with an error at `at`, which may be NULL; the path is that of the open frames. */
ANVIL_LOCAL ANVIL_COLD enum anvil_status
anvil_decoder_fail(struct decoder *decoder, enum anvil_status status, const unsigned char *at);

/* Ends the decode because the arena cannot hold what it needs. */
ANVIL_LOCAL ANVIL_COLD enum anvil_status anvil_decoder_fail_arena(struct decoder *decoder,
                                                                  size_t need);

/* Ends the decode because a value at `at` is none that can stand there: cut off, no value at all,
 * or of another JSON type than the member's. */
ANVIL_LOCAL ANVIL_COLD enum anvil_status anvil_decoder_fail_value(struct decoder *decoder,
                                                                  const unsigned char *at);

/* Takes a shape's C form out of the arena, zeroed. NULL when it does not fit, with the error told
 * and its code in *status. */
ANVIL_LOCAL ANVIL_MUST_CHECK void *anvil_decoder_take(struct decoder *decoder, size_t bytes,
                                                      size_t align, enum anvil_status *status);

/* Moves to `next`, where a scan has ended with `status`, or fails there. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_decoder_finish(struct decoder *decoder, enum anvil_status status, const unsigned char *next);

/* Moves behind the value at decoder->p, whatever it is, as far as it is JSON. */
ANVIL_LOCAL ANVIL_COLD ANVIL_MUST_CHECK enum anvil_status
anvil_decoder_skip(struct decoder *decoder);

/* Reads the null at decoder->p: an absent member, or a null of a sparse list or map. */
ANVIL_LOCAL ANVIL_COLD ANVIL_MUST_CHECK enum anvil_status
anvil_decoder_read_null(struct decoder *decoder);

/* Reads the string value whose text begins at `begin`, up to `from` known to be plain, into *out,
 * in full generality; unescaped text goes to the arena. Moves the decoder behind the closing quote.
 */
ANVIL_LOCAL ANVIL_COLD ANVIL_MUST_CHECK enum anvil_status
anvil_decoder_read_text(struct decoder *decoder, const unsigned char *begin,
                        const unsigned char *from, struct anvil_str *out);

/* Reads the key whose opening quote, or whatever stands there instead, is at decoder->p, and looks
 * the member up in `shape`: its index goes to *index, or NO_MEMBER for an unknown one, which is
 * noted when the checks ask for it. Moves the decoder to the colon or whatever stands there
 * instead. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_decoder_read_key(struct decoder *decoder, const struct anvil_shape *shape, size_t *index);

/* Notes that the member whose key begins at `key` has been given before, or, with a NULL `member`,
 * that the key of the innermost frame's entry comes again later. */
ANVIL_LOCAL ANVIL_COLD void anvil_decoder_note_duplicate(struct decoder *decoder,
                                                         const unsigned char *key,
                                                         const struct anvil_member *member);

#endif
