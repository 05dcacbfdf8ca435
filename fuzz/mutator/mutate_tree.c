/* SPDX-License-Identifier: Apache-2.0 */
/* Mutations of the tree: they move values about and know none of them. */
#include "mutator/mutations.h"

#include <string.h>

/* A member from its key, or an item: what commas divide. False for the whole message. */
static bool element_span(const struct draft *draft, const struct piece *value, size_t *begin,
                         size_t *end) {
    *begin = value->key != OUTLINE_NONE ? draft->outline.pieces[value->key].begin : value->begin;
    *end = value->end;
    return value->parent != OUTLINE_NONE;
}

static bool pick_element(struct draft *draft, size_t *begin, size_t *end) {
    const struct piece *value = draft_pick(draft, PICK_VALUES);
    return value != NULL && element_span(draft, value, begin, end);
}

/* Takes the comma that would be left alone: the one behind, or else the one before. */
static void take_comma(const struct draft *draft, size_t *begin, size_t *end) {
    if (*end < draft->len && draft->bytes[*end] == ',')
        *end += 1;
    else if (*begin > 0 && draft->bytes[*begin - 1] == ',')
        *begin -= 1;
}

bool mutate_remove(struct draft *draft) {
    size_t begin = 0;
    size_t end = 0;
    if (!pick_element(draft, &begin, &end))
        return false;
    take_comma(draft, &begin, &end);
    return draft_replace_text(draft, begin, end, "");
}

/* Puts the bytes from `begin` up to `end` once more behind themselves, after a comma. */
static bool repeat_once(struct draft *draft, size_t begin, size_t end) {
    struct snippet element = {draft->bytes + begin, end - begin};
    if (element.len + 1 > draft->room - draft->len)
        return false;
    return draft_replace(draft, end, end, element) && draft_replace_text(draft, end, end, ",");
}

bool mutate_repeat(struct draft *draft) {
    static const size_t TIMES[] = {1, 1, 1, 2, 4, 8, 19, 49, 63, 64, 99, 100};
    size_t begin = 0;
    size_t end = 0;
    if (!pick_element(draft, &begin, &end))
        return false;
    size_t times = TIMES[dice_below(&draft->dice, sizeof TIMES / sizeof *TIMES)];
    bool is_done = false;
    for (size_t i = 0; i < times && repeat_once(draft, begin, end); i++)
        is_done = true;
    return is_done;
}

bool mutate_copy(struct draft *draft) {
    const struct piece *from = draft_pick(draft, PICK_VALUES);
    const struct piece *to = draft_pick(draft, PICK_VALUES);
    return from != NULL && to != NULL && from != to &&
           draft_replace(draft, to->begin, to->end, draft_piece(draft, from));
}

bool mutate_swap(struct draft *draft) {
    const struct piece *a = draft_pick(draft, PICK_VALUES);
    const struct piece *b = draft_pick(draft, PICK_VALUES);
    if (a == NULL || b == NULL || a == b)
        return false;
    const struct piece *first = a < b ? a : b;
    const struct piece *second = a < b ? b : a;
    size_t first_len = first->end - first->begin;
    size_t second_len = second->end - second->begin;
    if (first->end > second->begin || first_len + second_len > draft->room - draft->len)
        return false;
    /* The first goes behind the second, then the second takes its place. */
    size_t between = second->end;
    draft_replace(draft, between, between, draft_piece(draft, first));
    draft_replace(draft, first->begin, first->end, draft_piece(draft, second));
    size_t moved = second->begin - first_len + second_len;
    return draft_replace_text(draft, moved, moved + second_len, "");
}

bool mutate_wrap(struct draft *draft) {
    static const char *const OPEN[] = {"[", "{\"k\":", "[[", "[0,", "{\"\":"};
    static const char *const CLOSE[] = {"]", "}", "]]", "]", "}"};
    /* The depth limit, one less and one more, counted from the outermost value. */
    static const size_t TIMES[] = {1, 1, 1, 2, 29, 30, 31, 32, 33};
    const struct piece *piece = draft_pick(draft, PICK_VALUES);
    if (piece == NULL)
        return false;
    size_t which = dice_below(&draft->dice, sizeof OPEN / sizeof *OPEN);
    size_t times = TIMES[dice_below(&draft->dice, sizeof TIMES / sizeof *TIMES)];
    size_t open = strlen(OPEN[which]);
    size_t end = piece->end;
    bool is_done = false;
    for (size_t i = 0; i < times; i++) {
        if (open + strlen(CLOSE[which]) > draft->room - draft->len)
            break;
        draft_replace_text(draft, end, end, CLOSE[which]);
        draft_replace_text(draft, piece->begin, piece->begin, OPEN[which]);
        end += open;
        is_done = true;
    }
    return is_done;
}

bool mutate_unwrap(struct draft *draft) {
    const struct piece *inner = draft_pick(draft, PICK_VALUES);
    if (inner == NULL || inner->parent == OUTLINE_NONE)
        return false;
    const struct piece *outer = &draft->outline.pieces[inner->parent];
    return draft_replace(draft, outer->begin, outer->end, draft_piece(draft, inner));
}

bool mutate_move_last(struct draft *draft) {
    const struct piece *value = draft_pick(draft, PICK_VALUES);
    size_t begin = 0;
    size_t end = 0;
    if (value == NULL || !element_span(draft, value, &begin, &end))
        return false;
    const struct piece *container = &draft->outline.pieces[value->parent];
    size_t len = end - begin;
    if (end >= draft->len || draft->bytes[end] != ',' || container->end < end + 2 ||
        len + 1 > draft->room - draft->len)
        return false;
    size_t last = container->end - 1;
    struct snippet element = {draft->bytes + begin, len};
    draft_replace(draft, last, last, element);
    draft_replace_text(draft, last, last, ",");
    return draft_replace_text(draft, begin, end + 1, "");
}
