/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and responses of every operation and sample: the least, one of everything, and one for
 * each constraint that can be broken; and the forms that only hand-written JSON has. */
#include "seed_file.h"

#include "message_shapes.h"
#include "property/made_message.h"
#include "sample/sample_kinds.h"
#include "smsv2/smsv2.h"

#include <stdio.h>
#include <string.h>

static struct made_message made;

static void make(const struct anvil_shape *shape, enum made_size size, size_t turn, size_t fault) {
    struct made_plan plan = {size, turn, fault};
    made_message(&made, shape, &plan);
}

static void write_made(struct seed *seed, const char *target, size_t index, size_t choice,
                       const char *name) {
    seed_byte(seed, index);
    seed_byte(seed, choice);
    seed_put(seed, made.bytes, made.len);
    seed_write(seed, target, "%s", name);
}

/* The operation's name, or that of the sample's shape. */
static const char *name_of(size_t index, const struct anvil_shape *shape) {
    static char name[128];
    const struct anvil_operation *operation = message_operation(index);
    bool is_sample = shape != operation->input && shape != operation->output;
    struct anvil_str text = is_sample ? anvil_shape_name(shape) : operation->name;
    (void)snprintf(name, sizeof name, "%s%.*s", is_sample ? "sample-" : "", (int)text.len,
                   text.ptr);
    return name;
}

/* The first message that breaks each constraint; operations take turns with the constraints. */
static void write_faulty(struct seed *seed, size_t index, const struct anvil_shape *shape) {
    unsigned seen = 0;
    char name[160];
    for (size_t fault = 0;; fault++) {
        make(shape, MADE_ONE, 0, fault);
        if (made.faults <= fault)
            return;
        if ((seen & made.wanted) != 0 || made.len > 1000)
            continue;
        seen |= made.wanted;
        int constraint = 0;
        while ((made.wanted >> constraint & 1) == 0)
            constraint++;
        if (index < smsv2_operations.count && (index + (size_t)constraint) % 3 != 0)
            continue;
        (void)snprintf(name, sizeof name, "%s-breaks-%s", name_of(index, shape),
                       anvil_constraint_name((enum anvil_constraint)constraint));
        /* What else is asked takes turns. */
        write_made(seed, "request_check", index, fault % 8 * 8, name);
    }
}

static void write_shape(struct seed *seed, const char *target, size_t index, size_t choice,
                        const struct anvil_shape *shape, const char *suffix) {
    char name[160];
    make(shape, MADE_REQUIRED, 0, MADE_WITHOUT_FAULT);
    if (made.len > 2) {
        (void)snprintf(name, sizeof name, "%s%s-required", name_of(index, shape), suffix);
        write_made(seed, target, index, choice, name);
    }
    make(shape, MADE_ONE, index, MADE_WITHOUT_FAULT);
    if (made.len < 4000) {
        (void)snprintf(name, sizeof name, "%s%s-all", name_of(index, shape), suffix);
        write_made(seed, target, index, choice + index % 8 * 8, name);
    }
}

/* Bodies that no descriptor suggests. */
static const struct form {
    const char *name;
    const char *body;
} FORMS[] = {
    {"empty", ""},
    {"empty-object", "{}"},
    {"white-space-around", " \r\n\t{ } "},
    {"array", "[]"},
    {"string", "\"\""},
    {"null", "null"},
    {"trailing-bytes", "{} x"},
    {"byte-order-mark", "\xEF\xBB\xBF{}"},
    {"unknown-members", "{\"a\":[{\"b\":[true,false,null,-0.5e+7,\"\\u00e9\"]}],\"\":{}}"},
    {"escaped-name",
     "{\"\\u0050oolId\":\"a\",\"Id\":\"\\u0061\",\"T\\u0065xt\":\"\\ud83d\\ude00\"}"},
    {"escapes",
     "{\"Text\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\ud83d\\ude00\",\"Id\":\"a\\u0062\"}"},
    {"twice", "{\"Id\":\"a\",\"Id\":\"b\",\"Text\":null,\"Text\":\"x\"}"},
    {"null-members", "{\"Id\":null,\"Tags\":null,\"Part\":null,\"Parts\":[null],\"Tags\":[null]}"},
    {"wrong-types", "{\"Id\":1,\"Tags\":{},\"Part\":[],\"Text\":true}"},
    {"number-for-text", "{\"Id\":-1.5e3}"},
    {"list-of-numbers", "{\"Tags\":[1]}"},
    {"lone-surrogate", "{\"Text\":\"\\ud83d\"}"},
    {"surrogates-swapped", "{\"Text\":\"\\ude00\\ud83d\"}"},
    {"bad-escape", "{\"Text\":\"\\x\"}"},
    {"cut-escape", "{\"Text\":\"\\u12"},
    {"control-byte", "{\"Text\":\"a\x01\"}"},
    {"overlong-utf8", "{\"Text\":\"\xC0\xAF\"}"},
    {"utf8-of-all-lengths",
     "{\"Text\":\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\",\"Title\":\"\xC3\xA9\xC3\xA9\"}"},
    {"cut-utf8", "{\"Text\":\"\xE2\x82"},
    {"cut-in-name", "{\"Te"},
    {"cut-in-text", "{\"Text\":\"a"},
    {"cut-before-colon", "{\"Text\""},
    {"cut-before-value", "{\"Text\":"},
    {"cut-in-list", "{\"Tags\":[\"a\","},
    {"leading-zero", "{\"x\":01}"},
    {"no-digits", "{\"x\":-}"},
    {"comma-before-end", "{\"Id\":\"a\",}"},
    {"name-without-quotes", "{Id:\"a\"}"},
    {"deep-unknown", "{\"x\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}"},
    {"too-deep-unknown",
     "{\"x\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}"},
    {"parts-in-parts", "{\"Id\":\"a\",\"Part\":{\"Code\":\"AA\",\"Part\":{\"Code\":\"BB\"}},"
                       "\"Parts\":[{\"Code\":\"CC\",\"Parts\":[]},{\"Note\":\"123456\"}]}"},
    {"name-with-tilde", "{\"Id\":\"a\",\"In/Out~\":\"abcd\"}"},
    {"in-other-order", "{\"Text\":\"b\",\"Tags\":[\"x\",\"yy\"],\"Id\":\"a1\",\"Color\":\"RED\"}"},
};

static void write_forms(struct seed *seed, const char *target, size_t sample) {
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++) {
        seed_byte(seed, sample);
        seed_byte(seed, i % 8 * 8);
        seed_text(seed, FORMS[i].body);
        seed_write(seed, target, "form-%s", FORMS[i].name);
    }
}

/* A body for a sample, as it stands. */
static void write_body(struct seed *seed, const char *target, size_t index, size_t choice,
                       const char *body, const char *name) {
    seed_byte(seed, index);
    seed_byte(seed, choice);
    if (strcmp(target, "contract_edges") == 0)
        seed_word(seed, 0, 2);
    seed_text(seed, body);
    seed_write(seed, target, "%s", name);
}

/* What takes memory, where there is none; and what is there twice or too deep. */
static void write_bodies(struct seed *seed, size_t sample) {
    write_body(seed, "contract_edges", sample, 7, "{\"Id\":\"a\",\"Tags\":[\"a\"]}",
               "list-without-arena");
    write_body(seed, "contract_edges", 0, 7, "{\"__type\":\"ConflictException\"}",
               "error-without-arena");
    write_body(seed, "contract_edges", 0, 7, "{\"__type\":\"\\u0041\"}",
               "escaped-error-without-arena");
    write_body(seed, "request_check", sample, 4, "{\"Id\":null,\"Id\":\"NO\",\"Tags\":[null]}",
               "null-and-then-a-value");
    write_body(seed, "request_check", sample, 4, "{\"Id\":\"NO\",\"Id\":null,\"Id\":\"NO\"}",
               "null-in-between");
    write_body(
        seed, "request_check", sample + 2, 8,
        "{\"Choices\":[{\"Choice\":{\"Choice\":{\"Choice\":{\"Choice\":{\"Choice\":{\"Choice\":{"
        "\"Choice\":{\"Choice\":{\"Unit\":{}}}}}}}}}},{\"Choice\":{\"Choice\":{\"Choice\":{"
        "\"Choice\":{\"Choice\":{\"Choice\":{\"Choice\":{\"Choice\":{\"Unit\":{}}}}}}}}}}]}",
        "unique-items-too-deep");
}

/* Every contract that can be broken, each with a message that breaks a constraint. */
static void write_edges(struct seed *seed, size_t sample) {
    for (size_t choice = 0; choice < 48; choice++) {
        size_t index = choice % 4 == 3 ? choice : sample + choice % 3;
        make(message_request_shape(index), MADE_ONE, 0, choice);
        seed_byte(seed, index);
        seed_byte(seed, choice);
        seed_word(seed, choice % 2 == 0 ? UINT64_C(0x3FF) : choice * 31, 2);
        seed_put(seed, made.bytes, made.len);
        seed_write(seed, "contract_edges", "edge-%zu-of-verb-%zu", choice / 8, choice % 8);
    }
}

/* `count` times the same opening, and what closes it. */
static void put_nested(struct seed *seed, size_t count, const char *open, const char *close) {
    for (size_t i = 0; i < count; i++)
        seed_text(seed, open);
    for (size_t i = 0; i < count; i++)
        seed_text(seed, close);
}

/* As deep as may be, and one deeper; in structures, lists, unions and maps. */
static void write_depths(struct seed *seed, size_t sample) {
    for (size_t depth = 15; depth < 34; depth++) {
        if (depth > 17 && depth < 30)
            continue;
        seed_byte(seed, sample);
        seed_byte(seed, 8);
        seed_text(seed, "{\"Part\":");
        put_nested(seed, depth, "{\"Part\":", "}");
        seed->len -= depth;
        seed_text(seed, "null");
        for (size_t i = 0; i <= depth; i++)
            seed_text(seed, "}");
        seed_write(seed, "request_check", "structures-%zu-deep", depth);
        seed_byte(seed, sample);
        seed_byte(seed, 8);
        put_nested(seed, depth, "{\"Parts\":[", "]}");
        seed_write(seed, "request_check", "lists-%zu-deep", depth);
        seed_byte(seed, sample + 1);
        seed_byte(seed, 1);
        seed_text(seed, "{\"Choice\":");
        put_nested(seed, depth, "{\"Choice\":", "}");
        seed->len -= depth;
        seed_text(seed, "{\"Unit\":{}}");
        for (size_t i = 0; i <= depth; i++)
            seed_text(seed, "}");
        seed_write(seed, "response_decode", "unions-%zu-deep", depth);
    }
}

/* Items and keys so many that they are told apart by their hashes; `equal` says whether two are the
 * same. */
static void write_many(struct seed *seed, const char *target, size_t choice, size_t sample,
                       bool is_equal) {
    seed_byte(seed, sample + 2);
    seed_byte(seed, choice);
    seed_text(seed, "{\"Longs\":[");
    for (size_t i = 0; i < 40; i++) {
        char number[16];
        (void)snprintf(number, sizeof number, "%s%zu", i != 0 ? "," : "",
                       is_equal && i == 30 ? 7 : i);
        seed_text(seed, number);
    }
    /* What stands behind takes the memory that comparing the items would have taken. */
    seed_text(seed, "],\"Texts\":[\"\\u0041");
    for (size_t i = 0; i < 100; i++)
        seed_text(seed, "0123456789");
    seed_text(seed, "\"]}");
    seed_write(seed, target, "many-items-%s", is_equal ? "two-equal" : "all-different");
    seed_byte(seed, sample + 1);
    seed_byte(seed, choice);
    seed_text(seed, "{\"Texts\":{");
    for (size_t i = 0; i < 40; i++) {
        char entry[32];
        (void)snprintf(entry, sizeof entry, "%s\"k%zu\":\"v\"", i != 0 ? "," : "",
                       is_equal && i == 30 ? 7 : i);
        seed_text(seed, entry);
    }
    seed_text(seed, "}}");
    seed_write(seed, target, "many-keys-%s", is_equal ? "two-equal" : "all-different");
}

/* Every kind in every way to write it. */
static void write_kinds(struct seed *seed, size_t index) {
    static const char *const TARGETS[] = {"request_check", "response_decode", "round_trip",
                                          "arena_short"};
    for (size_t i = 0; i < sizeof TARGETS / sizeof *TARGETS; i++) {
        const struct anvil_str *texts[2] = {&sample_kinds_text, &sample_kinds_other_text};
        for (size_t form = 0; form < 2; form++) {
            seed_byte(seed, index);
            seed_byte(seed, i == 0 ? 32 : 0);
            seed_put(seed, texts[form]->ptr, texts[form]->len);
            seed_write(seed, TARGETS[i], "every-kind-%s", form == 0 ? "as-encoded" : "otherwise");
        }
    }
}

void write_message_seeds(struct seed *seed) {
    size_t samples = message_shape_count();
    for (size_t i = 0; i < message_shape_count(); i++) {
        const struct anvil_shape *request = message_request_shape(i);
        const struct anvil_shape *response = message_response_shape(i);
        write_shape(seed, "request_check", i, 0, request, "");
        write_faulty(seed, i, request);
        write_shape(seed, "response_decode", i, i % 4, response, "");
        if (request == response)
            samples = i < samples ? i : samples;
        if (i % 4 == 0 || request == response) {
            write_shape(seed, "round_trip", i, 0, request, "-request");
            write_shape(seed, "round_trip", i, 1, response, "-response");
            write_shape(seed, "arena_short", i, 4, request, "");
        }
    }
    write_forms(seed, "request_check", samples);
    write_forms(seed, "response_decode", samples);
    write_edges(seed, samples);
    write_bodies(seed, samples);
    write_depths(seed, samples);
    for (size_t equal = 0; equal < 2; equal++) {
        write_many(seed, "request_check", 0, samples, equal != 0);
        write_many(seed, "arena_short", 4, samples, equal != 0);
    }
    write_kinds(seed, samples + 1);
    made_free(&made);
}
