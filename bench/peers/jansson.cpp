/* SPDX-License-Identifier: Apache-2.0 */
/* jansson: a tree of hash tables, the fields bound; and a tree built and dumped. It checks UTF-8 by
 * itself. */
#include "bind.hpp"
#include "flat.hpp"
#include "parse_and_bind.hpp"

#include <jansson.h>

namespace {

struct JanssonDom {
    using value = json_t *;

    template <class F>
    static bool members(value from, F each) {
        if (!json_is_object(from))
            return false;
        for (void *at = json_object_iter(from); at != nullptr;
             at = json_object_iter_next(from, at)) {
            Name name{json_object_iter_key(at), json_object_iter_key_len(at)};
            if (!each(name, json_object_iter_value(at)))
                return false;
        }
        return true;
    }
    template <class F>
    static bool items(value from, F each) {
        if (!json_is_array(from))
            return false;
        for (size_t i = 0; i < json_array_size(from); i++)
            if (!each(json_array_get(from, i)))
                return false;
        return true;
    }
    static size_t count(value from) {
        return json_array_size(from);
    }
    static bool text(value from, std::string_view &to) {
        if (!json_is_string(from))
            return false;
        to = std::string_view(json_string_value(from), json_string_length(from));
        return true;
    }
    static bool boolean(value from, bool &to) {
        to = json_is_true(from);
        return json_is_boolean(from);
    }
    static bool integer(value from, int64_t &to) {
        to = json_integer_value(from);
        return json_is_integer(from);
    }
    static bool real(value from, double &to) {
        to = json_number_value(from);
        return json_is_number(from);
    }
};

struct Parser {
    static constexpr const char *NAME = "jansson";
    static constexpr bool GIVES_BACK = true;
    using Dom = JanssonDom;

    explicit Parser(const bench_row *) {
    }
    json_t *root(const bench_message *message) {
        tree_ = json_loadb(message->padded.ptr, message->padded.len, 0, nullptr);
        bench_require(tree_ != nullptr, NAME, "does not parse");
        return tree_;
    }
    void done() {
        json_decref(tree_);
    }

  private:
    json_t *tree_ = nullptr;
};

struct Writer {
    static constexpr const char *NAME = "jansson";

    explicit Writer(const bench_row *row)
        : bytes_(2 * row->text_bytes), buffer_(static_cast<char *>(bench_memory(bytes_))) {
    }
    anvil_str write(const bench_message *message) {
        json_t *tree = json_object();
        bench_each_text(message, [&](anvil_str name, anvil_str text) {
            json_object_setn_new(tree, name.ptr, name.len, json_stringn(text.ptr, text.len));
        });
        size_t bytes = json_dumpb(tree, buffer_, bytes_, JSON_COMPACT);
        json_decref(tree);
        return {buffer_, bytes};
    }
    void done() {
    }

  private:
    size_t bytes_;
    char *buffer_;
};

constexpr bench_contestant CONTESTANTS[] = {
    parse_and_bind<Parser>(false),
    build_and_write<Writer>(),
};

__attribute__((constructor)) void enter() {
    for (const bench_contestant &contestant : CONTESTANTS)
        bench_enter(&contestant);
}

} // namespace
