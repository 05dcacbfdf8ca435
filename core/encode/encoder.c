/* SPDX-License-Identifier: Apache-2.0 */
/* Escapes as constant memory, so that a span can point at one. */
#include "encode/encoder.h"

#include "base/arena.h"
#include "base/form.h"
#include "base/port.h"
#include "text/utf8.h"

ANVIL_COLD_FILE

static void begin_path(struct encoder *encoder) {
    anvil_path_begin(encoder->findings);
    for (unsigned i = 0; i < encoder->depth; i++) {
        const struct encode_frame *frame = &encoder->frames[i];
        /* A key that is no text has no place in a path: the map's has to do. */
        bool is_at_key = i + 1 == encoder->depth && encoder->is_at_key;
        const unsigned char *entry =
            is_at_key ? NULL : map_entry(frame->shape, frame->base, frame->index);
        anvil_path_step(encoder->findings, frame->shape, frame->index, entry);
    }
}

enum anvil_status anvil_encoder_fail(struct encoder *encoder, enum anvil_status status) {
    begin_path(encoder);
    return anvil_findings_fail(encoder->findings, status, ANVIL_NO_OFFSET, 0);
}

char *anvil_encoder_take(struct encoder *encoder, size_t bytes, enum anvil_status *status) {
    size_t need = bytes;
    char *text = encoder->arena != NULL ? anvil_arena_take(encoder->arena, bytes, 1, &need) : NULL;
    if (text == NULL) {
        begin_path(encoder);
        *status = anvil_findings_fail(encoder->findings, ANVIL_E_ARENA, ANVIL_NO_OFFSET, need);
    }
    return text;
}

/* The escapes, six bytes for each: of the control bytes by number, in their short form
 * where there is one, then of the quote and the backslash. */
static const char ESCAPES[] = "\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007"
                              "\\b    \\t    \\n    \\u000b\\f    \\r    \\u000e\\u000f"
                              "\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017"
                              "\\u0018\\u0019\\u001a\\u001b\\u001c\\u001d\\u001e\\u001f"
                              "\\\"    \\\\    ";
enum { ESCAPE_BYTES = 6, QUOTE_AT = 0x20, BACKSLASH_AT = 0x21 };

/* The escape of a byte, or absent when it stands for itself. */
static struct anvil_str escape_of(unsigned char byte) {
    size_t at = byte;
    if (byte == '"')
        at = QUOTE_AT;
    else if (byte == '\\')
        at = BACKSLASH_AT;
    else if (byte >= 0x20)
        return anvil_str_of(NULL, 0);
    const char *escape = ESCAPES + at * ESCAPE_BYTES;
    return anvil_str_of(escape, escape[1] == 'u' ? ESCAPE_BYTES : 2);
}

/* [I-12] */
enum anvil_status anvil_encoder_escape(struct encoder *encoder, struct anvil_str text) {
    /* A map's key may be absent: it is then the empty one. */
    const unsigned char *p = (const unsigned char *)(text.len != 0 ? text.ptr : "");
    const unsigned char *end = p + text.len;
    const unsigned char *plain = p; /* where the piece begins that needs no escape */
    anvil_span *span = anvil_spans[encoder->kernel];
    for (;;) {
        if (p != end && *p < 0x80)
            p = span(p, end, &anvil_plain_run.set);
        struct anvil_str escape = p != end ? escape_of(*p) : anvil_str_of(NULL, 0);
        /* A piece ends before an escape and at the end. */
        if (p != plain && (p == end || escape.ptr != NULL))
            anvil_sink_put(&encoder->sink, (const char *)plain, (size_t)(p - plain));
        if (p == end)
            return ANVIL_OK;
        if (escape.ptr != NULL) {
            anvil_sink_put(&encoder->sink, escape.ptr, escape.len);
            plain = ++p;
        } else {
            size_t bytes = anvil_utf8_sequence(p, end);
            if (bytes == 0)
                return anvil_encoder_fail(encoder, ANVIL_E_UTF8);
            p += bytes;
        }
    }
}
