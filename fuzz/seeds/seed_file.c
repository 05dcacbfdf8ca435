/* SPDX-License-Identifier: Apache-2.0 */
/* Knows folders and names, and nothing of what is in a seed. */
#include "seed_file.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void give_up(const char *what) {
    perror(what);
    exit(2);
}

void seed_put(struct seed *seed, const void *bytes, size_t len) {
    if (len > sizeof seed->bytes - seed->len) {
        (void)fprintf(stderr, "a seed is longer than %d bytes\n", (int)SEED_BYTES_MAX);
        exit(2);
    }
    if (len != 0)
        memcpy(seed->bytes + seed->len, bytes, len);
    seed->len += len;
}

void seed_byte(struct seed *seed, size_t value) {
    uint8_t byte = (uint8_t)value;
    seed_put(seed, &byte, 1);
}

void seed_text(struct seed *seed, const char *text) {
    seed_put(seed, text, strlen(text));
}

void seed_word(struct seed *seed, uint64_t value, size_t bytes) {
    for (; bytes != 0; bytes--, value >>= 8)
        seed_byte(seed, value & 0xFF);
}

static void make_readable(char *name) {
    for (; *name != '\0'; name++) {
        bool is_letter = (*name >= 'a' && *name <= 'z') || (*name >= 'A' && *name <= 'Z');
        if (!is_letter && (*name < '0' || *name > '9') && *name != '.')
            *name = '-';
    }
}

void seed_write(struct seed *seed, const char *target, const char *format, ...) {
    char path[1024];
    char name[256];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(name, sizeof name, format, arguments);
    va_end(arguments);
    make_readable(name);
    (void)snprintf(path, sizeof path, "%s/%s", seed->folder, target);
    (void)mkdir(path, 0777);
    (void)snprintf(path, sizeof path, "%s/%s/seed", seed->folder, target);
    (void)mkdir(path, 0777);
    (void)snprintf(path, sizeof path, "%s/%s/seed/%s", seed->folder, target, name);
    FILE *out = fopen(path, "wx");
    if (out == NULL || fwrite(seed->bytes, 1, seed->len, out) != seed->len || fclose(out) != 0)
        give_up(path);
    seed->len = 0;
    seed->written++;
}
