/* SPDX-License-Identifier: Apache-2.0 */
/* Descriptors in memory to text: C source, a public C header, and a list for people to review. The
 * text depends on the model alone: no dates, no paths but the model's. Errors of `out` are the
 * caller's to ask for (ferror). */
#ifndef SPEC_EMIT_H
#define SPEC_EMIT_H

#include "layout.h"

#include <stdio.h>

/* What the emitters need to know. */
struct spec_emission {
    const struct spec_program *program;
    const char *prefix; /* of every name, without its underscore, such as "smsv2" */
    const char *model;  /* the model's file, for the banner */
    const char *sha256; /* of the model's file */
};

typedef void spec_emitter(FILE *out, const struct spec_emission *emission);

/* The generated sources: each is called PREFIX_NAME. Ends with a NULL name. */
struct spec_source {
    const char *name;
    spec_emitter *emit;
};
extern const struct spec_source spec_sources[];

/* The public header of the service. */
void spec_emit_header(FILE *out, const struct spec_emission *emission);

/* One readable line for each compiled member, operation, error and enum value. */
void spec_emit_snapshot(FILE *out, const struct spec_emission *emission);

#endif
