/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The engine-free main() of a fuzz target: feeds it every file that it is given, and those in the
 * folders that it is given, in the order of their names. Needs no clang.
 *
 *     replay [-v] FILE|FOLDER...
 *
 * Prints one line: the target, how many inputs it took, and how often each of its oracles was
 * asked. Fails when there was no input, when an oracle that the target announces was never asked,
 * or when one was asked that it does not announce. -v names every file before it is taken.
 */
#define _DEFAULT_SOURCE
#include "oracle.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { PATH_BYTES = 4096 };

static size_t inputs;
static bool is_verbose;

static void give_up(const char *path) {
    perror(path);
    exit(2);
}

/* The target gets a block of exactly the file's size, so that a sanitizer or valgrind sees a step
 * too far. */
static void feed_file(const char *path, size_t bytes) {
    FILE *in = fopen(path, "rb");
    uint8_t *data = malloc(bytes != 0 ? bytes : 1);
    if (in == NULL || data == NULL || fread(data, 1, bytes, in) != bytes)
        give_up(path);
    (void)fclose(in);
    if (is_verbose)
        (void)fprintf(stderr, "%s\n", path);
    (void)LLVMFuzzerTestOneInput(data, bytes);
    free(data);
    inputs++;
}

static void feed(const char *path);

static int is_visible(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

static void feed_folder(const char *path) {
    struct dirent **entries;
    int count = scandir(path, &entries, is_visible, alphasort);
    if (count < 0)
        give_up(path);
    for (int i = 0; i < count; i++) {
        char below[PATH_BYTES];
        int len = snprintf(below, sizeof below, "%s/%s", path, entries[i]->d_name);
        free(entries[i]);
        if (len < 0 || (size_t)len >= sizeof below)
            give_up(path);
        feed(below);
    }
    free(entries);
}

static void feed(const char *path) {
    struct stat state;
    if (stat(path, &state) != 0)
        give_up(path);
    if (S_ISDIR(state.st_mode))
        feed_folder(path);
    else
        feed_file(path, (size_t)state.st_size);
}

/* Prints the line, and tells whether every oracle that should have been asked was. */
static bool tell(void) {
    bool is_good = inputs != 0;
    printf("%s: %zu inputs", fuzz_target.name, inputs);
    for (int i = 0; i < (int)FUZZ_ORACLE_COUNT; i++) {
        enum fuzz_oracle oracle = (enum fuzz_oracle)i;
        bool is_announced = (fuzz_target.oracles >> i & 1) != 0 && fuzz_oracle_is_there(oracle);
        if (is_announced || fuzz_oracle_hits[i] != 0)
            printf(" %s=%llu", fuzz_oracle_name(oracle), (unsigned long long)fuzz_oracle_hits[i]);
        if (is_announced != (fuzz_oracle_hits[i] != 0)) {
            printf("(%s)", is_announced ? "never asked" : "not announced");
            is_good = false;
        }
    }
    printf("\n");
    return is_good;
}

int main(int argc, char **argv) {
    int first = 1;
    if (argc > 1 && strcmp(argv[1], "-v") == 0) {
        is_verbose = true;
        first = 2;
    }
    for (int i = first; i < argc; i++)
        feed(argv[i]);
    return tell() ? 0 : 1;
}
