/* SPDX-License-Identifier: Apache-2.0 */
/* Messages of nothing but text: what the peers can write without knowing more of a shape. */
#ifndef BENCH_FLAT_HPP
#define BENCH_FLAT_HPP

#include "contest.h"

#include <cstring>

/* Tells whether a message holds nothing but text. */
inline bool bench_is_flat(const anvil_shape *shape) {
    for (size_t i = 0; i < shape->member_count; i++)
        if (shape->members[i].kind != ANVIL_KIND_STRING &&
            shape->members[i].kind != ANVIL_KIND_ENUM)
            return false;
    return true;
}

/* Calls each(name, text) for every member of a flat message that is there. */
template <class F>
void bench_each_text(const bench_message *message, F each) {
    const auto *value = static_cast<const unsigned char *>(message->value);
    for (size_t i = 0; i < message->shape->member_count; i++) {
        const anvil_member &member = message->shape->members[i];
        anvil_str text;
        std::memcpy(&text, value + member.offset, sizeof text);
        if (text.ptr != nullptr)
            each(anvil_member_name(&member), text);
    }
}

/* A contestant that builds a flat message and writes it. A class Writer has
 *
 *     NAME                      what the contestant is called
 *     Writer(row)
 *     anvil_str write(message)  the text, which lives until the next call or until done()
 *     void done()
 */
template <class Writer>
struct BuildAndWrite {
    explicit BuildAndWrite(const bench_row *row) : cursor{row, 0}, writer(row) {
    }

    bench_cursor cursor;
    Writer writer;

    static void run(void *state, size_t times) {
        auto *work = static_cast<BuildAndWrite *>(state);
        for (; times > 0; times--) {
            anvil_str text = work->writer.write(bench_next(&work->cursor));
            bench_keep(text.ptr);
            work->writer.done();
        }
    }

    static void *open(const bench_row *row) {
        const bench_message *message = row->sequence[0];
        if (row->sequence_count != 1 || !bench_is_flat(message->shape))
            return nullptr;
        auto *work = new BuildAndWrite(row);
        bench_require(anvil_str_equal(work->writer.write(message), message->body), Writer::NAME,
                      "writes something else");
        work->writer.done();
        return work;
    }
};

template <class Writer>
constexpr bench_contestant build_and_write() {
    using Work = BuildAndWrite<Writer>;
    return {Writer::NAME, BENCH_ENCODE, false, Work::open, Work::run, nullptr};
}

#endif
