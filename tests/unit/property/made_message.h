/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Messages made from nothing but their descriptors: valid ones as an encoder has to write them, and
 * ones with a single fault. The JSON is written here, apart from the engine.
 */
#ifndef PROPERTY_MADE_MESSAGE_H
#define PROPERTY_MADE_MESSAGE_H

#include "anvil/report.h"
#include "anvil/shape.h"

#include <stdbool.h>
#include <stddef.h>

/* How much of everything. */
enum made_size {
    MADE_REQUIRED, /* only required members, the least of everything */
    MADE_LEAST,    /* every member, the least of everything: collections may be empty */
    MADE_ONE,      /* every member, one of everything */
    MADE_MOST      /* every member, the most of everything */
};

/* Room for a path: keys are long where everything is. */
#define MADE_PATH_BYTES 16384

/* No fault at all. */
#define MADE_WITHOUT_FAULT SIZE_MAX

/* What to make. */
struct made_plan {
    enum made_size size;
    size_t turn;  /* which variant of unions, value of enums, text, ... */
    size_t fault; /* which of the faults that the shape can have, from 0; or MADE_WITHOUT_FAULT */
};

/* What was made. Begin with zeros; made into again and again; ends with made_free(). */
struct made_message {
    char *bytes;
    size_t len;
    size_t capacity;

    size_t faults;              /* how many faults were passed; the wanted one was among them when
                                   faults > plan->fault */
    unsigned wanted;            /* the bit of the constraint that was to be broken */
    unsigned broken;            /* the bits of all that the faulty value breaks */
    char path[MADE_PATH_BYTES]; /* where, as a JSON pointer */
    size_t offset;              /* in bytes; ANVIL_NO_OFFSET when nothing is promised */
    uint64_t actual;            /* lengths: the one that was made */
    uint64_t limit;             /* lengths: the bound that it misses */
    bool has_defaults;          /* some member was left out that has a default */
    size_t variants;            /* how many turns show every variant of every union */
    size_t values;              /* how many turns show every value of every enum, too */
};

/* Makes a message of a structure shape. */
void made_message(struct made_message *message, const struct anvil_shape *shape,
                  const struct made_plan *plan);

void made_free(struct made_message *message);

#endif
