/* SPDX-License-Identifier: Apache-2.0 */
/* What the formats of timestamps have in common: fields of digits, the time of day, the fraction of
 * a second, the way from fields to an instant and back. */
#ifndef ANVIL_TEXT_DATE_TEXT_H
#define ANVIL_TEXT_DATE_TEXT_H

#include "text/calendar.h"
#include "text/timestamp.h"

/* A text that is being read. What cannot stand at p makes it bad, p stays there, and nothing more
 * is taken: so a format is a list of its parts, and looks at the outcome once. */
struct anvil_date_text {
    const unsigned char *begin;
    const unsigned char *p;
    const unsigned char *end;
    bool is_bad;
};

/* Begins to read [begin, end). */
ANVIL_LOCAL struct anvil_date_text anvil_date_text_of(const unsigned char *begin,
                                                      const unsigned char *end);

/* Makes the text bad at p. */
ANVIL_LOCAL void anvil_date_text_fail(struct anvil_date_text *text, const unsigned char *p);

/* Takes exactly `count` digits, as a number from `min` to `max`, or returns `min`. */
ANVIL_LOCAL unsigned anvil_date_text_number(struct anvil_date_text *text, unsigned count,
                                            unsigned min, unsigned max);

/* Takes the bytes of `word`, which a NUL ends. */
ANVIL_LOCAL void anvil_date_text_word(struct anvil_date_text *text, const char *word);

/* Takes hh:mm:ss, as seconds from 0 to 86399. */
ANVIL_LOCAL int32_t anvil_date_text_clock(struct anvil_date_text *text);

/* Takes, if there is one, a point and 1 to `count` digits of a second, as nanoseconds. */
ANVIL_LOCAL int32_t anvil_date_text_fraction(struct anvil_date_text *text, size_t count);

/* What the text came to, now that all its parts were taken: nothing may be left. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_date_text_finish(const struct anvil_date_text *text, struct anvil_timestamp found,
                       struct anvil_timestamp *value, size_t *offset);

/* The date and the second of the day, 0 to 86399, of a valid instant. */
ANVIL_LOCAL struct anvil_date anvil_date_of_timestamp(struct anvil_timestamp value,
                                                      unsigned *second_of_day);

/* The instant with no more digits of a second than `precision`. */
ANVIL_LOCAL struct anvil_timestamp anvil_timestamp_floor(struct anvil_timestamp value,
                                                         enum anvil_precision precision);

/* Writes hh:mm:ss and returns 8. */
ANVIL_LOCAL size_t anvil_clock_write(unsigned second_of_day, char *out);

/* Writes a point and the digits up to the last that is not 0, or nothing for 0. Returns the bytes,
 * 10 at most. */
ANVIL_LOCAL size_t anvil_fraction_write(unsigned nanoseconds, char *out);

#endif
