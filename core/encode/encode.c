/* SPDX-License-Identifier: Apache-2.0 */
/* The verbs anvil_encode() and anvil_encode_spans(): struct to pieces, then, only if something was
 * not surely good, the check. */
#include "encode/encode.h"

#include "check/check.h"
#include "encode/encoder.h"
#include "scan/kernel.h"

/* Every bit that both verbs know. */
#define ENCODE_CHECKS (ANVIL_CHECK_BITS | (unsigned)ANVIL_NEUTRAL)

/* In a function of its own, so that its frames are off the stack when the check's come. */
static enum anvil_status write_message(const struct anvil_shape *shape, const void *value,
                                       unsigned checks, const struct anvil_lead *lead,
                                       struct anvil_sink *sink, struct anvil_arena *arena,
                                       struct anvil_findings *findings, bool *is_dirty) {
    struct encoder encoder;
    encoder.kernel = anvil_kernel();
    encoder.sink = *sink;
    encoder.findings = findings;
    encoder.arena = arena;
    encoder.checks = checks;
    encoder.depth = 0;
    encoder.is_request = (shape->flags & ANVIL_SHAPE_INPUT) != 0;
    encoder.is_checking = (checks & ANVIL_CHECK_BITS) != 0;
    /* Whether an identity fits its member is more than its bytes tell. */
    encoder.is_dirty = (checks & ANVIL_CHECK_IDENTITY) != 0;
    encoder.is_at_key = false;
    encoder.is_quote_open = lead->count != 0;
    for (size_t i = 0; i < lead->count; i++)
        anvil_sink_put(&encoder.sink, lead->pieces[i].ptr, lead->pieces[i].len);
    enum anvil_status status = anvil_encode_walk(&encoder, shape, value);
    *is_dirty = encoder.is_dirty && encoder.is_checking;
    *sink = encoder.sink;
    return status;
}

static enum anvil_status fail_short(struct anvil_findings *findings, enum anvil_status status,
                                    size_t need) {
    anvil_path_begin(findings);
    return anvil_findings_fail(findings, status, ANVIL_NO_OFFSET, need);
}

/* Writes and checks. *findings and *sink tell what became of it. */
static enum anvil_status encode_and_check(const struct anvil_shape *shape, const void *value,
                                          unsigned checks, const struct anvil_lead *lead,
                                          struct anvil_sink *sink, struct anvil_arena *arena,
                                          struct anvil_findings *findings) {
    size_t capacity = sink->room;
    bool is_dirty = false;
    enum anvil_status status =
        write_message(shape, value, checks, lead, sink, arena, findings, &is_dirty);
    if (ANVIL_UNLIKELY(is_dirty) && status == ANVIL_OK)
        status = anvil_check_into(shape, value, checks & ANVIL_CHECK_BITS, arena, findings);
    if (ANVIL_LIKELY(status == ANVIL_OK))
        status = anvil_findings_end(findings);
    if (ANVIL_UNLIKELY(status != ANVIL_OK))
        return status;
    /* [R-083] [R-086] [I-13] measuring is writing without room */
    if (sink->takes_spans && sink->span_count > sink->span_capacity)
        return fail_short(findings, ANVIL_E_SPANS, sink->span_count);
    if (!sink->takes_spans && sink->bytes > capacity)
        return fail_short(findings, ANVIL_E_BUFFER, sink->bytes);
    return ANVIL_OK;
}

enum anvil_status anvil_encode_message(const struct anvil_shape *shape, const void *value,
                                       unsigned checks, const struct anvil_lead *lead,
                                       struct anvil_sink *sink, struct anvil_arena *arena,
                                       struct anvil_report *report) {
    struct anvil_findings findings = anvil_findings_of(report);
    unsigned known = ENCODE_CHECKS | (sink->takes_spans ? (unsigned)ANVIL_CHECKED : 0);
    bool has_memory = sink->takes_spans ? sink->spans != NULL || sink->span_capacity == 0
                                        : sink->buffer != NULL || sink->room == 0;
    if (shape == NULL || shape->kind != ANVIL_KIND_STRUCTURE || value == NULL || !has_memory ||
        (checks & ~known) != 0)
        return anvil_findings_fail(&findings, ANVIL_E_ARGUMENT, ANVIL_NO_OFFSET, 0);
    size_t used = arena != NULL ? arena->used : 0;
    enum anvil_status status = encode_and_check(shape, value, checks, lead, sink, arena, &findings);
    /* [I-16] What an error leaves in the arena belongs to nobody. */
    if (ANVIL_UNLIKELY(status != ANVIL_OK) && arena != NULL)
        arena->used = used;
    return status;
}

/* How a message that is to be written with these checks begins, if it can be plain at all. */
static inline struct plain_writing plain_writing_of(const struct anvil_shape *shape,
                                                    const void *value, unsigned checks) {
    struct plain_writing writing = {
        .members = shape->members,
        .base = value,
        .count = shape->member_count,
        .skipped = 2,
        .is_checking = (checks & ANVIL_CHECK_BITS) != 0,
        .is_checked = (checks & (ANVIL_CHECK_BITS | (unsigned)ANVIL_CHECKED)) == ANVIL_CHECKED,
    };
    return writing;
}

/* Tells whether these arguments are ones that the short ways below may be tried with. */
static inline bool may_be_plain(const struct anvil_shape *shape, const void *value, unsigned checks,
                                unsigned known) {
    return shape != NULL && shape->kind == ANVIL_KIND_STRUCTURE && shape->member_count != 0 &&
           value != NULL && (checks & (ANVIL_CHECK_IDENTITY | ~known)) == 0;
}

/* Writes a message all of whose members are plain, without any of the state that others need. How
 * long it is; 0 when it is not plain or does not fit with room to spare. */
static inline size_t write_plain_message(const struct anvil_shape *shape, const void *value,
                                         unsigned checks, char *buffer, size_t capacity) {
    if (!may_be_plain(shape, value, checks, ENCODE_CHECKS) || buffer == NULL)
        return 0;
    struct plain_writing writing = plain_writing_of(shape, value, checks);
    const char *end = buffer + capacity;
    char *to = anvil_plain_writes[anvil_kernel()](&writing, buffer, end);
    if (writing.index != writing.count || writing.skipped != 0 || end - to < 2)
        return 0;
    memcpy(to, "\"}", 2);
    return (size_t)(to - buffer) + 2;
}

/* The same as pieces. How many there are. */
static inline size_t list_plain_message(const struct anvil_shape *shape, const void *value,
                                        unsigned checks, struct anvil_str *spans, size_t capacity,
                                        size_t *bytes) {
    if (!may_be_plain(shape, value, checks, ENCODE_CHECKS | ANVIL_CHECKED) || spans == NULL)
        return 0;
    struct plain_writing writing = plain_writing_of(shape, value, checks);
    size_t count = anvil_plain_lists[anvil_kernel()](&writing, spans, capacity, bytes);
    if (writing.index != writing.count || writing.skipped != 0 || count == capacity)
        return 0;
    spans[count] = anvil_str_of("\"}", 2);
    *bytes += 2;
    return count + 1;
}

static const struct anvil_lead NO_LEAD = {NULL, 0};

enum anvil_status anvil_encode(const struct anvil_shape *shape, const void *value, unsigned checks,
                               char *buffer, size_t capacity, size_t *out_bytes,
                               struct anvil_report *report) {
    *out_bytes = write_plain_message(shape, value, checks, buffer, capacity);
    if (ANVIL_LIKELY(*out_bytes != 0)) {
        if (report != NULL)
            (void)anvil_findings_of(report);
        return ANVIL_OK;
    }
    struct anvil_sink sink = anvil_sink_of_buffer(buffer, capacity);
    enum anvil_status status =
        anvil_encode_message(shape, value, checks, &NO_LEAD, &sink, NULL, report);
    *out_bytes = status == ANVIL_OK || status == ANVIL_E_BUFFER ? sink.bytes : 0;
    return status;
}

enum anvil_status anvil_encode_spans(const struct anvil_shape *shape, const void *value,
                                     unsigned checks, struct anvil_str *spans, size_t capacity,
                                     size_t *out_count, size_t *out_bytes,
                                     struct anvil_arena *arena, struct anvil_report *report) {
    *out_count = list_plain_message(shape, value, checks, spans, capacity, out_bytes);
    if (ANVIL_LIKELY(*out_count != 0)) {
        if (report != NULL)
            (void)anvil_findings_of(report);
        return ANVIL_OK;
    }
    struct anvil_sink sink = anvil_sink_of_spans(spans, capacity);
    enum anvil_status status =
        anvil_encode_message(shape, value, checks, &NO_LEAD, &sink, arena, report);
    bool is_counted = status == ANVIL_OK || status == ANVIL_E_SPANS;
    *out_count = is_counted ? sink.span_count : 0;
    *out_bytes = is_counted ? sink.bytes : 0;
    return status;
}
