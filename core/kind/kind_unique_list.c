/* SPDX-License-Identifier: Apache-2.0 */
/* Lists whose items have to differ: lists, but for one look at all the items. */
#include "base/port.h"
#include "check/check_kinds.h"
#include "check/unique.h"
#include "decode/decode_kinds.h"
#include "encode/encode_kinds.h"

ANVIL_COLD_FILE

/* */
static enum anvil_status visit_unique_list(struct checker *checker,
                                           const struct anvil_member *member,
                                           const unsigned char *slot) {
    struct anvil_list list;
    memcpy(&list, slot, sizeof list);
    anvil_checker_measure(checker, member->limits, list.count);
    if ((checker->checks & ANVIL_CHECK_UNIQUE) != 0) {
        bool is_unique = true;
        size_t need = 0;
        enum anvil_status status =
            anvil_check_unique(checker, member->target, list, &is_unique, &need);
        if (status != ANVIL_OK)
            return anvil_checker_fail(checker, status, need);
        if (!is_unique) {
            anvil_checker_begin_path(checker);
            anvil_checker_tell(checker, ANVIL_CONSTRAINT_UNIQUE, member->limits, 0, 0);
        }
    }
    return anvil_checker_open(checker, member->target, slot, 0, list.count);
}

const struct anvil_kind_row anvil_unique_list_row = {
    .read = anvil_decode_list,
    .read_next = anvil_decode_items,
    .write = anvil_encode_list,
    .write_next = anvil_encode_items,
    .visit = visit_unique_list,
    .visit_next = anvil_check_items,
    .brackets = {'[', ']'},
};
