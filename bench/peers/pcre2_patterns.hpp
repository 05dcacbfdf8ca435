/* SPDX-License-Identifier: Apache-2.0 */
/* The constraints of a flat message checked as one would with a regular expression library: each
 * member there if it must be, its length counted, its pattern matched by PCRE2's JIT. */
#ifndef BENCH_PCRE2_PATTERNS_HPP
#define BENCH_PCRE2_PATTERNS_HPP

#define PCRE2_CODE_UNIT_WIDTH 8

#include "flat.hpp"

#include <cstring>
#include <pcre2.h>
#include <vector>

class Patterns {
  public:
    /* Compiles the patterns of a flat shape; false when it is not flat. */
    bool compile(const anvil_shape *shape) {
        if (!bench_is_flat(shape))
            return false;
        for (size_t i = 0; i < shape->member_count; i++)
            rules_.push_back(rule_of(shape->members[i]));
        match_ = pcre2_match_data_create(16, nullptr);
        return true;
    }

    /* All constraints of a struct. */
    bool check(const unsigned char *value) const {
        for (const Rule &rule : rules_) {
            anvil_str text = text_of(value, rule);
            if (text.ptr == nullptr) {
                if (rule.is_required)
                    return false;
                continue;
            }
            if (!is_length_good(rule, text) || !is_match(rule, text))
                return false;
        }
        return true;
    }

    /* The patterns alone. */
    bool match_all(const unsigned char *value) const {
        for (const Rule &rule : rules_) {
            anvil_str text = text_of(value, rule);
            if (text.ptr != nullptr && !is_match(rule, text))
                return false;
        }
        return true;
    }

  private:
    struct Rule {
        size_t offset;
        bool is_required;
        size_t min;
        size_t max;
        pcre2_code *code;
    };

    std::vector<Rule> rules_;
    pcre2_match_data *match_ = nullptr;

    static Rule rule_of(const anvil_member &member) {
        Rule rule{member.offset, (member.flags & ANVIL_MEMBER_REQUIRED) != 0, 0, SIZE_MAX, nullptr};
        const anvil_limits *limits = member.limits;
        if (limits == nullptr)
            return rule;
        rule.min = limits->min;
        rule.max = limits->max;
        if (limits->pattern == nullptr)
            return rule;
        int error = 0;
        PCRE2_SIZE at = 0;
        const anvil_str &source = limits->pattern->source;
        rule.code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(source.ptr), source.len,
                                  PCRE2_UTF | PCRE2_DOLLAR_ENDONLY, &error, &at, nullptr);
        bench_require(rule.code != nullptr && pcre2_jit_compile(rule.code, PCRE2_JIT_COMPLETE) == 0,
                      "pcre2", "does not compile a pattern");
        return rule;
    }

    static anvil_str text_of(const unsigned char *value, const Rule &rule) {
        anvil_str text;
        std::memcpy(&text, value + rule.offset, sizeof text);
        return text;
    }

    /* Most texts need no counting: a code point takes one to four bytes. */
    static bool is_length_good(const Rule &rule, anvil_str text) {
        if (text.len <= rule.max && text.len >= 4 * rule.min)
            return true;
        size_t length = code_points(text);
        return length >= rule.min && length <= rule.max;
    }

    static size_t code_points(anvil_str text) {
        size_t count = 0;
        for (size_t i = 0; i < text.len; i++)
            count += (static_cast<unsigned char>(text.ptr[i]) & 0xC0) != 0x80;
        return count;
    }

    bool is_match(const Rule &rule, anvil_str text) const {
        return rule.code == nullptr ||
               pcre2_jit_match(rule.code, reinterpret_cast<PCRE2_SPTR>(text.ptr), text.len, 0,
                               PCRE2_NO_UTF_CHECK, match_, nullptr) > 0;
    }
};

#endif
