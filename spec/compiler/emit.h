/* SPDX-License-Identifier: Apache-2.0 */
/* Descriptors in memory to text: C sources, public C headers, and a list for people to review. The
 * text depends on the model alone: no dates, no paths but the model's. The program must have its
 * names (spec_name()). Errors of `out` are the caller's to ask for (ferror). */
#ifndef SPEC_EMIT_H
#define SPEC_EMIT_H

#include "layout.h"

#include <stdio.h>

/* What the emitters need to know. */
struct spec_emission {
    const struct spec_program *program;
    const char *prefix; /* of every name, without its underscore, such as "smsv2" */
    const char *model;  /* the model's file and its overlays, for the banner */
    const char *sha256; /* of all of them, one behind the other */
};

typedef void spec_emitter(FILE *out, const struct spec_emission *emission);

/* One generated file. */
struct spec_output {
    const char *name;
    spec_emitter *emit;
};

/* The generated sources: each is called PREFIX_NAME. Ends with a NULL name. */
extern const struct spec_output spec_sources[];

/* The public headers, which PREFIX.h includes. Ends with a NULL name. */
extern const struct spec_output spec_headers[];

/* PREFIX.h itself. */
void spec_emit_header(FILE *out, const struct spec_emission *emission);

/* One readable line for each compiled member, operation, error and enum value. */
void spec_emit_snapshot(FILE *out, const struct spec_emission *emission);

#endif
