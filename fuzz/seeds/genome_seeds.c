/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes that targets make structs and messages of: the same byte again and again says yes or no to
 * everything, and a counter says a little of each. */
#include "seed_file.h"

#include "message_shapes.h"

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
    write_faults(seed);
}
