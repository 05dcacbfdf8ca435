/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes to struct, without a second look. In a file of its own, so that who checks nothing of what
 * is read links neither the check nor the search for what broke it. */
#include "decode/decode.h"

#include "check/check.h"
#include "scan/kernel.h"

/* In a function of its own, so that the decoder is off the stack when the check's state comes. */
static ANVIL_NOINLINE enum anvil_status read_body(const struct anvil_shape *shape,
                                                  struct anvil_str body, unsigned checks,
                                                  struct anvil_arena *arena, void *out,
                                                  struct anvil_findings *findings, bool *is_dirty) {
    struct decoder decoder;
    decoder.kernel = anvil_kernel();
    decoder.begin = (const unsigned char *)(body.len != 0 ? body.ptr : "");
    decoder.p = decoder.begin;
    decoder.end = decoder.begin + body.len;
    decoder.arena = arena;
    decoder.findings = findings;
    decoder.checks = checks;
    decoder.depth = 0;
    decoder.is_request = (shape->flags & ANVIL_SHAPE_INPUT) != 0;
    decoder.is_checking = (checks & ANVIL_CHECK_BITS) != 0;
    /* Whether an identity fits its member is more than its bytes tell. */
    decoder.is_dirty = (checks & ANVIL_CHECK_IDENTITY) != 0;
    /* */
    memset(out, 0, shape->size);
    enum anvil_status status = anvil_decode_walk(&decoder, shape, out);
    *is_dirty = decoder.is_dirty && decoder.is_checking;
    return status;
}

enum anvil_status anvil_read_message(const struct anvil_shape *shape, struct anvil_str body,
                                     unsigned checks, struct anvil_arena *arena, void *out,
                                     struct anvil_findings *findings, bool *is_dirty) {
    if (shape == NULL || shape->kind != ANVIL_KIND_STRUCTURE || out == NULL ||
        (body.ptr == NULL && body.len != 0) ||
        (checks & ~(ANVIL_CHECK_BITS | (unsigned)ANVIL_LENIENT | (unsigned)ANVIL_NEUTRAL)) != 0)
        return anvil_findings_fail(findings, ANVIL_E_ARGUMENT, ANVIL_NO_OFFSET, 0);
    size_t used = arena != NULL ? arena->used : 0;
    enum anvil_status status = read_body(shape, body, checks, arena, out, findings, is_dirty);
    /* [I-16] What an error leaves in the arena belongs to nobody. */
    if (ANVIL_UNLIKELY(status != ANVIL_OK) && arena != NULL) {
        arena->used = used;
        arena->scratch = 0;
    }
    return status;
}

enum anvil_status anvil_decode_unchecked(const struct anvil_shape *shape, struct anvil_str body,
                                         struct anvil_arena *arena, void *out,
                                         struct anvil_report *report) {
    struct anvil_findings findings = anvil_findings_of(report);
    bool is_dirty = false;
    enum anvil_status status =
        anvil_read_message(shape, body, ANVIL_LENIENT, arena, out, &findings, &is_dirty);
    return status == ANVIL_OK ? anvil_findings_end(&findings) : status;
}
