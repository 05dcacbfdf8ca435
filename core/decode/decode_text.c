/* SPDX-License-Identifier: Apache-2.0 */
/* Strings and enums: bound where they stand when they are plain. */
#include "check/clean.h"
#include "decode/decode_kinds.h"

ANVIL_COLD_FILE

/* [I-03] Plain text inside its member's run is bound where it stands. */
enum anvil_status anvil_decode_text(struct decoder *decoder, const struct anvil_member *member,
                                    unsigned char *slot) {
    const unsigned char *begin = decoder->p + 1;
    if (ANVIL_UNLIKELY(*decoder->p != '"'))
        return anvil_decoder_fail_value(decoder, decoder->p);
    const struct anvil_run *run = decoder->is_checking ? member->run : &anvil_plain_run;
    const unsigned char *quote = anvil_spans[decoder->kernel](begin, decoder->end, &run->set);
    struct anvil_str text = anvil_str_of((const char *)begin, (size_t)(quote - begin));
    if (ANVIL_UNLIKELY(quote == decoder->end || *quote != '"' ||
                       !has_clean_length(run, text.len))) {
        enum anvil_status status = anvil_decoder_read_text(decoder, begin, quote, &text);
        if (status != ANVIL_OK)
            return status;
    } else {
        decoder->p = quote + 1;
    }
    memcpy(slot, &text, sizeof text);
    return ANVIL_OK;
}
