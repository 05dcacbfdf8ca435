/* SPDX-License-Identifier: Apache-2.0 */
/* Decodes, checks and encodes made messages and compares with what was made. */
#include "property/message_trial.h"

#include "anvil/codec.h"
#include "property/made_message.h"
#include "property/pattern_text.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A message's struct, and how it came about. */
struct decoded_message {
    void *value;
    struct anvil_report report;
    enum anvil_status status;
};

/* Decodes into the trial's memory, which grows until the message fits. */
static void decode(struct message_trial *trial, const struct anvil_shape *shape, const char *bytes,
                   size_t len, unsigned checks, struct decoded_message *out) {
    out->value = realloc(out->value, shape->size > 0 ? shape->size : 1);
    do {
        struct anvil_arena arena = anvil_arena_of(trial->memory, trial->memory_bytes);
        out->status =
            anvil_decode(shape, anvil_str_of(bytes, len), checks, &arena, out->value, &out->report);
        if (out->status == ANVIL_E_ARENA) {
            trial->memory_bytes = trial->memory_bytes * 2 + 65536;
            trial->memory = realloc(trial->memory, trial->memory_bytes);
            assert_non_null(trial->memory);
        }
    } while (out->status == ANVIL_E_ARENA);
}

static void show(const char *what, const struct anvil_shape *shape, const struct made_plan *plan,
                 const struct made_message *made, const struct anvil_report *report) {
    print_error("%s: %.*s size %d turn %zu fault %zu\n", what, (int)shape->name_bytes, shape->name,
                (int)plan->size, plan->turn, plan->fault);
    print_error("made: at '%s' wanted %x broken %x\n", made->path, made->wanted, made->broken);
    if (report != NULL) {
        struct anvil_str path = anvil_report_path(report);
        print_error("got: %s at %zu '%.*s'\n", anvil_status_name(report->status), report->offset,
                    (int)path.len, path.ptr);
        for (size_t i = 0; i < report->count; i++) {
            path = anvil_violation_path(report, &report->violations[i]);
            print_error("got: %s at %zu '%.*s'\n",
                        anvil_constraint_name(report->violations[i].constraint),
                        report->violations[i].offset, (int)path.len, path.ptr);
        }
    }
    print_error("%.*s\n", made->len < 3000 ? (int)made->len : 3000, made->bytes);
}

/* The struct as bytes, which the caller frees. */
static char *encode(const struct anvil_shape *shape, const void *value, unsigned checks,
                    size_t *len, enum anvil_status *status) {
    struct anvil_report report;
    size_t need = 0;

    *status = anvil_encode(shape, value, checks, NULL, 0, &need, &report);
    *len = need;
    if (*status != ANVIL_E_BUFFER)
        return NULL;
    char *bytes = malloc(need);
    *status = anvil_encode(shape, value, checks, bytes, need, len, &report);
    return bytes;
}

/* Through the neutral form and back the wire's bytes are the same. */
static void try_neutral(struct message_trial *trial, const struct anvil_shape *shape,
                        struct decoded_message *decoded, const char *wire, size_t wire_len) {
    enum anvil_status status;
    size_t len;
    char *neutral = encode(shape, decoded->value, ANVIL_STRICT | ANVIL_NEUTRAL, &len, &status);

    assert_int_equal(status, ANVIL_OK);
    decode(trial, shape, neutral, len, ANVIL_STRICT | ANVIL_NEUTRAL, decoded);
    assert_int_equal(decoded->status, ANVIL_OK);
    char *back = encode(shape, decoded->value, ANVIL_STRICT, &len, &status);
    assert_int_equal(status, ANVIL_OK);
    assert_int_equal(len, wire_len);
    assert_memory_equal(back, wire, len);
    free(back);
    free(neutral);
}

static void try_valid(struct message_trial *trial, const struct anvil_shape *shape,
                      struct made_message *made, const struct made_plan *plan) {
    struct decoded_message decoded = {0};
    enum anvil_status status;
    size_t len;

    made_message(made, shape, plan);
    decode(trial, shape, made->bytes, made->len, ANVIL_STRICT, &decoded);
    if (decoded.status != ANVIL_OK) {
        show("refused", shape, plan, made, &decoded.report);
        fail();
    }
    assert_int_equal(
        anvil_check(shape, decoded.value, ANVIL_STRICT & ~ANVIL_CHECK_UNIQUE, &decoded.report),
        ANVIL_OK);
    char *first = encode(shape, decoded.value, ANVIL_STRICT, &len, &status);
    assert_int_equal(status, ANVIL_OK);
    /* A default that was left out is written, as the rules want it. */
    if (!made->has_defaults && (len != made->len || memcmp(first, made->bytes, len) != 0)) {
        show("changed", shape, plan, made, NULL);
        print_error("into %.*s\n", len < 3000 ? (int)len : 3000, first);
        fail();
    }
    decode(trial, shape, first, len, ANVIL_STRICT, &decoded);
    assert_int_equal(decoded.status, ANVIL_OK);
    size_t second_len;
    char *second = encode(shape, decoded.value, ANVIL_STRICT, &second_len, &status);
    assert_int_equal(status, ANVIL_OK);
    assert_int_equal(second_len, len);
    assert_memory_equal(second, first, len);
    try_neutral(trial, shape, &decoded, first, len);
    free(second);
    free(first);
    free(decoded.value);
    trial->valid++;
}

/* How many turns a message is worth. */
static size_t count_turns(struct message_trial *trial, size_t turns, size_t wanted) {
    if (wanted > trial->turns_max) {
        trial->is_cut = true;
        wanted = trial->turns_max;
    }
    return wanted > turns ? wanted : turns;
}

void try_valid_messages(struct message_trial *trial, const struct anvil_shape *shape) {
    static const enum made_size SIZES[] = {MADE_REQUIRED, MADE_LEAST, MADE_MOST, MADE_ONE};
    struct made_message made = {0};

    for (size_t s = 0; s < sizeof SIZES / sizeof *SIZES; s++) {
        struct made_plan plan = {SIZES[s], 0, MADE_WITHOUT_FAULT};
        size_t turns = 2;
        for (; plan.turn < turns; plan.turn++) {
            try_valid(trial, shape, &made, &plan);
            size_t all = made.values > made.variants ? made.values : made.variants;
            if (SIZES[s] == MADE_ONE)
                turns = count_turns(trial, turns, all);
        }
    }
    made_free(&made);
}

static unsigned bit_of(const struct anvil_violation *violation) {
    return 1u << violation->constraint;
}

/* Whether the report tells of `broken` at the made path, and of nothing else. */
static bool tells(const struct anvil_report *report, const struct made_message *made,
                  unsigned broken, bool has_offsets) {
    struct anvil_str path = anvil_str_of(made->path, strlen(made->path));
    unsigned told = 0;

    for (size_t i = 0; i < report->count; i++) {
        const struct anvil_violation *violation = &report->violations[i];
        bool is_length = violation->constraint == ANVIL_CONSTRAINT_MIN ||
                         violation->constraint == ANVIL_CONSTRAINT_MAX;
        if (!anvil_str_equal(anvil_violation_path(report, violation), path) ||
            (told & bit_of(violation)) != 0)
            return false;
        if (has_offsets && made->offset != ANVIL_NO_OFFSET && violation->offset != made->offset)
            return false;
        if (is_length && bit_of(violation) == made->wanted &&
            (violation->actual != made->actual || violation->limit != made->limit))
            return false;
        told |= bit_of(violation);
    }
    return told == broken && report->more == 0 && report->count > 0 &&
           report->status ==
               (enum anvil_status)(report->violations[0].constraint + (int)ANVIL_E_REQUIRED);
}

/* One fault, four ways to find it. */
static void try_fault(struct message_trial *trial, const struct anvil_shape *shape,
                      const struct made_message *made, const struct made_plan *plan) {
    struct decoded_message decoded = {0};
    struct anvil_report report;
    enum anvil_status status;
    size_t len;
    const unsigned only_in_bytes = ANVIL_CHECK_DUPLICATE;

    decode(trial, shape, made->bytes, made->len, ANVIL_STRICT, &decoded);
    if (!tells(&decoded.report, made, made->broken, true) ||
        decoded.status != decoded.report.status || (made->broken & made->wanted) == 0) {
        show("strict", shape, plan, made, &decoded.report);
        fail();
    }
    decode(trial, shape, made->bytes, made->len, made->wanted, &decoded);
    if (!tells(&decoded.report, made, made->wanted, true)) {
        show("alone", shape, plan, made, &decoded.report);
        fail();
    }
    decode(trial, shape, made->bytes, made->len, ANVIL_STRICT & ~made->broken, &decoded);
    if (decoded.status != ANVIL_OK) {
        show("all but this", shape, plan, made, &decoded.report);
        fail();
    }
    unsigned broken = made->broken & ~only_in_bytes;
    status = anvil_check(shape, decoded.value, ANVIL_STRICT, &report);
    if (broken == 0 ? status != ANVIL_OK : !tells(&report, made, broken, false)) {
        show("check", shape, plan, made, &report);
        fail();
    }
    enum anvil_status refusal;
    char *bytes = encode(shape, decoded.value, ANVIL_STRICT, &len, &refusal);
    assert_int_equal(refusal, status);
    free(bytes);
    free(decoded.value);
    for (size_t i = 0; i < ANVIL_CONSTRAINT_COUNT; i++)
        trial->refused[i] += made->wanted >> i & 1;
}

void try_faulty_messages(struct message_trial *trial, const struct anvil_shape *shape) {
    struct made_message made = {0};
    struct made_plan plan = {MADE_ONE, 0, 0};
    size_t turns = 1;

    for (; plan.turn < turns; plan.turn++) {
        for (plan.fault = 0;; plan.fault++) {
            made_message(&made, shape, &plan);
            turns = count_turns(trial, turns, made.variants);
            if (made.faults <= plan.fault)
                break;
            try_fault(trial, shape, &made, &plan);
        }
    }
    made_free(&made);
}

void message_trial_end(struct message_trial *trial) {
    free(trial->memory);
    trial->memory = NULL;
    pattern_forget();
}
