/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * The three formats behind one form, so that a test can say what a text is in one line.
 */
#ifndef TEXT_TIMESTAMP_ASSERT_H
#define TEXT_TIMESTAMP_ASSERT_H

#include "text/pseudo_random.h"
#include "text/timestamp.h"

/** A format and how much it takes. */
enum timestamp_form {
    FORM_EPOCH,
    FORM_DATE_TIME,        /**< only Z */
    FORM_DATE_TIME_OFFSET, /**< offsets too */
    FORM_HTTP_DATE,        /**< whole seconds */
    FORM_HTTP_DATE_FRACTION
};

/** The text is this instant. Read at the edge of its memory. */
void assert_instant(enum timestamp_form form, const char *text, int64_t seconds,
                    int32_t nanoseconds);

/** The text is refused with ANVIL_E_TIMESTAMP at this offset. */
void assert_bad(enum timestamp_form form, const char *text, size_t offset);

/** The text is refused with ANVIL_E_RANGE_OF_TYPE. */
void assert_out_of_range(enum timestamp_form form, const char *text);

/** Every beginning of the text is read at the edge of its memory; every one shorter than the text
 * is refused, unless `takes_some`. */
void check_beginnings(enum timestamp_form form, const char *text, bool takes_some);

/** The instant is written as this text, and exactly into its room. */
void assert_written(enum timestamp_form form, struct anvil_timestamp value,
                    enum anvil_precision precision, const char *expected);

/** Any valid instant; of all years, near 1970, or whole, by turns. */
struct anvil_timestamp random_instant(struct pseudo_random *random);

#endif
