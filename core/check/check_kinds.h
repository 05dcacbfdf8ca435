/* SPDX-License-Identifier: Apache-2.0 */
/* The kinds that every message is made of, and what the other kinds share. */
#ifndef ANVIL_CHECK_KINDS_H
#define ANVIL_CHECK_KINDS_H

#include "base/form.h"
#include "check/checker.h"

ANVIL_LOCAL check_visit anvil_check_structure;
ANVIL_LOCAL check_step anvil_check_members; /* also of a union: the one that is set */
ANVIL_LOCAL check_visit anvil_check_list;
ANVIL_LOCAL check_step anvil_check_items;
ANVIL_LOCAL check_visit anvil_check_text;
ANVIL_LOCAL check_visit anvil_check_nothing; /* of kinds without constraints */

/* Visits the item of a list or the value of a map. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_checker_visit_element(struct checker *checker, const struct check_frame *frame,
                            const struct anvil_member *member, const unsigned char *slot);

#endif
