/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes that targets make structs and messages of: the same byte again and again says yes or no to
 * everything, and a counter says a little of each. */
#include "seed_file.h"

#include "message_shapes.h"
#include "smsv2/smsv2.h"

#include <stdio.h>

enum { LENGTH = 96 };

static void put_same(struct seed *seed, size_t byte) {
    for (size_t i = 0; i < LENGTH; i++)
        seed_byte(seed, byte);
}

static void put_counter(struct seed *seed, size_t step) {
    for (size_t i = 0; i < LENGTH; i++)
        seed_byte(seed, i * step + 1);
}

static const char *name_of(size_t index) {
    static char name[160];
    const struct anvil_operation *operation = message_operation(index);
    const struct anvil_shape *shape = message_request_shape(index);
    struct anvil_str text = shape == operation->input ? operation->name : anvil_shape_name(shape);
    (void)snprintf(name, sizeof name, "%.*s", (int)text.len, text.ptr);
    return name;
}

static void begin(struct seed *seed, size_t index, size_t choice) {
    seed_byte(seed, index);
    seed_byte(seed, choice);
}

/* What must_crash has to fail at, by who has to notice. */
static void write_faults(struct seed *seed) {
    static const struct fault {
        char choice;
        const char *name;
    } FAULTS[] = {{'x', "nothing"},
                  {'o', "every-build-oracle"},
                  {'a', "address-read-behind-block"},
                  {'f', "address-read-after-free"},
                  {'u', "undefined-shift"},
                  {'m', "memory-never-written"},
                  {'l', "leak-lost-block"}};
    for (size_t i = 0; i < sizeof FAULTS / sizeof *FAULTS; i++) {
        seed_byte(seed, (size_t)FAULTS[i].choice);
        seed_write(seed, "must_crash", "%s", FAULTS[i].name);
    }
}

/* A struct of a sample in which only the member `index` is set, to what the other bytes say. */
static void begin_member(struct seed *seed, size_t sample, size_t choice, size_t index) {
    begin(seed, smsv2_operations.count + sample, choice);
    for (size_t i = 0; i < index; i++)
        seed_byte(seed, 0);
    seed_byte(seed, 1);
}

/* Structs that no message gives, by the bytes that input/typed_value.c makes them of: unions whose
 * variant the model does not have, and moments with a nanosecond too many or too few. */
static void write_strange_structs(struct seed *seed) {
    enum { KINDS = 1, BOUNDS = 2 };
    enum { NEUTRAL = 2, STRICT = 4 };
    enum { DATE_TIME = 12, CHOICE = 15, CHOICES_OF_BOUNDS = 16 };
    enum { VARIANT_CHOICE = 3, UNKNOWN = 10, BEYOND = 11 };
    begin_member(seed, BOUNDS, STRICT, CHOICES_OF_BOUNDS);
    seed_byte(seed, 2);
    seed_byte(seed, BEYOND);
    seed_byte(seed, BEYOND);
    seed_write(seed, "typed_encode", "items-of-no-variant");
    for (size_t value = 0; value < 3; value++) {
        begin_member(seed, KINDS, NEUTRAL, CHOICE);
        seed_byte(seed, UNKNOWN);
        seed_byte(seed, value);
        seed_write(seed, "typed_encode", "unknown-variant-%zu", value);
    }
    begin_member(seed, KINDS, NEUTRAL, CHOICE);
    for (size_t i = 0; i + 1 < ANVIL_DEPTH_MAX; i++) {
        seed_byte(seed, VARIANT_CHOICE);
        seed_byte(seed, 0);
    }
    seed_byte(seed, UNKNOWN);
    seed_byte(seed, 0);
    seed_write(seed, "typed_encode", "unknown-variant-too-deep");
    for (size_t over = 0; over < 2; over++) {
        begin_member(seed, KINDS, STRICT, DATE_TIME);
        seed_byte(seed, over != 0 ? 0xE8 : 0xE0);
        seed_word(seed, 0, 8);
        seed_write(seed, "typed_encode", "moment-%s-nanoseconds", over != 0 ? "over" : "below");
    }
}

/* The operations take turns, the samples get everything. */
void write_genome_seeds(struct seed *seed) {
    for (size_t i = 0; i < message_shape_count(); i++) {
        bool is_sample = message_request_shape(i) != message_operation(i)->input;
        const char *name = name_of(i);
        if (!is_sample && i % 3 != 0)
            continue;
        for (size_t choice = 0; choice < 2; choice++) {
            begin(seed, i, choice);
            put_counter(seed, 37);
            seed_write(seed, "known_verdict", "%s-%s-mixed", name,
                       choice == 0 ? "request" : "response");
        }
        begin(seed, i, 0);
        put_same(seed, 0x1F);
        seed_write(seed, "known_verdict", "%s-much-missing", name);
        begin(seed, i, is_sample ? 2 : i % 8);
        put_counter(seed, 2);
        seed_write(seed, "typed_encode", "%s-every-member", name);
        begin(seed, i, 2 + i % 2);
        put_counter(seed, 74);
        seed_write(seed, "arena_short", "%s-struct", name);
        if (is_sample)
            continue;
        begin(seed, i, i % 4);
        seed_word(seed, (i % 8) | (i % 3) << 12, 2);
        put_counter(seed, 2);
        seed_write(seed, "exchange", "%s", name);
    }
    /* Little memory, step by step. */
    for (size_t room = 0; room < 32; room += 3) {
        begin(seed, 5 + room, 4 | room << 3);
        seed_byte(seed, 0);
        seed_byte(seed, room % 2);
        put_counter(seed, 2);
        seed_write(seed, "exchange", "arena-of-%zu-bytes", room * 64);
    }
    /* What happens to the envelope, and how the server answers. */
    for (size_t way = 1; way < 8; way++)
        for (size_t answer = 0; answer < 4; answer++) {
            begin(seed, 5 + way * 7, 0);
            seed_byte(seed, way | answer << 4);
            seed_byte(seed, answer | 0xC0);
            put_counter(seed, 2);
            seed_write(seed, "exchange", "way-%zu-answer-%zu", way, answer);
        }
    begin(seed, 0, 0);
    seed_write(seed, "known_verdict", "nothing");
    write_strange_structs(seed);
    write_faults(seed);
}
