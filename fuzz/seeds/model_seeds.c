/* SPDX-License-Identifier: Apache-2.0 */
/* Small Smithy models: a service with one operation, and one thing to look at in each. */
#include "seed_file.h"

#include <string.h>

#define BEFORE                                                                                     \
    "{\"smithy\":\"2.0\",\"shapes\":{\"n#S\":{\"type\":\"service\",\"version\":\"1\","             \
    "\"operations\":[{\"target\":\"n#O\"}],\"traits\":{\"aws.protocols#awsJson1_0\":{}}},"         \
    "\"n#O\":{\"type\":\"operation\",\"input\":{\"target\":\"n#I\"},\"output\":{\"target\":"       \
    "\"n#R\"}},\"n#R\":{\"type\":\"structure\"},"
#define TRAIT(name, value) ",\"traits\":{\"smithy.api#" name "\":" value "}"
#define INPUT(members) "\"n#I\":{\"type\":\"structure\",\"members\":{" members "}}"
#define MEMBER(name, target) "\"" name "\":{\"target\":\"" target "\"}"
#define API(kind) "smithy.api#" kind

static const struct model {
    const char *name;
    const char *shapes;
} MODELS[] = {
    {"empty-input", INPUT("")},
    {"every-simple-kind", INPUT(MEMBER("a", API("String")) "," MEMBER(
                              "b", API("Boolean")) "," MEMBER("c", API("Intege"
                                                                       "r")) "," MEMBER("d",
                                                                                        API("L"
                                                                                            "o"
                                                                                            "n"
                                                                                            "g")) "," MEMBER("e", API("Double")) "," MEMBER("f", API("Float")) "," MEMBER("g", API("Byte")) "," MEMBER("h", API("Short")) "," MEMBER("i", API("BigInteger")) "," MEMBER("j", API("BigDec"
                                                                                                                                                                                                                                                                                 "imal")) "," MEMBER("k", API("Timestamp")) "," MEMBER("l", API("Blob")) "," MEMBER("m",
                                                                                                                                                                                                                                                                                                                                                                    API("Document")))},
    {"length", "\"n#T\":{\"type\":\"string\"" TRAIT("length", "{\"min\":1,\"max\":5}") "}," INPUT(
                   MEMBER("t", "n#T"))},
    {"length-upside-down", "\"n#T\":{\"type\":\"string\"" TRAIT(
                               "length", "{\"min\":5,\"max\":1}") "}," INPUT(MEMBER("t", "n#T"))},
    {"pattern", "\"n#T\":{\"type\":\"string\"" TRAIT("pattern", "\"^[A-Z]{2}$\"") "}," INPUT(
                    MEMBER("t", "n#T"))},
    {"pattern-bad",
     "\"n#T\":{\"type\":\"string\"" TRAIT("pattern", "\"(\"") "}," INPUT(MEMBER("t", "n#T"))},
    {"range", "\"n#T\":{\"type\":\"integer\"" TRAIT("range", "{\"min\":-1,\"max\":7}") "}," INPUT(
                  MEMBER("t", "n#T"))},
    {"enum", "\"n#T\":{\"type\":\"enum\",\"members\":{\"A\":{\"target\":\"smithy.api#Unit\"" TRAIT(
                 "enumValue",
                 "\"a\"") "},\"B\":{\"target\":\"smithy.api#Unit\"}}}," INPUT(MEMBER("t", "n#T"))},
    {"int-enum",
     "\"n#T\":{\"type\":\"intEnum\",\"members\":{\"A\":{\"target\":\"smithy.api#Unit\"" TRAIT(
         "enumValue", "3") "}}}," INPUT(MEMBER("t", "n#T"))},
    {"list-unique",
     "\"n#L\":{\"type\":\"list\",\"member\":{\"target\":\"smithy.api#String\"}" TRAIT(
         "uniqueItems", "{}") "}," INPUT(MEMBER("l", "n#L"))},
    {"list-sparse",
     "\"n#L\":{\"type\":\"list\",\"member\":{\"target\":\"smithy.api#Integer\"}" TRAIT(
         "sparse", "{}") "}," INPUT(MEMBER("l", "n#L"))},
    {"map", "\"n#M\":{\"type\":\"map\",\"key\":{\"target\":\"smithy.api#String\"},\"value\":{"
            "\"target\":\"n#I\"}}," INPUT(MEMBER("m", "n#M"))},
    {"union", "\"n#U\":{\"type\":\"union\",\"members\":{" MEMBER("a", API("String")) "," MEMBER(
                  "b", "n#U") "}}," INPUT(MEMBER("u", "n#U"))},
    {"recursive", INPUT(MEMBER("i", "n#I"))},
    {"required", INPUT("\"a\":{\"target\":\"smithy.api#String\"" TRAIT("required", "{}") "}")},
    {"default", INPUT("\"a\":{\"target\":\"smithy.api#Integer\"" TRAIT("default", "5") "}")},
    {"default-of-wrong-type",
     INPUT("\"a\":{\"target\":\"smithy.api#Integer\"" TRAIT("default", "\"x\"") "}")},
    {"timestamp-format", INPUT("\"a\":{\"target\":\"smithy.api#Timestamp\"" TRAIT(
                             "timestampFormat", "\"http-date\"") "}")},
    {"token", INPUT("\"a\":{\"target\":\"smithy.api#String\"" TRAIT("idempotencyToken", "{}") "}")},
    {"missing-target", INPUT(MEMBER("a", "n#Nothing"))},
    {"streaming",
     "\"n#B\":{\"type\":\"blob\"" TRAIT("streaming", "{}") "}," INPUT(MEMBER("a", "n#B"))},
    {"unknown-trait",
     INPUT("\"a\":{\"target\":\"smithy.api#String\",\"traits\":{\"x#y\":[1,{}]}}")},
    {"mixin", "\"n#X\":{\"type\":\"structure\",\"members\":{" MEMBER("x", API("String")) "}" TRAIT(
                  "mixin", "{}") "},\"n#I\":{\"type\":\"structure\",\"members\":{},\"mixins\":[{"
                                 "\"target\":\"n#X\"}]}"},
    {"apply", INPUT(MEMBER("a", API("String"))) ",\"n#I$a\":{\"type\":\"apply\"" TRAIT("required",
                                                                                       "{}") "}"},
    {"error", INPUT("") ",\"n#E\":{\"type\":\"structure\",\"members\":{" MEMBER(
                  "message", API("String")) "}" TRAIT("error", "\"client\"") "}"},
    {"real-with-least",
     "\"n#T\":{\"type\":\"double\"" TRAIT("range", "{\"min\":1.5}") "}," INPUT(MEMBER("a", "n#T"))},
    {"real-with-most",
     "\"n#T\":{\"type\":\"float\"" TRAIT("range", "{\"max\":1.5}") "}," INPUT(MEMBER("a", "n#T"))},
    {"big-with-most", "\"n#T\":{\"type\":\"bigDecimal\"" TRAIT("range", "{\"max\":1.5}") "}," INPUT(
                          MEMBER("a", "n#T"))},
    {"big-with-least", "\"n#T\":{\"type\":\"bigInteger\"" TRAIT("range", "{\"min\":8}") "}," INPUT(
                           MEMBER("a", "n#T"))},
    {"long-a", INPUT(MEMBER("a", API("Long")))},
    {"document-a", INPUT(MEMBER("a", API("Document")))},
    {"unique-a", "\"n#L\":{\"type\":\"list\",\"member\":{\"target\":\"smithy.api#String\"}" TRAIT(
                     "uniqueItems", "{}") "}," INPUT(MEMBER("a", "n#L"))},
    {"union-a", "\"n#U\":{\"type\":\"union\",\"members\":{" MEMBER("a", "n#I") "}}," INPUT(
                    MEMBER("a", "n#U"))},
    {"map-a", "\"n#M\":{\"type\":\"map\",\"key\":{\"target\":\"smithy.api#String\"},\"value\":{"
              "\"target\":\"smithy.api#Document\"}}," INPUT(MEMBER("a", "n#M"))},
    {"cut", "\"n#I\":{\"type\":\"struc"},
};

/* A service of awsJson1_1, whose errors are named without a name space. */
static const char JSON_1_1[] =
    "{\"smithy\":\"2.0\",\"shapes\":{\"n#S\":{\"type\":\"service\",\"version\":\"1\","
    "\"operations\":[{"
    "\"target\":\"n#O\"}],\"errors\":[{\"target\":\"n#E\"}],\"traits\":{\"aws.protocols#awsJson1_"
    "1\":{}}},"
    "\"n#O\":{\"type\":\"operation\",\"input\":{\"target\":\"n#I\"},\"output\":{\"target\":\"n#R\"}"
    "},"
    "\"n#I\":{\"type\":\"structure\",\"members\":{}},\"n#R\":{\"type\":\"structure\",\"members\":{}"
    "},"
    "\"n#E\":{\"type\":\"structure\",\"members\":{\"message\":{\"target\":\"smithy.api#String\"}},"
    "\"traits\":{\"smithy.api#error\":\"server\",\"smithy.api#httpError\":503,\"smithy.api#"
    "retryable\":{}}}}}";

/* Identity traits of Anvil's own, as the model of the service has them. */
static const char IDENTITY[] =
    "{\"smithy\":\"2.0\",\"shapes\":{\"n#S\":{\"type\":\"service\",\"version\":\"1\","
    "\"operations\":[{"
    "\"target\":\"n#O\"}],\"traits\":{\"aws.api#service\":{\"arnNamespace\":\"word\"},"
    "\"aws.protocols#awsJson1_0\":{},\"anvil.identity#resources\":[{\"type\":\"po\",\"form\":"
    "\"prefixed\",\"prefix\":\"po\"},{\"type\":\"pool\",\"form\":"
    "\"prefixed\",\"prefix\":\"pool-\"},{"
    "\"type\":\"name\",\"form\":\"name\"}]}},"
    "\"n#O\":{\"type\":\"operation\",\"input\":{\"target\":\"n#I\"},\"output\":{\"target\":\"n#I\"}"
    "},"
    "\"n#I\":{\"type\":\"structure\",\"members\":{\"a\":{\"target\":\"smithy.api#String\","
    "\"traits\":{"
    "\"anvil.identity#accepts\":{\"types\":[\"pool\"]}}}}}}}";

void write_model_seeds(struct seed *seed) {
    for (size_t i = 0; i < sizeof MODELS / sizeof *MODELS; i++) {
        seed_byte(seed, i & 1);
        seed_text(seed, BEFORE);
        seed_text(seed, MODELS[i].shapes);
        seed_text(seed, "}}");
        seed_write(seed, "model_load", "%s", MODELS[i].name);
    }
    seed_byte(seed, 0);
    seed_text(seed, JSON_1_1);
    seed_write(seed, "model_load", "errors-of-json-1-1");
    seed_byte(seed, 0);
    seed_text(seed, IDENTITY);
    seed_write(seed, "model_load", "identity");
    static const char OVERLAY[] =
        "{\"smithy\":\"2.0\",\"shapes\":{\"n#T\":{\"type\":\"string\"" TRAIT("length",
                                                                             "{\"max\":9}") "}}}";
    seed_byte(seed, 2);
    seed_word(seed, strlen(OVERLAY), 2);
    seed_text(seed, OVERLAY);
    seed_text(seed, BEFORE "\"n#T\":{\"type\":\"string\"}," INPUT(MEMBER("t", "n#T")) "}}");
    seed_write(seed, "model_load", "overlay");
}
