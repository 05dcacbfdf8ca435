/* SPDX-License-Identifier: Apache-2.0 */
/* The oracle fixpoint of messages. Knows the verbs only. */
#include "coverage/model_places.h"
#include "encoding.h"
#include "message_oracles.h"
#include "oracle.h"
#include "sample/same_value.h"

#include <string.h>

void expect_fixpoint(const struct message_question *question, const struct decoding *decoding) {
    unsigned form = question->checks & (unsigned)ANVIL_NEUTRAL;
    const struct anvil_shape *shape = question->shape;
    struct encoding first;
    struct encoding second;
    struct decoding read;
    struct decoding again;
    if (!decoding_has_value(decoding))
        return;
    encoding_begin(&first, shape, decoding->value, form);
    expect_pieces_join(&first, shape, decoding->value, form);
    /* Of what can be read, only an unknown variant cannot be written. */
    FUZZ_EXPECT(fixpoint, first.status == ANVIL_OK || first.status == ANVIL_E_UNION);
    if (first.status == ANVIL_OK) {
        /* Writing may have added defaults, once. */
        decoding_begin(&read, shape, first.text, form);
        FUZZ_EXPECT(fixpoint, read.status == ANVIL_OK);
        /* The neutral form changes nothing; only defaults may come in while writing. */
        const struct model_owner *owner = model_owner_of(shape);
        bool is_exact = form != 0 && owner != NULL && !owner->has_defaults;
        FUZZ_EXPECT(fixpoint, !is_exact || is_same_value(shape, read.value, decoding->value));
        encoding_begin(&second, shape, read.value, form);
        FUZZ_EXPECT(fixpoint,
                    second.status == ANVIL_OK && anvil_str_equal(first.text, second.text));
        decoding_begin(&again, shape, second.text, form);
        FUZZ_EXPECT(fixpoint,
                    again.status == ANVIL_OK && is_same_value(shape, again.value, read.value));
        decoding_free(&again);
        encoding_free(&second);
        decoding_free(&read);
    }
    encoding_free(&first);
}
