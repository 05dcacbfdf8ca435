/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * ARN or ID: what an identity-bearing member holds. The classifier reports, it does not judge; only
 * #ANVIL_CHECK_IDENTITY turns a verdict into a violation. Rules R0 to R11 of spec/rules.md.
 */
#ifndef ANVIL_IDENTITY_H
#define ANVIL_IDENTITY_H

#include "anvil/port.h"
#include "anvil/status.h"
#include "anvil/str.h"

#include <stdint.h>

ANVIL_BEGIN_C

/** How the bare (not ARN) form of a resource is written. */
enum anvil_identity_form {
    ANVIL_FORM_PREFIXED, /**< a prefix and a tail, canonical when the tail is 32 lower-case hex
                            digits */
    ANVIL_FORM_NAME,     /**< a short name of 1 to 11 [A-Za-z0-9_-]; its ARN ends in NAME/COUNTRY */
    ANVIL_FORM_OPAQUE    /**< no bare form is recognised, only the ARN */
};

/** One resource type of a service. Constant data. */
struct anvil_resource {
    struct anvil_str type; /**< the word in its ARN, such as "phone-number" */
    struct anvil_str
        prefix; /**< of its IDs, such as "phone-"; absent unless #ANVIL_FORM_PREFIXED */
    struct anvil_str id_name;  /**< what anvil_identity_kind() calls the bare form; absent: none */
    struct anvil_str arn_name; /**< what anvil_identity_kind() calls the ARN; absent: none */
    uint8_t form;              /**< enum anvil_identity_form */
};

/** The resource types of one service. Constant data. */
struct anvil_resource_table {
    struct anvil_str service; /**< the service word of its ARNs, such as "sms-voice" */
    const struct anvil_resource *resources; /**< `count` types; at most 64 */
    uint16_t count;                         /**< number of types */
};

/** Which identities a member takes. Constant data. */
struct anvil_identity_rule {
    const struct anvil_resource_table *table; /**< the service's resource types */
    uint64_t accepts;                         /**< bit i: resources[i] is taken */
    uint64_t extensions; /**< a subset of `accepts` that the model's wording does not name */
    uint16_t min;        /**< R0: least length in bytes */
    uint16_t max;        /**< R0: greatest length in bytes */
    uint8_t has_country; /**< 1: the message has a country member that completes a bare name (R9);
                            0: a bare name may be ambiguous between countries (R10) */
};

/** What the classifier found out. */
enum anvil_identity_verdict {
    ANVIL_IDENTITY_OK,          /**< a form and kind that the member takes */
    ANVIL_IDENTITY_CONSTRAINT,  /**< R0: length or bytes are outside the pattern; not classified */
    ANVIL_IDENTITY_INVALID_ARN, /**< R1, R2: meant to be an ARN and is none of this service */
    ANVIL_IDENTITY_WRONG_TYPE,  /**< R3 to R5: an ARN or ID of a resource that the member does not
                                   take */
    ANVIL_IDENTITY_UNKNOWN      /**< R5, R6: no known form of ID or name */
};

/** Bits of `struct anvil_identity.flags`. */
enum anvil_identity_flag {
    ANVIL_IDENTITY_CANONICAL = 1, /**< R4: an ID, bare or in its ARN, of prefix and 32 hex digits */
    ANVIL_IDENTITY_AMBIGUOUS = 2, /**< R6: a bare name that is also a prefix and a tail */
    ANVIL_IDENTITY_EXTENSION = 4, /**< R3: taken although the model's wording does not name it */
    ANVIL_IDENTITY_IS_ARN = 8,    /**< R1: the ARN form */
    ANVIL_IDENTITY_NEEDS_COUNTRY = 16 /**< R10: a bare name in a message without a country member */
};

/** The parts of an ARN, views into the classified text. Absent parts have a NULL pointer. */
struct anvil_arn {
    struct anvil_str partition; /**< such as "aws" */
    struct anvil_str service;   /**< such as "sms-voice" */
    struct anvil_str region;    /**< such as "eu-central-1"; may be empty in a foreign ARN */
    struct anvil_str account;   /**< 12 digits; may be empty in a foreign ARN */
    struct anvil_str resource;  /**< everything after the fifth colon */
    struct anvil_str type;      /**< the resource up to its first slash; absent without a slash */
    struct anvil_str id; /**< the resource after its first slash; a name's ARN: without country */
    struct anvil_str country; /**< a name's ARN: the two letters at its end; else absent */
};

/** One classified identity. All views point into the text that was given. */
struct anvil_identity {
    enum anvil_identity_verdict verdict;   /**< the finding */
    unsigned flags;                        /**< bits of enum anvil_identity_flag */
    const struct anvil_resource *resource; /**< the kind of resource; NULL when it is not known */
    struct anvil_str id;  /**< the bare ID or name, also out of an ARN; or absent */
    struct anvil_arn arn; /**< the parts, when it is an ARN; else all absent */
};

/**
 * Splits any ARN: `arn:partition:service:region:account:resource`, six parts, the resource keeping
 * its own colons and slashes. Empty parts are kept; which service or resource it names is not
 * judged.
 *
 * @param text the candidate; absent text is no ARN.
 * @param out  the parts, views into `text`; all absent on error. Must not be NULL.
 * @return #ANVIL_OK, or #ANVIL_E_IDENTITY when `text` does not begin with "arn:" or has fewer
 * parts.
 */
ANVIL_API ANVIL_MUST_CHECK enum anvil_status anvil_arn_parse(struct anvil_str text,
                                                             struct anvil_arn *out);

/**
 * Classifies the value of an identity-bearing member by rules R0 to R6. Every text has a verdict,
 * so the call cannot fail.
 *
 * @param rule what the member takes: `limits->identity` of its descriptor. Must not be NULL.
 * @param text the value; absent text is a #ANVIL_IDENTITY_CONSTRAINT.
 * Cost: linear in the length of the text, no allocation.
 */
ANVIL_API struct anvil_identity anvil_identify(const struct anvil_identity_rule *rule,
                                               struct anvil_str text);

/** Names a verdict as the `anvil` command prints it: "ok", "constraint", "invalid-arn",
 * "wrong-type", "unknown". Never NULL. Static text. */
ANVIL_API const char *anvil_identity_verdict_name(enum anvil_identity_verdict verdict);

/** Names what was found, such as "pool-id" or "sender-id-arn"; absent when the kind is not known or
 * has no name in the table. Constant memory. */
ANVIL_API struct anvil_str anvil_identity_kind(const struct anvil_identity *identity);

ANVIL_END_C

#endif
