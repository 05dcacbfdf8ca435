/* SPDX-License-Identifier: Apache-2.0 */
/* A progress bar for plain files, a count for pipes. Drawn at most ten times a second. */
#include "progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define BAR_COLUMNS 30
#define TICKS_PER_LOOK 16
#define MS_PER_DRAWING 100

static uint64_t now_ms(void) {
    struct timespec now;
    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0)
        return 0;
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

struct cli_progress cli_progress_begin(void) {
    struct cli_progress progress = {false, false, 0, 0, 0};
    progress.is_shown = isatty(STDERR_FILENO) == 1;
    if (progress.is_shown)
        progress.begin_ms = progress.last_ms = now_ms();
    return progress;
}

static void draw(const struct cli_input *input, uint64_t lines, uint64_t elapsed_ms) {
    fputs("\r\033[K", stderr);
    if (input->bytes_total > 0) {
        uint64_t done =
            input->bytes_read < input->bytes_total ? input->bytes_read : input->bytes_total;
        int filled = (int)((double)done / (double)input->bytes_total * BAR_COLUMNS);
        fputc('[', stderr);
        for (int i = 0; i < BAR_COLUMNS; i++)
            fputc(i < filled ? '#' : '.', stderr);
        fprintf(stderr, "] %3d %% ", (int)((double)done / (double)input->bytes_total * 100));
    }
    fprintf(stderr, "%s: %" PRIu64 " lines", input->name, lines);
    if (elapsed_ms >= MS_PER_DRAWING)
        fprintf(stderr, ", %" PRIu64 " a second", lines * 1000 / elapsed_ms);
    fflush(stderr);
}

void cli_progress_tick(struct cli_progress *progress, const struct cli_input *input,
                       uint64_t lines) {
    if (!progress->is_shown || ++progress->ticks < TICKS_PER_LOOK)
        return;
    progress->ticks = 0;
    uint64_t now = now_ms();
    if (now - progress->last_ms < MS_PER_DRAWING)
        return;
    progress->last_ms = now;
    draw(input, lines, now - progress->begin_ms);
    progress->is_drawn = true;
}

void cli_progress_clear(struct cli_progress *progress) {
    if (progress->is_drawn)
        fputs("\r\033[K", stderr);
    progress->is_drawn = false;
}

void cli_progress_done(struct cli_progress *progress, const struct cli_input *input,
                       uint64_t lines) {
    if (!progress->is_shown)
        return;
    fflush(stdout);
    draw(input, lines, now_ms() - progress->begin_ms);
    fputc('\n', stderr);
    progress->is_drawn = false;
}
