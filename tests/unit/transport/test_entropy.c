/* SPDX-License-Identifier: Apache-2.0 */
/* The entropy source: all bytes or an error. */
#include "anvil/protocol.h"
#include "entropy/entropy.h"
#include "test.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

TEST(every_byte_is_filled_and_none_beside) {
    struct anvil_entropy entropy = anvil_system_entropy();
    unsigned char seen[64] = {0};

    /* A random byte is zero in one of 256 rounds; a forgotten one is in all of them. */
    for (int round = 0; round < 64; round++) {
        unsigned char bytes[66] = {0};
        assert_int_equal(entropy.fill(entropy.context, bytes + 1, 64), ANVIL_OK);
        assert_int_equal(bytes[0], 0);
        assert_int_equal(bytes[65], 0);
        for (size_t i = 0; i < 64; i++)
            seen[i] |= bytes[i + 1];
    }
    for (size_t i = 0; i < 64; i++)
        assert_int_not_equal(seen[i], 0);
}

TEST(no_two_answers_are_the_same) {
    struct anvil_entropy entropy = anvil_system_entropy();
    unsigned char a[16];
    unsigned char b[16];

    assert_int_equal(entropy.fill(entropy.context, a, sizeof a), ANVIL_OK);
    assert_int_equal(entropy.fill(entropy.context, b, sizeof b), ANVIL_OK);
    assert_memory_not_equal(a, b, sizeof a);
}

/* */
TEST(it_makes_client_tokens) {
    struct anvil_entropy entropy = anvil_system_entropy();
    char token[ANVIL_TOKEN_BYTES];

    assert_int_equal(anvil_uuid(&entropy, token), ANVIL_OK);
    assert_int_equal(token[14], '4');
    assert_non_null(memchr("89ab", token[19], 4));
}

TEST(nothing_can_be_asked_for) {
    struct anvil_entropy entropy = anvil_system_entropy();
    unsigned char byte = 7;

    assert_int_equal(entropy.fill(entropy.context, &byte, 0), ANVIL_OK);
    assert_int_equal(byte, 7);
}

/* */
TEST(what_cannot_be_read_is_an_error) {
    unsigned char bytes[16];
    struct anvil_entropy missing = anvil_file_entropy("/no/such/device");
    struct anvil_entropy folder = anvil_file_entropy("/");
    struct anvil_entropy empty = anvil_file_entropy("/dev/null");

    assert_int_equal(missing.fill(missing.context, bytes, sizeof bytes), ANVIL_E_ENTROPY);
    assert_int_equal(folder.fill(folder.context, bytes, sizeof bytes), ANVIL_E_ENTROPY);
    assert_int_equal(empty.fill(empty.context, bytes, sizeof bytes), ANVIL_E_ENTROPY);
}

/* */
TEST(a_short_answer_is_an_error) {
    char path[] = "/tmp/anvil-entropy-XXXXXX";
    int descriptor = mkstemp(path);
    unsigned char bytes[16];

    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, "0123456789abcdef", 16), 16);
    close(descriptor);
    struct anvil_entropy entropy = anvil_file_entropy(path);
    assert_int_equal(entropy.fill(entropy.context, bytes, 16), ANVIL_OK);
    assert_memory_equal(bytes, "0123456789abcdef", 16);
    assert_int_equal(truncate(path, 15), 0);
    assert_int_equal(entropy.fill(entropy.context, bytes, 16), ANVIL_E_ENTROPY);
    unlink(path);
}

/* Devices may give fewer bytes than were asked for; a pipe with a slow writer surely does. */
TEST(an_answer_may_come_in_parts) {
    char folder[] = "/tmp/anvil-entropy-XXXXXX";
    char path[64];
    unsigned char bytes[16];

    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/pipe", folder);
    assert_int_equal(mkfifo(path, 0600), 0);
    pid_t child = fork();
    if (child == 0) {
        int descriptor = open(path, O_WRONLY);
        const struct timespec pause = {0, 20000000};
        bool wrote = write(descriptor, "01234567", 8) == 8;
        nanosleep(&pause, NULL);
        wrote = wrote && write(descriptor, "89abcdef", 8) == 8;
        _exit(wrote ? 0 : 1);
    }
    struct anvil_entropy entropy = anvil_file_entropy(path);
    assert_int_equal(entropy.fill(entropy.context, bytes, 16), ANVIL_OK);
    assert_memory_equal(bytes, "0123456789abcdef", 16);
    int code = 1;
    assert_int_equal(waitpid(child, &code, 0), child);
    assert_int_equal(code, 0);
    unlink(path);
    rmdir(folder);
}
