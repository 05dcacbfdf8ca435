/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * The form of every test program: `TEST(name) { ... }` with cmocka's asserts inside. A test
 * registers itself, so a test that exists is a test that runs; main() comes from the harness.
 */
#ifndef HARNESS_TEST_H
#define HARNESS_TEST_H

/* cmocka.h wants these four before it. */
/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

/** One test. Lives in static memory of its program. */
struct test_case {
    const char *name;       /**< as written in TEST() */
    void (*run)(void **);   /**< the form that cmocka calls */
    struct test_case *next; /**< set by test_register() */
};

/** Appends a test to the program's list; called before main(), in source order. */
void test_register(struct test_case *test);

/**
 * How many rounds of a repetitive test to run: `full`, or a fiftieth of it (at least one) where
 * every instruction costs fifty times as much, as under valgrind. Not for tests whose rounds differ
 * in kind: those run all of them everywhere.
 */
size_t test_rounds(size_t full);

/** Defines and registers a test: `TEST(reads_an_empty_object) { assert_int_equal(...); }`. */
#define TEST(name)                                                                                 \
    static void test_body_##name(void);                                                            \
    static void test_run_##name(void **state) {                                                    \
        (void)state;                                                                               \
        test_body_##name();                                                                        \
    }                                                                                              \
    static struct test_case test_case_##name = {#name, test_run_##name, NULL};                     \
    __attribute__((constructor)) static void test_register_##name(void) {                          \
        test_register(&test_case_##name);                                                          \
    }                                                                                              \
    static void test_body_##name(void)

#endif
