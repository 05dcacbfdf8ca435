/* SPDX-License-Identifier: Apache-2.0 */
/* Garbage of every degree: whatever is done to the text of a model, it compiles or is refused with
 * a reason, and what compiles is safe to use and to write down as C. */
#include "anvil/arena.h"
#include "anvil/codec.h"
#include "emit.h"
#include "spec_fixture.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Every type of shape, every trait that is read, in as few bytes as possible. */
static const char sample[] =
    "{'smithy':'2.0','shapes':{'n#S':{'type':'service','version':'1','operations':[{'target':"
    "'n#Op'}],'resources':[{'target':'n#R'}],'errors':[{'target':'n#E'}],'rename':{'m#U':'V'},"
    "'traits':{'aws.protocols#awsJson1_1':{},'aws.api#service':{'arnNamespace':'w'},"
    "'aws.auth#sigv4':{'name':'w'},'anvil.identity#resources':[{'type':'pool','form':'prefixed',"
    "'prefix':'pool-'},{'type':'name','form':'name'}]}},'n#R':{'type':'resource','create':"
    "{'target':'n#Make'}},'n#Make':{'type':'operation','input':{'target':'smithy.api#Unit'},"
    "'traits':{'smithy.api#idempotent':{}}},'n#Op':{'type':'operation','input':{'target':'n#In'},"
    "'output':{'target':'n#Out'},'errors':[{'target':'n#E'}],'traits':{'smithy.api#readonly':{},"
    "'anvil.retry#canSendTwice':{}}},'n#E':{'type':'structure','members':{'message':{'target':"
    "'smithy.api#String'}},'traits':{'smithy.api#error':'client','smithy.api#httpError':404,"
    "'smithy.api#retryable':{'throttling':true}}},'n#Mix':{'type':'structure','members':{'mixed':"
    "{'target':'n#Word'}},'traits':{'smithy.api#mixin':{'localTraits':['smithy.api#sensitive']},"
    "'smithy.api#sensitive':{}}},'n#In':{'type':'structure','mixins':[{'target':'n#Mix'}],"
    "'members':{'id':{'target':'n#Word','traits':{'anvil.identity#accepts':{'types':['pool','name']"
    "},"
    "'smithy.api#required':{},'smithy.api#default':'pool-1'}},'list':{'target':'n#List'},'map':"
    "{'target':'n#Map','traits':{'smithy.api#default':{}}},'union':{'target':'m#U'},'moment':"
    "{'target':'smithy.api#Timestamp','traits':{'smithy.api#timestampFormat':'http-date',"
    "'smithy.api#default':1.5}},'blob':{'target':'smithy.api#Blob','traits':{'smithy.api#default':"
    "'YQ==','smithy.api#length':{'max':9}}},'real':{'target':'smithy.api#Double','traits':"
    "{'smithy.api#range':{'min':-1e2,'max':0.5},'smithy.api#default':0}},'big':{'target':"
    "'smithy.api#BigDecimal','traits':{'smithy.api#range':{'max':1e400}}},'level':{'target':"
    "'n#Level','traits':{'smithy.api#default':2,'smithy.api#clientOptional':{}}},'any':{'target':"
    "'smithy.api#Document','traits':{'smithy.api#default':[1,{'a':null}]}},'half':{'target':"
    "'smithy.api#PrimitiveShort'},'colour':{'target':'n#Colour'}},'traits':{'smithy.api#input':{}}}"
    ","
    "'n#Out':{'type':'structure','members':{'back':{'target':'n#Out'},'old':{'target':'n#Old'}}},"
    "'n#Word':{'type':'string','traits':{'smithy.api#pattern':'^(?!pool-0)[a-z\\\\d-]{1,9}(?<!-)$',"
    "'smithy.api#length':{'min':1,'max':64}}},'n#List':{'type':'list','member':{'target':'n#Map'},"
    "'traits':{'smithy.api#sparse':{},'smithy.api#uniqueItems':{}}},'n#Map':{'type':'map','key':"
    "{'target':'n#Colour'},'value':{'target':'n#Word','traits':{'smithy.api#pattern':'a+'}},"
    "'traits':{'smithy.api#length':{'max':3}}},'m#U':{'type':'union','members':{'text':{'target':"
    "'n#Word'},'none':{'target':'smithy.api#Unit'},'more':{'target':'n#List'}}},'n#Level':{'type':"
    "'intEnum','members':{'LOW':{'target':'smithy.api#Unit','traits':{'smithy.api#enumValue':1}},"
    "'HIGH':{'target':'smithy.api#Unit','traits':{'smithy.api#enumValue':2}}}},'n#Colour':{'type':"
    "'enum','members':{'RED':{'target':'smithy.api#Unit','traits':{'smithy.api#enumValue':'red'}},"
    "'BLUE':{'target':'smithy.api#Unit'}}},'n#Old':{'type':'string','traits':{'smithy.api#enum':"
    "[{'value':'a','name':'A'},{'value':'b','name':'B'}]}},"
    "'n#In$big':{'type':'apply','traits':{'smithy.api#documentation':'x'}}}}";

/* What a part of the model may turn into. */
static const char *const words[] = {
    "null",
    "true",
    "[]",
    "{}",
    "''",
    "-1",
    "0",
    "2",
    "1e999",
    "-9223372036854775809",
    "0.1",
    "'\\ud800'",
    "'\\u0000'",
    "'n#S'",
    "'n#In'",
    "'n#U'",
    "'m#U'",
    "'n#List'",
    "'n#Map'",
    "'n#Level'",
    "'n#Mix'",
    "'n#In$id'",
    "'smithy.api#Unit'",
    "'smithy.api#Blob'",
    "'smithy.api#Float'",
    "'smithy.api#BigInteger'",
    "'smithy.api#Document'",
    "'smithy.api#Timestamp'",
    "'smithy.api#required'",
    "'smithy.api#default'",
    "'smithy.api#sparse'",
    "'smithy.api#uniqueItems'",
    "'smithy.api#enumValue'",
    "'smithy.api#streaming'",
    "'smithy.api#pattern'",
    "'structure'",
    "'union'",
    "'list'",
    "'map'",
    "'string'",
    "'integer'",
    "'enum'",
    "'date-time'",
    "'^(?=a)(?<=b)((a|b){0,9}){9}$'",
    "'(((('",
    "'[z-a]'",
    "'\xC3\xBF'",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    "{'min':1}",
    "{'max':-1}",
    "{'a':{'target':'n#In'}}",
    "{'target':'n#Out'}",
};
#define WORDS (sizeof words / sizeof *words)

struct text {
    char bytes[16384];
    size_t len;
};

static uint32_t next_random(uint64_t *seed) {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (uint32_t)(*seed >> 32);
}

/* Puts `len` bytes in the place of those from `from` to `to`. */
static void replace(struct text *text, size_t from, size_t to, const char *bytes, size_t len) {
    if (text->len - (to - from) + len > sizeof text->bytes)
        return;
    memmove(text->bytes + from + len, text->bytes + to, text->len - to);
    memcpy(text->bytes + from, bytes, len);
    text->len = text->len - (to - from) + len;
}

/* An item of an array, or a key with its value; mostly, as brackets in strings count, too. */
struct part {
    size_t from;
    size_t value; /* `from` without a key */
    size_t to;
};

/* The end of what begins at `at`. */
static size_t end_of(const struct text *text, size_t at, const char *stops) {
    size_t depth = 0;
    bool is_string = false;
    for (; at < text->len; at++) {
        char byte = text->bytes[at];
        if (byte == '"')
            is_string = !is_string;
        else if (!is_string && (byte == '{' || byte == '['))
            depth++;
        else if (!is_string && depth == 0 && byte != '\0' && strchr(stops, byte) != NULL)
            return at;
        else if (!is_string && (byte == '}' || byte == ']'))
            depth--;
    }
    return at;
}

static struct part some_part(const struct text *text, uint64_t *seed) {
    struct part part = {next_random(seed) % text->len, 0, 0};
    while (part.from > 1 && strchr(",{[", text->bytes[part.from - 1]) == NULL)
        part.from--;
    part.to = end_of(text, part.from, ",}]");
    part.value = end_of(text, part.from, ":,}]") + 1;
    if (part.value >= part.to)
        part.value = part.from;
    return part;
}

/* A word for a part; mostly one that is a bit like it, so that more than its type is refused. */
static const char *some_word(const struct text *text, struct part part, uint64_t *seed) {
    const char *value = text->bytes + part.value;
    bool is_string = part.value < part.to && *value == '"';
    bool is_name = part.value < part.to && memchr(value, '#', part.to - part.value) != NULL;
    const char *word = words[next_random(seed) % WORDS];
    for (size_t tries = next_random(seed) % 16; tries > 0; tries--) {
        if ((*word == '\'') == is_string && (strchr(word, '#') != NULL) == is_name)
            break;
        word = words[next_random(seed) % WORDS];
    }
    return word;
}

static void spoil_part(struct text *text, uint64_t *seed) {
    struct part part = some_part(text, seed);
    const char *word = some_word(text, part, seed);
    bool is_key = part.value > part.from && *word == '\'' && next_random(seed) % 4 == 0;
    char other[128];
    size_t len = 0;
    for (; *word != '\0' && len < sizeof other; word++)
        other[len++] = (char)(*word == '\'' ? '"' : *word);
    if (is_key)
        replace(text, part.from, part.value - 1, other, len);
    else
        replace(text, part.value, part.to, other, len);
}

/* A value in the place of another one, or an item beside another one. */
static void copy_part(struct text *text, uint64_t *seed) {
    static char copy[sizeof text->bytes + 1];
    struct part part = some_part(text, seed);
    struct part other = some_part(text, seed);
    bool is_value = next_random(seed) % 2 == 0;
    size_t from = is_value ? part.value : part.from;
    size_t len = part.to - from;
    memcpy(copy, text->bytes + from, len);
    copy[len] = ',';
    if (is_value)
        replace(text, other.value, other.to, copy, len);
    else
        replace(text, other.from, other.from, copy, len + 1);
}

static void remove_part(struct text *text, uint64_t *seed) {
    struct part part = some_part(text, seed);
    if (part.to < text->len && text->bytes[part.to] == ',')
        part.to++;
    else if (part.from > 0 && text->bytes[part.from - 1] == ',')
        part.from--;
    replace(text, part.from, part.to, "", 0);
}

static void spoil_byte(struct text *text, uint64_t *seed) {
    static const char bytes[] = "\"{}[],:\\#$^()|*+?0-9eE.ux \n\x80\xFF";
    size_t at = next_random(seed) % text->len;
    text->bytes[at] = next_random(seed) % 4 == 0 ? (char)next_random(seed)
                                                 : bytes[next_random(seed) % (sizeof bytes - 1)];
}

static void spoil(struct text *text, uint64_t *seed) {
    static void (*const ways[])(struct text *, uint64_t *) = {spoil_part,  spoil_part, spoil_part,
                                                              spoil_part,  copy_part,  remove_part,
                                                              remove_part, spoil_byte};
    size_t count = 1 + next_random(seed) % 3;
    while (count-- > 0 && text->len > 0)
        ways[next_random(seed) % 8](text, seed);
    if (next_random(seed) % 64 == 0 && text->len > 0)
        text->len = next_random(seed) % text->len;
}

/* A message with every kind of value, as far as the members are still what they were. */
static const char message[] =
    "{\"id\":\"pool-1\",\"mixed\":\"ab\",\"list\":[{\"red\":\"a\"},null],\"map\":{\"red\":\"aa\"},"
    "\"union\":{\"more\":[]},\"moment\":\"Sun, 06 Nov 1994 08:49:37 GMT\",\"blob\":\"YQ==\","
    "\"real\":0.25,\"big\":1e300,\"level\":1,\"any\":[],\"half\":1,\"colour\":\"red\",\"back\":"
    "{\"back\":{},\"old\":\"a\"}}";

/* Uses a shape as a program would; what comes out is the engine's business. */
static void use_shape(const struct anvil_shape *shape, const char *body) {
    static union {
        max_align_t align;
        unsigned char bytes[65536];
    } room;
    struct anvil_arena arena = anvil_arena_of(room.bytes, sizeof room.bytes);
    struct anvil_report report;
    void *out = calloc(1, shape->size == 0 ? 1 : shape->size);
    unsigned status;
    assert_non_null(out);
    status = anvil_decode(shape, (struct anvil_str){body, strlen(body)},
                          ANVIL_STRICT | ANVIL_CHECK_IDENTITY, &arena, out, &report);
    assert_int_not_equal(status, ANVIL_E_ARGUMENT);
    free(out);
}

static void use_program(const struct spec_program *program) {
    for (size_t i = 0; i < program->table->count; i++) {
        const struct anvil_operation *operation = program->table->operations[i];
        use_shape(operation->input, "{}");
        use_shape(operation->input, message);
        use_shape(operation->output, message);
    }
    for (size_t i = 0; i < program->service->error_count; i++)
        use_shape(program->service->errors[i]->shape, "{\"message\":\"no\"}");
}

static void write_down(struct spec *spec, struct spec_program *program) {
    struct spec_emission emission = {program, "x", "model.json", FIXTURE_SHA256};
    char *text = NULL;
    size_t len;
    FILE *out;
    if (!spec_name(spec, program))
        return;
    out = open_memstream(&text, &len);
    assert_non_null(out);
    spec_emit_header(out, &emission);
    spec_emit_snapshot(out, &emission);
    for (const struct spec_output *header = spec_headers; header->name != NULL; header++)
        header->emit(out, &emission);
    for (const struct spec_output *source = spec_sources; source->name != NULL; source++)
        source->emit(out, &emission);
    assert_int_equal(fclose(out), 0);
    free(text);
}

/* The text in memory of its own size, so that a byte too far is seen. */
static bool compile_spoilt(const char *bytes, size_t len, bool skips_unsupported) {
    const struct spec_options options = {.skips_unsupported = skips_unsupported};
    struct spec_program program;
    struct spec spec;
    char *text = malloc(len == 0 ? 1 : len);
    bool is_good;
    assert_non_null(text);
    memcpy(text, bytes, len);
    spec_begin(&spec);
    is_good = spec_compile(&spec, text, len, &options, &program);
    if (is_good) {
        use_program(&program);
        write_down(&spec, &program);
    } else {
        assert_true(spec.fault.reason[0] != '\0');
        assert_non_null(memchr(spec.fault.reason, '\0', sizeof spec.fault.reason));
    }
    spec_end(&spec);
    free(text);
    return is_good;
}

static void take_sample(struct text *text) {
    text->len = sizeof sample - 1;
    for (size_t i = 0; i < text->len; i++)
        text->bytes[i] = (char)(sample[i] == '\'' ? '"' : sample[i]);
}

TEST(the_sample_is_a_model) {
    struct text text;
    take_sample(&text);
    if (!compile_spoilt(text.bytes, text.len, false)) {
        struct fixture fixture;
        fixture_compile(&fixture, sample);
        fail_msg("%s: %s", fixture.spec.fault.shape, fixture.spec.fault.reason);
    }
}

TEST(spoilt_models_compile_or_are_refused) {
    uint64_t seed = UINT64_C(0xE7037ED1A0B428DB);
    size_t rounds = test_rounds(4000);
    size_t good = 0;
    for (size_t i = 0; i < rounds; i++) {
        static struct text text;
        take_sample(&text);
        spoil(&text, &seed);
        good += compile_spoilt(text.bytes, text.len, i % 2 == 0);
    }
    if (rounds > 1000) { /* the rounds test something only if both happen */
        assert_true(good > rounds / 10);
        assert_true(good < rounds * 9 / 10);
    }
}

TEST(cut_off_models_are_refused) {
    struct text text;
    take_sample(&text);
    for (size_t len = 0; len < text.len; len += test_rounds(50) == 50 ? 7 : 400)
        assert_false(compile_spoilt(text.bytes, len, true));
}

/* One byte of a large model at a time, and what the overlays of a model may hold. */
TEST(spoilt_overlays_are_applied_or_refused) {
    uint64_t seed = UINT64_C(0x8EBC6AF09C88C6E3);
    size_t model_len;
    char *model = fixture_read_file("spec/model/examples/kitchen-sink.json", &model_len);
    size_t len;
    char *overlay = fixture_read_file("spec/model/examples/kitchen-sink.overlay.json", &len);
    for (size_t i = 0; i < test_rounds(50); i++) {
        static struct text text;
        struct spec_file file = {text.bytes, 0};
        const struct spec_options options = {.overlays = &file, .overlay_count = 1};
        struct spec_program program;
        struct spec spec;
        memcpy(text.bytes, overlay, len);
        text.len = len;
        if (i > 0)
            spoil(&text, &seed);
        file.len = text.len;
        spec_begin(&spec);
        if (!spec_compile(&spec, model, model_len, &options, &program))
            assert_true(i > 0 && spec.fault.reason[0] != '\0');
        spec_end(&spec);
    }
    free(overlay);
    free(model);
}
