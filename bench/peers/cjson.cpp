/* SPDX-License-Identifier: Apache-2.0 */
/* cJSON: a tree of single allocations, the fields bound; and a tree built and printed. cJSON checks
 * no UTF-8; simdjson's check in front of it makes the work equal. */
#include "bind.hpp"
#include "flat.hpp"
#include "parse_and_bind.hpp"

#include <cjson/cJSON.h>
#include <simdjson.h>

#include <string>
#include <utility>
#include <vector>

namespace {

struct CjsonDom {
    using value = const cJSON *;

    template <class F>
    static bool members(value from, F each) {
        if (!cJSON_IsObject(from))
            return false;
        for (value item = from->child; item != nullptr; item = item->next)
            if (!each(Name{item->string, std::strlen(item->string)}, item))
                return false;
        return true;
    }
    template <class F>
    static bool items(value from, F each) {
        if (!cJSON_IsArray(from))
            return false;
        for (value item = from->child; item != nullptr; item = item->next)
            if (!each(item))
                return false;
        return true;
    }
    static size_t count(value) {
        return SIZE_MAX;
    }
    static bool text(value from, std::string_view &to) {
        if (!cJSON_IsString(from))
            return false;
        to = std::string_view(from->valuestring);
        return true;
    }
    static bool boolean(value from, bool &to) {
        to = cJSON_IsTrue(from);
        return cJSON_IsBool(from);
    }
    static bool integer(value from, int64_t &to) {
        to = static_cast<int64_t>(from->valuedouble);
        return cJSON_IsNumber(from);
    }
    static bool real(value from, double &to) {
        to = from->valuedouble;
        return cJSON_IsNumber(from);
    }
};

struct Parser {
    static constexpr const char *NAME = "cjson";
    static constexpr bool GIVES_BACK = true;
    using Dom = CjsonDom;

    explicit Parser(const bench_row *) {
    }
    const cJSON *root(const bench_message *message) {
        bench_require(simdjson::validate_utf8(message->padded.ptr, message->padded.len), NAME,
                      "is given no UTF-8");
        tree_ = cJSON_ParseWithLength(message->padded.ptr, message->padded.len);
        bench_require(tree_ != nullptr, NAME, "does not parse");
        return tree_;
    }
    void done() {
        cJSON_Delete(tree_);
    }

  private:
    cJSON *tree_ = nullptr;
};

/* It takes NUL-terminated text only; the copies are made before the measurement. */
struct Writer {
    static constexpr const char *NAME = "cjson";

    explicit Writer(const bench_row *row)
        : bytes_(2 * row->text_bytes + 64), buffer_(static_cast<char *>(bench_memory(bytes_))) {
        bench_each_text(row->sequence[0], [&](anvil_str name, anvil_str text) {
            members_.push_back({std::string(name.ptr, name.len), std::string(text.ptr, text.len)});
        });
    }
    anvil_str write(const bench_message *) {
        cJSON *tree = cJSON_CreateObject();
        for (const auto &[name, text] : members_)
            cJSON_AddItemToObjectCS(tree, name.c_str(), cJSON_CreateString(text.c_str()));
        bool is_written = cJSON_PrintPreallocated(tree, buffer_, static_cast<int>(bytes_), 0);
        bench_require(is_written, NAME, "does not write");
        cJSON_Delete(tree);
        return {buffer_, std::strlen(buffer_)};
    }
    void done() {
    }

  private:
    size_t bytes_;
    char *buffer_;
    std::vector<std::pair<std::string, std::string>> members_;
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
