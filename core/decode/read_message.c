/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes to struct, without a second look. In a file of its own, so that who checks nothing of what
 * is read links neither the check nor the search for what broke it. */
#include "decode/decode.h"

#include "base/arena.h"
#include "base/port.h"
#include "check/check.h"
#include "scan/kernel.h"

ANVIL_COLD_FILE

/* In a function of its own, so that its arguments are off the stack when the values come. */
static ANVIL_NOINLINE enum anvil_status begin(struct decoder *decoder,
                                              const struct anvil_shape *shape,
                                              struct anvil_str body, unsigned checks,
                                              struct anvil_arena *arena, void *out) {
    decoder->arena = NULL;
    anvil_findings_begin(decoder->findings);
    if (shape == NULL || shape->kind != ANVIL_KIND_STRUCTURE || out == NULL ||
        (body.ptr == NULL && body.len != 0) ||
        (checks & ~(ANVIL_CHECK_BITS | (unsigned)ANVIL_LENIENT | (unsigned)ANVIL_NEUTRAL)) != 0)
        return anvil_findings_fail(decoder->findings, ANVIL_E_ARGUMENT, ANVIL_NO_OFFSET, 0);
    decoder->kernel = anvil_kernel();
    decoder->begin = (const unsigned char *)(body.len != 0 ? body.ptr : "");
    decoder->p = decoder->begin;
    decoder->end = decoder->begin + body.len;
    decoder->plain_end = plain_end_of(decoder->begin, decoder->end);
    decoder->arena = arena;
    decoder->used = arena != NULL ? arena->used : 0;
    decoder->checks = checks;
    decoder->depth = 0;
    decoder->is_request = (shape->flags & ANVIL_SHAPE_INPUT) != 0;
    decoder->is_checking = (checks & ANVIL_CHECK_BITS) != 0;
    /* Whether an identity fits its member is more than its bytes tell. */
    decoder->is_dirty = (checks & ANVIL_CHECK_IDENTITY) != 0;
    /* */
    anvil_clear(out, shape->size);
    return anvil_decode_begin(decoder, shape, out);
}

enum anvil_status anvil_read_message(const struct anvil_shape *shape, struct anvil_str body,
                                     unsigned checks, struct anvil_arena *arena, void *out,
                                     struct anvil_findings *findings) {
    struct decoder decoder;
    decoder.findings = findings;
    enum anvil_status status = begin(&decoder, shape, body, checks, arena, out);
    if (ANVIL_LIKELY(status == ANVIL_OK))
        status = anvil_decode_walk(&decoder);
    if (ANVIL_LIKELY(status == ANVIL_OK)) {
        decoder.findings->wants_check = decoder.is_dirty && decoder.is_checking;
    } else if (decoder.arena != NULL) {
        /* [I-16] What an error leaves in the arena belongs to nobody. */
        decoder.arena->used = decoder.used;
        decoder.arena->scratch = 0;
    }
    return status;
}

/* In a function of its own, so that what the plain way needs is off the stack when this one goes
 * deep. */
static ANVIL_NOINLINE enum anvil_status read_unchecked(const struct anvil_shape *shape,
                                                       struct anvil_str body,
                                                       struct anvil_arena *arena, void *out,
                                                       struct anvil_report *report) {
    struct anvil_findings findings = {.report = report};
    enum anvil_status status =
        anvil_read_message(shape, body, ANVIL_LENIENT, arena, out, &findings);
    return status == ANVIL_OK ? anvil_findings_end(&findings) : status;
}

enum anvil_status anvil_decode_unchecked(const struct anvil_shape *shape, struct anvil_str body,
                                         struct anvil_arena *arena, void *out,
                                         struct anvil_report *report) {
    if (anvil_read_plain_message(shape, body, ANVIL_LENIENT, out))
        return anvil_findings_none(report);
    return read_unchecked(shape, body, arena, out, report);
}
