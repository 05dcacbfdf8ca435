/* SPDX-License-Identifier: Apache-2.0 */
/* The options that say what is checked, the same for every verb that checks. */
#ifndef CLI_PROFILE_H
#define CLI_PROFILE_H

#include "anvil/codec.h"
#include "arguments.h"

/* Reads the value of --profile into `checks`; else says what is wrong and returns false. */
bool cli_read_profile(const struct cli_arguments *arguments, unsigned *checks);

/* Lines in the tables of verbs that check. */
#define CLI_OPTION_PROFILE                                                                         \
    "--profile", "off|sdk|strict", "check nothing, what an SDK checks, or all the model states"
#define CLI_OPTION_IDENTITY                                                                        \
    "--identity", NULL, "also check that IDs and ARNs are of a kind that their member takes"
#define CLI_OPTION_UNKNOWN                                                                         \
    "--unknown-members", NULL, "also refuse members that the model does not have"

#endif
