/* SPDX-License-Identifier: Apache-2.0 */
/* Escapes as constant memory, so that a span can point at one. */
#include "encode/encoder.h"

#include "base/port.h"
#include "text/utf8.h"

ANVIL_COLD_FILE

static void begin_path(struct encoder *encoder) {
    struct anvil_findings *findings = encoder->findings;
    anvil_path_begin(findings);
    for (unsigned i = 0; i < encoder->depth; i++) {
        const struct encode_frame *frame = &encoder->frames[i];
        struct anvil_str key;
        if (frame->shape->kind == ANVIL_KIND_LIST) {
            anvil_path_index(findings, frame->index);
        } else if (frame->shape->kind == ANVIL_KIND_MAP) {
            /* A key that is no text has no place in a path: the map's has to do. */
            if (i + 1 == encoder->depth && encoder->is_at_key)
                break;
            const unsigned char *entry = frame->base + frame->index * frame->shape->item_size;
            memcpy(&key, entry + frame->shape->members[0].offset, sizeof key);
            anvil_path_name(findings, key);
        } else if (frame->index < frame->shape->member_count) {
            anvil_path_name(findings, anvil_member_name(&frame->shape->members[frame->index]));
        }
    }
}

enum anvil_status anvil_encoder_fail(struct encoder *encoder, enum anvil_status status) {
    begin_path(encoder);
    return anvil_findings_fail(encoder->findings, status, ANVIL_NO_OFFSET, 0);
}

enum anvil_status anvil_encoder_fail_arena(struct encoder *encoder, size_t need) {
    begin_path(encoder);
    return anvil_findings_fail(encoder->findings, ANVIL_E_ARENA, ANVIL_NO_OFFSET, need);
}

/* The control bytes, by number, in their short form where there is one. */
static const struct anvil_str CONTROLS[0x20] = {
    ANVIL_STR("\\u0000"), ANVIL_STR("\\u0001"), ANVIL_STR("\\u0002"), ANVIL_STR("\\u0003"),
    ANVIL_STR("\\u0004"), ANVIL_STR("\\u0005"), ANVIL_STR("\\u0006"), ANVIL_STR("\\u0007"),
    ANVIL_STR("\\b"),     ANVIL_STR("\\t"),     ANVIL_STR("\\n"),     ANVIL_STR("\\u000b"),
    ANVIL_STR("\\f"),     ANVIL_STR("\\r"),     ANVIL_STR("\\u000e"), ANVIL_STR("\\u000f"),
    ANVIL_STR("\\u0010"), ANVIL_STR("\\u0011"), ANVIL_STR("\\u0012"), ANVIL_STR("\\u0013"),
    ANVIL_STR("\\u0014"), ANVIL_STR("\\u0015"), ANVIL_STR("\\u0016"), ANVIL_STR("\\u0017"),
    ANVIL_STR("\\u0018"), ANVIL_STR("\\u0019"), ANVIL_STR("\\u001a"), ANVIL_STR("\\u001b"),
    ANVIL_STR("\\u001c"), ANVIL_STR("\\u001d"), ANVIL_STR("\\u001e"), ANVIL_STR("\\u001f"),
};
static const struct anvil_str QUOTE = ANVIL_STR("\\\"");
static const struct anvil_str BACKSLASH = ANVIL_STR("\\\\");

/* The escape of a byte, or NULL when it stands for itself. */
static const struct anvil_str *escape_of(unsigned char byte) {
    if (byte < 0x20)
        return &CONTROLS[byte];
    if (byte == '"')
        return &QUOTE;
    return byte == '\\' ? &BACKSLASH : NULL;
}

/* [I-12] */
enum anvil_status anvil_encoder_escape(struct encoder *encoder, struct anvil_str text) {
    /* A map's key may be absent: it is then the empty one. */
    if (text.len == 0)
        return ANVIL_OK;
    const unsigned char *p = (const unsigned char *)text.ptr;
    const unsigned char *end = p + text.len;
    const unsigned char *plain = p; /* where the piece begins that needs no escape */
    anvil_span *span = anvil_spans[encoder->kernel];
    while (p != end) {
        if (*p < 0x80)
            p = span(p, end, &anvil_plain_run.set);
        if (p == end)
            break;
        const struct anvil_str *escape = escape_of(*p);
        size_t bytes = escape != NULL ? 1 : anvil_utf8_sequence(p, end);
        if (bytes == 0)
            return ANVIL_E_UTF8;
        if (escape != NULL) {
            if (p != plain)
                anvil_sink_put(&encoder->sink, (const char *)plain, (size_t)(p - plain));
            anvil_sink_put(&encoder->sink, escape->ptr, escape->len);
            plain = p + 1;
        }
        p += bytes;
    }
    if (p != plain)
        anvil_sink_put(&encoder->sink, (const char *)plain, (size_t)(p - plain));
    return ANVIL_OK;
}
