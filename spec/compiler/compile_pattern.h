/* SPDX-License-Identifier: Apache-2.0 */
/* A pattern trait's text to the descriptor that the engine walks. */
#ifndef SPEC_COMPILE_PATTERN_H
#define SPEC_COMPILE_PATTERN_H

#include "anvil/shape.h"
#include "spec.h"

/* What becomes of one pattern; lives as long as the context. */
struct spec_pattern {
    struct anvil_pattern descriptor;
    struct anvil_run sufficient; /* ASCII text that surely matches; min above max: none is known */
    struct anvil_class bytes;    /* the ASCII bytes that stand in some text that it matches */
    bool takes_utf8;             /* other bytes do */
    bool escape_free;            /* no text that it matches needs an escape in JSON */
};

/* Compiles `source`, a terminated regular expression. regex_parse() refuses what is none and what
 * cannot be proved. NULL with a fault that names `shape`. */
struct spec_pattern *spec_compile_pattern(struct spec *spec, const char *shape, const char *source);

#endif
