/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a verb of the command is: a name, its help, its options and a function. The dispatcher and
 * the help are driven by these tables; a new verb is one file and one line in verb.c.
 */
#ifndef CLI_VERB_H
#define CLI_VERB_H

#include "exit_code.h"

struct cli_arguments;

/* One option. The end of a table is an entry without a name. */
struct cli_option {
    const char *name;  /* such as "--profile" */
    const char *value; /* what help calls its value, or NULL for an option without one */
    const char *help;  /* one line */
    int id;            /* positive, what cli_next_argument() answers */
};

struct cli_verb {
    const char *name;
    const char *synopsis;             /* what follows the name in a usage line */
    const char *summary;              /* one line for the list of verbs, no full stop */
    const char *text;                 /* what it does, in lines of at most 80 characters */
    const struct cli_option *options; /* without --help, which every verb has */
    enum cli_exit (*run)(struct cli_arguments *arguments);
};

extern const struct cli_verb cli_verb_operations;
extern const struct cli_verb cli_verb_describe;
extern const struct cli_verb cli_verb_check;
extern const struct cli_verb cli_verb_decode;
extern const struct cli_verb cli_verb_encode;
extern const struct cli_verb cli_verb_call;
extern const struct cli_verb cli_verb_identify;
extern const struct cli_verb cli_verb_serve;

/* All verbs in the order of the help; the end is NULL. */
extern const struct cli_verb *const cli_verbs[];

/* The verb of that name, or NULL. */
const struct cli_verb *cli_verb_find(const char *name);

#endif
