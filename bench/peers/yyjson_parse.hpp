/* SPDX-License-Identifier: Apache-2.0 */
/* yyjson's parse, in memory that is there already, its fastest way; and its values to be walked. */
#ifndef BENCH_YYJSON_PARSE_HPP
#define BENCH_YYJSON_PARSE_HPP

#include "bind.hpp"

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

struct YyjsonWork {
    explicit YyjsonWork(const bench_row *row)
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
        std::memcpy(copy, message->body.ptr, message->body.len);
        std::memset(copy + message->body.len, 0, YYJSON_PADDING_SIZE);
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
};

} // namespace

#endif
