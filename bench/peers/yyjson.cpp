/* SPDX-License-Identifier: Apache-2.0 */
/* yyjson: its parse alone, in a copy of its own and in place; with the fields bound; and the same
 * message built and written. */
#include "flat.hpp"
#include "yyjson_parse.hpp"

namespace {

void run_parse(void *state, size_t times) {
    YyjsonWork *work = static_cast<YyjsonWork *>(state);
    for (; times > 0; times--)
        bench_keep(work->read(bench_next(&work->cursor)));
}

void run_parse_in_place(void *state, size_t times) {
    YyjsonWork *work = static_cast<YyjsonWork *>(state);
    for (; times > 0; times--)
        bench_keep(work->read_in_place(bench_next(&work->cursor)));
}

void run_bind(void *state, size_t times) {
    YyjsonWork *work = static_cast<YyjsonWork *>(state);
    for (; times > 0; times--) {
        work->bind(bench_next(&work->cursor));
        bench_keep(work->binder.out);
    }
}

void *open_parse(const bench_row *row) {
    return new YyjsonWork(row);
}

void *open_bind(const bench_row *row) {
    const bench_message *message = row->sequence[0];
    if (row->sequence_count != 1 || !bench_can_bind(message->shape))
        return nullptr;
    YyjsonWork *work = new YyjsonWork(row);
    work->bind(message);
    bench_require_value(message, work->binder.out, "yyjson+bind");
    return work;
}

struct Writer {
    static constexpr const char *NAME = "yyjson";

    /* Eight times the text is the room that its writer wants for the worst case. */
    explicit Writer(const bench_row *row)
        : pool_bytes_(yyjson_read_max_memory_usage(row->text_bytes, 0) + 4096),
          pool_(static_cast<char *>(bench_memory(pool_bytes_))),
          buffer_bytes_(8 * row->text_bytes + 1024),
          buffer_(static_cast<char *>(bench_memory(buffer_bytes_))) {
    }

    anvil_str write(const bench_message *message) {
        yyjson_alc allocator;
        yyjson_alc_pool_init(&allocator, pool_, pool_bytes_);
        yyjson_mut_doc *document = yyjson_mut_doc_new(&allocator);
        yyjson_mut_val *root = yyjson_mut_obj(document);
        yyjson_mut_doc_set_root(document, root);
        bench_each_text(message, [&](anvil_str name, anvil_str text) {
            yyjson_mut_obj_add(root, yyjson_mut_strn(document, name.ptr, name.len),
                               yyjson_mut_strn(document, text.ptr, text.len));
        });
        size_t bytes = yyjson_mut_write_buf(buffer_, buffer_bytes_, document, 0, nullptr);
        bench_require(bytes != 0, NAME, "does not write");
        return {buffer_, bytes};
    }
    void done() {
    }

  private:
    size_t pool_bytes_;
    char *pool_;
    size_t buffer_bytes_;
    char *buffer_;
};

constexpr bench_contestant CONTESTANTS[] = {
    {"yyjson", BENCH_DECODE | BENCH_ERROR | BENCH_IDENTIFY, true, open_parse, run_parse, nullptr},
    {"yyjson-insitu", BENCH_DECODE | BENCH_ERROR, true, open_parse, run_parse_in_place, nullptr},
    {"yyjson+bind", BENCH_DECODE | BENCH_ERROR, true, open_bind, run_bind, nullptr},
    build_and_write<Writer>(),
};

__attribute__((constructor)) void enter() {
    for (const bench_contestant &contestant : CONTESTANTS)
        bench_enter(&contestant);
}

} // namespace
