/* SPDX-License-Identifier: Apache-2.0 */
/* Traits that change nothing that Anvil reads, checks or writes: documentation, tooling, and the
 * HTTP bindings and names that awsJson ignores. Whatever is neither here nor in traits.c is
 * refused, because it may change the wire. */
#include "inert_traits.h"

#include <string.h>

static const char *const namespaces[] = {
    "smithy.rules#",   /* endpoints */
    "smithy.test#",    /* examples of messages */
    "smithy.waiters#", /* polling */
    "aws.iam#",        /* access control */
    "aws.cloudformation#",
    "aws.cloudtrail#",
    "aws.endpoints#",
};

static const char *const names[] = {
    /* documentation */
    "smithy.api#documentation",
    "smithy.api#externalDocumentation",
    "smithy.api#title",
    "smithy.api#tags",
    "smithy.api#since",
    "smithy.api#deprecated",
    "smithy.api#examples",
    "smithy.api#recommended",
    "smithy.api#internal",
    "smithy.api#unstable",
    "smithy.api#sensitive", /* no value is ever echoed anyway */
    /* tooling */
    "smithy.api#private",
    "smithy.api#trait",
    "smithy.api#suppress",
    "smithy.api#references",
    "smithy.api#addedDefault",
    "smithy.api#clientOptional",
    "smithy.api#input",
    "smithy.api#output",
    "smithy.api#readonly",
    "smithy.api#idempotent",
    "smithy.api#paginated",
    "smithy.api#notProperty",
    "smithy.api#property",
    "smithy.api#resourceIdentifier",
    "aws.api#arn",
    "aws.api#arnReference",
    "aws.api#controlPlane",
    "aws.api#dataPlane",
    "aws.api#tagEnabled",
    "aws.api#taggable",
    /* awsJson ignores the bindings of HTTP protocols and other names of members, and a media type
     * does not change how a string is sent */
    "smithy.api#http",
    "smithy.api#httpHeader",
    "smithy.api#httpLabel",
    "smithy.api#httpQuery",
    "smithy.api#httpQueryParams",
    "smithy.api#httpPrefixHeaders",
    "smithy.api#httpPayload",
    "smithy.api#httpResponseCode",
    "smithy.api#cors",
    "smithy.api#jsonName",
    "smithy.api#xmlName",
    "smithy.api#xmlNamespace",
    "smithy.api#xmlAttribute",
    "smithy.api#xmlFlattened",
    "smithy.api#mediaType",
};

bool spec_is_inert_trait(const char *id) {
    for (size_t i = 0; i < sizeof namespaces / sizeof *namespaces; i++)
        if (strncmp(id, namespaces[i], strlen(namespaces[i])) == 0)
            return true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(id, names[i]) == 0)
            return true;
    return false;
}
