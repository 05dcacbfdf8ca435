/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Every oracle there is, once: its name, and what it says. Enums, counters, trap functions and the
 * line at exit are made of this list and of nothing else.
 */
#ifndef FUZZ_ORACLE_LIST_H
#define FUZZ_ORACLE_LIST_H

/* clang-format off */
#define FUZZ_ORACLES(X)                                                                            \
    X(kernels_agree)      /* [I-11] every kernel gives the same result */                          \
    X(check_is_separable) /* [I-10] checked while decoding is decoding and then checking */        \
    X(form_is_free)       /* [R-020] [R-002] order of members and white space change no verdict */ \
    X(fixpoint)           /* what was encoded decodes to the same, and encodes to the same */      \
    X(views_inside)       /* [I-03] every view points into the input, the arena or the tables */   \
    X(bytes_beyond)       /* [I-01] what stands behind the end changes nothing */                  \
    X(pcre2_agrees)       /* [R-044] PCRE2 matches the same texts */                               \
    X(jansson_agrees)     /* jansson takes the same texts for JSON */                              \
    X(report_expected)    /* the report is the one that was known when the message was made */     \
    X(report_adds_up)     /* [I-09] [I-14] status, offset, counts and arena fit each other */      \
    X(exact_fit)          /* an exact fit works, every shorter one fails cleanly */                \
    X(arena_fit)          /* the same of the arena, and what a failure says is needed is enough */ \
    X(reference_agrees)   /* a naive reading of the same bytes comes to the same */                \
    X(tables_are_sound)   /* what the model compiler builds keeps the rules of descriptors */
/* clang-format on */

#endif
