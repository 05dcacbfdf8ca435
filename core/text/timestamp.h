/* SPDX-License-Identifier: Apache-2.0 */
/* Instants and the three formats that Smithy knows for them. Knows no members and no JSON strings:
 * a date is given after unescaping and written without quotes. */
#ifndef ANVIL_TEXT_TIMESTAMP_H
#define ANVIL_TEXT_TIMESTAMP_H

#include "anvil/status.h"
#include "anvil/value.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The first second of the year 1 and the last one of the year 9999. */
#define ANVIL_TIMESTAMP_SECONDS_MIN INT64_C(-62135596800)
#define ANVIL_TIMESTAMP_SECONDS_MAX INT64_C(253402300799)

/* The most bytes that anvil_epoch_seconds_write(), anvil_date_time_write() and
 * anvil_http_date_write() write. */
#define ANVIL_EPOCH_SECONDS_TEXT_MAX 22
#define ANVIL_DATE_TIME_TEXT_MAX 30
#define ANVIL_HTTP_DATE_TEXT_MAX 29

/* How many digits of a second are written at most; the others are dropped, which leads to the
 * instant before and never to the one after, as in reading. */
enum anvil_precision {
    ANVIL_PRECISION_SECONDS = 0,
    ANVIL_PRECISION_MILLISECONDS = 3,
    ANVIL_PRECISION_NANOSECONDS = 9
};

/* Tells whether the instant lies in the years 1 to 9999 and its nanoseconds are less than a second.
 * What is written must. */
ANVIL_LOCAL bool anvil_timestamp_is_valid(struct anvil_timestamp value);

/* The readers take the bytes [begin, end), which are never NULL, and write *value on #ANVIL_OK
 * only. Digits beyond nanoseconds are dropped as above. An instant outside the years 1 to 9999 is
 * #ANVIL_E_RANGE_OF_TYPE. Cost: linear.
 *
 * A text that is no date of its format is #ANVIL_E_TIMESTAMP, with *offset, in bytes from `begin`:
 * the first byte that cannot stand where it stands, the first byte of a name or number that
 * the calendar or the clock does not have, or the length when the text is too short. */

/* The number token [begin, end) as seconds since 1970, computed from the digits and the
 * exponent as they stand there, exactly. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_epoch_seconds_read(const unsigned char *begin, const unsigned char *end,
                         struct anvil_timestamp *value);

/* RFC 3339, such as 2000-01-02T20:34:56.789Z: any number of digits of a second, `T`
 * and `Z` of either case. With `takes_offsets` also +hh:mm and -hh:mm, normalised to UTC. A leap
 * second, :60, is not taken: an instant has no place for it. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_date_time_read(const unsigned char *begin, const unsigned char *end, bool takes_offsets,
                     struct anvil_timestamp *value, size_t *offset);

/* IMF-fixdate of RFC 9110, such as Sun, 02 Jan 2000 20:34:56 GMT, to the letter. The
 * weekday must be one and is not compared with the date. With `takes_fraction` a point and one to
 * three digits may follow the seconds. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_http_date_read(const unsigned char *begin, const unsigned char *end, bool takes_fraction,
                     struct anvil_timestamp *value, size_t *offset);

/* The writers take a valid instant and return how many bytes it took. */

/* A number without exponent, without zeros at the end of the fraction, and without point
 * when there is none. */
ANVIL_LOCAL size_t anvil_epoch_seconds_write(struct anvil_timestamp value,
                                             enum anvil_precision precision, char *out);

/* In UTC, with `T`, `Z` and a fraction as above. */
ANVIL_LOCAL size_t anvil_date_time_write(struct anvil_timestamp value,
                                         enum anvil_precision precision, char *out);

/* Without fraction, which the format does not have. */
ANVIL_LOCAL size_t anvil_http_date_write(struct anvil_timestamp value, char *out);

#endif
