/* SPDX-License-Identifier: Apache-2.0 */
/* Time, by Google Benchmark: every row with every contestant as a benchmark ROW/CONTESTANT. */
#include "catalogue.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>

namespace {

/* A batch hides the loop of Google Benchmark and the call through a pointer, about 2 ns. */
size_t batch_of(size_t message_bytes) {
    return std::clamp<size_t>(16384 / std::max<size_t>(message_bytes, 1), 1, 64);
}

/* One contestant in one row; it is opened when its first turn comes and lives to the end. */
class Entry {
  public:
    Entry(bench_plan *plan, const bench_contestant *contestant, const char *root)
        : plan_(plan), contestant_(contestant), root_(root) {
    }

    void operator()(benchmark::State &state) {
        if (!is_open_) {
            state_ = contestant_->open(bench_load(plan_, root_));
            is_open_ = true;
            if (state_ != nullptr) /* pages are touched, caches filled, functions bound */
                contestant_->run(state_, 1);
        }
        if (state_ == nullptr) {
            state.SkipWithError("does not take part");
            return;
        }
        const bench_row &row = plan_->row;
        size_t batch = batch_of(row.message_bytes);
        while (state.KeepRunningBatch(static_cast<benchmark::IterationCount>(batch)))
            contestant_->run(state_, batch);
        state.SetItemsProcessed(state.iterations());
        state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(row.message_bytes));
        state.counters["message_bytes"] = static_cast<double>(row.message_bytes);
    }

  private:
    bench_plan *plan_;
    const bench_contestant *contestant_;
    const char *root_;
    void *state_ = nullptr;
    bool is_open_ = false;
};

void register_all(const char *root) {
    size_t plan_count = 0;
    size_t contestant_count = 0;
    bench_plan *plans = bench_catalogue(root, &plan_count);
    const bench_contestant *const *contestants = bench_contestants(&contestant_count);
    for (size_t i = 0; i < plan_count; i++)
        for (size_t j = 0; j < contestant_count; j++)
            if (bench_takes(contestants[j], &plans[i].row)) {
                std::string name = std::string(plans[i].row.name) + "/" + contestants[j]->name;
                auto *entry = new Entry(&plans[i], contestants[j], root);
                benchmark::RegisterBenchmark(name.c_str(),
                                             [entry](benchmark::State &state) { (*entry)(state); });
            }
}

} // namespace

int main(int argc, char **argv) {
    benchmark::Initialize(&argc, argv);
    register_all(argc > 1 ? argv[1] : ".");
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
