/* SPDX-License-Identifier: Apache-2.0 */
/* Every oracle counts, and fails in a function of its own: tried in a child process each. */
#include "oracle.h"

#include "arena_oracle.h"
#include "base/arena.h"
#include "test.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

const struct fuzz_target fuzz_target = {"test_oracle_traps",
                                        FUZZ_ASKS(fixpoint) | FUZZ_ASKS(exact_fit)};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    (void)data;
    (void)size;
    return 0;
}

/* How a child ends that does this, and the first line that it writes to standard error. */
static int ending_of(void (*act)(void), char line[256]) {
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        /* Whatever watches signals in this build is not asked. */
        (void)signal(SIGILL, SIG_DFL);
        (void)signal(SIGTRAP, SIG_DFL);
        (void)dup2(ends[1], STDERR_FILENO);
        act();
        _exit(0);
    }
    (void)close(ends[1]);
    FILE *in = fdopen(ends[0], "r");
    assert_non_null(in);
    line[0] = '\0';
    if (fgets(line, 256, in) == NULL)
        line[0] = '\0';
    (void)fclose(in);
    int state = 0;
    assert_int_equal(waitpid(child, &state, 0), child);
    return state;
}

#define AS_ACT(name)                                                                               \
    static void ask_##name(void) {                                                                 \
        FUZZ_EXPECT(name, fuzz_oracle_hits[FUZZ_ORACLE_##name] == 0);                              \
    }
FUZZ_ORACLES(AS_ACT)
#define AS_POINTER(name) ask_##name,
static void (*const ACTS[])(void) = {FUZZ_ORACLES(AS_POINTER)};

TEST(every_oracle_fails_in_its_own_trap) {
    char line[256];
    for (int i = 0; i < (int)FUZZ_ORACLE_COUNT; i++) {
        int state = ending_of(ACTS[i], line);
        assert_true(WIFSIGNALED(state));
        assert_true(WTERMSIG(state) == SIGILL || WTERMSIG(state) == SIGTRAP);
        assert_non_null(strstr(line, fuzz_oracle_name((enum fuzz_oracle)i)));
        assert_non_null(strstr(line, "test_oracle_traps.c:"));
    }
}

TEST(what_holds_is_counted) {
    uint64_t before = fuzz_oracle_hits[FUZZ_ORACLE_fixpoint];
    FUZZ_EXPECT(fixpoint, true);
    FUZZ_EXPECT(fixpoint, 1 + 1 == 2);
    assert_int_equal(fuzz_oracle_hits[FUZZ_ORACLE_fixpoint], before + 2);
}

static char counts_path[] = "/tmp/anvil-oracle-counts-XXXXXX";

static void end_with_counts(void) {
    (void)setenv("FUZZ_ORACLE_COUNTS", counts_path, 1);
    for (size_t i = 0; i < 3; i++)
        FUZZ_EXPECT(views_inside, true);
    exit(0);
}

/* What was announced is told with 0, what was not announced is told when it was asked. */
TEST(counts_are_told_at_exit_in_one_line) {
    char line[256];
    int file = mkstemp(counts_path);
    assert_true(file >= 0);
    (void)close(file);
    memset(fuzz_oracle_hits, 0, sizeof fuzz_oracle_hits);
    assert_int_equal(ending_of(end_with_counts, line), 0);
    assert_int_equal(ending_of(end_with_counts, line), 0);
    FILE *in = fopen(counts_path, "r");
    assert_non_null(in);
    for (size_t i = 0; i < 2; i++) {
        assert_non_null(fgets(line, sizeof line, in));
        assert_string_equal(line, "test_oracle_traps fixpoint=0 views_inside=3 exact_fit=0\n");
    }
    assert_null(fgets(line, sizeof line, in));
    (void)fclose(in);
    (void)unlink(counts_path);
}

/* Takes two pieces; `context` says what it lies about. */
static enum anvil_status take_two(void *context, struct anvil_arena *arena, size_t *need) {
    const char *lie = context;
    size_t used = arena->used;
    if (anvil_arena_take(arena, 40, 8, need) != NULL &&
        anvil_arena_take(arena, 24, 8, need) != NULL)
        return ANVIL_OK;
    if (strcmp(lie, "need") == 0)
        *need = arena->capacity;
    if (strcmp(lie, "used") != 0)
        arena->used = used;
    return ANVIL_E_ARENA;
}

static void shrink_honestly(void) {
    struct arena_attempt attempt = {take_two, (void *)(uintptr_t) ""};
    if (expect_arena_fit(&attempt) != ANVIL_OK)
        exit(1);
}

static void shrink_with_a_wrong_need(void) {
    struct arena_attempt attempt = {take_two, (void *)(uintptr_t) "need"};
    (void)expect_arena_fit(&attempt);
}

static void shrink_with_a_leak(void) {
    struct arena_attempt attempt = {take_two, (void *)(uintptr_t) "used"};
    (void)expect_arena_fit(&attempt);
}

TEST(an_arena_that_shrinks_shows_what_lies) {
    char line[256];
    assert_int_equal(ending_of(shrink_honestly, line), 0);
    assert_true(WIFSIGNALED(ending_of(shrink_with_a_wrong_need, line)));
    assert_non_null(strstr(line, "arena_fit"));
    assert_true(WIFSIGNALED(ending_of(shrink_with_a_leak, line)));
    assert_non_null(strstr(line, "arena_fit"));
}
