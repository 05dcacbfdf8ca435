/* SPDX-License-Identifier: Apache-2.0 */
/* What a careful server would write with well-known libraries: yyjson's parse, the fields looked
 * up, every constraint checked with PCRE2's JIT. */
#include "pcre2_patterns.hpp"
#include "yyjson_parse.hpp"

namespace {

struct CheckedWork : YyjsonWork {
    using YyjsonWork::YyjsonWork;

    void one(const bench_message *message) {
        bind(message);
        bench_require(patterns.check(binder.out), "yyjson+pcre2", "finds a violation");
    }

    Patterns patterns;
};

void run(void *state, size_t times) {
    auto *work = static_cast<CheckedWork *>(state);
    for (; times > 0; times--) {
        work->one(bench_next(&work->cursor));
        bench_keep(work->binder.out);
    }
}

void *open_checked(const bench_row *row) {
    const bench_message *message = row->sequence[0];
    if (row->sequence_count != 1 || message->checks != ANVIL_STRICT)
        return nullptr;
    auto *work = new CheckedWork(row);
    if (!work->patterns.compile(message->shape))
        return nullptr;
    work->one(message);
    bench_require_value(message, work->binder.out, "yyjson+pcre2");
    return work;
}

constexpr bench_contestant CONTESTANT = {
    "yyjson+pcre2", BENCH_DECODE, false, open_checked, run, nullptr,
};

__attribute__((constructor)) void enter() {
    bench_enter(&CONTESTANT);
}

} // namespace
