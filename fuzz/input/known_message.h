/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Messages whose report is known: bytes drive what is written, member by member, and whatever is
 * written wrong is noted with its constraint, path, offset and lengths while it is written. The
 * JSON and the verdict come from the descriptors and from nothing of the engine.
 */
#ifndef FUZZ_KNOWN_MESSAGE_H
#define FUZZ_KNOWN_MESSAGE_H

#include "anvil/report.h"
#include "fuzz_input.h"

/* All violations and all paths fit a report, so that nothing is only counted. */
enum { KNOWN_VIOLATIONS_MAX = ANVIL_REPORT_VIOLATIONS, KNOWN_PATH_BYTES = 512 };

struct known_violation {
    enum anvil_constraint constraint;
    char path[KNOWN_PATH_BYTES]; /* a JSON pointer */
    size_t path_bytes;
    size_t offset;
    uint64_t limit; /* lengths: the bound that is missed; else 0 */
    uint64_t actual;
};

struct known_violations {
    struct known_violation items[KNOWN_VIOLATIONS_MAX];
    size_t count;
};

struct known_message {
    char *bytes;
    size_t len;
    size_t capacity;
    struct known_violations of_bytes;  /* duplicate and unknown members, in the order of the text */
    struct known_violations of_struct; /* all others, in model order */
};

/* Makes the message of a structure shape out of the bytes at the front of the input. End with
 * known_message_free(). */
void known_message_begin(struct known_message *message, const struct anvil_shape *shape,
                         struct fuzz_input *input);

void known_message_free(struct known_message *message);

/* --- private to known_*.c ----------------------------------------------------------------------
 */

/* Lengths far above what is usual cost time and show nothing new. */
enum { KNOWN_TEXT_MAX = 300, KNOWN_TEXT_MORE = 12, KNOWN_TEXT_BYTES = 4 * (KNOWN_TEXT_MAX + 14) };

struct known_writer {
    struct known_message *message;
    struct fuzz_input *input;
    char path[KNOWN_PATH_BYTES];
    size_t path_len;
    size_t path_sum;             /* of all violations so far */
    char text[KNOWN_TEXT_BYTES]; /* the string that was written last, without escapes */
    size_t text_len;
    unsigned depth;
    size_t left;  /* how many more values may be made freely */
    bool is_good; /* nothing wrong from here on */
};

void known_put(struct known_writer *writer, const void *bytes, size_t len);
void known_put_text(struct known_writer *writer, const char *text);

/* Notes a violation of the value that begins here. */
void known_note(struct known_writer *writer, enum anvil_constraint constraint, uint64_t limit,
                uint64_t actual);

/* Whether the next choice may be a wrong one. */
bool known_may_break(const struct known_writer *writer);

/* A length from the input between the bounds, or beside them; and what is wrong with one. */
size_t known_length(struct known_writer *writer, const struct anvil_limits *given, size_t most);
void known_note_length(struct known_writer *writer, const struct anvil_limits *limits,
                       uint64_t length);

/* A string or enum; and any other value that holds no others. */
void known_put_string(struct known_writer *writer, const struct anvil_member *member);
void known_put_scalar(struct known_writer *writer, const struct anvil_member *member);

#endif
