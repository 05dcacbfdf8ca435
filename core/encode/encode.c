/* SPDX-License-Identifier: Apache-2.0 */
/* The verbs anvil_encode() and anvil_encode_spans(): struct to pieces, then, only if something was
 * not surely good, the check. */
#include "encode/encode.h"

#include "base/port.h"
#include "check/check.h"
#include "encode/encoder.h"
#include "scan/kernel.h"

static ANVIL_NOINLINE void begin(struct encoder *encoder, struct anvil_writing *writing) {
    encoder->kernel = anvil_kernel();
    encoder->sink = writing->sink;
    encoder->findings = &writing->findings;
    encoder->arena = writing->arena;
    encoder->checks = writing->checks;
    encoder->depth = 0;
    encoder->is_request = (writing->shape->flags & ANVIL_SHAPE_INPUT) != 0;
    encoder->is_checking = (writing->checks & ANVIL_CHECK_BITS) != 0;
    /* Whether an identity fits its member is more than its bytes tell. */
    encoder->is_dirty = (writing->checks & ANVIL_CHECK_IDENTITY) != 0;
    encoder->is_at_key = false;
    encoder->is_quote_open = writing->lead_count != 0;
    for (size_t i = 0; i < writing->lead_count; i++)
        anvil_sink_put(&encoder->sink, writing->lead[i].ptr, writing->lead[i].len);
}

/* In a function of its own, so that the encoder is off the stack when the check's state comes. */
static ANVIL_NOINLINE enum anvil_status write_message(struct anvil_writing *writing) {
    struct encoder encoder;
    begin(&encoder, writing);
    enum anvil_status status = anvil_encode_walk(&encoder, writing->shape, writing->value);
    writing->findings.wants_check = encoder.is_dirty && encoder.is_checking;
    writing->sink = encoder.sink;
    return status;
}

static enum anvil_status fail_short(struct anvil_findings *findings, enum anvil_status status,
                                    size_t need) {
    anvil_path_begin(findings);
    return anvil_findings_fail(findings, status, ANVIL_NO_OFFSET, need);
}

/* Writes and checks; writing->findings and writing->sink tell what became of it. */
static enum anvil_status encode_and_check(struct anvil_writing *writing) {
    const struct anvil_sink *sink = &writing->sink;
    struct anvil_findings *findings = &writing->findings;
    enum anvil_status status = write_message(writing);
    if (ANVIL_UNLIKELY(findings->wants_check) && status == ANVIL_OK)
        status = anvil_check_into(writing->shape, writing->value,
                                  writing->checks & ANVIL_CHECK_BITS, writing->arena, findings);
    if (ANVIL_LIKELY(status == ANVIL_OK))
        status = anvil_findings_end(findings);
    if (ANVIL_UNLIKELY(status != ANVIL_OK))
        return status;
    /* [R-083] [R-086] [I-13] measuring is writing without room */
    if (sink->takes_spans && sink->span_count > sink->capacity)
        return fail_short(findings, ANVIL_E_SPANS, sink->span_count);
    if (!sink->takes_spans && sink->bytes > sink->capacity)
        return fail_short(findings, ANVIL_E_BUFFER, sink->bytes);
    return ANVIL_OK;
}

enum anvil_status anvil_encode_message(struct anvil_writing *writing) {
    const struct anvil_sink *sink = &writing->sink;
    struct anvil_arena *arena = writing->arena;
    anvil_findings_begin(&writing->findings);
    unsigned known = ENCODE_CHECKS | (sink->takes_spans ? (unsigned)ANVIL_CHECKED : 0);
    bool has_memory = sink->takes_spans ? sink->spans != NULL || sink->capacity == 0
                                        : sink->buffer != NULL || sink->capacity == 0;
    if (writing->shape == NULL || writing->shape->kind != ANVIL_KIND_STRUCTURE ||
        writing->value == NULL || !has_memory || (writing->checks & ~known) != 0)
        return anvil_findings_fail(&writing->findings, ANVIL_E_ARGUMENT, ANVIL_NO_OFFSET, 0);
    size_t used = arena != NULL ? arena->used : 0;
    enum anvil_status status = encode_and_check(writing);
    /* [I-16] What an error leaves in the arena belongs to nobody. */
    if (ANVIL_UNLIKELY(status != ANVIL_OK) && arena != NULL)
        arena->used = used;
    return status;
}

enum anvil_status anvil_encode(const struct anvil_shape *shape, const void *value, unsigned checks,
                               char *buffer, size_t capacity, size_t *out_bytes,
                               struct anvil_report *report) {
    *out_bytes = anvil_write_plain_message(shape, value, checks, buffer, capacity);
    if (ANVIL_LIKELY(*out_bytes != 0))
        return anvil_findings_none(report);
    struct anvil_writing writing = {.shape = shape,
                                    .value = value,
                                    .checks = checks,
                                    .sink = anvil_sink_of_buffer(buffer, capacity),
                                    .findings = {.report = report}};
    enum anvil_status status = anvil_encode_message(&writing);
    *out_bytes = status == ANVIL_OK || status == ANVIL_E_BUFFER ? writing.sink.bytes : 0;
    return status;
}

enum anvil_status anvil_encode_spans(const struct anvil_shape *shape, const void *value,
                                     unsigned checks, struct anvil_str *spans, size_t capacity,
                                     size_t *out_count, size_t *out_bytes,
                                     struct anvil_arena *arena, struct anvil_report *report) {
    *out_count = anvil_list_plain_message(shape, value, checks, spans, capacity, out_bytes);
    if (ANVIL_LIKELY(*out_count != 0))
        return anvil_findings_none(report);
    struct anvil_writing writing = {.shape = shape,
                                    .value = value,
                                    .checks = checks,
                                    .arena = arena,
                                    .sink = anvil_sink_of_spans(spans, capacity),
                                    .findings = {.report = report}};
    enum anvil_status status = anvil_encode_message(&writing);
    bool is_counted = status == ANVIL_OK || status == ANVIL_E_SPANS;
    *out_count = is_counted ? writing.sink.span_count : 0;
    *out_bytes = is_counted ? writing.sink.bytes : 0;
    return status;
}
