/* SPDX-License-Identifier: Apache-2.0 */
/* PCRE2 as the oracle of every compiled pattern: both are asked about all short texts over
 * an alphabet that the pattern itself suggests, and about long random ones. The patterns are found
 * by walking the tables. */
#include "check/pattern.h"
#include "property/pattern_text.h"
#include "smsv2/smsv2.h"
#include "spec/pcre2_spelling.h"
#include "spec/table_walk.h"
#include "test.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

#define PATTERNS_MAX 256
#define LETTERS_MAX 192
#define TEXT_MAX 2048

/* One character of an alphabet: its UTF-8. */
struct letter {
    char bytes[4];
    uint8_t len;
};

struct oracle {
    const struct anvil_pattern *pattern;
    pcre2_code *code;
    pcre2_match_data *match;
    struct letter letters[LETTERS_MAX];
    size_t letter_count;
    size_t asked;
    size_t matched;
};

static size_t collect(const struct anvil_pattern **patterns) {
    static struct table_walk walk;
    size_t count = 0;
    table_walk(&smsv2_operations, &walk);
    for (size_t i = 0; i < walk.count; i++) {
        for (size_t j = 0; j < walk.shapes[i]->member_count; j++) {
            const struct anvil_limits *limits = walk.shapes[i]->members[j].limits;
            size_t known = 0;
            if (limits == NULL || limits->pattern == NULL)
                continue;
            while (known < count && patterns[known] != limits->pattern)
                known++;
            assert_true(known < PATTERNS_MAX);
            patterns[known] = limits->pattern;
            count += known == count;
        }
    }
    return count;
}

static void add_letter(struct oracle *oracle, const char *bytes, size_t len) {
    struct letter letter = {{0}, (uint8_t)len};
    memcpy(letter.bytes, bytes, len);
    for (size_t i = 0; i < oracle->letter_count; i++)
        if (oracle->letters[i].len == len && memcmp(oracle->letters[i].bytes, bytes, len) == 0)
            return;
    assert_true(oracle->letter_count < LETTERS_MAX);
    oracle->letters[oracle->letter_count++] = letter;
}

static void add_byte(struct oracle *oracle, unsigned byte) {
    char letter = (char)byte;
    if (byte < 128)
        add_letter(oracle, &letter, 1);
}

/* Tells whether the compiled form treats two neighbouring bytes differently. */
static bool is_boundary(const struct anvil_pattern *pattern, unsigned byte) {
    if (pattern->dfa != NULL)
        return pattern->dfa->columns[byte] != pattern->dfa->columns[byte + 1];
    return (pattern->run->set.rows[byte & 15] >> (byte >> 4) & 1) !=
           (pattern->run->set.rows[(byte + 1) & 15] >> ((byte + 1) >> 4) & 1);
}

/* Both sides of every boundary in the compiled form, every byte of the source with its neighbours,
 * what JSON escapes, what ends lines, and characters of every length. */
static void choose_letters(struct oracle *oracle) {
    static const char *const others[] = {"\xC2\x80",     "\xC3\x84",         "\xDF\xBF",
                                         "\xE2\x80\xA8", "\xEF\xBC\x91", /* a wide 1 */
                                         "\xEF\xBB\xBF", "\xF0\x9F\x91\x8D", "\xF4\x8F\xBF\xBF"};
    static const char always[] = "\0\n\r\t \"\\/\x1F\x7F";
    struct anvil_str source = oracle->pattern->source;
    for (size_t i = 0; i + 1 < sizeof always; i++)
        add_byte(oracle, (unsigned char)always[i]);
    for (unsigned byte = 0; byte < 127; byte++) {
        if (is_boundary(oracle->pattern, byte)) {
            add_byte(oracle, byte);
            add_byte(oracle, byte + 1);
        }
    }
    for (size_t i = 0; i < source.len; i++) {
        unsigned byte = (unsigned char)source.ptr[i];
        add_byte(oracle, byte == 0 ? 0 : byte - 1);
        add_byte(oracle, byte);
        add_byte(oracle, byte + 1);
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        add_letter(oracle, others[i], strlen(others[i]));
}

/* What ECMA-262 means by white space and by the end of a line is not what PCRE2 means by them. */
#define SPACES                                                                                     \
    "\\t\\n\\x0B\\f\\r \\xA0\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}"      \
    "\\x{3000}\\x{FEFF}"
#define OTHERS                                                                                     \
    "\\x00-\\x08\\x0E-\\x1F\\x21-\\x9F\\xA1-\\x{167F}\\x{1681}-\\x{1FFF}\\x{200B}-\\x{2027}"       \
    "\\x{202A}-\\x{202E}\\x{2030}-\\x{205E}\\x{2060}-\\x{2FFF}\\x{3001}-\\x{D7FF}"                 \
    "\\x{E000}-\\x{FEFE}\\x{FF00}-\\x{10FFFF}"
static const struct {
    const char *source;
    const char *meaning;
    bool is_in_class;
} TRANSLATIONS[] = {
    {"\\s", "[" SPACES "]", false},
    {"\\S", "[" OTHERS "]", false},
    {"\\s", SPACES, true},
    {"\\S", OTHERS, true},
    {".", "[^\\n\\r\\x{2028}\\x{2029}]", false},
};

/* The source in the words of PCRE2. */
static size_t translate(struct anvil_str source, char *out, size_t room) {
    bool is_in_class = false;
    size_t len = 0;
    for (size_t i = 0; i < source.len;) {
        size_t taken = source.ptr[i] == '\\' ? 2 : 1;
        const char *words = source.ptr + i;
        size_t bytes = taken;
        for (size_t t = 0; t < sizeof TRANSLATIONS / sizeof *TRANSLATIONS; t++) {
            size_t known = strlen(TRANSLATIONS[t].source);
            if (TRANSLATIONS[t].is_in_class == is_in_class && known <= source.len - i &&
                memcmp(source.ptr + i, TRANSLATIONS[t].source, known) == 0) {
                taken = known;
                words = TRANSLATIONS[t].meaning;
                bytes = strlen(words);
                break;
            }
        }
        if (taken == 1)
            is_in_class = source.ptr[i] == '[' || (is_in_class && source.ptr[i] != ']');
        assert_true(bytes <= room - len);
        memcpy(out + len, words, bytes);
        len += bytes;
        i += taken;
    }
    return len;
}

static void open_oracle(struct oracle *oracle, const struct anvil_pattern *pattern) {
    int error;
    PCRE2_SIZE at;
    char source[TEXT_MAX];
    memset(oracle, 0, sizeof *oracle);
    oracle->pattern = pattern;
    oracle->code =
        pcre2_compile((PCRE2_SPTR)source, translate(pattern->source, source, sizeof source),
                      PCRE2_UTF | PCRE2_DOLLAR_ENDONLY, &error, &at, NULL);
    assert_non_null(oracle->code);
    oracle->match = pcre2_match_data_create_from_pattern(oracle->code, NULL);
    assert_non_null(oracle->match);
    choose_letters(oracle);
}

static void close_oracle(struct oracle *oracle) {
    pcre2_match_data_free(oracle->match);
    pcre2_code_free(oracle->code);
}

static void ask(struct oracle *oracle, const char *text, size_t len) {
    int found = pcre2_match(oracle->code, (PCRE2_SPTR)text, len, 0, 0, oracle->match, NULL);
    bool want = found >= 0;
    if (found < 0 && found != PCRE2_ERROR_NOMATCH)
        fail_msg("PCRE2 error %d", found);
    oracle->asked++;
    oracle->matched += want;
    if (anvil_pattern_matches(oracle->pattern, anvil_str_of(text, len)) == want)
        return;
    for (size_t i = 0; i < len; i++)
        print_error("\\x%02X", (unsigned char)text[i]);
    fail_msg(": %s should %smatch", oracle->pattern->source.ptr, want ? "" : "not ");
}

/* All texts of up to `depth` more letters. */
static void ask_all(struct oracle *oracle, char *text, size_t len, unsigned depth) {
    ask(oracle, text, len);
    for (size_t i = 0; depth > 0 && i < oracle->letter_count; i++) {
        memcpy(text + len, oracle->letters[i].bytes, oracle->letters[i].len);
        ask_all(oracle, text, len + oracle->letters[i].len, depth - 1);
    }
}

static void for_each_pattern(void (*run)(struct oracle *oracle)) {
    const struct anvil_pattern *patterns[PATTERNS_MAX];
    size_t count = collect(patterns);
    assert_true(count >= 35);
    for (size_t i = 0; i < count; i++) {
        static struct oracle oracle;
        open_oracle(&oracle, patterns[i]);
        run(&oracle);
        close_oracle(&oracle);
    }
}

static void ask_short(struct oracle *oracle) {
    char text[3 * 4] = "";
    size_t letters = oracle->letter_count;
    ask_all(oracle, text, 0, letters * letters * letters < test_rounds(300000) ? 3 : 2);
}

TEST(all_texts_of_up_to_three_letters) {
    for_each_pattern(ask_short);
}

/* Every pair of ASCII bytes: no letter of the alphabet above had to be guessed right for this. */
static void ask_pairs(struct oracle *oracle) {
    unsigned step = test_rounds(50) < 50 ? 11 : 1;
    for (unsigned first = 0; first < 128; first += step) {
        for (unsigned second = 0; second < 128; second += step) {
            char text[2] = {(char)first, (char)second};
            ask(oracle, text, 1);
            ask(oracle, text, 2);
        }
    }
}

TEST(all_pairs_of_ascii_bytes) {
    for_each_pattern(ask_pairs);
}

/* xorshift64: the same texts on every machine and every day. */
static uint32_t next_random(uint64_t *seed) {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (uint32_t)(*seed >> 32);
}

/* A random text: letters that match alone are likely, so that long texts have a chance. */
static size_t make_text(struct oracle *oracle, uint64_t *seed, char *text) {
    size_t letters = next_random(seed) % (next_random(seed) % 4 == 0 ? TEXT_MAX / 4 : 24);
    uint32_t one_in = 1 + next_random(seed) % 64;
    size_t len = 0;
    for (size_t i = 0; i < letters; i++) {
        const struct letter *letter = &oracle->letters[next_random(seed) % oracle->letter_count];
        for (int tries = 0; tries < 64 && next_random(seed) % one_in != 0; tries++) {
            const char *found = letter->len == 1 && letter->bytes[0] != '\0'
                                    ? strchr("abyzABYZ0189_:/-", letter->bytes[0])
                                    : NULL;
            if (found != NULL)
                break;
            letter = &oracle->letters[next_random(seed) % oracle->letter_count];
        }
        memcpy(text + len, letter->bytes, letter->len);
        len += letter->len;
    }
    return len;
}

static void ask_random(struct oracle *oracle) {
    static char text[TEXT_MAX];
    uint64_t seed = UINT64_C(0x9E3779B97F4A7C15);
    size_t rounds = test_rounds(8000);
    for (size_t i = 0; i < rounds; i++) {
        size_t len = make_text(oracle, &seed, text);
        ask(oracle, text, len);
    }
}

TEST(long_random_texts) {
    for_each_pattern(ask_random);
}

/* A text and all that differ from it in one letter: replaced, left out, put in. */
static void ask_around(struct oracle *oracle, const char *text, size_t len) {
    static char changed[TEXT_MAX];
    ask(oracle, text, len);
    size_t step = 1 + len / 24;
    for (size_t at = 0; at <= len; at += step)
        for (size_t i = 0; i < oracle->letter_count; i++) {
            const struct letter *letter = &oracle->letters[i];
            memcpy(changed, text, at);
            memcpy(changed + at, letter->bytes, letter->len);
            memcpy(changed + at + letter->len, text + at, len - at);
            ask(oracle, changed, len + letter->len);
            if (at == len || ((unsigned char)text[at] & 0x80) != 0)
                continue;
            memmove(changed + at + letter->len, text + at + 1, len - at - 1);
            ask(oracle, changed, len + letter->len - 1);
            memmove(changed + at, text + at + 1, len - at - 1);
            ask(oracle, changed, len - 1);
        }
}

/* Texts of many lengths that the automaton takes, and such that it refuses. */
static void ask_taken_and_refused(struct oracle *oracle) {
    static const size_t LENGTHS[] = {1, 2, 3, 11, 12, 20, 36, 64, 100, 255, 256};
    static char text[PATTERN_TEXT_BYTES * PATTERN_TEXT_MAX];
    for (size_t i = 0; i < sizeof LENGTHS / sizeof *LENGTHS; i += test_rounds(50) < 50 ? 5 : 1)
        for (int takes = 0; takes < 2; takes++) {
            size_t length = pattern_length(oracle->pattern, takes != 0, LENGTHS[i], 0);
            if (length == SIZE_MAX)
                length = pattern_length(oracle->pattern, takes != 0, LENGTHS[i], 400);
            if (length == SIZE_MAX)
                continue;
            size_t matched = oracle->matched;
            size_t len = pattern_text(oracle->pattern, takes != 0, length, i, text);
            assert_true(len < TEXT_MAX / 2);
            ask(oracle, text, len);
            assert_int_equal(oracle->matched, matched + (takes != 0));
            if (takes != 0 || i % 4 == 0)
                ask_around(oracle, text, len);
        }
    /* There is no pattern that nothing matches. */
    assert_true(oracle->matched > 0);
}

TEST(texts_that_are_taken_and_what_is_next_to_them) {
    for_each_pattern(ask_taken_and_refused);
}

/* Digits only, with and without a plus: the texts around the bounds of counted patterns. */
static void ask_digits(struct oracle *oracle) {
    char text[40];
    memset(text, '7', sizeof text);
    for (size_t len = 0; len < sizeof text; len++) {
        text[0] = '7';
        ask(oracle, text, len);
        if (len == 0)
            continue;
        text[0] = '+';
        ask(oracle, text, len);
        text[len - 1] = '\n';
        ask(oracle, text, len);
        text[len - 1] = '7';
    }
    ask(oracle, "DE", 2);
}

TEST(texts_around_the_bounds_of_counts) {
    for_each_pattern(ask_digits);
}
