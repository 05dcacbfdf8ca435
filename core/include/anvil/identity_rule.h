/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Descriptors of identities: a service's resource types, and which of them a member takes. Constant
 * data, written by spec/compiler from the model's identity traits.
 */
#ifndef ANVIL_IDENTITY_RULE_H
#define ANVIL_IDENTITY_RULE_H

#include "anvil/port.h"
#include "anvil/shape.h"
#include "anvil/str.h"

#include <stdint.h>

ANVIL_BEGIN_C

/** How the bare (not ARN) form of a resource is written. */
enum anvil_identity_form {
    ANVIL_FORM_PREFIXED, /**< a prefix and a tail, canonical when the tail is 32 lower-case hex
                            digits */
    ANVIL_FORM_NAME,     /**< a short name of 1 to 11 [A-Za-z0-9_-]; its ARN ends in NAME/COUNTRY */
    ANVIL_FORM_OPAQUE, /**< an ID whose form is not known: recognised where a member takes this one
                          type and nothing else fits */
    ANVIL_FORM_LABEL   /**< a name of 1 to `max_length` [A-Za-z0-9_-] that the customer chose:
                          recognised where a member takes this one type */
};

/** One resource type of a service. Constant data. */
struct anvil_resource {
    struct anvil_str type;     /**< the word in its ARN, such as "phone-number" */
    struct anvil_str prefix;   /**< of its IDs, such as "phone-", one or more bytes [A-Za-z0-9_-];
                                  absent unless   #ANVIL_FORM_PREFIXED */
    struct anvil_str id_name;  /**< what anvil_identity_kind() calls the bare form; absent: none */
    struct anvil_str arn_name; /**< what anvil_identity_kind() calls the ARN; absent: none */
    uint16_t max_length;       /**< labels: greatest length in bytes; else 0 */
    uint8_t form;              /**< enum anvil_identity_form */
    uint8_t is_shareable;      /**< 1: one account can share it with another, by its ARN only */
};

/** The resource types of one service. Constant data. */
struct anvil_resource_table {
    struct anvil_str service; /**< the service word of its ARNs, such as "sms-voice" */
    const struct anvil_resource *resources; /**< `count` types; at most 64 */
    uint16_t count;                         /**< number of types */
};

/** In which of their two forms a member takes resources; bits. */
enum anvil_reference_form {
    ANVIL_TAKES_ID = 1, /**< the bare ID or name */
    ANVIL_TAKES_ARN = 2 /**< the ARN */
};

/** Which telephone numbers a member takes; bits. */
enum anvil_number_form {
    ANVIL_NUMBER_E164 = 1,   /**< a plus sign and digits */
    ANVIL_NUMBER_DIGITS = 2, /**< a short code, or a number without its plus sign */
    ANVIL_NUMBER_FORMATTED =
        4 /**< a plus sign, digits, and spaces, dots or brackets between them */
};

/** What a member takes besides resources of the service. Constant data. */
struct anvil_identity_other {
    const struct anvil_str *literals; /**< words that mean no resource, such as "UNSET_..." */
    const struct anvil_str
        *arns; /**< other services whose ARNs it takes, as kinds: the service word and "-arn" */
    const struct anvil_str *endpoints; /**< endpoints that it takes, as kinds: the first word of
                                          WORD.REGION.amazonaws.com and "-endpoint" */
    struct anvil_str text;  /**< what any other text is, such as "keyword"; absent: not taken */
    uint8_t literal_count;  /**< number of literals */
    uint8_t arn_count;      /**< number of services */
    uint8_t endpoint_count; /**< number of endpoints */
    uint8_t numbers;        /**< bits of enum anvil_number_form */
};

/** Which identities a member takes. Constant data. */
struct anvil_identity_rule {
    const struct anvil_resource_table *table; /**< the service's resource types */
    uint64_t accepts;                         /**< bit i: resources[i] is taken */
    uint64_t extensions; /**< a subset of `accepts` that the model's wording does not name */
    const struct anvil_identity_other *other; /**< what else it takes; NULL: nothing */
    struct anvil_class bytes; /**< R-100: the ASCII bytes that its pattern can hold */
    uint16_t min;             /**< R-100: least length in code points */
    uint16_t max;             /**< R-100: greatest length in code points; UINT16_MAX: none */
    uint8_t takes_utf8;       /**< R-100: 1: its pattern can hold more than ASCII */
    uint8_t forms;            /**< of the resources: bits of enum anvil_reference_form */
    uint8_t has_country; /**< 1: the message has a member that completes a bare name (R-109); 0: a
                            bare name may be ambiguous between countries */
};

ANVIL_END_C

#endif
