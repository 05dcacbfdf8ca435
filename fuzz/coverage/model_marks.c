/* SPDX-License-Identifier: Apache-2.0 */
/* A slot is a question at a place. Slots are numbered place by place, so a look-up is two array
 * reads and a count of bits. */
#include "coverage/model_marks.h"

#include "anvil/report.h"
#include "coverage/engine_signal.h"

#include <stdint.h>
#include <stdlib.h>

#define SLOTS_MAX 65536
#define PLACES_MAX 16384

#define BIT(n) (1u << (n))
#define YES_OR_NO (BIT(MODEL_HOLDS) | BIT(MODEL_BROKEN))

static uint16_t questions[PLACES_MAX]; /* by place: those that can be asked, as bits */
static uint32_t slots[PLACES_MAX];     /* by place: the slot of its first question */
static uint8_t hits[SLOTS_MAX];        /* by slot: the verdicts seen, as bits */
static size_t slot_count;
static size_t possible;
static size_t hit;

static unsigned length_verdicts(const struct anvil_limits *limits, unsigned question) {
    if (question == ANVIL_CONSTRAINT_MIN)
        return limits->min == 0 ? 0 : YES_OR_NO | BIT(MODEL_AT_BOUND) | BIT(MODEL_JUST_BROKEN);
    return limits->max == ANVIL_UNLIMITED
               ? 0
               : YES_OR_NO | BIT(MODEL_AT_BOUND) | BIT(MODEL_JUST_BROKEN);
}

static unsigned limit_verdicts(const struct anvil_limits *limits, unsigned question) {
    switch (question) {
    case ANVIL_CONSTRAINT_MIN:
    case ANVIL_CONSTRAINT_MAX:
        return length_verdicts(limits, question);
    case ANVIL_CONSTRAINT_RANGE:
        return limits->range != NULL ? YES_OR_NO : 0;
    case ANVIL_CONSTRAINT_PATTERN:
        return limits->pattern != NULL ? YES_OR_NO : 0;
    case ANVIL_CONSTRAINT_ENUM:
        return limits->values != NULL || limits->numbers != NULL ? YES_OR_NO : 0;
    case ANVIL_CONSTRAINT_IDENTITY:
        return limits->identity != NULL ? YES_OR_NO : 0;
    case ANVIL_CONSTRAINT_UNIQUE:
        return limits->is_unique != 0 ? YES_OR_NO : 0;
    default:
        return 0;
    }
}

unsigned model_verdicts(const struct model_place *place, unsigned question) {
    const struct anvil_shape *shape = place->owner->shape;
    bool is_structure = shape->kind == ANVIL_KIND_STRUCTURE;
    switch (question) {
    case MODEL_FORM:
        return place->member->kind == ANVIL_KIND_DOCUMENT ? BIT(MODEL_HOLDS) : YES_OR_NO;
    case ANVIL_CONSTRAINT_REQUIRED:
        return (place->member->flags & (ANVIL_MEMBER_REQUIRED | ANVIL_MEMBER_DEFAULT)) ==
                       ANVIL_MEMBER_REQUIRED
                   ? YES_OR_NO
                   : 0;
    case ANVIL_CONSTRAINT_DUPLICATE:
        return is_structure ? BIT(MODEL_BROKEN) : 0;
    case MODEL_UNKNOWN_MEMBER:
        return is_structure && place->member == shape->members ? BIT(MODEL_BROKEN) : 0;
    default:
        return place->member->limits == NULL ? 0 : limit_verdicts(place->member->limits, question);
    }
}

static void number_the_slots(void) {
    const struct model_places *all = model_places();
    if (slot_count != 0)
        return;
    for (size_t i = 0; i < all->place_count; i++) {
        slots[i] = (uint32_t)slot_count;
        for (unsigned question = 0; question < MODEL_QUESTION_COUNT; question++) {
            unsigned verdicts = model_verdicts(&all->places[i], question);
            if (verdicts == 0)
                continue;
            questions[i] = (uint16_t)(questions[i] | BIT(question));
            slot_count++;
            possible += (size_t)__builtin_popcount(verdicts);
        }
    }
    if (slot_count > SLOTS_MAX)
        abort();
}

/* The slot, or SIZE_MAX when the question cannot be asked there. */
static size_t slot_of(const struct model_place *place, unsigned question) {
    number_the_slots();
    size_t at = (size_t)(place - model_places()->places);
    unsigned asked = questions[at];
    if ((asked >> question & 1) == 0)
        return SIZE_MAX;
    return slots[at] + (size_t)__builtin_popcount(asked & (BIT(question) - 1));
}

void model_mark(const struct model_place *place, unsigned question, enum model_verdict verdict) {
    size_t slot = slot_of(place, question);
    if (slot == SIZE_MAX || (model_verdicts(place, question) >> verdict & 1) == 0)
        return;
    hit += (hits[slot] >> verdict & 1) == 0;
    hits[slot] = (uint8_t)(hits[slot] | BIT(verdict));
    engine_signal(slot, verdict);
}

size_t model_marks_possible(void) {
    number_the_slots();
    return possible;
}

size_t model_marks_hit(void) {
    return hit;
}

static const char *question_name(unsigned question) {
    return question == MODEL_FORM ? "form" : anvil_constraint_name((enum anvil_constraint)question);
}

static void print_member(FILE *out, const struct model_place *place) {
    struct anvil_str name = anvil_member_name(place->member);
    bool is_map = place->owner->shape->kind == ANVIL_KIND_MAP;
    if (name.len != 0)
        fprintf(out, "%.*s", (int)name.len, name.ptr);
    else
        fputs(!is_map ? "-" : place->member == place->owner->shape->members ? "key" : "value", out);
}

static void print_slot(FILE *out, const struct model_place *place, unsigned question,
                       unsigned verdicts) {
    static const char *const NAMES[] = {"", "holds", "at-bound", "broken", "just-broken"};
    struct anvil_str shape = anvil_shape_name(place->owner->shape);
    for (unsigned verdict = MODEL_HOLDS; verdict <= MODEL_JUST_BROKEN; verdict++) {
        if ((verdicts >> verdict & 1) == 0)
            continue;
        fprintf(out, "%.*s ", (int)shape.len, shape.ptr);
        print_member(out, place);
        fprintf(out, " %s %s\n", question_name(question), NAMES[verdict]);
    }
}

void model_marks_print(FILE *out, bool all) {
    number_the_slots();
    const struct model_places *places = model_places();
    for (size_t i = 0; i < places->place_count; i++)
        for (unsigned question = 0; question < MODEL_QUESTION_COUNT; question++)
            if ((questions[i] >> question & 1) != 0) {
                const struct model_place *place = &places->places[i];
                print_slot(out, place, question,
                           all ? model_verdicts(place, question) : hits[slot_of(place, question)]);
            }
}
