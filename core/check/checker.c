/* SPDX-License-Identifier: Apache-2.0 */
/* What the check does beside text. */
#include "check/checker.h"

#include "base/form.h"
#include "base/port.h"
#include "check/number.h"
#include "check/text.h"
#include "check/unique.h"

ANVIL_COLD_FILE

static void begin_path(struct checker *checker) {
    struct anvil_findings *findings = checker->findings;
    anvil_path_begin(findings);
    for (unsigned i = 0; i < checker->depth; i++) {
        const struct check_frame *frame = &checker->frames[i];
        const unsigned char *entry = frame->base + frame->index * frame->shape->item_size;
        struct anvil_str key;
        if (frame->shape->kind == ANVIL_KIND_LIST) {
            anvil_path_index(findings, frame->index);
        } else if (frame->shape->kind != ANVIL_KIND_MAP) {
            anvil_path_name(findings, anvil_member_name(&frame->shape->members[frame->index]));
        } else if (i + 1 != checker->depth || !checker->is_at_key) {
            memcpy(&key, entry + frame->shape->members[0].offset, sizeof key);
            anvil_path_name(findings, key);
        }
    }
}

enum anvil_status anvil_checker_fail(struct checker *checker, enum anvil_status status,
                                     size_t need) {
    begin_path(checker);
    return anvil_findings_fail(checker->findings, status, ANVIL_NO_OFFSET, need);
}

enum anvil_status anvil_checker_open(struct checker *checker, const struct anvil_shape *shape,
                                     const void *base, size_t index, size_t count) {
    if (checker->depth == ANVIL_DEPTH_MAX)
        return anvil_checker_fail(checker, ANVIL_E_DEPTH, 0);
    struct check_frame *frame = &checker->frames[checker->depth++];
    frame->shape = shape;
    frame->base = base;
    frame->index = index;
    frame->count = count;
    return ANVIL_OK;
}

void anvil_checker_add_required(struct checker *checker, const struct anvil_member *member) {
    if ((checker->checks & ANVIL_CHECK_REQUIRED) == 0)
        return;
    struct anvil_violation violation = {
        ANVIL_CONSTRAINT_REQUIRED, 0, 0, ANVIL_NO_OFFSET, 0, 0, member->limits};
    begin_path(checker);
    anvil_findings_add(checker->findings, &violation);
}

enum anvil_status anvil_checker_look_at_text(struct checker *checker,
                                             const struct anvil_member *member,
                                             struct anvil_str text) {
    begin_path(checker);
    enum anvil_status status =
        anvil_check_text(member->limits, text, checker->checks, checker->findings);
    return status == ANVIL_OK ? ANVIL_OK : anvil_checker_fail(checker, status, 0);
}

/* Where the struct of a structure or union is: behind a pointer, or, as an item, right here. */
static const unsigned char *struct_at(const struct checker *checker, const unsigned char *slot) {
    const unsigned char *base = slot;
    if (!holds_structures(checker->frames[checker->depth - 1].shape))
        memcpy(&base, slot, sizeof base);
    return base;
}

enum anvil_status anvil_checker_open_structure(struct checker *checker,
                                               const struct anvil_member *member,
                                               const unsigned char *slot) {
    const struct anvil_shape *shape = member->target;
    return anvil_checker_open(checker, shape, struct_at(checker, slot), 0, shape->member_count);
}

/* Only the variant that is set is there to be visited. */
enum anvil_status anvil_checker_open_union(struct checker *checker,
                                           const struct anvil_member *member,
                                           const unsigned char *slot) {
    struct anvil_union head;
    const unsigned char *base = struct_at(checker, slot);
    memcpy(&head, base, sizeof head);
    if (head.member < 1 || head.member > member->target->member_count)
        return ANVIL_OK;
    size_t index = (size_t)head.member - 1;
    return anvil_checker_open(checker, member->target, base, index, index + 1);
}

/* a length that is not in bounds; tells it when asked to. */
static void check_count(struct checker *checker, const struct anvil_limits *limits, size_t count) {
    if (limits != NULL && (count < limits->min || count > limits->max)) {
        begin_path(checker);
        anvil_check_length(limits, count, checker->checks, checker->findings);
    }
}

enum anvil_status anvil_checker_open_list(struct checker *checker,
                                          const struct anvil_member *member,
                                          const unsigned char *slot) {
    struct anvil_list list;
    memcpy(&list, slot, sizeof list);
    check_count(checker, member->limits, list.count);
    if (member->limits != NULL && member->limits->is_unique != 0 &&
        (checker->checks & ANVIL_CHECK_UNIQUE) != 0) {
        bool is_unique = true;
        size_t need = 0;
        enum anvil_status status =
            anvil_check_unique(member->target, list, checker->arena, &is_unique, &need);
        if (status != ANVIL_OK)
            return anvil_checker_fail(checker, status, need);
        if (!is_unique) {
            struct anvil_violation violation = {
                ANVIL_CONSTRAINT_UNIQUE, 0, 0, ANVIL_NO_OFFSET, 0, 0, member->limits};
            begin_path(checker);
            anvil_findings_add(checker->findings, &violation);
        }
    }
    return anvil_checker_open(checker, member->target, list.items, 0, list.count);
}

enum anvil_status anvil_checker_open_map(struct checker *checker, const struct anvil_member *member,
                                         const unsigned char *slot) {
    struct anvil_map map;
    memcpy(&map, slot, sizeof map);
    check_count(checker, member->limits, map.count);
    return anvil_checker_open(checker, member->target, map.entries, 0, map.count);
}

enum anvil_status anvil_checker_visit_number(struct checker *checker,
                                             const struct anvil_member *member,
                                             const unsigned char *slot) {
    if (member->limits == NULL)
        return ANVIL_OK;
    unsigned faults = anvil_number_faults(member->limits, member->kind, slot);
    if (faults != 0) {
        begin_path(checker);
        anvil_add_number_faults(member->limits, faults, checker->checks, checker->findings);
    }
    return ANVIL_OK;
}

enum anvil_status anvil_checker_visit_blob(struct checker *checker,
                                           const struct anvil_member *member,
                                           const unsigned char *slot) {
    struct anvil_blob blob;
    memcpy(&blob, slot, sizeof blob);
    check_count(checker, member->limits, blob.len);
    return ANVIL_OK;
}

enum anvil_status anvil_checker_pass(struct checker *checker, const struct anvil_member *member,
                                     const unsigned char *slot) {
    (void)checker;
    (void)member;
    (void)slot;
    return ANVIL_OK;
}
