/* SPDX-License-Identifier: Apache-2.0 */
/* Reading recordings: what is one, what is none, and no byte outside. */
#include "replay_sample.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

TEST(what_is_no_recording_is_refused_with_its_line) {
    assert_no_recording("", "sample: no exchange; one begins with '>>>'");
    assert_no_recording("only a comment\n", "sample: no exchange; one begins with '>>>'");
    assert_no_recording("\n<<<\nHTTP/1.1 200 OK\n",
                        "sample:2: a response without a request; an exchange begins with '>>>'");
    assert_no_recording(">>>", "sample:2: a line such as 'POST / HTTP/1.1' must stand here");
    assert_no_recording(">>>\n\nPOST / HTTP/1.1\n",
                        "sample:2: a line such as 'POST / HTTP/1.1' must stand here");
    assert_no_recording(">>>\n<<<\n", "sample:2: a line such as 'POST / HTTP/1.1' must stand here");
    assert_no_recording(">>>\nPOST / HTTP/1.1\nno header\n",
                        "sample:3: not a header; one looks like 'Name: value'");
    assert_no_recording(">>>\nPOST / HTTP/1.1\n: value\n",
                        "sample:3: not a header; one looks like 'Name: value'");
    assert_no_recording("\n>>>\nPOST / HTTP/1.1\n",
                        "sample:2: this request has no response; one begins with '<<<'");
    assert_no_recording(">>>\nPOST / HTTP/1.1\n>>>\n",
                        "sample:1: this request has no response; one begins with '<<<'");
    assert_no_recording(">>>\nPOST / HTTP/1.1\n<<<\n",
                        "sample:4: a line such as 'HTTP/1.1 200 OK' must stand here");
}

TEST(a_status_is_three_digits) {
    static const char *const LINES[] = {"HTTP/1.1 20 OK", "HTTP/1.1 2000", "HTTP/1.1 099",
                                        "HTTP/1.1 2x0",   "HTTP/1.1",      "HTTP/1.1 ",
                                        "200 OK",         "HTTP/1.1 200OK"};
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
        char text[128];
        snprintf(text, sizeof text, ">>>\nPOST / HTTP/1.1\n<<<\n%s\n", LINES[i]);
        assert_no_recording(text, "sample:4: not a status line; one looks like 'HTTP/1.1 200 OK'");
    }
}

/* A second request half is a response without a request, and so on: every prefix is either a
 * recording or refused, and a sanitizer or valgrind sees to the rest. */
TEST(every_truncation_of_a_recording_is_survived) {
    size_t bytes = strlen(REPLAY_SAMPLE);
    size_t opened = 0;

    for (size_t i = 0; i <= bytes; i++) {
        struct anvil_replay replay;
        if (!anvil_replay_read(&replay, "cut", anvil_str_of(REPLAY_SAMPLE, i))) {
            assert_int_not_equal(replay.problem[0], '\0');
            continue;
        }
        opened++;
        assert_true(replay.count == 1 || replay.count == 2);
        anvil_replay_close(&replay);
    }
    assert_true(opened > 0 && opened < bytes);
}

TEST(carriage_returns_make_no_difference) {
    struct anvil_replay replay = replay_sample_open(
        ">>> a\r\nPOST / HTTP/1.1\r\nX-Amz-Target: Service.Operation\r\n\r\n{}\r\n<<<\r\n"
        "HTTP/1.1 200 OK\r\n\r\n{\"a\":1}\r\n");
    struct anvil_http_response response;

    assert_int_equal(replay_sample_send(&replay, "{}", &response), ANVIL_OK);
    assert_int_equal(response.body.len, 7);
    anvil_replay_close(&replay);
}

TEST(a_recording_may_hold_any_bytes) {
    static const char BYTES[] = ">>>\nPOST / HTTP/1.1\n<<<\nHTTP/1.1 200 OK\n\n\0\xff\n";
    struct anvil_replay replay;
    struct anvil_http_response response;

    assert_true(anvil_replay_read(&replay, "bytes", anvil_str_of(BYTES, sizeof BYTES - 1)));
    assert_int_equal(replay_sample_send(&replay, "{}", &response), ANVIL_OK);
    assert_int_equal(response.body.len, 2);
    assert_memory_equal(response.body.ptr, "\0\xff", 2);
    anvil_replay_close(&replay);
}

TEST(a_file_that_cannot_be_read_is_told) {
    struct anvil_replay replay;

    assert_false(anvil_replay_open(&replay, "/no/such/recording"));
    assert_string_equal(replay.problem,
                        "/no/such/recording: cannot be opened: No such file or directory");
    assert_false(anvil_replay_open(&replay, "/"));
    assert_string_equal(replay.problem, "/: cannot be read: Is a directory");
}

TEST(a_long_title_does_not_outgrow_the_problem) {
    char name[2000];
    struct anvil_replay replay;

    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    assert_false(anvil_replay_read(&replay, name, anvil_str_of("", 0)));
    assert_true(strlen(replay.problem) < ANVIL_REPLAY_PROBLEM_BYTES);
}

TEST(a_file_is_read_like_memory) {
    char path[] = "/tmp/anvil-recording-XXXXXX";
    int descriptor = mkstemp(path);
    struct anvil_replay replay;
    struct anvil_http_response response;
    size_t bytes = strlen(REPLAY_SAMPLE);

    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, REPLAY_SAMPLE, bytes), bytes);
    /* More than one buffer of the reader. */
    for (int i = 0; i < 3000; i++)
        assert_int_equal(write(descriptor, "Filler: 0123456789\n", 19), 19);
    close(descriptor);
    assert_true(anvil_replay_open(&replay, path));
    unlink(path);
    assert_int_equal(replay.count, 2);
    replay.played = 1;
    assert_int_equal(replay_sample_send(&replay, "{}", &response), ANVIL_OK);
    assert_int_equal(response.header_count, 3000);
    anvil_replay_close(&replay);
}
