/* SPDX-License-Identifier: Apache-2.0 */
/* A contestant of every parser that makes values to be walked. A class Parser has
 *
 *     NAME                    what the contestant is called
 *     Dom                     see bind.hpp
 *     Parser(row)             memory for the row's texts
 *     Dom::value root(message)  parses; values live until the next call or until done()
 *     GIVES_BACK, void done() whether trees have to be given back, and how
 */
#ifndef BENCH_PARSE_AND_BIND_HPP
#define BENCH_PARSE_AND_BIND_HPP

#include "bind.hpp"

template <class Parser>
struct ParseAndBind {
    explicit ParseAndBind(const bench_row *row) : cursor{row, 0}, parser(row), binder(row) {
    }

    [[gnu::always_inline]] void one(const bench_message *message) {
        bench_require(binder.message(message, parser.root(message)), Parser::NAME, "does not bind");
    }

    void done() {
        if constexpr (Parser::GIVES_BACK)
            parser.done();
    }

    bench_cursor cursor;
    Parser parser;
    Binder<typename Parser::Dom> binder;

    static void run(void *state, size_t times) {
        auto *work = static_cast<ParseAndBind *>(state);
        for (; times > 0; times--) {
            work->one(bench_next(&work->cursor));
            bench_keep(work->binder.out);
            work->done();
        }
    }

    static void *open(const bench_row *row) {
        const bench_message *message = row->sequence[0];
        if (row->sequence_count != 1 || !bench_can_bind(message->shape))
            return nullptr;
        auto *work = new ParseAndBind(row);
        work->one(message);
        bench_require_value(message, work->binder.out, Parser::NAME);
        work->done();
        return work;
    }
};

template <class Parser>
constexpr bench_contestant parse_and_bind(bool is_for_huge_rows) {
    using Work = ParseAndBind<Parser>;
    return {Parser::NAME, BENCH_DECODE | BENCH_ERROR, is_for_huge_rows, Work::open, Work::run,
            nullptr};
}

#endif
