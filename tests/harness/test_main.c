/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The main() of every test program: runs the registered tests, or only those named on the command
 * line, and prints TAP. Knows nothing of what is tested.
 */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct test_case *first_test;
static struct test_case **next_test = &first_test;

void test_register(struct test_case *test) {
    *next_test = test;
    next_test = &test->next;
}

size_t test_rounds(size_t full) {
    const char *slow = getenv("ANVIL_TEST_SLOW");
    if (slow == NULL || *slow == '\0')
        return full;
    return full < 50 ? 1 : full / 50;
}

static int is_wanted(const struct test_case *test, int argc, char **argv) {
    if (argc < 2)
        return 1;
    for (int i = 1; i < argc; i++)
        if (strcmp(test->name, argv[i]) == 0)
            return 1;
    return 0;
}

int main(int argc, char **argv) {
    size_t count = 0;
    for (const struct test_case *test = first_test; test != NULL; test = test->next)
        count++;
    struct CMUnitTest *tests = calloc(count + 1, sizeof *tests);
    if (tests == NULL)
        return 2;
    size_t wanted = 0;
    for (const struct test_case *test = first_test; test != NULL; test = test->next)
        if (is_wanted(test, argc, argv)) {
            tests[wanted].name = test->name;
            tests[wanted++].test_func = test->run;
        }
    if (wanted == 0) {
        fprintf(stderr, "%s: no such test, or no tests at all\n", argv[0]);
        free(tests);
        return 2;
    }
    /* A crash must not take the lines of the tests before it along. */
    setvbuf(stdout, NULL, _IOLBF, 0);
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const char *name = strrchr(argv[0], '/');
    int failed =
        _cmocka_run_group_tests(name == NULL ? argv[0] : name + 1, tests, wanted, NULL, NULL);
    free(tests);
    return failed == 0 ? 0 : 1;
}
