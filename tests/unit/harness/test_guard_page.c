/* SPDX-License-Identifier: Apache-2.0 */
/* The guard pages themselves: a net with a hole would let every other test pass. */
#include "guard_page.h"
#include "test.h"

#include <signal.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

/* Whether touching `byte` kills a process. The default action is restored for the child, because
 * cmocka and the sanitizers catch the signal and would report the child as a failure. */
static int is_deadly(const volatile char *byte) {
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        (void)signal(SIGSEGV, SIG_DFL);
        (void)signal(SIGBUS, SIG_DFL);
        _exit(*byte == 'x');
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status);
}

TEST(the_byte_after_the_last_is_deadly) {
    struct guard_page page = guard_page_of("abc", 3);
    assert_memory_equal(page.ptr, "abc", 3);
    assert_false(is_deadly(page.ptr + 2));
    assert_true(is_deadly(page.ptr + 3));
    guard_page_free(&page);
}

TEST(the_byte_before_the_first_is_deadly) {
    struct guard_page page = guard_page_after("abc", 3);
    assert_memory_equal(page.ptr, "abc", 3);
    assert_false(is_deadly(page.ptr));
    assert_true(is_deadly(page.ptr - 1));
    guard_page_free(&page);
}

TEST(no_bytes_have_an_edge_too) {
    struct guard_page page = guard_page_of(NULL, 0);
    assert_non_null(page.ptr);
    assert_true(is_deadly(page.ptr));
    guard_page_free(&page);
}

TEST(a_whole_page_of_bytes_fits) {
    size_t page_size = (size_t)sysconf(_SC_PAGESIZE);
    struct guard_page page = guard_page_of(NULL, page_size);
    memset(page.ptr, 'x', page_size);
    assert_true(is_deadly(page.ptr + page_size));
    guard_page_free(&page);
}

TEST(other_bytes_keep_the_edge) {
    struct guard_page page = guard_page_of("abcdef", 6);
    const char *edge = page.ptr + 6;
    guard_page_put(&page, "xy", 2);
    assert_int_equal(page.len, 2);
    assert_ptr_equal(page.ptr + 2, edge);
    assert_memory_equal(page.ptr, "xy", 2);
    assert_true(is_deadly(page.ptr + 2));
    guard_page_free(&page);
}
