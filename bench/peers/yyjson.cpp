/* SPDX-License-Identifier: Apache-2.0 */
/* yyjson: its parse alone, in a copy of its own and in place; with the fields bound; with the
 * checks that a careful server would add; and the same message built and written. Memory comes from
 * a pool that is there already, its fastest way. */
#include "bind.hpp"
#include "pcre2_patterns.hpp"

#include <yyjson.h>

namespace {

struct YyjsonDom {
    using value = yyjson_val *;

    template <class F>
    static bool members(value from, F each) {
        if (!yyjson_is_obj(from))
            return false;
        size_t i, count;
        yyjson_val *name, *item;
        yyjson_obj_foreach(from, i, count, name, item) {
            if (!each(Name{yyjson_get_str(name), yyjson_get_len(name)}, item))
                return false;
        }
        return true;
    }
    template <class F>
    static bool items(value from, F each) {
        if (!yyjson_is_arr(from))
            return false;
        size_t i, count;
        yyjson_val *item;
        yyjson_arr_foreach(from, i, count, item) {
            if (!each(item))
                return false;
        }
        return true;
    }
    static size_t count(value from) {
        return yyjson_arr_size(from);
    }
    static bool text(value from, std::string_view &to) {
        to = std::string_view(yyjson_get_str(from), yyjson_get_len(from));
        return yyjson_is_str(from);
    }
    static bool boolean(value from, bool &to) {
        to = yyjson_get_bool(from);
        return yyjson_is_bool(from);
    }
    static bool integer(value from, int64_t &to) {
        to = yyjson_get_sint(from);
        return yyjson_is_int(from);
    }
    static bool real(value from, double &to) {
        to = yyjson_get_num(from);
        return yyjson_is_num(from);
    }
};

struct Work {
    explicit Work(const bench_row *row)
        : cursor{row, 0}, pool_bytes(yyjson_read_max_memory_usage(row->text_bytes, 0) + 4096),
          pool(static_cast<char *>(bench_memory(pool_bytes))),
          copy(static_cast<char *>(bench_memory(row->text_bytes + BENCH_PADDING))), binder(row) {
    }

    /* The document lives until the next one is read. */
    yyjson_doc *read(const bench_message *message) {
        yyjson_alc_pool_init(&allocator, pool, pool_bytes);
        yyjson_doc *document = yyjson_read_opts(const_cast<char *>(message->body.ptr),
                                                message->body.len, 0, &allocator, nullptr);
        bench_require(document != nullptr, "yyjson", "does not parse");
        return document;
    }

    yyjson_doc *read_in_place(const bench_message *message) {
        yyjson_alc_pool_init(&allocator, pool, pool_bytes);
        std::memcpy(copy, message->padded.ptr, message->padded.len + YYJSON_PADDING_SIZE);
        yyjson_doc *document =
            yyjson_read_opts(copy, message->body.len, YYJSON_READ_INSITU, &allocator, nullptr);
        bench_require(document != nullptr, "yyjson-insitu", "does not parse");
        return document;
    }

    void bind(const bench_message *message) {
        bench_require(binder.message(message, yyjson_doc_get_root(read(message))), "yyjson",
                      "does not bind");
    }

    bench_cursor cursor;
    yyjson_alc allocator{};
    size_t pool_bytes;
    char *pool;
    char *copy;
    Binder<YyjsonDom> binder;
    Patterns patterns;
};

void run_parse(void *state, size_t times) {
    Work *work = static_cast<Work *>(state);
    for (; times > 0; times--)
        bench_keep(work->read(bench_next(&work->cursor)));
}

void run_parse_in_place(void *state, size_t times) {
    Work *work = static_cast<Work *>(state);
    for (; times > 0; times--)
        bench_keep(work->read_in_place(bench_next(&work->cursor)));
}

void run_bind(void *state, size_t times) {
    Work *work = static_cast<Work *>(state);
    for (; times > 0; times--) {
        work->bind(bench_next(&work->cursor));
        bench_keep(work->binder.out);
    }
}

void run_check(void *state, size_t times) {
    Work *work = static_cast<Work *>(state);
    for (; times > 0; times--) {
        const bench_message *message = bench_next(&work->cursor);
        work->bind(message);
        bench_require(work->patterns.check(work->binder.out), "yyjson+pcre2", "finds a violation");
        bench_keep(work->binder.out);
    }
}

void *open_parse(const bench_row *row) {
    return new Work(row);
}

void *open_bind(const bench_row *row) {
    const bench_message *message = row->sequence[0];
    if (row->sequence_count != 1 || !bench_can_bind(message->shape))
        return nullptr;
    Work *work = new Work(row);
    work->bind(message);
    bench_require_value(message, work->binder.out, "yyjson+bind");
    return work;
}

void *open_check(const bench_row *row) {
    Work *work = static_cast<Work *>(open_bind(row));
    if (work == nullptr || row->sequence[0]->checks != ANVIL_STRICT)
        return nullptr;
    return work->patterns.compile(row->sequence[0]->shape) ? work : nullptr;
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
    {"yyjson+pcre2", BENCH_DECODE, false, open_check, run_check, nullptr},
    build_and_write<Writer>(),
};

__attribute__((constructor)) void enter() {
    for (const bench_contestant &contestant : CONTESTANTS)
        bench_enter(&contestant);
}

} // namespace
