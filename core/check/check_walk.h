/* SPDX-License-Identifier: Apache-2.0 */
/* The loop of the check: a walk over a struct in model order, with the containers that are
 * open as frames instead of recursion. A kernel's file includes it once and names the result.
 *
 * A kind is a row of KINDS: how its absence looks, and what a visit does. A container's visit opens
 * a frame; the loop knows no kinds. */
#ifndef ANVIL_CHECK_WALK_H
#define ANVIL_CHECK_WALK_H

#include "anvil/codec.h"
#include "check/check.h"
#include "check/clean.h"
#include "check/text.h"

#include <string.h>

/* A container that is open: the members of a structure or the items of a list. */
struct check_frame {
    const struct anvil_shape *shape;
    const unsigned char *base; /* the C struct, or the first item */
    size_t index;              /* the member or item that is being visited */
    size_t count;              /* how many there are */
};

struct checker {
    unsigned checks;
    unsigned depth;
    struct anvil_findings *findings;
    struct check_frame frames[ANVIL_DEPTH_MAX];
};

struct check_kind {
    bool (*is_absent)(const unsigned char *slot);
    enum anvil_status (*visit)(struct checker *checker, const struct anvil_member *member,
                               const unsigned char *slot);
};

static ANVIL_COLD void begin_path(struct checker *checker) {
    anvil_path_begin(checker->findings);
    for (unsigned i = 0; i < checker->depth; i++) {
        const struct check_frame *frame = &checker->frames[i];
        if (frame->shape->kind == ANVIL_KIND_LIST)
            anvil_path_index(checker->findings, frame->index);
        else
            anvil_path_name(checker->findings,
                            anvil_member_name(&frame->shape->members[frame->index]));
    }
}

static ANVIL_COLD enum anvil_status fail(struct checker *checker, enum anvil_status status) {
    begin_path(checker);
    return anvil_findings_fail(checker->findings, status, ANVIL_NO_OFFSET, 0);
}

static enum anvil_status open_frame(struct checker *checker, const struct anvil_shape *shape,
                                    const void *base, size_t count) {
    if (checker->depth == ANVIL_DEPTH_MAX)
        return fail(checker, ANVIL_E_DEPTH);
    struct check_frame *frame = &checker->frames[checker->depth++];
    frame->shape = shape;
    frame->base = base;
    frame->index = 0;
    frame->count = count;
    return ANVIL_OK;
}

/* [R-038] "" and [] are values: they have a pointer */
static bool has_no_pointer(const unsigned char *slot) {
    const void *pointer = NULL;
    memcpy(&pointer, slot, sizeof pointer);
    return pointer == NULL;
}

static ANVIL_COLD enum anvil_status
look_closer(struct checker *checker, const struct anvil_member *member, struct anvil_str text) {
    begin_path(checker);
    enum anvil_status status =
        anvil_check_text(member->limits, text, checker->checks, checker->findings);
    return status == ANVIL_OK ? ANVIL_OK : fail(checker, status);
}

static enum anvil_status visit_text(struct checker *checker, const struct anvil_member *member,
                                    const unsigned char *slot) {
    struct anvil_str text;
    memcpy(&text, slot, sizeof text);
    /* Whether an identity fits its member is more than its bytes tell. */
    if (ANVIL_LIKELY((checker->checks & ANVIL_CHECK_IDENTITY) == 0 && is_clean(member->run, text)))
        return ANVIL_OK;
    return look_closer(checker, member, text);
}

static enum anvil_status visit_list(struct checker *checker, const struct anvil_member *member,
                                    const unsigned char *slot) {
    struct anvil_list list;
    memcpy(&list, slot, sizeof list);
    const struct anvil_limits *limits = member->limits;
    /* */
    if (limits != NULL && (list.count < limits->min || list.count > limits->max)) {
        begin_path(checker);
        anvil_check_length(limits, list.count, checker->checks, checker->findings);
    }
    return open_frame(checker, member->target, list.items, list.count);
}

/* A structure inside a structure is a pointer; the items of a list are the structures themselves.
 */
static enum anvil_status visit_structure(struct checker *checker, const struct anvil_member *member,
                                         const unsigned char *slot) {
    const void *base = slot;
    if (checker->frames[checker->depth - 1].shape->kind != ANVIL_KIND_LIST)
        memcpy(&base, slot, sizeof base);
    return open_frame(checker, member->target, base, member->target->member_count);
}

static const struct check_kind KINDS[ANVIL_KIND_COUNT] = {
    [ANVIL_KIND_STRUCTURE] = {has_no_pointer, visit_structure},
    [ANVIL_KIND_LIST] = {has_no_pointer, visit_list},
    [ANVIL_KIND_STRING] = {has_no_pointer, visit_text},
    [ANVIL_KIND_ENUM] = {has_no_pointer, visit_text},
};

static ANVIL_COLD void add_required(struct checker *checker, const struct anvil_member *member) {
    struct anvil_violation violation = {
        ANVIL_CONSTRAINT_REQUIRED, 0, 0, ANVIL_NO_OFFSET, 0, 0, member->limits};
    begin_path(checker);
    anvil_findings_add(checker->findings, &violation);
}

static enum anvil_status visit_member(struct checker *checker, struct check_frame *frame) {
    const struct anvil_member *member = &frame->shape->members[frame->index];
    const unsigned char *slot = frame->base + member->offset;
    const struct check_kind *kind = &KINDS[member->kind];
    if (ANVIL_UNLIKELY(kind->visit == NULL))
        return fail(checker, ANVIL_E_ARGUMENT);
    if (!kind->is_absent(slot))
        return kind->visit(checker, member, slot);
    /* absent and null are the same here: a struct cannot tell them apart;
     * a member that is not required may be absent */
    if ((member->flags & ANVIL_MEMBER_REQUIRED) != 0 &&
        (checker->checks & ANVIL_CHECK_REQUIRED) != 0)
        add_required(checker, member);
    return ANVIL_OK;
}

static enum anvil_status visit_item(struct checker *checker, struct check_frame *frame) {
    const struct anvil_member *item = &frame->shape->members[0];
    const struct check_kind *kind = &KINDS[item->kind];
    if (ANVIL_UNLIKELY(kind->visit == NULL))
        return fail(checker, ANVIL_E_ARGUMENT);
    return kind->visit(checker, item, frame->base + frame->index * item->target->size);
}

/* Visits what the innermost frame is at, closing the frames that are done. */
static enum anvil_status check_walk(const struct anvil_shape *shape, const void *value,
                                    unsigned checks, struct anvil_findings *findings) {
    struct checker checker;
    checker.checks = checks;
    checker.depth = 0;
    checker.findings = findings;
    enum anvil_status status = open_frame(&checker, shape, value, shape->member_count);
    while (status == ANVIL_OK && checker.depth != 0) {
        struct check_frame *frame = &checker.frames[checker.depth - 1];
        if (frame->index == frame->count) {
            checker.depth--;
            if (checker.depth != 0)
                checker.frames[checker.depth - 1].index++;
            continue;
        }
        unsigned depth = checker.depth;
        status = frame->shape->kind == ANVIL_KIND_LIST ? visit_item(&checker, frame)
                                                       : visit_member(&checker, frame);
        if (checker.depth == depth)
            frame->index++;
    }
    return status;
}

#endif
