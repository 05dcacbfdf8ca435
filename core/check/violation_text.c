/* SPDX-License-Identifier: Apache-2.0 */
/* What a person reads of a violation. [R-066] [I-15] It tells the rule and the limit, never the
 * value. */
#include "anvil/report.h"
#include "base/port.h"

ANVIL_COLD_FILE

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

/* A literal's length is known: nothing is measured. */
#define SAY(sentence, literal) say(sentence, literal, sizeof(literal) - 1)

static void say_number(struct sentence *sentence, uint64_t number) {
    char digits[24];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    say(sentence, digits + at, sizeof digits - at);
}

static void say_length(struct sentence *sentence, const struct anvil_violation *violation) {
    say_number(sentence, violation->limit);
    SAY(sentence, ", the length is ");
    say_number(sentence, violation->actual);
}

static void say_range(struct sentence *sentence, const struct anvil_range *range) {
    say(sentence, range->min_text.ptr, range->min_text.len);
    SAY(sentence, "..");
    say(sentence, range->max_text.ptr, range->max_text.len);
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
        [ANVIL_CONSTRAINT_UNIQUE] = "unique-items",
    };
    return (unsigned)constraint < ANVIL_CONSTRAINT_COUNT ? NAMES[constraint] : "unknown";
}

size_t anvil_violation_text(const struct anvil_violation *violation, char *buffer,
                            size_t capacity) {
    struct sentence sentence = {buffer, capacity, 0};
    switch (violation->constraint) {
    case ANVIL_CONSTRAINT_REQUIRED:
        SAY(&sentence, "required, but missing or null");
        break;
    case ANVIL_CONSTRAINT_MIN:
        SAY(&sentence, "shorter than ");
        say_length(&sentence, violation);
        break;
    case ANVIL_CONSTRAINT_MAX:
        SAY(&sentence, "longer than ");
        say_length(&sentence, violation);
        break;
    case ANVIL_CONSTRAINT_RANGE:
        SAY(&sentence, "outside the range ");
        say_range(&sentence, violation->limits->range);
        break;
    case ANVIL_CONSTRAINT_PATTERN:
        SAY(&sentence, "does not match the pattern ");
        say(&sentence, violation->limits->pattern->source.ptr,
            violation->limits->pattern->source.len);
        break;
    case ANVIL_CONSTRAINT_ENUM:
        SAY(&sentence, "none of the ");
        say_number(&sentence, violation->limits->values != NULL
                                  ? violation->limits->values->count
                                  : violation->limits->numbers->count);
        SAY(&sentence, " values of the enum");
        break;
    case ANVIL_CONSTRAINT_DUPLICATE:
        SAY(&sentence, "given more than once");
        break;
    case ANVIL_CONSTRAINT_UNKNOWN_MEMBER:
        SAY(&sentence, "not a member of this shape");
        break;
    case ANVIL_CONSTRAINT_IDENTITY:
        SAY(&sentence, "not an ARN or ID that this member takes");
        break;
    case ANVIL_CONSTRAINT_UNIQUE:
        SAY(&sentence, "holds the same item twice");
        break;
    default:
        SAY(&sentence, "unknown constraint");
        break;
    }
    return sentence.bytes;
}
