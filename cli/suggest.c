/* SPDX-License-Identifier: Apache-2.0 */
/* Levenshtein's distance over short names, upper and lower case being near. */
#include "suggest.h"

#include <ctype.h>

static size_t least(size_t a, size_t b, size_t c) {
    size_t ab = a < b ? a : b;
    return ab < c ? ab : c;
}

/* One row of the distance table at a time. */
static size_t distance_of(struct anvil_str a, struct anvil_str b) {
    size_t row[CLI_SUGGESTION_BYTES + 1];

    for (size_t j = 0; j <= b.len; j++)
        row[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            int same = tolower((unsigned char)a.ptr[i - 1]) == tolower((unsigned char)b.ptr[j - 1]);
            size_t here = least(row[j] + 1, row[j - 1] + 1, diagonal + (same ? 0 : 1));
            diagonal = row[j];
            row[j] = here;
        }
    }
    return row[b.len];
}

struct cli_suggestion cli_suggestion_for(struct anvil_str typed) {
    struct cli_suggestion suggestion = {typed, 0, ""};
    return suggestion;
}

void cli_suggest(struct cli_suggestion *suggestion, struct anvil_str name) {
    struct anvil_str typed = suggestion->typed;

    if (typed.len == 0 || typed.len > CLI_SUGGESTION_BYTES || name.len > CLI_SUGGESTION_BYTES)
        return;
    size_t distance = distance_of(typed, name);
    /* A third of the name may be wrong, or two letters swapped; more than that is another name. */
    if (distance > name.len / 3 + 1)
        return;
    if (suggestion->name[0] != '\0' && distance >= suggestion->distance)
        return;
    suggestion->distance = distance;
    memcpy(suggestion->name, name.ptr, name.len);
    suggestion->name[name.len] = '\0';
}
