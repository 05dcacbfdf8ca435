/* SPDX-License-Identifier: Apache-2.0 */
/* The state of one check, opening and closing containers, and telling what is wrong. */
#ifndef ANVIL_CHECK_CHECKER_H
#define ANVIL_CHECK_CHECKER_H

#include "anvil/arena.h"
#include "anvil/codec.h"
#include "base/kind_row.h"
#include "check/findings.h"
#include "scan/kernel.h"

/* A container that is open. */
struct check_frame {
    const struct anvil_shape *shape;
    const unsigned char *base; /* the C struct; the C form of a list or map */
    size_t index;              /* the member, item or entry that is being visited */
    union {
        size_t count;               /* where to stop */
        const unsigned char *other; /* while two values are compared: where the second one is */
    };
};

struct checker {
    struct anvil_findings *findings;
    struct anvil_arena *arena; /* room for comparing the items of long lists, or NULL */
    unsigned checks;
    enum anvil_kernel kernel;
    unsigned depth;
    bool is_at_key; /* a map's key is being visited, not its value */
    struct check_frame frames[ANVIL_DEPTH_MAX];
};

/* Opens the container at `base`, to be visited from `index` up to `count`. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_checker_open(struct checker *checker,
                                                                  const struct anvil_shape *shape,
                                                                  const void *base, size_t index,
                                                                  size_t count);

/* Closes the innermost frame and goes on in the one around it. */
ANVIL_LOCAL enum anvil_status anvil_checker_close(struct checker *checker);

/* Ends the check with an error at the value that is being visited. */
ANVIL_LOCAL ANVIL_COLD enum anvil_status anvil_checker_fail(struct checker *checker,
                                                            enum anvil_status status, size_t need);

/* Starts the path of the value that is being visited; what is told until the next one shares it. */
ANVIL_LOCAL ANVIL_COLD void anvil_checker_begin_path(struct checker *checker);

/* Tells, at the current path, that a constraint is broken, if the check asks for that one. Lengths
 * come with their limit and what was found instead, else both are 0. */
ANVIL_LOCAL ANVIL_COLD void anvil_checker_tell(struct checker *checker,
                                               enum anvil_constraint constraint,
                                               const struct anvil_limits *limits, uint64_t limit,
                                               uint64_t actual);

/* Tells, at the current path, what is wrong with a length of `actual` code points, entries or
 * bytes. */
ANVIL_LOCAL ANVIL_COLD void anvil_checker_tell_length(struct checker *checker,
                                                      const struct anvil_limits *limits,
                                                      uint64_t actual);

/* Looks at the length of a list, map or blob; `limits` may be NULL. */
ANVIL_LOCAL void anvil_checker_measure(struct checker *checker, const struct anvil_limits *limits,
                                       uint64_t actual);

#endif
