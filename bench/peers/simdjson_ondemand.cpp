/* SPDX-License-Identifier: Apache-2.0 */
/* simdjson On Demand: the fields bound straight from padded text. Keys are compared raw, its
 * fastest way; values are read where they stand, once. */
#include "bind.hpp"
#include "parse_and_bind.hpp"

#include <simdjson.h>

namespace {

namespace ondemand = simdjson::ondemand;

/* A key as it stands in the text; the padding allows to compare before its end is known. */
struct RawName {
    const char *ptr;
    bool is(const anvil_member &member) const {
        return bench_same(ptr, member.key + 3, member.name_bytes) && ptr[member.name_bytes] == '"';
    }
};

struct OnDemand {
    using value = ondemand::value;

    template <class F>
    static bool members(value from, F each) {
        ondemand::object object;
        if (from.get_object().get(object))
            return false;
        for (auto field : object) {
            ondemand::value item;
            ondemand::raw_json_string key;
            if (field.key().get(key) || field.value().get(item) || !each(RawName{key.raw()}, item))
                return false;
        }
        return true;
    }
    template <class F>
    static bool items(value from, F each) {
        ondemand::array array;
        if (from.get_array().get(array))
            return false;
        for (auto item : array) {
            ondemand::value element;
            if (item.get(element) || !each(element))
                return false;
        }
        return true;
    }
    static size_t count(value) {
        return SIZE_MAX;
    }
    static bool text(value from, std::string_view &to) {
        return !from.get_string().get(to);
    }
    static bool boolean(value from, bool &to) {
        return !from.get_bool().get(to);
    }
    static bool integer(value from, int64_t &to) {
        return !from.get_int64().get(to);
    }
    static bool real(value from, double &to) {
        return !from.get_double().get(to);
    }
};

struct Parser {
    static constexpr const char *NAME = "simdjson-ondemand";
    using Dom = OnDemand;
    static constexpr bool GIVES_BACK = false;

    explicit Parser(const bench_row *) {
    }
    [[gnu::always_inline]] ondemand::value root(const bench_message *message) {
        bench_require(!parser_.iterate(message->padded.ptr, message->padded.len,
                                       message->padded.len + simdjson::SIMDJSON_PADDING)
                              .get(document_) &&
                          !document_.get_value().get(value_),
                      NAME, "does not parse");
        return value_;
    }

  private:
    ondemand::parser parser_;
    ondemand::document document_;
    ondemand::value value_;
};

constexpr bench_contestant CONTESTANT = parse_and_bind<Parser>(true);

__attribute__((constructor)) void enter() {
    bench_enter(&CONTESTANT);
}

} // namespace
