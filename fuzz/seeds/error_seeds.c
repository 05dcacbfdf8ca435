/* SPDX-License-Identifier: Apache-2.0 */
/* Errors: every error of the service by header and by body, and what stands in front of services.
 */
#include "seed_file.h"

#include "property/made_message.h"
#include "smsv2/smsv2.h"

#include <string.h>

static void begin(struct seed *seed, size_t choice, struct anvil_str type) {
    seed_byte(seed, 0);
    seed_byte(seed, choice);
    seed_byte(seed, type.len);
    seed_put(seed, type.ptr, type.len);
}

/* The same for the target that takes memory away. */
static void write_short(struct seed *seed, const struct made_message *made, struct anvil_str name) {
    seed_byte(seed, 0);
    seed_byte(seed, 1);
    seed_text(seed, "{\"__type\":\"n#");
    seed_put(seed, name.ptr, name.len);
    seed_text(seed, "\",\"c\\u006fde\":\"\\u0041\",\"Message\":\"a\\nb\"");
    if (made->len > 2)
        seed_text(seed, ",");
    seed_put(seed, made->bytes + 1, made->len - 1);
    seed_write(seed, "arena_short", "error-%.*s", (int)name.len, name.ptr);
}

static void write_error(struct seed *seed, const struct anvil_error_type *type) {
    static struct made_message made;
    struct made_plan plan = {MADE_ONE, 0, MADE_WITHOUT_FAULT};
    struct anvil_str name = anvil_shape_name(type->shape);
    made_message(&made, type->shape, &plan);
    begin(seed, 3, name);
    seed_put(seed, made.bytes, made.len);
    seed_write(seed, "error_decode", "%.*s-by-header", (int)name.len, name.ptr);
    begin(seed, 0, anvil_str_of("", 0));
    seed_text(seed, "{\"__type\":\"com.amazonaws.pinpointsmsvoicev2#");
    seed_put(seed, name.ptr, name.len);
    seed_text(seed, made.len > 2 ? "\"," : "\"");
    seed_put(seed, made.bytes + 1, made.len - 1);
    seed_write(seed, "error_decode", "%.*s-by-type", (int)name.len, name.ptr);
    write_short(seed, &made, name);
    made_free(&made);
}

static const struct answer {
    const char *name;
    unsigned status;    /* its place in the target's list */
    const char *header; /* NULL: none */
    const char *body;
} ANSWERS[] = {
    {"html", 13, NULL, "<html><body>502 Bad Gateway</body></html>"},
    {"empty", 12, NULL, ""},
    {"code", 0, NULL, "{\"code\":\"ConflictException\",\"Message\":\"m\"}"},
    {"type-and-code", 0, NULL,
     "{\"code\":\"a\",\"__type\":\"ValidationException\",\"message\":\"m\"}"},
    {"namespace-and-uri", 0, "aws.x#ThrottlingException:http://a/b#c", "{}"},
    {"escaped-type", 0, NULL,
     "{\"__typ\\u0065\":\"Thrott\\u006cingException\",\"message\":\"\\n\"}"},
    {"type-is-no-string", 0, NULL, "{\"__type\":1,\"message\":{},\"code\":[\"a\"]}"},
    {"type-twice", 0, NULL,
     "{\"__type\":\"a\",\"__type\":\"b\",\"message\":\"a\",\"message\":\"b\"}"},
    {"type-inside", 0, NULL, "{\"a\":{\"__type\":\"b\"},\"message\":\"m\"}"},
    {"both-messages", 0, NULL, "{\"Message\":\"A\",\"message\":\"b\"}"},
    {"cut", 0, NULL, "{\"__type\":\"ConflictException\",\"mess"},
    {"array", 0, NULL, "[\"__type\"]"},
    {"gateway-timeout", 14, NULL, "{}"},
    {"server-error", 10, NULL, "{\"__type\":\"\\u0041\"}"},
    {"bad-gateway", 12, NULL, "{}"},
    {"throttled-by-status", 9, NULL, "{}"},
    {"unavailable", 13, NULL, "{\"__type\":\"NoSuchException\"}"},
    {"throttled-by-name", 0, "RequestLimitExceeded", ""},
    {"timeout-by-name", 0, "RequestTimeout", ""},
    {"throttled-by-no-name", 0, "ThrottledExceptionElsewhere", ""},
    {"wrong-member", 0, "ConflictException", "{\"Reason\":1}"},
    {"status-zero", 15, NULL, "{}"},
};

void write_error_seeds(struct seed *seed) {
    const struct anvil_service *service = smsv2_operations.service;
    for (size_t i = 0; i < service->error_count; i++)
        write_error(seed, service->errors[i]);
    for (size_t i = 0; i < sizeof ANSWERS / sizeof *ANSWERS; i++) {
        const char *header = ANSWERS[i].header != NULL ? ANSWERS[i].header : "";
        begin(seed, (ANSWERS[i].status << 4) | (ANSWERS[i].header != NULL),
              anvil_str_of(header, strlen(header)));
        seed_text(seed, ANSWERS[i].body);
        seed_write(seed, "error_decode", "answer-%s", ANSWERS[i].name);
    }
}
