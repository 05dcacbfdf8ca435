/* SPDX-License-Identifier: Apache-2.0 */
/* json-c: a tree of reference-counted objects, the fields bound; and a tree built and printed.
 * UTF-8 is checked, which is not its default. */
#include "bind.hpp"
#include "flat.hpp"
#include "parse_and_bind.hpp"

#include <json.h>

#include <string>
#include <vector>

namespace {

struct JsonCDom {
    using value = json_object *;

    template <class F>
    static bool members(value from, F each) {
        if (!json_object_is_type(from, json_type_object))
            return false;
        for (lh_entry *entry = lh_table_head(json_object_get_object(from)); entry != nullptr;
             entry = lh_entry_next(entry)) {
            const char *name = static_cast<const char *>(lh_entry_k(entry));
            if (!each(Name{name, std::strlen(name)}, static_cast<value>(lh_entry_v(entry))))
                return false;
        }
        return true;
    }
    template <class F>
    static bool items(value from, F each) {
        if (!json_object_is_type(from, json_type_array))
            return false;
        for (size_t i = 0; i < json_object_array_length(from); i++)
            if (!each(json_object_array_get_idx(from, i)))
                return false;
        return true;
    }
    static size_t count(value from) {
        return json_object_array_length(from);
    }
    static bool text(value from, std::string_view &to) {
        if (!json_object_is_type(from, json_type_string))
            return false;
        to = std::string_view(json_object_get_string(from),
                              static_cast<size_t>(json_object_get_string_len(from)));
        return true;
    }
    static bool boolean(value from, bool &to) {
        to = json_object_get_boolean(from);
        return json_object_is_type(from, json_type_boolean);
    }
    static bool integer(value from, int64_t &to) {
        to = json_object_get_int64(from);
        return json_object_is_type(from, json_type_int);
    }
    static bool real(value from, double &to) {
        to = json_object_get_double(from);
        return json_object_is_type(from, json_type_double) ||
               json_object_is_type(from, json_type_int);
    }
};

struct Parser {
    static constexpr const char *NAME = "json-c";
    static constexpr bool GIVES_BACK = true;
    using Dom = JsonCDom;

    explicit Parser(const bench_row *) : tokener_(json_tokener_new()) {
        json_tokener_set_flags(tokener_, JSON_TOKENER_VALIDATE_UTF8 | JSON_TOKENER_STRICT);
    }
    json_object *root(const bench_message *message) {
        json_tokener_reset(tokener_);
        tree_ = json_tokener_parse_ex(tokener_, message->padded.ptr,
                                      static_cast<int>(message->padded.len));
        bench_require(tree_ != nullptr, NAME, "does not parse");
        return tree_;
    }
    void done() {
        json_object_put(tree_);
    }

  private:
    json_tokener *tokener_;
    json_object *tree_ = nullptr;
};

/* Its keys are NUL-terminated; the copies are made before the measurement. */
struct Writer {
    static constexpr const char *NAME = "json-c";

    explicit Writer(const bench_row *row) {
        bench_each_text(row->sequence[0], [&](anvil_str name, anvil_str) {
            names_.push_back(std::string(name.ptr, name.len));
        });
    }
    anvil_str write(const bench_message *message) {
        tree_ = json_object_new_object();
        size_t index = 0;
        bench_each_text(message, [&](anvil_str, anvil_str text) {
            json_object_object_add_ex(
                tree_, names_[index++].c_str(),
                json_object_new_string_len(text.ptr, static_cast<int>(text.len)),
                JSON_C_OBJECT_ADD_KEY_IS_NEW | JSON_C_OBJECT_ADD_CONSTANT_KEY);
        });
        size_t bytes = 0;
        const char *text = json_object_to_json_string_length(
            tree_, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE, &bytes);
        return {text, bytes};
    }
    void done() {
        json_object_put(tree_);
    }

  private:
    std::vector<std::string> names_;
    json_object *tree_ = nullptr;
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
