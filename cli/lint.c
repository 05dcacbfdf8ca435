/* SPDX-License-Identifier: Apache-2.0 */
/* The rules, and a walk over the struct of a request that tries them on every member. */
#include "lint.h"

#include "allocation.h"
#include "anvil/identity.h"
#include "locator.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STEPS_MAX ANVIL_DEPTH_MAX

/* Members that take a shareable resource and whose documentation says nothing of shared ones:
 * spec/identity-members.md, resource types. */
static const struct {
    const char *shape;
    const char *member;
} SILENT[] = {
    {"CreateNotifyConfigurationRequest", "PoolId"},
    {"UpdateNotifyConfigurationRequest", "PoolId"},
    {"CreateRcsAgentRequest", "OptOutListName"},
    {"UpdateRcsAgentRequest", "OptOutListName"},
    {"UpdatePhoneNumberRequest", "OptOutListName"},
    {"CreateRegistrationAssociationRequest", "ResourceId"},
    {"ReleaseSenderIdRequest", "SenderId"},
    {"UpdateSenderIdRequest", "SenderId"},
    {"SendRcsMessageRequest", "OriginationIdentity"},
    {"RcsFallbackConfiguration", "OriginationIdentity"},
};

/* The member that completes a bare sender ID, and the one without which a message has no events:
 * API reference of AWS End User Messaging SMS and Voice v2, texts of these members. */
static const struct anvil_str COUNTRY = ANVIL_STR("IsoCountryCode");
static const struct anvil_str EVENTS = ANVIL_STR("ConfigurationSetName");
static const struct anvil_str SERVICE = ANVIL_STR("sms-voice");

/* Where the walk is. */
struct walk {
    struct cli_lints *lints;
    struct anvil_str text;
    struct anvil_str steps[STEPS_MAX];
    size_t depth;
    char digits[STEPS_MAX][24];
};

static void add(struct walk *walk, const char *name, const char *message) {
    struct cli_lints *lints = walk->lints;
    size_t bytes = 1;

    for (size_t i = 0; i < walk->depth; i++)
        bytes += walk->steps[i].len + 1;
    lints->items = cli_reallocate(lints->items, (lints->count + 1) * sizeof *lints->items);
    struct cli_lint *lint = &lints->items[lints->count++];
    lint->name = name;
    lint->message = message;
    lint->path = cli_allocate(bytes);
    lint->offset = cli_locate(walk->text, walk->steps, walk->depth);
    for (size_t i = 0, at = 0; i < walk->depth; i++) {
        lint->path[at++] = '/';
        memcpy(lint->path + at, walk->steps[i].ptr, walk->steps[i].len);
        at += walk->steps[i].len;
    }
}

static const struct anvil_member *find(const struct anvil_shape *shape, struct anvil_str name) {
    for (size_t i = 0; i < shape->member_count; i++)
        if (anvil_str_equal(anvil_member_name(&shape->members[i]), name))
            return &shape->members[i];
    return NULL;
}

/* Whether a structure has a text member of that name and it is absent. */
static bool lacks(const struct anvil_shape *shape, const void *value, struct anvil_str name) {
    const struct anvil_member *member = find(shape, name);
    struct anvil_str text;

    if (member == NULL || (member->kind != ANVIL_KIND_STRING && member->kind != ANVIL_KIND_ENUM))
        return false;
    memcpy(&text, (const char *)value + member->offset, sizeof text);
    return text.ptr == NULL;
}

static bool is_silent(const struct anvil_shape *shape, struct anvil_str member) {
    for (size_t i = 0; i < sizeof SILENT / sizeof *SILENT; i++)
        if (anvil_str_equal(anvil_shape_name(shape),
                            anvil_str_of(SILENT[i].shape, strlen(SILENT[i].shape))) &&
            anvil_str_equal(member, anvil_str_of(SILENT[i].member, strlen(SILENT[i].member))))
            return true;
    return false;
}

/* One value of an identity-bearing member, or of a list of them, in the structure `owner`. */
static void lint_identity(struct walk *walk, const struct anvil_shape *owner, const void *value,
                          struct anvil_str name, const struct anvil_identity_rule *rule,
                          struct anvil_str text) {
    struct anvil_identity identity = anvil_identify(rule, text);
    bool is_bare = identity.verdict == ANVIL_IDENTITY_OK && identity.resource != NULL &&
                   (identity.flags & ANVIL_IDENTITY_IS_ARN) == 0;

    if (!is_bare)
        return;
    if (identity.resource->is_shareable && !is_silent(owner, name))
        add(walk, "shared-arn",
            "a bare ID or name means a resource of the caller's own account; a shared one needs "
            "its "
            "full ARN");
    if (identity.resource->form == ANVIL_FORM_NAME &&
        ((identity.flags & ANVIL_IDENTITY_NEEDS_COUNTRY) != 0 || lacks(owner, value, COUNTRY)))
        add(walk, "sender-id-country",
            "a sender ID can exist in several countries: give IsoCountryCode, or the sender ID's "
            "ARN");
}

static void lint_structure(struct walk *walk, const struct anvil_shape *shape, const void *value);

/* A value in its place: a member, an item, or the value of a map entry. `owner` is the structure
 * around it, `name` the member's name there. */
static void lint_value(struct walk *walk, const struct anvil_shape *owner, const void *structure,
                       struct anvil_str name, const struct anvil_member *member, const char *slot) {
    const struct anvil_shape *target = member->target;
    struct anvil_list list;
    struct anvil_str text;

    if (member->kind == ANVIL_KIND_STRING) {
        memcpy(&text, slot, sizeof text);
        if (text.ptr != NULL && member->limits != NULL && member->limits->identity != NULL)
            lint_identity(walk, owner, structure, name, member->limits->identity, text);
    } else if (member->kind == ANVIL_KIND_STRUCTURE) {
        const void *inner;
        memcpy(&inner, slot, sizeof inner);
        if (inner != NULL)
            lint_structure(walk, target, inner);
    } else if (member->kind == ANVIL_KIND_LIST && walk->depth < STEPS_MAX) {
        const struct anvil_member *item = &target->members[0];
        bool holds_structs =
            item->kind == ANVIL_KIND_STRUCTURE && (target->flags & ANVIL_SHAPE_SPARSE) == 0;
        memcpy(&list, slot, sizeof list);
        for (size_t i = 0; i < list.count; i++) {
            const char *place = (const char *)list.items + i * target->item_size;
            int bytes = snprintf(walk->digits[walk->depth], sizeof walk->digits[0], "%zu", i);
            walk->steps[walk->depth] = anvil_str_of(walk->digits[walk->depth], (size_t)bytes);
            walk->depth++;
            if (holds_structs)
                lint_structure(walk, item->target, place);
            else
                lint_value(walk, owner, structure, name, item, place);
            walk->depth--;
        }
    }
}

static void lint_structure(struct walk *walk, const struct anvil_shape *shape, const void *value) {
    if (walk->depth == STEPS_MAX)
        return;
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct anvil_member *member = &shape->members[i];
        struct anvil_str name = anvil_member_name(member);
        walk->steps[walk->depth++] = name;
        lint_value(walk, shape, value, name, member, (const char *)value + member->offset);
        walk->depth--;
    }
}

/* A message that is sent without a configuration set. */
static void lint_events(struct walk *walk, const struct anvil_operation *operation,
                        const void *value) {
    bool sends = operation->name.len > 4 && memcmp(operation->name.ptr, "Send", 4) == 0 &&
                 anvil_str_equal(operation->service->arn_service, SERVICE);

    if (!sends || !lacks(operation->input, value, EVENTS))
        return;
    walk->steps[walk->depth++] = EVENTS;
    add(walk, "no-events",
        "without a configuration set no event of this message reaches an event destination");
    walk->depth--;
}

void cli_lint_request(struct cli_lints *lints, const struct anvil_operation *operation,
                      const void *value, struct anvil_str text) {
    struct walk walk = {lints, text, {{NULL, 0}}, 0, {""}};

    cli_lints_free(lints);
    lint_structure(&walk, operation->input, value);
    lint_events(&walk, operation, value);
}

void cli_lints_free(struct cli_lints *lints) {
    for (size_t i = 0; i < lints->count; i++)
        free(lints->items[i].path);
    free(lints->items);
    lints->items = NULL;
    lints->count = 0;
}
