/* SPDX-License-Identifier: Apache-2.0 */
/* Tree to nondeterministic automaton, built backwards: every part is told where to go on. Knows
 * the meaning of the tree; bytes come from utf8_ranges.c. */
#include "automaton.h"

#include <string.h>

bool nfa_add(struct spec *spec, const char *shape, struct nfa *nfa, struct nfa_state state,
             uint32_t *out) {
    struct nfa_state *slot;
    if (nfa->states.count >= NFA_STATES_MAX)
        return spec_fail(spec, shape, "pattern needs more than %u states before it is reduced",
                         NFA_STATES_MAX);
    slot = spec_push(spec, &nfa->states, sizeof *slot);
    if (slot == NULL)
        return false;
    *slot = state;
    *out = (uint32_t)(nfa->states.count - 1);
    return true;
}

static bool build_node(struct spec *spec, const char *shape, struct nfa *nfa,
                       const struct regex *node, uint32_t next, uint32_t *entry);

static bool build_choice(struct spec *spec, const char *shape, struct nfa *nfa,
                         const struct regex *node, uint32_t next, uint32_t *entry) {
    struct regex *const *parts = node->parts.items;
    uint32_t rest = 0;
    for (size_t i = node->parts.count; i-- > 0;) {
        struct nfa_state split = {NFA_SPLIT, 0, 0, 0, rest};
        if (!build_node(spec, shape, nfa, parts[i], next, &split.next))
            return false;
        if (i == node->parts.count - 1)
            rest = split.next;
        else if (!nfa_add(spec, shape, nfa, split, &rest))
            return false;
    }
    *entry = rest;
    return true;
}

static bool build_sequence(struct spec *spec, const char *shape, struct nfa *nfa,
                           const struct regex *node, uint32_t next, uint32_t *entry) {
    struct regex *const *parts = node->parts.items;
    for (size_t i = node->parts.count; i-- > 0;)
        if (!build_node(spec, shape, nfa, parts[i], next, &next))
            return false;
    *entry = next;
    return true;
}

/* A state that goes round `body` any number of times and then on to `next`. */
static bool build_loop(struct spec *spec, const char *shape, struct nfa *nfa,
                       const struct regex *body, uint32_t next, uint32_t *entry) {
    struct nfa_state split = {NFA_SPLIT, 0, 0, 0, next};
    uint32_t inside;
    if (!nfa_add(spec, shape, nfa, split, entry) ||
        !build_node(spec, shape, nfa, body, *entry, &inside))
        return false;
    ((struct nfa_state *)nfa->states.items)[*entry].next = inside;
    return true;
}

static bool build_repeat(struct spec *spec, const char *shape, struct nfa *nfa,
                         const struct regex *node, uint32_t next, uint32_t *entry) {
    const struct regex *body = ((struct regex *const *)node->parts.items)[0];
    uint32_t here = next;
    if (node->max == REGEX_UNBOUNDED) {
        if (!build_loop(spec, shape, nfa, body, next, &here))
            return false;
    } else {
        for (uint32_t i = node->min; i < node->max; i++) {
            struct nfa_state split = {NFA_SPLIT, 0, 0, 0, next};
            if (!build_node(spec, shape, nfa, body, here, &split.next) ||
                !nfa_add(spec, shape, nfa, split, &here))
                return false;
        }
    }
    for (uint32_t i = 0; i < node->min; i++)
        if (!build_node(spec, shape, nfa, body, here, &here))
            return false;
    *entry = here;
    return true;
}

/* A look-ahead's own automaton ends where it holds; what the text goes on with is for `next`. */
static bool build_ahead(struct spec *spec, const char *shape, struct nfa *nfa,
                        const struct regex *node, uint32_t next, uint32_t *entry) {
    struct regex *const *parts = node->parts.items;
    struct nfa_state held = {NFA_HELD, 0, 0, 0, 0};
    struct nfa_state look = {node->is_negative ? NFA_NOT_AHEAD : NFA_AHEAD, 0, 0, next, 0};
    uint32_t end = 0;
    nfa->looks_around = true;
    return nfa_add(spec, shape, nfa, held, &end) &&
           build_node(spec, shape, nfa, parts[0], end, &look.other) &&
           nfa_add(spec, shape, nfa, look, entry);
}

/* A look-behind is an automaton of its own that has read the text from its beginning. */
static bool build_behind(struct spec *spec, const char *shape, struct nfa *nfa,
                         const struct regex *node, uint32_t next, uint32_t *entry) {
    struct regex *const *parts = node->parts.items;
    struct nfa_state look = {node->is_negative ? NFA_NOT_BEHIND : NFA_BEHIND, 0, 0, next, 0};
    struct dfa *dfa = spec_alloc(spec, 1, sizeof *dfa);
    struct nfa behind;
    struct dfa **slot;
    nfa->looks_around = true;
    look.other = (uint32_t)nfa->behinds.count;
    if (dfa == NULL || !nfa_build(spec, shape, parts[0], false, &behind) ||
        !dfa_build(spec, shape, &behind, dfa) || !dfa_minimise(spec, dfa))
        return false;
    slot = spec_push(spec, &nfa->behinds, sizeof(struct dfa *));
    if (slot == NULL)
        return false;
    *slot = dfa;
    return nfa_add(spec, shape, nfa, look, entry);
}

static bool build_node(struct spec *spec, const char *shape, struct nfa *nfa,
                       const struct regex *node, uint32_t next, uint32_t *entry) {
    struct nfa_state anchor = {NFA_START, 0, 0, next, 0};
    switch (node->type) {
    case REGEX_SET:
        return nfa_add_set(spec, shape, nfa, &node->set, next, entry);
    case REGEX_SEQUENCE:
        return build_sequence(spec, shape, nfa, node, next, entry);
    case REGEX_CHOICE:
        return build_choice(spec, shape, nfa, node, next, entry);
    case REGEX_REPEAT:
        return build_repeat(spec, shape, nfa, node, next, entry);
    case REGEX_AHEAD:
        return build_ahead(spec, shape, nfa, node, next, entry);
    case REGEX_BEHIND:
        return build_behind(spec, shape, nfa, node, next, entry);
    case REGEX_END:
        anchor.type = NFA_END;
        break;
    case REGEX_START:
        break;
    }
    return nfa_add(spec, shape, nfa, anchor, entry);
}

/* Any text may stand before and behind what the pattern matches; anchors are in the tree.
 */
bool nfa_build(struct spec *spec, const char *shape, const struct regex *tree, bool may_go_on,
               struct nfa *nfa) {
    struct regex any = {.type = REGEX_SET};
    struct nfa_state accept = {NFA_ACCEPT, 0, 0, 0, 0};
    struct nfa_state split = {NFA_SPLIT, 0, 0, 0, 0};
    uint32_t suffix = 0;
    uint32_t inside;
    memset(nfa, 0, sizeof *nfa);
    if (!code_set_add_class(spec, &any.set, CODE_ANY, false) ||
        !code_set_finish(spec, &any.set, false) || !nfa_add(spec, shape, nfa, accept, &suffix) ||
        (may_go_on && !build_loop(spec, shape, nfa, &any, suffix, &suffix)) ||
        !build_node(spec, shape, nfa, tree, suffix, &split.other) ||
        !nfa_add(spec, shape, nfa, split, &nfa->start) ||
        !nfa_add_set(spec, shape, nfa, &any.set, nfa->start, &inside))
        return false;
    ((struct nfa_state *)nfa->states.items)[nfa->start].next = inside;
    return true;
}
