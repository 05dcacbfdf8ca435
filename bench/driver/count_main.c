/* SPDX-License-Identifier: Apache-2.0 */
/* Counts: one row in one process, for tools that count what a process does between two marks.
 *
 *     count ROOT --build               what the counts depend on: machine, compiler, libc
 *     count ROOT ROW TIMES             does the work of so many messages between the marks
 *     count ROOT ROW TIMES --memory    and says what memory it took
 *
 * The marks are the functions bench_measured() and bench_measured_end(). */
#define _XOPEN_SOURCE 700
#include "catalogue.h"

#include <gnu/libc-version.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <ucontext.h>
#include <unistd.h>

enum { STACK_BYTES = 1 << 18, PAINT = 0xA5 };

#ifdef __clang__
#define COMPILER "clang " __clang_version__
#else
#define COMPILER "gcc " __VERSION__
#endif

void bench_measured(const struct bench_contestant *contestant, void *state, size_t times);
void bench_measured_end(void);

__attribute__((noinline)) void bench_measured_end(void) {
    __asm__ volatile("");
}

__attribute__((noinline)) void bench_measured(const struct bench_contestant *contestant,
                                              void *state, size_t times) {
    contestant->run(state, times);
    bench_measured_end();
}

/* What runs on the painted stack; makecontext() passes no pointers. */
static struct {
    const struct bench_contestant *contestant;
    void *state;
    size_t times;
    ucontext_t caller;
    ucontext_t own;
} painted;

static void run_painted(void) {
    if (painted.times != 0)
        painted.contestant->run(painted.state, painted.times);
}

/* How deep the stack went: the lowest byte that lost its paint. */
static size_t stack_used(size_t times) {
    static unsigned char stack[STACK_BYTES];
    memset(stack, PAINT, sizeof stack);
    painted.times = times;
    bench_require(getcontext(&painted.own) == 0, "count", "getcontext fails");
    painted.own.uc_stack.ss_sp = stack;
    painted.own.uc_stack.ss_size = sizeof stack;
    painted.own.uc_link = &painted.caller;
    makecontext(&painted.own, run_painted, 0);
    bench_require(swapcontext(&painted.caller, &painted.own) == 0, "count", "swapcontext fails");
    size_t untouched = 0;
    while (stack[untouched] == PAINT)
        untouched++;
    return sizeof stack - untouched;
}

/* Memory of this process that is really there. */
static size_t resident_bytes(void) {
    char line[128];
    FILE *file = fopen("/proc/self/statm", "r");
    bench_require(file != NULL && fgets(line, sizeof line, file) != NULL, "count",
                  "/proc/self/statm cannot be read");
    (void)fclose(file);
    const char *resident = strchr(line, ' '); /* the second number, in pages */
    bench_require(resident != NULL, "count", "/proc/self/statm is not understood");
    return (size_t)strtoull(resident, NULL, 10) * (size_t)sysconf(_SC_PAGESIZE);
}

static void print_memory(const struct bench_contestant *contestant, void *state, size_t times,
                         size_t resident) {
    painted.contestant = contestant;
    painted.state = state;
    printf("resident_bytes %zu\n", resident);
    printf("stack_bytes %zu\n", stack_used(times) - stack_used(0));
    printf("arena_bytes %zu\n",
           contestant->memory_bytes == NULL ? 0 : contestant->memory_bytes(state));
}

static int print_build(void) {
    struct utsname machine;
    bench_require(uname(&machine) == 0, "count", "uname fails");
    printf("%s %s glibc %s\n", machine.machine, COMPILER, gnu_get_libc_version());
    return 0;
}

static void count_row(struct bench_plan *plan, const char *root, size_t times, bool has_memory) {
    const struct bench_row *row = bench_load(plan, root);
    size_t count = 0;
    const struct bench_contestant *const *contestants = bench_contestants(&count);
    size_t i = 0;
    while (i < count && !bench_takes(contestants[i], row))
        i++;
    bench_require(i < count, row->name, "nobody does this");
    void *state = contestants[i]->open(row);
    size_t before = resident_bytes();
    contestants[i]->run(state, 1); /* a kernel is chosen once in a process */
    size_t after = resident_bytes();
    bench_measured(contestants[i], state, times);
    if (has_memory)
        print_memory(contestants[i], state, times, after - before);
}

int main(int argc, char **argv) {
    bench_require(argc >= 3, "count", "ROOT and ROW are missing");
    if (strcmp(argv[2], "--build") == 0)
        return print_build();
    bench_require(argc >= 4, "count", "TIMES is missing");
    size_t count = 0;
    struct bench_plan *plans = bench_catalogue(argv[1], &count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(plans[i].row.name, argv[2]) == 0) {
            count_row(&plans[i], argv[1], (size_t)strtoull(argv[3], NULL, 10), argc > 4);
            return 0;
        }
    bench_fail(argv[2], "there is no such row");
}
