/* SPDX-License-Identifier: Apache-2.0 */
/* Small models and where to find things in what they compile to. */
#include "spec_fixture.h"

#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char around_input[] =
    "{'smithy':'2.0','shapes':{"
    "'ns#S':{'type':'service','version':'1','operations':[{'target':'ns#Op'}],'traits':{"
    "'aws.api#service':{'arnNamespace':'word'},'aws.auth#sigv4':{'name':'word'},"
    "'aws.protocols#awsJson1_0':{},"
    "'anvil.identity#resources':[{'type':'pool','form':'prefixed','prefix':'pool-'},"
    "{'type':'name','form':'name'},{'type':'other','form':'opaque'}]}},"
    "'ns#Op':{'type':'operation','input':{'target':'ns#In'},'output':{'target':'ns#Out'}},"
    "%s"
    "'ns#Out':{'type':'structure','members':{}},"
    "'ns#In':{'type':'structure','members':{%s}}}}";

static void compile(struct fixture *fixture, char *text, size_t len,
                    const struct spec_options *options) {
    memset(fixture, 0, sizeof *fixture);
    fixture->text = text;
    spec_begin(&fixture->spec);
    fixture->is_good = spec_compile(&fixture->spec, text, len, options, &fixture->program);
}

void fixture_compile_with(struct fixture *fixture, const char *text,
                          const struct spec_options *options) {
    size_t len = strlen(text);
    char *json = malloc(len + 1);
    assert_non_null(json);
    for (size_t i = 0; i <= len; i++)
        json[i] = (char)(text[i] == '\'' ? '"' : text[i]);
    compile(fixture, json, len, options);
}

void fixture_compile(struct fixture *fixture, const char *text) {
    fixture_compile_with(fixture, text, NULL);
}

void fixture_compile_file(struct fixture *fixture, const char *path,
                          const struct spec_options *options) {
    size_t len;
    char *text = fixture_read_file(path, &len);
    compile(fixture, text, len, options);
}

void fixture_compile_input(struct fixture *fixture, const char *members, const char *shapes) {
    size_t size = sizeof around_input + strlen(members) + strlen(shapes);
    char *text = malloc(size);
    assert_non_null(text);
    snprintf(text, size, around_input, shapes, members);
    fixture_compile(fixture, text);
    free(text);
}

void fixture_free(struct fixture *fixture) {
    spec_end(&fixture->spec);
    free(fixture->text);
}

const struct spec_object *fixture_shape(const struct fixture *fixture, const char *name) {
    const struct spec_object *objects = fixture->program.shapes.items;
    if (!fixture->is_good)
        fail_msg("%s: %s", fixture->spec.fault.shape, fixture->spec.fault.reason);
    for (size_t i = 0; i < fixture->program.shapes.count; i++)
        if (strcmp(objects[i].source->name, name) == 0)
            return &objects[i];
    fail_msg("no shape %s", name);
    return NULL;
}

const struct anvil_member *fixture_input(const struct fixture *fixture, size_t index) {
    const struct anvil_shape *shape = fixture_shape(fixture, "In")->descriptor;
    assert_true(index < shape->member_count);
    return &shape->members[index];
}

size_t fixture_next(const struct anvil_dfa *dfa, size_t state, size_t column) {
    size_t cell = state * dfa->column_count + column;
    return dfa->narrow != NULL ? dfa->narrow[cell] : dfa->wide[cell];
}

char *fixture_read_file(const char *path, size_t *len) {
    FILE *in = fopen(path, "rb");
    char *bytes;
    long size;
    if (in == NULL)
        fail_msg("%s: cannot be opened; run the tests from the root of the project", path);
    assert_int_equal(fseek(in, 0, SEEK_END), 0);
    size = ftell(in);
    assert_true(size > 0);
    rewind(in);
    bytes = malloc((size_t)size + 1);
    assert_non_null(bytes);
    *len = fread(bytes, 1, (size_t)size, in);
    assert_int_equal(*len, size);
    bytes[*len] = '\0';
    fclose(in);
    return bytes;
}
