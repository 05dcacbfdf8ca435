/* SPDX-License-Identifier: Apache-2.0 */
/* The verb anvil_decode(): bytes to struct, then, only if something was not surely good, the check.
 */
#include "decode/decode.h"

#include "check/check.h"
#include "scan/kernel.h"

/* Reads a message that is plain from brace to brace into the zeroed struct at `out`, without any of
 * the state that others need. False when it is not, or when the check has something to say: then
 * nothing is known yet. */
static inline bool read_plain_message(const struct anvil_shape *shape, struct anvil_str body,
                                      unsigned checks, void *out) {
    bool may_be_plain = body.len >= PLAIN_LEAST && body.ptr[0] == '{' &&
                        body.ptr[body.len - 1] == '}' && (checks & ANVIL_CHECK_IDENTITY) == 0 &&
                        shape->member_count <= 64 && (shape->flags & ANVIL_SHAPE_DEFAULTS) == 0;
    if (!may_be_plain)
        return false;
    const unsigned char *begin = (const unsigned char *)body.ptr;
    const unsigned char *end = begin + body.len;
    struct plain_state state = {begin + 1, 0, 0};
    enum plain_end result = anvil_plain_reads[anvil_kernel()](
        shape, out, end, (checks & ANVIL_CHECK_BITS) != 0, &state);
    return result == PLAIN_CLOSED && state.p == end &&
           (state.seen & shape->required) == shape->required;
}

/* In a function of its own, so that its frames are off the stack when the check's come. */
static enum anvil_status read_message(const struct anvil_shape *shape, struct anvil_str body,
                                      unsigned checks, struct anvil_arena *arena, void *out,
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
    decoder.plain_end = plain_end_of(decoder.begin, decoder.end);
    /* Whether an identity fits its member is more than its bytes tell. */
    decoder.is_dirty = (checks & ANVIL_CHECK_IDENTITY) != 0;
    enum anvil_status status = anvil_decode_walk(&decoder, shape, out);
    *is_dirty = decoder.is_dirty && decoder.is_checking;
    return status;
}

/* a struct does not know where its values stood, the bytes do */
static ANVIL_COLD void locate_violations(const struct anvil_shape *shape,
                                         struct anvil_report *report, struct anvil_str body,
                                         bool skips_null) {
    for (uint16_t i = 0; i < report->count; i++) {
        struct anvil_violation *violation = &report->violations[i];
        if (violation->offset == ANVIL_NO_OFFSET)
            violation->offset =
                anvil_locate(shape, body, anvil_violation_path(report, violation), skips_null);
    }
}

static ANVIL_COLD enum anvil_status check_message(const struct anvil_shape *shape,
                                                  struct anvil_str body, unsigned checks,
                                                  struct anvil_arena *arena, const void *out,
                                                  struct anvil_findings *findings) {
    struct anvil_report *report = findings->report;
    enum anvil_status status =
        anvil_check_into(shape, out, checks & ANVIL_CHECK_BITS, arena, findings);
    if (status == ANVIL_OK && report != NULL)
        locate_violations(shape, report, body, (checks & ANVIL_LENIENT) != 0);
    return status;
}

/* Reads a message of any kind. */
static enum anvil_status read_and_check(const struct anvil_shape *shape, struct anvil_str body,
                                        unsigned checks, struct anvil_arena *arena, void *out,
                                        struct anvil_report *report) {
    struct anvil_findings findings = anvil_findings_of(report);
    bool is_dirty = false;
    size_t used = arena != NULL ? arena->used : 0;
    memset(out, 0, shape->size);
    /* the whole message first, then what the struct shows */
    enum anvil_status status = read_message(shape, body, checks, arena, out, &findings, &is_dirty);
    if (ANVIL_UNLIKELY(is_dirty) && status == ANVIL_OK)
        status = check_message(shape, body, checks, arena, out, &findings);
    /* [I-16] What an error leaves in the arena belongs to nobody. */
    if (ANVIL_UNLIKELY(status != ANVIL_OK) && arena != NULL) {
        arena->used = used;
        arena->scratch = 0;
    }
    return status == ANVIL_OK ? anvil_findings_end(&findings) : status;
}

enum anvil_status anvil_decode(const struct anvil_shape *shape, struct anvil_str body,
                               unsigned checks, struct anvil_arena *arena, void *out,
                               struct anvil_report *report) {
    const unsigned known = ANVIL_CHECK_BITS | (unsigned)ANVIL_LENIENT | (unsigned)ANVIL_NEUTRAL;
    if (shape == NULL || shape->kind != ANVIL_KIND_STRUCTURE || out == NULL ||
        (body.ptr == NULL && body.len != 0) || (checks & ~known) != 0) {
        struct anvil_findings findings = anvil_findings_of(report);
        return anvil_findings_fail(&findings, ANVIL_E_ARGUMENT, ANVIL_NO_OFFSET, 0);
    }
    /* */
    memset(out, 0, shape->size);
    if (ANVIL_UNLIKELY(!read_plain_message(shape, body, checks, out)))
        return read_and_check(shape, body, checks, arena, out, report);
    if (report != NULL)
        (void)anvil_findings_of(report);
    return ANVIL_OK;
}
