/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads the arguments of a verb by its table of options, and says what is wrong with them. Options
 * and words may be mixed; `--name=value` and `--name value` are the same; `--` ends the options;
 * `-` alone is a word.
 */
#ifndef CLI_ARGUMENTS_H
#define CLI_ARGUMENTS_H

#include "verb.h"

#include <stdbool.h>

/* What cli_next_argument() answers besides the id of an option. */
enum cli_argument {
    CLI_ARGUMENT_END = 0,   /* no more */
    CLI_ARGUMENT_WORD = -1, /* `value` is a word */
    CLI_ARGUMENT_BAD = -2   /* wrong usage; the message is out */
};

/* How reports come out. */
enum cli_format { CLI_FORMAT_TEXT, CLI_FORMAT_JSON };

struct cli_arguments {
    const struct cli_verb *verb;
    char **next;         /* the argument to read next; the end is NULL */
    const char *value;   /* of the option or word that was read; NULL for an option without one */
    bool only_words;     /* `--` has been seen */
    bool dash_is_a_word; /* "-x" is a word, not an unknown option: set by verbs that take values */
};

/* Reads one argument. */
int cli_next_argument(struct cli_arguments *arguments);

/* Reads the value of --format into `format`; else says what is wrong and returns false. */
bool cli_read_format(const struct cli_arguments *arguments, enum cli_format *format);

/* Writes "anvil VERB: MESSAGE", then where to find help. Returns CLI_EXIT_USAGE. */
enum cli_exit cli_wrong_usage(const struct cli_verb *verb, const char *form, ...)
    __attribute__((format(printf, 2, 3)));

/* One line in every table of a verb that reports. */
#define CLI_OPTION_FORMAT "--format", "text|json", "the form of what is reported (default: text)"

#endif
