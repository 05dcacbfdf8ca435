/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Writes the seeds of all targets below a folder, from the model and from nothing else:
 *
 *     write_seeds FOLDER
 *
 * No seed may be there already. The same model gives the same seeds.
 */
#include "seed_file.h"

#include <stdio.h>

int main(int argc, char **argv) {
    static struct seed seed;
    if (argc != 2) {
        (void)fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
        return 2;
    }
    seed.folder = argv[1];
    write_message_seeds(&seed);
    write_run_seeds(&seed);
    write_error_seeds(&seed);
    write_genome_seeds(&seed);
    write_text_seeds(&seed);
    write_pattern_seeds(&seed);
    write_identity_seeds(&seed);
    write_model_seeds(&seed);
    printf("%zu seeds\n", seed.written);
    return 0;
}
