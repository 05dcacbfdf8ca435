/* SPDX-License-Identifier: Apache-2.0 */
/* The loop of the check: a walk over a struct in model order, with the containers that are
 * open as frames instead of recursion. What a visit does to a kind is a row of VISITS. A
 * container's visit opens a frame; the loop knows no kinds. */
#include "base/form.h"
#include "check/check.h"
#include "check/clean.h"
#include "check/text.h"

typedef enum anvil_status check_visit(struct checker *checker, const struct anvil_member *member,
                                      const unsigned char *slot);

static enum anvil_status visit_text(struct checker *checker, const struct anvil_member *member,
                                    const unsigned char *slot) {
    struct anvil_str text;
    memcpy(&text, slot, sizeof text);
    /* Whether an identity fits its member is more than its bytes tell. */
    if (ANVIL_LIKELY((checker->checks & ANVIL_CHECK_IDENTITY) == 0 &&
                     is_clean(checker->kernel, member->run, text)))
        return ANVIL_OK;
    return anvil_checker_look_at_text(checker, member, text);
}

static check_visit *const VISITS[ANVIL_KIND_COUNT] = {
    [ANVIL_KIND_STRUCTURE] = anvil_checker_open_structure,
    [ANVIL_KIND_UNION] = anvil_checker_open_union,
    [ANVIL_KIND_LIST] = anvil_checker_open_list,
    [ANVIL_KIND_MAP] = anvil_checker_open_map,
    [ANVIL_KIND_STRING] = visit_text,
    [ANVIL_KIND_ENUM] = visit_text,
    [ANVIL_KIND_INT_ENUM] = anvil_checker_visit_number,
    [ANVIL_KIND_BLOB] = anvil_checker_visit_blob,
    [ANVIL_KIND_BOOLEAN] = anvil_checker_pass,
    [ANVIL_KIND_BYTE] = anvil_checker_visit_number,
    [ANVIL_KIND_SHORT] = anvil_checker_visit_number,
    [ANVIL_KIND_INTEGER] = anvil_checker_visit_number,
    [ANVIL_KIND_LONG] = anvil_checker_visit_number,
    [ANVIL_KIND_FLOAT] = anvil_checker_visit_number,
    [ANVIL_KIND_DOUBLE] = anvil_checker_visit_number,
    [ANVIL_KIND_BIG_INTEGER] = anvil_checker_visit_number,
    [ANVIL_KIND_BIG_DECIMAL] = anvil_checker_visit_number,
    [ANVIL_KIND_TIMESTAMP] = anvil_checker_pass,
    [ANVIL_KIND_DOCUMENT] = anvil_checker_pass,
};

static inline enum anvil_status visit(struct checker *checker, const struct anvil_member *member,
                                      const unsigned char *slot) {
    return is_text(member->kind) ? visit_text(checker, member, slot)
                                 : VISITS[member->kind](checker, member, slot);
}

/* A member of a structure, or the one variant of a union. */
static enum anvil_status visit_member(struct checker *checker, const struct check_frame *frame) {
    const struct anvil_member *member = &frame->shape->members[frame->index];
    const unsigned char *slot = frame->base + member->offset;
    if (ANVIL_LIKELY(!is_absent(member->kind, slot)))
        return visit(checker, member, slot);
    /* absent and null are the same here: a struct cannot tell them apart;
     * a member that is not required may be absent; one with a default never is */
    if ((member->flags & (ANVIL_MEMBER_REQUIRED | ANVIL_MEMBER_DEFAULT)) == ANVIL_MEMBER_REQUIRED)
        anvil_checker_add_required(checker, member);
    return ANVIL_OK;
}

plain_check *const anvil_plain_checks[ANVIL_KERNEL_COUNT] = {
    [ANVIL_KERNEL_SCALAR] = anvil_check_plain_scalar,
    [ANVIL_KERNEL_SSSE3] = ANVIL_X86_ENTRY(anvil_check_plain_ssse3),
    [ANVIL_KERNEL_AVX2] = ANVIL_X86_ENTRY(anvil_check_plain_avx2),
    [ANVIL_KERNEL_NEON] = ANVIL_NEON_ENTRY(anvil_check_plain_neon),
};

/* The members that are plain, and the one behind them. */
static enum anvil_status visit_members(struct checker *checker, struct check_frame *frame) {
    if ((checker->checks & ANVIL_CHECK_IDENTITY) == 0)
        frame->index = anvil_plain_checks[checker->kernel](frame->shape->members, frame->base,
                                                           frame->index, frame->count);
    if (frame->index != frame->count)
        return visit_member(checker, frame);
    /* The loop moves on by one, and there is none. */
    frame->index--;
    return ANVIL_OK;
}

/* The item of a list or the value of a map. null is a value only where the
 * container is sparse */
static enum anvil_status visit_element(struct checker *checker, const struct check_frame *frame,
                                       const struct anvil_member *member,
                                       const unsigned char *slot) {
    if (ANVIL_LIKELY(!is_null(frame->shape, member->kind, slot)))
        return visit(checker, member, slot);
    bool is_sparse = (frame->shape->flags & ANVIL_SHAPE_SPARSE) != 0;
    return is_sparse ? ANVIL_OK : anvil_checker_fail(checker, ANVIL_E_NULL, 0);
}

/* An entry of a map: its key first, at the path of the map, then its value. */
static enum anvil_status visit_entry(struct checker *checker, const struct check_frame *frame) {
    const struct anvil_member *key = &frame->shape->members[0];
    const struct anvil_member *value = &frame->shape->members[1];
    const unsigned char *entry = frame->base + frame->index * frame->shape->item_size;
    checker->is_at_key = true;
    enum anvil_status status = visit_text(checker, key, entry + key->offset);
    checker->is_at_key = false;
    if (status != ANVIL_OK)
        return status;
    return visit_element(checker, frame, value, entry + value->offset);
}

static enum anvil_status visit_item(struct checker *checker, const struct check_frame *frame) {
    return visit_element(checker, frame, &frame->shape->members[0],
                         frame->base + frame->index * frame->shape->item_size);
}

/* Visits what the innermost frame is at, closing the frames that are done. */
enum anvil_status anvil_check_walk(struct checker *checker, const struct anvil_shape *shape,
                                   const void *value) {
    enum anvil_status status = anvil_checker_open(checker, shape, value, 0, shape->member_count);
    while (status == ANVIL_OK && checker->depth != 0) {
        struct check_frame *frame = &checker->frames[checker->depth - 1];
        if (frame->index == frame->count) {
            checker->depth--;
            if (checker->depth != 0)
                checker->frames[checker->depth - 1].index++;
            continue;
        }
        unsigned depth = checker->depth;
        if (frame->shape->kind == ANVIL_KIND_LIST)
            status = visit_item(checker, frame);
        else if (frame->shape->kind == ANVIL_KIND_MAP)
            status = visit_entry(checker, frame);
        else
            status = visit_members(checker, frame);
        if (checker->depth == depth)
            frame->index++;
    }
    return status;
}
