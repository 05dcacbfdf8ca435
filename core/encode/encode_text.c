/* SPDX-License-Identifier: Apache-2.0 */
/* Strings and enums. The quote before is written with what comes before, the one behind with what
 * follows. */
#include "encode/encode_kinds.h"

ANVIL_COLD_FILE

/* Text that is not surely plain: it may still be good and may still need no escape. */
static ANVIL_COLD enum anvil_status write_closer(struct encoder *encoder, struct anvil_str text) {
    encoder->is_dirty = true;
    return anvil_encoder_escape(encoder, text);
}

enum anvil_status anvil_encode_text(struct encoder *encoder, const struct anvil_member *member,
                                    const unsigned char *slot) {
    struct anvil_str text;
    memcpy(&text, slot, sizeof text);
    encoder->is_quote_open = true;
    const struct anvil_run *run = encoder->is_checking ? member->run : &anvil_plain_run;
    if (text.len == 0) {
        encoder->is_dirty |= run->min != 0;
        return ANVIL_OK;
    }
    if (ANVIL_UNLIKELY(!is_trusted(encoder, member) && !is_clean(encoder->kernel, run, text)))
        return write_closer(encoder, text);
    anvil_sink_put(&encoder->sink, text.ptr, text.len);
    return ANVIL_OK;
}
