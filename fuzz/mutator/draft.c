/* SPDX-License-Identifier: Apache-2.0 */
/* A snippet of the draft itself is copied aside first: it may move while room is made for it. */
#include "mutator/draft.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

bool draft_replace(struct draft *draft, size_t begin, size_t end, struct snippet by) {
    assert(begin <= end && end <= draft->len);
    size_t behind = draft->len - end;
    if (by.len > draft->room || begin + behind > draft->room - by.len)
        return false;
    unsigned char *copy = malloc(by.len != 0 ? by.len : 1);
    if (copy == NULL)
        return false;
    if (by.len != 0)
        memcpy(copy, by.bytes, by.len);
    memmove(draft->bytes + begin + by.len, draft->bytes + end, behind);
    memcpy(draft->bytes + begin, copy, by.len);
    free(copy);
    draft->len = begin + by.len + behind;
    return true;
}

bool draft_replace_text(struct draft *draft, size_t begin, size_t end, const char *by) {
    struct snippet snippet = {(const unsigned char *)by, strlen(by)};
    return draft_replace(draft, begin, end, snippet);
}

/* The message itself is a piece like any other, but changing it changes everything: as a value it
 * is chosen seldom. Objects are chosen for what they hold. */
#define MESSAGE_SELDOM 16

const struct piece *draft_pick(struct draft *draft, unsigned kinds) {
    const struct outline *outline = &draft->outline;
    bool is_for_members = kinds == PICK_OBJECTS;
    size_t first = is_for_members || dice_hits(&draft->dice, MESSAGE_SELDOM) ? 0 : 1;
    size_t count = 0;
    for (size_t i = first; i < outline->count; i++)
        count += kinds >> outline->pieces[i].kind & 1;
    if (count == 0)
        return NULL;
    size_t chosen = dice_below(&draft->dice, count);
    for (size_t i = first;; i++)
        if ((kinds >> outline->pieces[i].kind & 1) != 0 && chosen-- == 0)
            return &outline->pieces[i];
}
