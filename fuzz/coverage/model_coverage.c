/* SPDX-License-Identifier: Apache-2.0 */
/* What is wrong is found by the paths of the report; what is right by walking the struct. */
#include "coverage/model_coverage.h"

#include "coverage/model_marks.h"
#include "coverage/model_walk.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void write_marks(void) {
    FILE *out = fopen(getenv("FUZZ_MODEL_MARKS"), "w");
    if (out == NULL)
        return;
    fprintf(out, "# %zu of %zu\n", model_marks_hit(), model_marks_possible());
    model_marks_print(out, false);
    fclose(out);
}

static void write_marks_at_exit(void) {
    static bool is_asked;
    if (is_asked)
        return;
    is_asked = true;
    if (getenv("FUZZ_MODEL_MARKS") != NULL)
        atexit(write_marks);
}

/* Takes one step of a JSON pointer off the front, "~1" and "~0" left as they are: no member of a
 * model has either in its name. False at the end of the path. */
static bool next_step(struct anvil_str *path, struct anvil_str *step) {
    if (path->len == 0)
        return false;
    const char *begin = path->ptr + 1;
    const char *end = path->ptr + path->len;
    const char *slash = memchr(begin, '/', (size_t)(end - begin));
    const char *stop = slash != NULL ? slash : end;
    *step = anvil_str_of(begin, (size_t)(stop - begin));
    *path = anvil_str_of(stop, (size_t)(end - stop));
    return true;
}

static const struct model_place *step_into(const struct model_owner *owner, struct anvil_str step) {
    const struct model_place *first = &model_places()->places[owner->first_place];
    if (owner->shape->kind == ANVIL_KIND_LIST)
        return first;
    if (owner->shape->kind == ANVIL_KIND_MAP)
        return first + 1;
    for (size_t i = 0; i < owner->shape->member_count; i++)
        if (anvil_str_equal(anvil_member_name(first[i].member), step))
            return &first[i];
    return NULL;
}

/* The place that a path leads to; of an unknown member the first place of its structure. NULL for
 * the message itself. */
static const struct model_place *place_at(const struct anvil_shape *shape, struct anvil_str path,
                                          bool is_unknown) {
    const struct model_owner *owner = model_owner_of(shape);
    const struct model_place *place = NULL;
    struct anvil_str step;
    while (owner != NULL && next_step(&path, &step)) {
        if (is_unknown && path.len == 0)
            return &model_places()->places[owner->first_place];
        place = step_into(owner, step);
        if (place == NULL)
            return NULL;
        owner = model_owner_of(place->member->target);
    }
    return path.len == 0 ? place : NULL;
}

/* What a map's path says may be said of its key: the limits tell. */
static const struct model_place *place_of_violation(const struct anvil_shape *shape,
                                                    const struct anvil_report *report,
                                                    const struct anvil_violation *violation) {
    bool is_unknown = violation->constraint == ANVIL_CONSTRAINT_UNKNOWN_MEMBER;
    const struct model_place *place =
        place_at(shape, anvil_violation_path(report, violation), is_unknown);
    if (place == NULL || place->member->kind != ANVIL_KIND_MAP || violation->limits == NULL)
        return place;
    const struct model_owner *map = model_owner_of(place->member->target);
    const struct model_place *key = map == NULL ? NULL : &model_places()->places[map->first_place];
    return key != NULL && key->member->limits == violation->limits ? key : place;
}

static void note_violations(const struct anvil_shape *shape, const struct anvil_report *report) {
    for (size_t i = 0; i < report->count; i++) {
        const struct anvil_violation *violation = &report->violations[i];
        const struct model_place *place = place_of_violation(shape, report, violation);
        uint64_t limit = violation->limit;
        bool is_length = violation->constraint == ANVIL_CONSTRAINT_MIN ||
                         violation->constraint == ANVIL_CONSTRAINT_MAX;
        bool is_by_one =
            is_length && (violation->actual + 1 == limit || violation->actual == limit + 1);
        if (place == NULL)
            continue;
        model_mark(place, (unsigned)violation->constraint, MODEL_BROKEN);
        if (is_by_one)
            model_mark(place, (unsigned)violation->constraint, MODEL_JUST_BROKEN);
    }
}

void model_coverage_note(const struct anvil_shape *shape, const void *value, unsigned checks,
                         enum anvil_status status, const struct anvil_report *report) {
    write_marks_at_exit();
    if (status == ANVIL_OK) {
        model_walk(shape, value, checks);
        return;
    }
    if (report == NULL)
        return;
    if (anvil_status_group(status) == ANVIL_GROUP_CONSTRAINT)
        note_violations(shape, report);
    if (anvil_status_group(status) == ANVIL_GROUP_DECODE) {
        const struct model_place *place = place_at(shape, anvil_report_path(report), false);
        if (place != NULL)
            model_mark(place, MODEL_FORM, MODEL_BROKEN);
    }
}
