/* SPDX-License-Identifier: Apache-2.0 */
/* Traits that change nothing that Anvil reads, checks or writes: documentation, tooling, the HTTP
 * bindings and names that awsJson ignores, and what a transport or an endpoint does around a
 * message. What Smithy and the AWS protocols define and what is neither here nor in traits.c may
 * change the wire; what others define cannot, because no protocol knows it. */
#include "inert_traits.h"

#include <string.h>

/* Whose traits an awsJson codec would have to know. */
static const char *const judged[] = {"smithy.api#", "aws.protocols#", "anvil.", NULL};

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
    "smithy.api#mixin", /* settled in whole.c */
    "smithy.api#idRef",
    "smithy.api#suppress",
    "smithy.api#references",
    "smithy.api#addedDefault",
    "smithy.api#box",
    "smithy.api#output",
    "smithy.api#paginated",
    "smithy.api#notProperty",
    "smithy.api#property",
    "smithy.api#nestedProperties",
    "smithy.api#noReplace",
    "smithy.api#resourceIdentifier",
    "smithy.api#protocolDefinition",
    "smithy.api#authDefinition",
    "smithy.api#traitValidators",
    /* who may call, and where: around the message */
    "smithy.api#auth",
    "smithy.api#optionalAuth",
    "smithy.api#httpBasicAuth",
    "smithy.api#httpDigestAuth",
    "smithy.api#httpBearerAuth",
    "smithy.api#httpApiKeyAuth",
    "smithy.api#endpoint",
    "smithy.api#hostLabel",
    "smithy.api#requestCompression", /* a client may, it need not */
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
    /* other protocols of the same service, and their names for things */
    "aws.protocols#awsQuery",
    "aws.protocols#awsQueryError",
    "aws.protocols#awsQueryCompatible", /* one more header; the bodies stay */
    "aws.protocols#ec2Query",
    "aws.protocols#ec2QueryName",
    "aws.protocols#restJson1",
    "aws.protocols#restXml",
};

bool spec_is_inert_trait(const char *id) {
    bool is_judged = false;
    for (const char *const *prefix = judged; *prefix != NULL; prefix++)
        is_judged = is_judged || strncmp(id, *prefix, strlen(*prefix)) == 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(id, names[i]) == 0)
            return true;
    return !is_judged;
}
