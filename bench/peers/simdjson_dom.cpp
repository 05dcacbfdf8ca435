/* SPDX-License-Identifier: Apache-2.0 */
/* simdjson's DOM: a document parsed from padded text, and the fields bound. */
#include "bind.hpp"
#include "parse_and_bind.hpp"

#include <simdjson.h>

namespace {

struct SimdjsonDom {
    using value = simdjson::dom::element;

    template <class F>
    static bool members(value from, F each) {
        simdjson::dom::object object;
        if (from.get(object))
            return false;
        for (auto field : object)
            if (!each(Name{field.key.data(), field.key.size()}, field.value))
                return false;
        return true;
    }
    template <class F>
    static bool items(value from, F each) {
        simdjson::dom::array array;
        if (from.get(array))
            return false;
        for (auto item : array)
            if (!each(item))
                return false;
        return true;
    }
    static size_t count(value from) {
        simdjson::dom::array array;
        return from.get(array) ? 0 : array.size();
    }
    static bool text(value from, std::string_view &to) {
        return !from.get(to);
    }
    static bool boolean(value from, bool &to) {
        return !from.get(to);
    }
    static bool integer(value from, int64_t &to) {
        return !from.get(to);
    }
    static bool real(value from, double &to) {
        return !from.get(to);
    }
};

struct Parser {
    static constexpr const char *NAME = "simdjson-dom";
    using Dom = SimdjsonDom;
    static constexpr bool GIVES_BACK = false;

    explicit Parser(const bench_row *) {
    }
    SimdjsonDom::value root(const bench_message *message) {
        simdjson::dom::element element;
        bench_require(!parser_.parse(message->padded.ptr, message->padded.len, false).get(element),
                      NAME, "does not parse");
        return element;
    }

  private:
    simdjson::dom::parser parser_;
};

constexpr bench_contestant CONTESTANT = parse_and_bind<Parser>(true);

__attribute__((constructor)) void enter() {
    bench_enter(&CONTESTANT);
}

} // namespace
