/* SPDX-License-Identifier: Apache-2.0 */
/* Making formulas and conditions, each once. */
#include "formula.h"

#include <stdlib.h>
#include <string.h>

const struct formula *formula_at(const struct formulas *formulas, uint32_t number) {
    return (const struct formula *)formulas->all.items + number;
}

const struct condition *condition_at(const struct formulas *formulas, uint32_t number) {
    return (const struct condition *)formulas->conditions.items + number;
}

static bool too_many(struct formulas *formulas) {
    return spec_fail(formulas->spec, formulas->shape, "pattern looks around in too many ways");
}

/* ---- drafts ------------------------------------------------------------------------------------
 */

static uint32_t hash_of(struct draft_pair pair) {
    return (pair.condition * 0x9E3779B1u ^ pair.state) * 0x85EBCA6Bu;
}

static bool is_same_pair(struct draft_pair a, struct draft_pair b) {
    return a.condition == b.condition && a.state == b.state;
}

/* Where a pair is, or where it would go. */
static uint32_t *find_bucket(const struct draft *draft, struct draft_pair pair) {
    const struct draft_pair *pairs = draft->pairs.items;
    uint32_t *buckets = draft->buckets.items;
    uint32_t at = hash_of(pair) >> 8;
    for (;; at++) {
        uint32_t *bucket = &buckets[at & (draft->buckets.capacity - 1)];
        if (*bucket == 0 || is_same_pair(pairs[*bucket - 1], pair))
            return bucket;
    }
}

/* Makes room for one more pair, half of the buckets staying free. */
static bool grow(struct formulas *formulas, struct draft *draft) {
    const struct draft_pair *pairs = draft->pairs.items;
    size_t capacity = draft->buckets.capacity == 0 ? 32 : draft->buckets.capacity * 2;
    if (draft->pairs.count * 2 < draft->buckets.capacity)
        return true;
    draft->buckets.items = spec_alloc(formulas->spec, capacity, sizeof(uint32_t));
    draft->buckets.capacity = capacity;
    if (draft->buckets.items == NULL)
        return false;
    for (size_t i = 0; i < draft->pairs.count; i++)
        *find_bucket(draft, pairs[i]) = (uint32_t)i + 1;
    return true;
}

bool draft_add(struct formulas *formulas, struct draft *draft, struct draft_pair pair,
               bool *is_new) {
    struct draft_pair *slot;
    uint32_t *bucket;
    if (!grow(formulas, draft))
        return false;
    bucket = find_bucket(draft, pair);
    *is_new = *bucket == 0;
    if (!*is_new)
        return true;
    if (draft->pairs.count >= (size_t)FORMULAS_MAX * 4)
        return too_many(formulas);
    slot = spec_push(formulas->spec, &draft->pairs, sizeof *slot);
    if (slot == NULL)
        return false;
    *slot = pair;
    *bucket = (uint32_t)draft->pairs.count;
    return true;
}

bool draft_add_formula(struct formulas *formulas, struct draft *draft, uint32_t formula) {
    const struct formula_row *rows = formula_at(formulas, formula)->rows.items;
    size_t count = formula_at(formulas, formula)->rows.count;
    bool is_new;
    for (size_t i = 0; i < count; i++) {
        for (uint32_t j = 0; j < rows[i].count; j++) {
            struct draft_pair pair = {rows[i].condition, rows[i].states[j]};
            if (!draft_add(formulas, draft, pair, &is_new))
                return false;
        }
    }
    return true;
}

/* ---- from drafts to formulas -------------------------------------------------------------------
 */

static bool waits(const struct formulas *formulas, uint32_t state) {
    enum nfa_type type = ((const struct nfa_state *)formulas->nfa->states.items)[state].type;
    return type == NFA_BYTES || type == NFA_END || type == NFA_ACCEPT || type == NFA_HELD;
}

static bool is_held(const struct formulas *formulas, uint32_t state) {
    return ((const struct nfa_state *)formulas->nfa->states.items)[state].type == NFA_HELD;
}

/* Whether whoever meets `b` meets `a` too. */
static bool is_weaker(const struct formulas *formulas, uint32_t a, uint32_t b) {
    const struct condition *left = condition_at(formulas, a);
    const struct condition *right = condition_at(formulas, b);
    const uint32_t *wanted = left->wanted.items;
    const uint32_t *there = right->wanted.items;
    size_t at = 0;
    if (left->unwanted != FORMULA_NEVER && left->unwanted != right->unwanted)
        return false;
    for (size_t i = 0; i < left->wanted.count; i++) {
        while (at < right->wanted.count && there[at] < wanted[i])
            at++;
        if (at == right->wanted.count || there[at] != wanted[i])
            return false;
    }
    return true;
}

/* Whether another pair says the same under a weaker condition, or settles the matter under one. */
static bool is_superfluous(const struct formulas *formulas, const struct draft *draft,
                           struct draft_pair pair) {
    const struct draft_pair *pairs = draft->pairs.items;
    if (pair.condition == 0)
        return false;
    for (size_t i = 0; i < draft->pairs.count; i++)
        if (pairs[i].condition != pair.condition &&
            (pairs[i].state == pair.state || is_held(formulas, pairs[i].state)) &&
            is_weaker(formulas, pairs[i].condition, pair.condition))
            return true;
    return false;
}

static int by_condition(const void *a, const void *b) {
    const struct draft_pair *left = a;
    const struct draft_pair *right = b;
    if (left->condition != right->condition)
        return left->condition < right->condition ? -1 : 1;
    return left->state < right->state ? -1 : left->state > right->state;
}

/* Keeps what counts. Pairs are judged by each other before any of them goes. */
static bool tidy(struct formulas *formulas, struct draft *draft) {
    struct draft_pair *pairs = draft->pairs.items;
    bool *keeps = spec_alloc(formulas->spec, draft->pairs.count, sizeof *keeps);
    size_t kept = 0;
    if (keeps == NULL)
        return false;
    for (size_t i = 0; i < draft->pairs.count; i++)
        if (waits(formulas, pairs[i].state))
            pairs[kept++] = pairs[i];
    draft->pairs.count = kept;
    for (size_t i = 0; i < draft->pairs.count; i++)
        keeps[i] = !is_superfluous(formulas, draft, pairs[i]);
    kept = 0;
    for (size_t i = 0; i < draft->pairs.count; i++)
        if (keeps[i])
            pairs[kept++] = pairs[i];
    draft->pairs.count = kept;
    if (kept > 1)
        qsort(pairs, kept, sizeof *pairs, by_condition);
    return true;
}

static bool is_made_of(const struct formula *formula, const struct draft *draft) {
    const struct formula_row *rows = formula->rows.items;
    const struct draft_pair *pairs = draft->pairs.items;
    size_t at = 0;
    for (size_t i = 0; i < formula->rows.count; i++) {
        if (draft->pairs.count - at < rows[i].count)
            return false;
        for (uint32_t j = 0; j < rows[i].count; j++, at++)
            if (pairs[at].condition != rows[i].condition || pairs[at].state != rows[i].states[j])
                return false;
    }
    return at == draft->pairs.count;
}

static bool make_rows(struct formulas *formulas, const struct draft *draft,
                      struct formula *formula) {
    const struct draft_pair *pairs = draft->pairs.items;
    uint32_t *states = spec_alloc(formulas->spec, draft->pairs.count, sizeof *states);
    struct formula_row *row = NULL;
    if (states == NULL)
        return false;
    for (size_t i = 0; i < draft->pairs.count; i++) {
        states[i] = pairs[i].state;
        if (row == NULL || row->condition != pairs[i].condition) {
            row = spec_push(formulas->spec, &formula->rows, sizeof *row);
            if (row == NULL)
                return false;
            row->condition = pairs[i].condition;
            row->states = states + i;
        }
        row->count++;
    }
    return true;
}

static uint32_t hash_draft(const struct draft *draft) {
    const struct draft_pair *pairs = draft->pairs.items;
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < draft->pairs.count; i++)
        hash = (hash ^ hash_of(pairs[i])) * 16777619u;
    return hash;
}

bool draft_finish(struct formulas *formulas, struct draft *draft, uint32_t *out) {
    const struct draft_pair *pairs;
    struct formula formula = {{NULL, 0, 0}, 0, 0};
    struct formula *slot;
    uint32_t *head;
    if (!tidy(formulas, draft))
        return false;
    pairs = draft->pairs.items;
    *out = FORMULA_NEVER;
    for (size_t i = 0; i < draft->pairs.count; i++)
        if (pairs[i].condition == 0 && is_held(formulas, pairs[i].state))
            *out = FORMULA_ALWAYS;
    if (draft->pairs.count == 0 || *out == FORMULA_ALWAYS)
        return true;
    formula.hash = hash_draft(draft);
    head = &formulas->heads[formula.hash % FORMULA_BUCKETS];
    for (uint32_t i = *head; i != 0; i = formula_at(formulas, i - 1)->link) {
        if (formula_at(formulas, i - 1)->hash == formula.hash &&
            is_made_of(formula_at(formulas, i - 1), draft)) {
            *out = i - 1;
            return true;
        }
    }
    if (formulas->all.count >= FORMULAS_MAX)
        return too_many(formulas);
    if (!make_rows(formulas, draft, &formula))
        return false;
    slot = spec_push(formulas->spec, &formulas->all, sizeof *slot);
    if (slot == NULL)
        return false;
    formula.link = *head;
    *slot = formula;
    *head = (uint32_t)formulas->all.count;
    *out = *head - 1;
    return true;
}

/* ---- conditions --------------------------------------------------------------------------------
 */

static bool is_same_condition(const struct condition *a, const struct condition *b) {
    return a->unwanted == b->unwanted && a->wanted.count == b->wanted.count &&
           (a->wanted.count == 0 ||
            memcmp(a->wanted.items, b->wanted.items, a->wanted.count * sizeof(uint32_t)) == 0);
}

static bool intern(struct formulas *formulas, const struct condition *condition, uint32_t *out) {
    struct condition *slot;
    for (*out = 0; *out < formulas->conditions.count; ++*out)
        if (is_same_condition(condition_at(formulas, *out), condition))
            return true;
    if (formulas->conditions.count >= FORMULAS_MAX / 8)
        return too_many(formulas);
    slot = spec_push(formulas->spec, &formulas->conditions, sizeof *slot);
    if (slot != NULL)
        *slot = *condition;
    return slot != NULL;
}

/* Two that must not hold are one: either of them. */
static bool unite(struct formulas *formulas, uint32_t a, uint32_t b, uint32_t *out) {
    struct draft draft = {{NULL, 0, 0}, {NULL, 0, 0}};
    *out = a == FORMULA_NEVER ? b : a;
    return a == FORMULA_NEVER || a == b ||
           (draft_add_formula(formulas, &draft, a) && draft_add_formula(formulas, &draft, b) &&
            draft_finish(formulas, &draft, out));
}

static bool add_wanted(struct formulas *formulas, struct condition *condition, uint32_t formula) {
    const uint32_t *before = condition->wanted.items;
    size_t count = condition->wanted.count;
    struct spec_array after = {NULL, 0, 0};
    bool is_placed = false;
    for (size_t i = 0; i <= count; i++) {
        bool is_here = !is_placed && (i == count || before[i] >= formula);
        uint32_t *slot;
        if (is_here) {
            slot = spec_push(formulas->spec, &after, sizeof *slot);
            if (slot == NULL)
                return false;
            *slot = formula;
            is_placed = true;
        }
        if (i == count || before[i] == formula)
            continue;
        slot = spec_push(formulas->spec, &after, sizeof *slot);
        if (slot == NULL)
            return false;
        *slot = before[i];
    }
    condition->wanted = after;
    return true;
}

bool condition_add(struct formulas *formulas, uint32_t condition, uint32_t formula, bool is_wanted,
                   uint32_t *out, bool *is_possible) {
    struct condition made = *condition_at(formulas, condition);
    *is_possible = formula != (is_wanted ? FORMULA_NEVER : FORMULA_ALWAYS);
    *out = condition;
    if (!*is_possible || formula == (is_wanted ? FORMULA_ALWAYS : FORMULA_NEVER))
        return true;
    if (is_wanted ? !add_wanted(formulas, &made, formula)
                  : !unite(formulas, made.unwanted, formula, &made.unwanted))
        return false;
    *is_possible = made.unwanted != FORMULA_ALWAYS;
    return !*is_possible || intern(formulas, &made, out);
}
