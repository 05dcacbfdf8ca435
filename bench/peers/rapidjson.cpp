/* SPDX-License-Identifier: Apache-2.0 */
/* RapidJSON: a document in memory pools that are there already, in a copy of its own and in place;
 * and the same message written with its Writer, which builds no document. UTF-8 is checked, which
 * is not its default. */
#define RAPIDJSON_SSE2

#include "bind.hpp"
#include "flat.hpp"
#include "parse_and_bind.hpp"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace {

using Pool = rapidjson::MemoryPoolAllocator<>;
using Document = rapidjson::GenericDocument<rapidjson::UTF8<>, Pool, Pool>;

struct RapidjsonDom {
    using value = const Document::ValueType *;

    template <class F>
    static bool members(value from, F each) {
        if (!from->IsObject())
            return false;
        for (const auto &member : from->GetObject())
            if (!each(Name{member.name.GetString(), member.name.GetStringLength()}, &member.value))
                return false;
        return true;
    }
    template <class F>
    static bool items(value from, F each) {
        if (!from->IsArray())
            return false;
        for (const auto &item : from->GetArray())
            if (!each(&item))
                return false;
        return true;
    }
    static size_t count(value from) {
        return from->IsArray() ? from->Size() : 0;
    }
    static bool text(value from, std::string_view &to) {
        if (!from->IsString())
            return false;
        to = std::string_view(from->GetString(), from->GetStringLength());
        return true;
    }
    static bool boolean(value from, bool &to) {
        if (!from->IsBool())
            return false;
        to = from->GetBool();
        return true;
    }
    static bool integer(value from, int64_t &to) {
        if (!from->IsInt64())
            return false;
        to = from->GetInt64();
        return true;
    }
    static bool real(value from, double &to) {
        if (!from->IsNumber())
            return false;
        to = from->GetDouble();
        return true;
    }
};

/* What both ways of parsing share: a document whose memory is there already. */
class Tree {
  public:
    static constexpr bool GIVES_BACK = true;
    using Dom = RapidjsonDom;

    void done() {
        document_->~GenericDocument();
        values_.Clear();
        stack_.Clear();
    }

  protected:
    static constexpr unsigned FLAGS =
        rapidjson::kParseValidateEncodingFlag | rapidjson::kParseFullPrecisionFlag;

    explicit Tree(const bench_row *row)
        : values_(bench_memory(row->arena_bytes), row->arena_bytes),
          stack_(bench_memory(row->arena_bytes), row->arena_bytes) {
    }

    Document &begin() {
        document_ = new (room_) Document(&values_, 1024, &stack_);
        return *document_;
    }

  private:
    Pool values_;
    Pool stack_;
    Document *document_ = nullptr;
    alignas(Document) unsigned char room_[sizeof(Document)];
};

struct Parser : Tree {
    static constexpr const char *NAME = "rapidjson";

    explicit Parser(const bench_row *row) : Tree(row) {
    }
    const Document::ValueType *root(const bench_message *message) {
        Document &document = begin();
        document.Parse<FLAGS>(message->padded.ptr, message->padded.len);
        bench_require(!document.HasParseError(), NAME, "does not parse");
        return &document;
    }
};

/* Text that is parsed in place is lost: the copy is part of the work. */
class ParserInPlace : public Tree {
  public:
    static constexpr const char *NAME = "rapidjson-insitu";

    explicit ParserInPlace(const bench_row *row)
        : Tree(row), copy_(static_cast<char *>(bench_memory(row->text_bytes + BENCH_PADDING))) {
    }
    const Document::ValueType *root(const bench_message *message) {
        Document &document = begin();
        std::memcpy(copy_, message->body.ptr, message->body.len);
        copy_[message->body.len] = '\0';
        document.ParseInsitu<FLAGS>(copy_);
        bench_require(!document.HasParseError(), NAME, "does not parse");
        return &document;
    }

  private:
    char *copy_;
};

struct Writer {
    static constexpr const char *NAME = "rapidjson";

    explicit Writer(const bench_row *) {
    }
    anvil_str write(const bench_message *message) {
        using Text = rapidjson::UTF8<>;
        rapidjson::Writer<rapidjson::StringBuffer, Text, Text, rapidjson::CrtAllocator,
                          rapidjson::kWriteValidateEncodingFlag>
            writer(buffer_);
        buffer_.Clear();
        writer.StartObject();
        bench_each_text(message, [&](anvil_str name, anvil_str text) {
            writer.Key(name.ptr, static_cast<rapidjson::SizeType>(name.len));
            writer.String(text.ptr, static_cast<rapidjson::SizeType>(text.len));
        });
        writer.EndObject();
        return {buffer_.GetString(), buffer_.GetSize()};
    }
    void done() {
    }

  private:
    rapidjson::StringBuffer buffer_;
};

constexpr bench_contestant CONTESTANTS[] = {
    parse_and_bind<Parser>(true),
    parse_and_bind<ParserInPlace>(true),
    build_and_write<Writer>(),
};

__attribute__((constructor)) void enter() {
    for (const bench_contestant &contestant : CONTESTANTS)
        bench_enter(&contestant);
}

} // namespace
