/* SPDX-License-Identifier: Apache-2.0 */
/* Generated text: the same every time, fresh in the project, and harmless C whatever the model
 * holds. */
#include "emit.h"
#include "emit_files.h"
#include "emit_parts.h"
#include "smsv2/smsv2.h"
#include "spec_fixture.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char model_path[] = "spec/model/pinpoint-sms-voice-v2.json";

/* What one emitter writes; the caller frees it. */
static char *emit_one(spec_emitter *emit, const struct spec_emission *emission) {
    char *text = NULL;
    size_t len;
    FILE *out = open_memstream(&text, &len);
    assert_non_null(out);
    emit(out, emission);
    assert_int_equal(fclose(out), 0);
    return text;
}

/* Everything that a model compiles to, in one text. */
static char *emit_all(const struct spec_emission *emission) {
    char *text = NULL;
    size_t len;
    FILE *out = open_memstream(&text, &len);
    assert_non_null(out);
    spec_emit_header(out, emission);
    spec_emit_snapshot(out, emission);
    for (const struct spec_output *header = spec_headers; header->name != NULL; header++)
        header->emit(out, emission);
    for (const struct spec_output *source = spec_sources; source->name != NULL; source++)
        source->emit(out, emission);
    assert_int_equal(fclose(out), 0);
    return text;
}

static char *emit_fixture(struct fixture *fixture) {
    struct spec_emission emission = {&fixture->program, "x", "model.json", FIXTURE_SHA256};
    if (!fixture->is_good || !spec_name(&fixture->spec, &fixture->program))
        fail_msg("%s: %s", fixture->spec.fault.shape, fixture->spec.fault.reason);
    return emit_all(&emission);
}

#define HEAD                                                                                       \
    "{'smithy':'2.0','shapes':{'ns#S':{'type':'service','version':'1','operations':["              \
    "{'target':'ns#Op%s'},{'target':'ns#Op%s'}],'traits':{'aws.api#service':{'arnNamespace':'w'}," \
    "'aws.auth#sigv4':{'name':'w'},'aws.protocols#awsJson1_0':{}}},%s,%s,%s,%s}}"

/* The order of a model's shapes and operations is nobody's business; that of members is. */
TEST(the_order_of_shapes_does_not_show) {
    static const char *const shapes[] = {
        "'ns#OpA':{'type':'operation','input':{'target':'ns#I'},'output':{'target':'ns#O'}}",
        "'ns#OpB':{'type':'operation','input':{'target':'ns#O'},'output':{'target':'ns#I'}}",
        "'ns#I':{'type':'structure','members':{'B':{'target':'smithy.api#String'},'A':{'target':"
        "'ns#O'}}}",
        "'ns#O':{'type':'structure','members':{'C':{'target':'smithy.api#String','traits':"
        "{'smithy.api#length':{'max':3}}}}}"};
    struct fixture forward;
    struct fixture backward;
    char model[2048];
    char *texts[2];
    snprintf(model, sizeof model, HEAD, "A", "B", shapes[0], shapes[1], shapes[2], shapes[3]);
    fixture_compile(&forward, model);
    texts[0] = emit_fixture(&forward);
    snprintf(model, sizeof model, HEAD, "B", "A", shapes[3], shapes[2], shapes[1], shapes[0]);
    fixture_compile(&backward, model);
    texts[1] = emit_fixture(&backward);
    assert_string_equal(texts[0], texts[1]);
    assert_true(strstr(texts[0], "struct anvil_str b;") < strstr(texts[0], "const struct x_o *a;"));
    free(texts[0]);
    free(texts[1]);
    fixture_free(&forward);
    fixture_free(&backward);
}

static void assert_same_file(const char *path, spec_emitter *emit,
                             const struct spec_emission *emission) {
    size_t len;
    char *text = emit_one(emit, emission);
    char *file = fixture_read_file(path, &len);
    if (strcmp(text, file) != 0)
        fail_msg("%s is stale: run `make gen`", path);
    free(text);
    free(file);
}

TEST(the_generated_files_are_fresh) {
    struct fixture fixture;
    struct spec_options options = {.sha256 = smsv2_service.model_sha256.ptr};
    struct spec_emission emission = {&fixture.program, "smsv2", model_path, options.sha256};
    char path[256];
    fixture_compile_file(&fixture, model_path, &options);
    assert_true(fixture.is_good && spec_name(&fixture.spec, &fixture.program));
    for (const struct spec_output *source = spec_sources; source->name != NULL; source++) {
        snprintf(path, sizeof path, "core/gen/smsv2_%s", source->name);
        assert_same_file(path, source->emit, &emission);
    }
    for (const struct spec_output *header = spec_headers; header->name != NULL; header++) {
        snprintf(path, sizeof path, "core/include/smsv2/%s", header->name);
        assert_same_file(path, header->emit, &emission);
    }
    assert_same_file("core/include/smsv2/smsv2.h", spec_emit_header, &emission);
    assert_same_file("spec/snapshot.txt", spec_emit_snapshot, &emission);
    fixture_free(&fixture);
}

/* Compares what one of the small emitters writes. */
static void assert_written(void (*emit)(FILE *, struct anvil_str), const char *bytes, size_t count,
                           const char *want) {
    char *text = NULL;
    size_t len;
    FILE *out = open_memstream(&text, &len);
    assert_non_null(out);
    emit(out, anvil_str_of(bytes, count));
    assert_int_equal(fclose(out), 0);
    assert_string_equal(text, want);
    free(text);
}

#define BYTES(literal) (literal), sizeof(literal) - 1

TEST(literals_hold_any_bytes) {
    assert_written(emit_literal, BYTES("a\"b\\c"), "\"a\\\"b\\\\c\"");
    assert_written(emit_literal,
                   BYTES("\0\n\x7F\xC3\xA4"
                         "1"),
                   "\"\\000\\012\\177\\303\\2441\"");
    assert_written(emit_literal, BYTES("a?\?/b"), "\"a?\\?/b\"");
    assert_written(emit_literal, BYTES(""), "\"\"");
}

TEST(comments_are_not_ended_by_their_text) {
    assert_written(emit_comment_text, BYTES("^[a*/]$"), "^[a*\\/]$");
    assert_written(emit_comment_text, BYTES("/*"), "/\\*");
    assert_written(emit_comment_text, BYTES("a\tb"), "a\\x09b");
}

TEST(a_hostile_pattern_stays_in_its_comment) {
    struct fixture fixture;
    struct spec_emission emission = {&fixture.program, "x", "model.json", FIXTURE_SHA256};
    char *text;
    fixture_compile_input(&fixture, "'A':{'target':'ns#X'}",
                          "'ns#X':{'type':'string','traits':{'smithy.api#pattern':"
                          "'^a*/[/*]?\?/+$'}},");
    assert_true(fixture.is_good && spec_name(&fixture.spec, &fixture.program));
    text = emit_one(emit_requests_header, &emission);
    assert_non_null(strstr(text, "Pattern `^a*\\/[/\\*]?\?/+$`."));
    assert_null(strstr(text, "*/["));
    free(text);
    fixture_free(&fixture);
}

TEST(generated_sources_refuse_another_descriptor_version) {
    struct fixture fixture;
    struct spec_emission emission = {&fixture.program, "x", "model.json", FIXTURE_SHA256};
    fixture_compile_input(&fixture, "'A':{'target':'smithy.api#String'}", "");
    assert_true(spec_name(&fixture.spec, &fixture.program));
    for (const struct spec_output *source = spec_sources; source->name != NULL; source++) {
        char *text = emit_one(source->emit, &emission);
        assert_non_null(strstr(text, "Generated by spec/compiler from model.json"));
        assert_non_null(strstr(text, FIXTURE_SHA256));
        if (strstr(source->name, ".c") != NULL && strcmp(source->name, "keys.c") != 0)
            assert_non_null(strstr(text, "#if ANVIL_DESCRIPTOR_VERSION != 3\n#error "));
        free(text);
    }
    fixture_free(&fixture);
}
