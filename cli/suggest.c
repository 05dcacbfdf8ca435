/* SPDX-License-Identifier: Apache-2.0 */
/* Levenshtein's distance over short names, upper and lower case being near. */
#include "suggest.h"

#include <ctype.h>
#include <string.h>

#define NAME_MAX_BYTES 63

static size_t least(size_t a, size_t b, size_t c) {
    size_t ab = a < b ? a : b;
    return ab < c ? ab : c;
}

/* One row of the distance table at a time. */
static size_t distance_of(const char *a, size_t a_bytes, const char *b, size_t b_bytes) {
    size_t row[NAME_MAX_BYTES + 1];

    for (size_t j = 0; j <= b_bytes; j++)
        row[j] = j;
    for (size_t i = 1; i <= a_bytes; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b_bytes; j++) {
            int same = tolower((unsigned char)a[i - 1]) == tolower((unsigned char)b[j - 1]);
            size_t here = least(row[j] + 1, row[j - 1] + 1, diagonal + (same ? 0 : 1));
            diagonal = row[j];
            row[j] = here;
        }
    }
    return row[b_bytes];
}

void cli_suggest(struct cli_suggestion *suggestion, const char *name) {
    size_t typed_bytes = strlen(suggestion->typed);
    size_t name_bytes = strlen(name);

    if (typed_bytes == 0 || typed_bytes > NAME_MAX_BYTES || name_bytes > NAME_MAX_BYTES)
        return;
    size_t distance = distance_of(suggestion->typed, typed_bytes, name, name_bytes);
    /* A third of the name may be wrong; more than that is another name. */
    if (distance * 3 > name_bytes)
        return;
    if (suggestion->name == NULL || distance < suggestion->distance) {
        suggestion->name = name;
        suggestion->distance = distance;
    }
}
