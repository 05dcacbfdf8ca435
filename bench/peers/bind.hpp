/* SPDX-License-Identifier: Apache-2.0 */
/* What the peers do after parsing: fill the C struct that Anvil fills, from the same descriptors.
 * A class Dom says how a parser's values are walked:
 *
 *     using value = ...;
 *     static bool members(value, f);          f(name, value) for each member; the name is a Name or
 *                                             has its own is()
 *     static bool items(value, f);            f(value) for each item
 *     static size_t count(value);             the number of items, SIZE_MAX when it is not known
 *     static bool text(value, std::string_view &);  boolean, integer and real likewise
 *
 * Members are looked for where they are expected, behind the one before, and only then everywhere:
 * the same kindness that Anvil's decoder enjoys. */
#ifndef BENCH_BIND_HPP
#define BENCH_BIND_HPP

#include "contest.h"

#include <cmath>
#include <cstring>
#include <string_view>

/* Compares short texts without a call. */
inline bool bench_same(const char *a, const char *b, size_t bytes) {
    uint64_t x, y;
    if (bytes < sizeof x) {
        for (size_t i = 0; i < bytes; i++)
            if (a[i] != b[i])
                return false;
        return true;
    }
    for (size_t i = 0; i + sizeof x < bytes; i += sizeof x) {
        std::memcpy(&x, a + i, sizeof x);
        std::memcpy(&y, b + i, sizeof y);
        if (x != y)
            return false;
    }
    std::memcpy(&x, a + bytes - sizeof x, sizeof x);
    std::memcpy(&y, b + bytes - sizeof y, sizeof y);
    return x == y;
}

/* A member's name that a parser hands out with its length. */
struct Name {
    const char *ptr;
    size_t len;
    bool is(const anvil_member &member) const {
        return member.name_bytes == len && bench_same(ptr, member.key + 3, len);
    }
};

/* Tells whether a binder knows all kinds of members of a shape: no maps, unions, blobs, documents.
 */
inline bool bench_can_bind(const anvil_shape *shape, unsigned depth = 0) {
    if (depth > ANVIL_DEPTH_MAX)
        return false;
    for (size_t i = 0; i < shape->member_count; i++) {
        const anvil_member &member = shape->members[i];
        switch (member.kind) {
        case ANVIL_KIND_STRING:
        case ANVIL_KIND_ENUM:
        case ANVIL_KIND_BOOLEAN:
        case ANVIL_KIND_INTEGER:
        case ANVIL_KIND_LONG:
        case ANVIL_KIND_TIMESTAMP:
            break;
        case ANVIL_KIND_STRUCTURE:
        case ANVIL_KIND_LIST:
            if (!bench_can_bind(member.target, depth + 1))
                return false;
            break;
        default:
            return false;
        }
    }
    return true;
}

template <class Dom>
class Binder {
  public:
    using value = typename Dom::value;

    explicit Binder(const bench_row *row)
        : out(static_cast<unsigned char *>(bench_memory(row->value_bytes))),
          memory_(static_cast<unsigned char *>(bench_memory(row->arena_bytes))),
          capacity_(row->arena_bytes) {
    }

    [[gnu::always_inline]] bool message(const bench_message *message, value root) {
        used_ = 0;
        scratch_ = capacity_;
        std::memset(out, 0, message->shape->size);
        return structure(root, message->shape, out);
    }

    unsigned char *out; /* the struct of the last message */

  private:
    unsigned char *memory_;
    size_t capacity_;
    size_t used_ = 0;
    size_t scratch_ = 0;

    template <class Key>
    static const anvil_member *find(const anvil_shape *shape, const Key &name, size_t &expected) {
        size_t count = shape->member_count;
        for (size_t i = 0, at = expected; i < count; i++, at++) {
            if (at >= count)
                at -= count;
            const anvil_member &member = shape->members[at];
            if (name.is(member)) {
                expected = at + 1;
                return &member;
            }
        }
        return nullptr;
    }

    [[gnu::noinline]] bool nested(value from, const anvil_shape *shape, unsigned char *to) {
        return structure(from, shape, to);
    }

    [[gnu::always_inline]] bool structure(value from, const anvil_shape *shape, unsigned char *to) {
        size_t expected = 0;
        return Dom::members(from, [&](const auto &name, value item) {
            const anvil_member *member = find(shape, name, expected);
            return member == nullptr || bind(item, *member, to + member->offset);
        });
    }

    template <class Form, class Value>
    static void put(unsigned char *slot, Value value) {
        Form form{};
        form.value = value;
        form.is_set = true;
        std::memcpy(slot, &form, sizeof form);
    }

    /* Inlined, because a call would have to put values on the stack, and reading them back stalls
     * on the stores of their parts. */
    [[gnu::always_inline]] bool bind(value from, const anvil_member &member, unsigned char *slot) {
        switch (member.kind) {
        case ANVIL_KIND_STRING:
        case ANVIL_KIND_ENUM: {
            std::string_view text;
            if (!Dom::text(from, text))
                return false;
            anvil_str view{text.data(), text.size()};
            std::memcpy(slot, &view, sizeof view);
            return true;
        }
        case ANVIL_KIND_BOOLEAN: {
            bool boolean = false;
            if (!Dom::boolean(from, boolean))
                return false;
            put<anvil_boolean>(slot, boolean);
            return true;
        }
        case ANVIL_KIND_INTEGER:
        case ANVIL_KIND_LONG: {
            int64_t integer = 0;
            if (!Dom::integer(from, integer))
                return false;
            if (member.kind == ANVIL_KIND_LONG)
                put<anvil_long>(slot, integer);
            else
                put<anvil_integer>(slot, static_cast<int32_t>(integer));
            return true;
        }
        case ANVIL_KIND_TIMESTAMP:
            return timestamp(from, slot);
        case ANVIL_KIND_LIST:
            return list(from, member.target, slot);
        default: {
            unsigned char *room = take(member.target->size);
            std::memcpy(slot, &room, sizeof room);
            return nested(from, member.target, room);
        }
        }
    }

    /* A double holds the microseconds of our days and no more. */
    static bool timestamp(value from, unsigned char *slot) {
        double real = 0;
        if (!Dom::real(from, real))
            return false;
        anvil_timestamp moment{};
        double seconds = std::floor(real);
        moment.seconds = static_cast<int64_t>(seconds);
        moment.nanoseconds = static_cast<int32_t>((real - seconds) * 1e6 + 0.5) * 1000;
        moment.is_set = true;
        std::memcpy(slot, &moment, sizeof moment);
        return true;
    }

    unsigned char *take(size_t bytes) {
        unsigned char *room = memory_ + used_;
        used_ += (bytes + 7) & ~size_t{7};
        std::memset(room, 0, bytes);
        return room;
    }

    /* Items of a list whose length is not known are gathered at the other end of the memory. */
    [[gnu::noinline]] bool list(value from, const anvil_shape *shape, unsigned char *slot) {
        const anvil_member &member = shape->members[0];
        size_t count = Dom::count(from);
        bool is_known = count != SIZE_MAX;
        size_t begin = scratch_;
        unsigned char *room = is_known ? take(count * shape->item_size) : nullptr;
        size_t index = 0;
        bool is_good = Dom::items(from, [&](value item) {
            unsigned char *to = room + index++ * shape->item_size;
            if (!is_known) {
                scratch_ -= shape->item_size;
                to = memory_ + scratch_;
                std::memset(to, 0, shape->item_size);
            }
            return member.kind == ANVIL_KIND_STRUCTURE ? nested(item, member.target, to)
                                                       : bind(item, member, to);
        });
        if (!is_known) {
            room = take(index * shape->item_size);
            for (size_t i = 0; i < index; i++)
                std::memcpy(room + i * shape->item_size,
                            memory_ + begin - (i + 1) * shape->item_size, shape->item_size);
            scratch_ = begin;
        }
        anvil_list items{room, index};
        std::memcpy(slot, &items, sizeof items);
        return is_good;
    }
};

#endif
