/* SPDX-License-Identifier: Apache-2.0 */
/* A default is written by the encoder, as the one member of a structure. */
#include "default_text.h"

#include "anvil/kind.h"

#include "allocation.h"
#include "encoded.h"

#include <stdlib.h>
#include <string.h>

char *cli_default_text(const struct anvil_member *member) {
    /* {"Name":value} */
    const size_t lead = (size_t)member->name_bytes + 4;
    struct anvil_member alone = *member;
    struct anvil_shape shape = {.row = &anvil_structure_row,
                                .members = &alone,
                                .size = member->target->size,
                                .member_count = 1,
                                .align = member->target->align,
                                .kind = ANVIL_KIND_STRUCTURE};
    struct anvil_report report;
    size_t bytes = 0;
    char *text = NULL;

    if (anvil_member_default(member) == NULL)
        return NULL;
    alone.offset = 0;
    if (cli_encode(&shape, anvil_member_default(member), ANVIL_NEUTRAL, &text, &bytes, &report) !=
            ANVIL_OK ||
        bytes <= lead) {
        free(text);
        return NULL;
    }
    memmove(text, text + lead, bytes - lead - 1);
    text[bytes - lead - 1] = '\0';
    return text;
}
