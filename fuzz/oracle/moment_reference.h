/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The three formats of timestamps read in the plainest way: templates of characters, and a calendar
 * that adds up years. Knows nothing of the engine but the form of the result.
 */
#ifndef FUZZ_MOMENT_REFERENCE_H
#define FUZZ_MOMENT_REFERENCE_H

#include "anvil/str.h"
#include "anvil/value.h"

enum naive_verdict {
    NAIVE_MOMENT,      /* a moment of the years 1 to 9999 */
    NAIVE_OUT_OF_TIME, /* a moment outside them */
    NAIVE_NO_MOMENT,   /* none */
    NAIVE_NO_VERDICT   /* more than the reference can do */
};

/* A JSON number. */
enum naive_verdict naive_epoch_seconds(struct anvil_str text, struct anvil_timestamp *out);

/* */
enum naive_verdict naive_date_time(struct anvil_str text, bool takes_offsets,
                                   struct anvil_timestamp *out);

/* */
enum naive_verdict naive_http_date(struct anvil_str text, bool takes_fraction,
                                   struct anvil_timestamp *out);

#endif
