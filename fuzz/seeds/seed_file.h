/* SPDX-License-Identifier: Apache-2.0 */
/* One seed: bytes that are put together and then written to TARGET/seed/NAME below the folder that
 * the generator was given. */
#ifndef FUZZ_SEED_FILE_H
#define FUZZ_SEED_FILE_H

#include "anvil/str.h"

#include <stdint.h>

enum { SEED_BYTES_MAX = 1 << 16 };

struct seed {
    const char *folder; /* where the corpus is */
    uint8_t bytes[SEED_BYTES_MAX];
    size_t len;
    size_t written; /* how many seeds there are so far */
};

/* Puts the next bytes. What does not fit ends the program. */
void seed_put(struct seed *seed, const void *bytes, size_t len);
void seed_byte(struct seed *seed, size_t value);
void seed_text(struct seed *seed, const char *text);
void seed_word(struct seed *seed, uint64_t value, size_t bytes); /* the lowest byte first */

/* Writes what was put, names it as printf() would, and begins the next one. Bytes in the name other
 * than letters, digits, dots and hyphens become hyphens. */
void seed_write(struct seed *seed, const char *target, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The families. Each writes the seeds of the targets that it names. */
void write_message_seeds(struct seed *seed);  /* targets that take JSON */
void write_run_seeds(struct seed *seed);      /* runs of plain members, and what ends them */
void write_error_seeds(struct seed *seed);    /* error_decode */
void write_genome_seeds(struct seed *seed);   /* targets that make structs or messages of bytes */
void write_text_seeds(struct seed *seed);     /* scan_kernels, numbers, timestamps, base64 */
void write_pattern_seeds(struct seed *seed);  /* pattern_model, pattern_compile */
void write_identity_seeds(struct seed *seed); /* arn_identity */
void write_model_seeds(struct seed *seed);    /* model_load */

#endif
