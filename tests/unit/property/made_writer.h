/* SPDX-License-Identifier: Apache-2.0 */
/* Private to made_*.c: a message that is being written, and where the pen is. */
#ifndef PROPERTY_MADE_WRITER_H
#define PROPERTY_MADE_WRITER_H

#include "property/made_message.h"

struct made_writer {
    char text[MADE_PATH_BYTES]; /* the string that was written last, without escapes */
    size_t text_len;
    struct made_message *message;
    const struct made_plan *plan;
    enum made_size size; /* of what is being written; items behind the first are made small */
    size_t turn;         /* of what is being written */
    const struct anvil_shape *open[ANVIL_DEPTH_MAX]; /* structures and unions around it */
    size_t depth;                                    /* how many */
    bool is_deep;               /* one of them is inside itself: what is optional ends here */
    size_t choices;             /* how many ways there were to come here: of the unions around it */
    char path[MADE_PATH_BYTES]; /* to what is being written */
    size_t path_len;
};

/* Whether what is written now can get the next fault, which breaks `constraint`, and is to get it.
 * Counts it, and notes place and constraint. */
bool made_takes_fault(struct made_writer *writer, enum anvil_constraint constraint);

void made_put(struct made_writer *writer, const void *bytes, size_t len);
void made_put_text(struct made_writer *writer, const char *text);

/* Longer and shorter paths; made_path_index() and made_path_name() return the length before. */
size_t made_path_name(struct made_writer *writer, struct anvil_str name);
size_t made_path_index(struct made_writer *writer, size_t index);
void made_path_back(struct made_writer *writer, size_t len);

/* A value that holds no others, with whatever fault it is to get. `index` tells it from its
 * neighbours in a list or map. */
void made_put_scalar(struct made_writer *writer, const struct anvil_member *member, size_t index);

/* The same for text. */
void made_put_string(struct made_writer *writer, const struct anvil_member *member, size_t index);

/* Notes that there are `count` values to be seen here, turn by turn. */
void made_note_values(struct made_writer *writer, size_t count);

/* How many different values made_put_scalar() can make of a kind of value, at least. */
size_t made_different(const struct anvil_member *member);

#endif
