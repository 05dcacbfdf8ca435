/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * ARN or ID: what an identity-bearing member holds. The classifier reports, it does not judge; only
 * #ANVIL_CHECK_IDENTITY turns a verdict into a violation. Rules of
 * spec/identity-rules.md.
 *
 * Nothing here allocates or keeps state. Every view that comes out points into the text that went
 * in and lives as long as it.
 */
#ifndef ANVIL_IDENTITY_H
#define ANVIL_IDENTITY_H

#include "anvil/identity_rule.h"
#include "anvil/port.h"
#include "anvil/shape.h"
#include "anvil/status.h"
#include "anvil/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

ANVIL_BEGIN_C

/** What the classifier found out. */
enum anvil_identity_verdict {
    ANVIL_IDENTITY_OK,          /**< a form and kind that the member takes */
    ANVIL_IDENTITY_CONSTRAINT,  /**< R-100: length or bytes are outside the pattern; not
                                   classified */
    ANVIL_IDENTITY_INVALID_ARN, /**< R-101, R-102: meant to be an ARN and is none of this service */
    ANVIL_IDENTITY_WRONG_TYPE,  /**< R-103 to R-106: an ARN or ID of a resource that the member does
                                   not take */
    ANVIL_IDENTITY_UNKNOWN      /**< R-105, R-106: no known form of ID or name */
};

/** Bits of `struct anvil_identity.flags`. */
enum anvil_identity_flag {
    /** an ID, bare or inside its ARN, of its prefix and 32 lower-case hex digits. Never set
     * for names, which have no canonical form, nor for opaque IDs. */
    ANVIL_IDENTITY_CANONICAL = 1,
    /** a bare name that is also a prefix and a tail. R-107: a bare value that a store holds
     * as more than one kind. */
    ANVIL_IDENTITY_AMBIGUOUS = 2,
    ANVIL_IDENTITY_EXTENSION = 4, /**< R-103: taken although the model's wording does not name it */
    ANVIL_IDENTITY_IS_ARN = 8,    /**< R-101: the ARN form */
    ANVIL_IDENTITY_NEEDS_COUNTRY = 16, /**< R-110: a bare name in a message without a country
                                          member: its ARN would be exact */
    ANVIL_IDENTITY_LITERAL = 32,       /**< R-112: a word that means no resource */
    ANVIL_IDENTITY_FOREIGN = 64,       /**< R-113: an ARN of another service */
    ANVIL_IDENTITY_NUMBER = 128,       /**< R-114: a telephone number */
    ANVIL_IDENTITY_ENDPOINT = 256,     /**< R-115: an endpoint of another service */
    ANVIL_IDENTITY_TEXT = 512          /**< R-112: any text that the member takes */
};

/**
 * The parts of an ARN. Views into its text when they come out of anvil_arn_parse() or
 * anvil_identify(), anybody's text when they go into anvil_arn_write(). An absent part has a NULL
 * pointer; an empty part has a pointer.
 */
struct anvil_arn {
    struct anvil_str partition; /**< such as "aws" */
    struct anvil_str service;   /**< such as "sms-voice" */
    struct anvil_str region;    /**< such as "eu-central-1"; may be empty in another service's */
    struct anvil_str account;   /**< 12 digits; may be empty in another service's */
    struct anvil_str resource;  /**< everything after the fifth colon */
    struct anvil_str type;      /**< the resource up to its first slash; absent without a slash */
    struct anvil_str id;        /**< the resource after its first slash, absent without a slash; out
                                   of anvil_identify() a name comes without its country */
    struct anvil_str country; /**< only out of anvil_identify(), and only for names: the two letters
                                 at the end; else absent */
};

/**
 * One classified identity. `kind` points into the table or at static text, all other views into the
 * text that was given.
 *
 * For the verdicts OK and WRONG_TYPE all members are set as described; for the other verdicts
 * nothing was recognised, and flags, resource, kind, id and arn are zero. The parts of an ARN of
 * another service are to be had from anvil_arn_parse() where the member takes none.
 */
struct anvil_identity {
    enum anvil_identity_verdict verdict;   /**< the finding */
    unsigned flags;                        /**< bits of enum anvil_identity_flag */
    const struct anvil_resource *resource; /**< the type of resource, an entry of the rule's table;
                                              NULL for what is no resource of the service */
    struct anvil_str kind;                 /**< what anvil_identity_kind() answers */
    struct anvil_str id;  /**< the bare ID or name: the whole text, or the ARN's part; absent in
                             ARNs of other services that have none */
    struct anvil_arn arn; /**< the parts, when it is an ARN; else all absent */
};

/**
 * Splits any ARN: `arn:partition:service:region:account:resource`, six parts, the resource keeping
 * its own colons and slashes. Empty parts are kept; nothing is said about what the parts hold.
 * Rule R-102, first half.
 *
 * @param text the candidate; absent text is no ARN. Not copied.
 * @param out  the parts, views into `text`; all absent on error. Must not be NULL.
 * @return #ANVIL_OK, or #ANVIL_E_IDENTITY when `text` does not begin with "arn:" or has fewer
 * parts.
 *
 * Cost: linear in the length of the text.
 */
ANVIL_API ANVIL_MUST_CHECK enum anvil_status anvil_arn_parse(struct anvil_str text,
                                                             struct anvil_arn *out);

/**
 * Writes the ARN of a resource of one service from its parts: the only spelling that
 * anvil_identify() reads back as the same parts. Rule R-111.
 *
 * @param table     the service's resource types. Must not be NULL.
 * @param parts     `partition`, `region`, `account`, `type` and `id` are needed, `country` for
 *                  names (ignored for other types). An absent `service` means the table's.
 *                  `resource` is ignored. So the `arn` of an identity can be passed as it is, and
 *                  for a bare ID the caller's own partition, region and account complete it.
 * @param buffer    where the text goes, not overlapping the parts; an exact fit is enough, no
 *                  terminator is written. May be NULL when `capacity` is 0, to measure.
 * @param capacity  its size in bytes.
 * @param out_bytes the length of the text: written on #ANVIL_OK, needed on #ANVIL_E_BUFFER, else 0.
 *                  Must not be NULL.
 * @return #ANVIL_OK; #ANVIL_E_BUFFER, the buffer is then untouched; #ANVIL_E_IDENTITY when the
 *         parts break rule R-102, which wins over a short buffer; #ANVIL_E_ARGUMENT.
 *
 * Cost: linear in the length of the parts and the number of resource types.
 */
ANVIL_API ANVIL_MUST_CHECK enum anvil_status
anvil_arn_write(const struct anvil_resource_table *table, const struct anvil_arn *parts,
                char *buffer, size_t capacity, size_t *out_bytes);

/**
 * Classifies the value of an identity-bearing member by rules to
 * Every text
 * has exactly one verdict, so the call cannot fail.
 *
 * @param rule what the member takes: `limits->identity` of its descriptor. Must not be NULL.
 * @param text the value; absent text is a #ANVIL_IDENTITY_CONSTRAINT. Not copied.
 *
 * Cost: linear in the length of the text and in the number of resource types.
 */
ANVIL_API struct anvil_identity anvil_identify(const struct anvil_identity_rule *rule,
                                               struct anvil_str text);

/** What an account holds, asked one resource at a time. */
struct anvil_identity_store {
    /**
     * Tells whether the account holds a resource of type `resource` under exactly this bare ID or
     * name. `id` is never absent or empty. Must not be NULL.
     */
    bool (*holds)(void *context, const struct anvil_resource *resource, struct anvil_str id);
    void *context; /**< the first argument of `holds` */
};

/**
 * Classifies as anvil_identify() does, but lets what exists beat what the value looks like (rule
 * a bare value under which the store holds a resource of one kind that the member takes is
 * that kind. One that the store holds as several kinds keeps the kind that it looks like, or else
 * gets the first, and is #ANVIL_IDENTITY_AMBIGUOUS. One that it does not hold is judged by its
 * looks. ARNs and values that break a constraint are never looked up.
 *
 * @param rule  what the member takes. Must not be NULL.
 * @param store what the account holds. Must not be NULL.
 * @param text  the value, as for anvil_identify().
 *
 * Cost: as anvil_identify(), and one question for each kind that the member takes.
 */
ANVIL_API struct anvil_identity anvil_identify_stored(const struct anvil_identity_rule *rule,
                                                      const struct anvil_identity_store *store,
                                                      struct anvil_str text);

/** Who asks, and where. An absent part is not known and is not compared. */
struct anvil_identity_caller {
    struct anvil_str partition; /**< of the endpoint, such as "aws" */
    struct anvil_str region;    /**< of the endpoint, such as "eu-central-1" */
    struct anvil_str account;   /**< whose credentials sign the call: 12 digits */
};

/** Where a resource lives, seen from the caller. */
enum anvil_identity_scope {
    ANVIL_SCOPE_NONE,            /**< no identity was recognised */
    ANVIL_SCOPE_OWN,             /**< in the caller's account and region */
    ANVIL_SCOPE_OTHER_PARTITION, /**< out of this endpoint's reach */
    ANVIL_SCOPE_OTHER_REGION,    /**< out of this endpoint's reach */
    ANVIL_SCOPE_OTHER_ACCOUNT    /**< within reach if its owner shares it */
};

/**
 * Tells where the named resource lives. A bare ID or name always means the caller's own
 * account and region. Partition is compared before region, region before account. Cost: constant.
 *
 * @param identity a classified identity of any verdict. Must not be NULL.
 * @param caller   whose call it is. Must not be NULL.
 */
ANVIL_API enum anvil_identity_scope
anvil_identity_scope_of(const struct anvil_identity *identity,
                        const struct anvil_identity_caller *caller);

/** How the country in an identity relates to the country of its message. */
enum anvil_identity_country {
    ANVIL_COUNTRY_NONE, /**< one of the two is missing: nothing to compare */
    ANVIL_COUNTRY_SAME, /**< they agree */
    ANVIL_COUNTRY_OTHER /**< they contradict each other */
};

/**
 * Compares the country at the end of a name's ARN with the one that the message gives.
 * Byte for byte: country codes are upper case on both sides. Cost: constant.
 *
 * @param identity a classified identity of any verdict. Must not be NULL.
 * @param country  the message's country member, or absent.
 */
ANVIL_API enum anvil_identity_country
anvil_identity_compare_country(const struct anvil_identity *identity, struct anvil_str country);

/** Names a verdict as the `anvil` command prints it: "ok", "constraint", "invalid-arn",
 * "wrong-type", "unknown". Never NULL; "unknown" for a value outside the enum. Static text. */
ANVIL_API const char *anvil_identity_verdict_name(enum anvil_identity_verdict verdict);

/**
 * Names what was found, such as "pool-id" or "sender-id-arn", "e164-number", "digits",
 * "formatted-number", "sns-arn", "connect-endpoint", the literal itself, or the word for other text
 * such as "keyword"; "foreign-arn" for the ARN of a service that the member does not take. Absent
 * when nothing was recognised or when its form has no name in the table. Static memory. `identity`
 * must not be NULL.
 */
ANVIL_API struct anvil_str anvil_identity_kind(const struct anvil_identity *identity);

ANVIL_END_C

#endif
