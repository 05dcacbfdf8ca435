/* SPDX-License-Identifier: Apache-2.0 */
/* Values of identity-bearing members and what they are: shared by the tests on the hand-written
 * table and the test on the generated one. */
#ifndef UNIT_IDENTITY_VECTORS_H
#define UNIT_IDENTITY_VECTORS_H

#include "identity_table.h"

/* 32 hex digits, the tail of a canonical ID. */
#define HEX32 "c0ffee00decaf0124bad9fed56789abc"
/* What stands before the resource in the ARNs of these tests. */
#define OWNER "arn:aws:sms-voice:eu-west-1:444455556666:"

/* One value and its whole finding. */
struct identity_vector {
    enum identity_field field;
    const char *text;
    enum anvil_identity_verdict verdict;
    const char *kind;    /* NULL: none */
    unsigned flags;      /* bits of enum anvil_identity_flag */
    const char *id;      /* NULL: none */
    const char *country; /* NULL: none */
};

extern const struct identity_vector identity_vectors[];
extern const size_t identity_vector_count;

/* Fails the running test unless `found` is the finding of the vector. */
void assert_is_vector(const struct anvil_identity *found, const struct identity_vector *vector);

#endif
