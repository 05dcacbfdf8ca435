/* SPDX-License-Identifier: Apache-2.0 */
/* What a person reads of a violation. [R-066] [I-15] It tells the rule and the limit, never the
 * value. */
#include "anvil/report.h"

/* A sentence that grows in the caller's buffer and counts on when the buffer is full. */
struct sentence {
    char *buffer;
    size_t capacity;
    size_t bytes;
};

static void say(struct sentence *sentence, const char *text, size_t bytes) {
    for (size_t i = 0; i < bytes; i++, sentence->bytes++)
        if (sentence->bytes < sentence->capacity)
            sentence->buffer[sentence->bytes] = text[i];
}

static void say_words(struct sentence *sentence, const char *words) {
    size_t bytes = 0;
    while (words[bytes] != '\0')
        bytes++;
    say(sentence, words, bytes);
}

static void say_number(struct sentence *sentence, uint64_t number) {
    char digits[24];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    say(sentence, digits + at, sizeof digits - at);
}

static void say_length(struct sentence *sentence, const char *words,
                       const struct anvil_violation *violation) {
    say_words(sentence, words);
    say_number(sentence, violation->limit);
    say_words(sentence, ", the length is ");
    say_number(sentence, violation->actual);
}

const char *anvil_constraint_name(enum anvil_constraint constraint) {
    static const char *const NAMES[ANVIL_CONSTRAINT_COUNT] = {
        [ANVIL_CONSTRAINT_REQUIRED] = "required",
        [ANVIL_CONSTRAINT_MIN] = "min",
        [ANVIL_CONSTRAINT_MAX] = "max",
        [ANVIL_CONSTRAINT_RANGE] = "range",
        [ANVIL_CONSTRAINT_PATTERN] = "pattern",
        [ANVIL_CONSTRAINT_ENUM] = "enum",
        [ANVIL_CONSTRAINT_DUPLICATE] = "duplicate",
        [ANVIL_CONSTRAINT_UNKNOWN_MEMBER] = "unknown-member",
        [ANVIL_CONSTRAINT_IDENTITY] = "identity",
    };
    return (unsigned)constraint < ANVIL_CONSTRAINT_COUNT ? NAMES[constraint] : "unknown";
}

size_t anvil_violation_text(const struct anvil_violation *violation, char *buffer,
                            size_t capacity) {
    struct sentence sentence = {buffer, capacity, 0};
    switch (violation->constraint) {
    case ANVIL_CONSTRAINT_REQUIRED:
        say_words(&sentence, "required, but missing or null");
        break;
    case ANVIL_CONSTRAINT_MIN:
        say_length(&sentence, "shorter than ", violation);
        break;
    case ANVIL_CONSTRAINT_MAX:
        say_length(&sentence, "longer than ", violation);
        break;
    case ANVIL_CONSTRAINT_RANGE:
        say_words(&sentence, "outside its range");
        break;
    case ANVIL_CONSTRAINT_PATTERN:
        say_words(&sentence, "does not match the pattern ");
        say(&sentence, violation->limits->pattern->source.ptr,
            violation->limits->pattern->source.len);
        break;
    case ANVIL_CONSTRAINT_ENUM:
        say_words(&sentence, "none of the ");
        say_number(&sentence, violation->limits->values->count);
        say_words(&sentence, " values of the enum");
        break;
    case ANVIL_CONSTRAINT_DUPLICATE:
        say_words(&sentence, "given more than once");
        break;
    case ANVIL_CONSTRAINT_UNKNOWN_MEMBER:
        say_words(&sentence, "not a member of this shape");
        break;
    case ANVIL_CONSTRAINT_IDENTITY:
        say_words(&sentence, "not an ARN or ID that this member takes");
        break;
    default:
        say_words(&sentence, "unknown constraint");
        break;
    }
    return sentence.bytes;
}
