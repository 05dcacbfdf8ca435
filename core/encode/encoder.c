/* SPDX-License-Identifier: Apache-2.0 */
/* Escapes as constant memory, so that a span can point at one. */
#include "encode/encoder.h"

#include "text/utf8.h"

enum anvil_status anvil_encoder_fail(struct encoder *encoder, enum anvil_status status) {
    anvil_path_begin(encoder->findings);
    for (unsigned i = 0; i < encoder->depth; i++) {
        const struct encode_frame *frame = &encoder->frames[i];
        if (frame->shape->kind == ANVIL_KIND_LIST)
            anvil_path_index(encoder->findings, frame->index);
        else
            anvil_path_name(encoder->findings,
                            anvil_member_name(&frame->shape->members[frame->index]));
    }
    return anvil_findings_fail(encoder->findings, status, ANVIL_NO_OFFSET, 0);
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
    const unsigned char *p = (const unsigned char *)text.ptr;
    const unsigned char *end = p + text.len;
    const unsigned char *plain = p; /* where the piece begins that needs no escape */
    while (p != end) {
        const struct anvil_str *escape = escape_of(*p);
        size_t bytes = escape != NULL ? 1 : anvil_utf8_sequence(p, end);
        if (bytes == 0)
            return ANVIL_E_UTF8;
        if (escape != NULL) {
            if (p != plain)
                sink_put(&encoder->sink, (const char *)plain, (size_t)(p - plain));
            sink_put(&encoder->sink, escape->ptr, escape->len);
            plain = p + 1;
        }
        p += bytes;
    }
    if (p != plain)
        sink_put(&encoder->sink, (const char *)plain, (size_t)(p - plain));
    return ANVIL_OK;
}
