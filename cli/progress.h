/* SPDX-License-Identifier: Apache-2.0 */
/* How far a long run has come: a line on standard error that keeps changing. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "input.h"

#include <stdbool.h>
#include <stdint.h>

/* Begin with cli_progress_begin(). */
struct cli_progress {
    bool is_shown;     /* standard error is a terminal */
    bool is_drawn;     /* something stands there now */
    uint64_t ticks;    /* lines since the clock was last looked at */
    uint64_t last_ms;  /* when it was drawn */
    uint64_t begin_ms; /* when the run began */
};

/* Shows something only when standard error is a terminal. */
struct cli_progress cli_progress_begin(void);

/* One more line has been read from `input`; `lines` is how many in all. Cheap. */
void cli_progress_tick(struct cli_progress *progress, const struct cli_input *input,
                       uint64_t lines);

/* Takes the line away, before something else is written to the terminal. */
void cli_progress_clear(struct cli_progress *progress);

/* Draws an input that has been read to its end and leaves it standing. */
void cli_progress_done(struct cli_progress *progress, const struct cli_input *input,
                       uint64_t lines);

#endif
