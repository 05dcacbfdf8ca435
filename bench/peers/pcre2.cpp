/* SPDX-License-Identifier: Apache-2.0 */
/* PCRE2 with JIT: the patterns of a filled struct, one match each, nothing else. */
#include "pcre2_patterns.hpp"

namespace {

struct Work {
    bench_cursor cursor;
    Patterns patterns;
};

void run(void *state, size_t times) {
    Work *work = static_cast<Work *>(state);
    for (; times > 0; times--) {
        const bench_message *message = bench_next(&work->cursor);
        bench_require(work->patterns.match_all(static_cast<const unsigned char *>(message->value)),
                      "pcre2-jit", "does not match");
    }
}

void *open_patterns(const bench_row *row) {
    Work *work = new Work{{row, 0}, {}};
    return row->sequence_count == 1 && work->patterns.compile(row->sequence[0]->shape) ? work
                                                                                       : nullptr;
}

const bench_contestant CONTESTANT = {
    "pcre2-jit", BENCH_CHECK, false, open_patterns, run, nullptr,
};

__attribute__((constructor)) void enter() {
    bench_enter(&CONTESTANT);
}

} // namespace
