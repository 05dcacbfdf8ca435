/* SPDX-License-Identifier: Apache-2.0 */
/* Small models for the tests of the model compiler. */
#ifndef UNIT_SPEC_FIXTURE_H
#define UNIT_SPEC_FIXTURE_H

#include "layout.h"
#include "spec.h"

/* A digest that is none. */
#define FIXTURE_SHA256 "0000000000000000000000000000000000000000000000000000000000000000"

struct fixture {
    struct spec spec;
    struct spec_program program;
    char *text;   /* of the model, which the descriptors point into */
    bool is_good; /* it compiled; else spec.fault says why not */
};

/* Compiles a whole model. Single quotes in `text` stand for double ones. */
void fixture_compile(struct fixture *fixture, const char *text);

/* The same with options; NULL for none. */
void fixture_compile_with(struct fixture *fixture, const char *text,
                          const struct spec_options *options);

/* Compiles a file of the project, such as "spec/model/examples/orchard.json". */
void fixture_compile_file(struct fixture *fixture, const char *path,
                          const struct spec_options *options);

/* Compiles a service with one operation whose input, "In", has `members`; `shapes` (or "") are
 * added to the model, each followed by a comma. */
void fixture_compile_input(struct fixture *fixture, const char *members, const char *shapes);

/* Frees what the fixture holds. */
void fixture_free(struct fixture *fixture);

/* The compiled shape of a name without namespace; a missing one fails the test. */
const struct spec_object *fixture_shape(const struct fixture *fixture, const char *name);

/* The member at `index` of the input. */
const struct anvil_member *fixture_input(const struct fixture *fixture, size_t index);

/* Where an automaton goes from a state, whichever way its table is written. */
size_t fixture_next(const struct anvil_dfa *dfa, size_t state, size_t column);

/* Reads a file of the project, terminated; the caller frees it. */
char *fixture_read_file(const char *path, size_t *len);

/* Two compiled programs, or a program and the tables that are linked in, walked side by side: every
 * difference that a message could show fails the test. */
void fixture_assert_same_table(const struct anvil_operation_table *a,
                               const struct anvil_operation_table *b);
void fixture_assert_same_pattern(const struct anvil_pattern *a, const struct anvil_pattern *b);

#endif
