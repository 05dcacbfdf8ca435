/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * The cases of tests/suites, one after the other. The form of the files is told at the top of
 * each.
 */
#ifndef UNIT_SUITE_JSON_CASES_H
#define UNIT_SUITE_JSON_CASES_H

#include "anvil/status.h"
#include "anvil/str.h"

/** One case. The text lives until the next one is read. */
struct json_case {
    const char *file;         /**< where it stands, for messages */
    size_t line;              /**< the line of its text, counted from 1 */
    struct anvil_str text;    /**< what is to be read */
    struct anvil_str written; /**< accepted text: what it is written as; else absent */
    enum anvil_status status; /**< what reading it has to answer */
    size_t offset;            /**< of the error in the text; its length when it is accepted */
};

/** Calls `run` with every case of a file below tests/suites. Fails the running test when the file
 * cannot be read or has a line that is no case. Gives the number of cases. */
size_t for_each_json_case(const char *file, void (*run)(const struct json_case *json));

#endif
