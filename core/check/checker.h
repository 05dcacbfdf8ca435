/* SPDX-License-Identifier: Apache-2.0 */
/* The state of one check, and what does not depend on a kernel: opening containers, numbers, blobs,
 * and telling what is wrong. */
#ifndef ANVIL_CHECK_CHECKER_H
#define ANVIL_CHECK_CHECKER_H

#include "anvil/arena.h"
#include "anvil/codec.h"
#include "check/findings.h"
#include "scan/kernel.h"

/* A container that is open. */
struct check_frame {
    const struct anvil_shape *shape;
    const unsigned char *base; /* the C struct, or the first item or entry */
    size_t index;              /* the member, item or entry that is being visited */
    size_t count;              /* where to stop */
};

struct checker {
    enum anvil_kernel kernel;
    struct anvil_findings *findings;
    struct anvil_arena *arena; /* room for comparing the items of long lists, or NULL */
    unsigned checks;
    unsigned depth;
    bool is_at_key; /* a map's key is being visited, not its value */
    struct check_frame frames[ANVIL_DEPTH_MAX];
};

/* Ends the check with an error at the value that is being visited. */
ANVIL_LOCAL ANVIL_COLD enum anvil_status anvil_checker_fail(struct checker *checker,
                                                            enum anvil_status status, size_t need);

/* Opens the container at `base`, to be visited from `index` up to `count`. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_checker_open(struct checker *checker,
                                                                  const struct anvil_shape *shape,
                                                                  const void *base, size_t index,
                                                                  size_t count);

/* Tells that a required member is absent. */
ANVIL_LOCAL ANVIL_COLD void anvil_checker_add_required(struct checker *checker,
                                                       const struct anvil_member *member);

/* Tells what is wrong with text that is not surely good, if anything is. */
ANVIL_LOCAL ANVIL_COLD ANVIL_MUST_CHECK enum anvil_status
anvil_checker_look_at_text(struct checker *checker, const struct anvil_member *member,
                           struct anvil_str text);

/* The visits to the kinds that are not text. */
ANVIL_LOCAL enum anvil_status anvil_checker_open_structure(struct checker *checker,
                                                           const struct anvil_member *member,
                                                           const unsigned char *slot);
ANVIL_LOCAL enum anvil_status anvil_checker_open_union(struct checker *checker,
                                                       const struct anvil_member *member,
                                                       const unsigned char *slot);
ANVIL_LOCAL enum anvil_status anvil_checker_open_list(struct checker *checker,
                                                      const struct anvil_member *member,
                                                      const unsigned char *slot);
ANVIL_LOCAL enum anvil_status anvil_checker_open_map(struct checker *checker,
                                                     const struct anvil_member *member,
                                                     const unsigned char *slot);
ANVIL_LOCAL enum anvil_status anvil_checker_visit_number(struct checker *checker,
                                                         const struct anvil_member *member,
                                                         const unsigned char *slot);
ANVIL_LOCAL enum anvil_status anvil_checker_visit_blob(struct checker *checker,
                                                       const struct anvil_member *member,
                                                       const unsigned char *slot);
ANVIL_LOCAL enum anvil_status anvil_checker_pass(struct checker *checker,
                                                 const struct anvil_member *member,
                                                 const unsigned char *slot);

#endif
