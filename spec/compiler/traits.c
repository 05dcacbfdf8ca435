/* SPDX-License-Identifier: Apache-2.0 */
/* One row for each trait that the compiler understands: where it may stand and how it is read. */
#include "traits.h"

#include "inert_traits.h"
#include "read_trait.h"

#include <string.h>

#define KIND(name) (1u << ANVIL_KIND_##name)
#define DATA ((1u << ANVIL_KIND_COUNT) - 1u)
#define TEXT (KIND(STRING) | KIND(ENUM))
#define COUNTED (TEXT | KIND(LIST) | KIND(MAP) | KIND(BLOB))
#define NUMBERS                                                                                    \
    (KIND(BYTE) | KIND(SHORT) | KIND(INTEGER) | KIND(LONG) | KIND(FLOAT) | KIND(DOUBLE) |          \
     KIND(BIG_INTEGER) | KIND(BIG_DECIMAL) | KIND(INT_ENUM))
#define SERVICE (1u << SPEC_KIND_SERVICE)
#define OPERATION (1u << SPEC_KIND_OPERATION)

/* A trait whose presence says it all is the place of its boolean; the others have a reader. */
#define IS(field) offsetof(struct spec_traits, field), NULL
#define BY(reader) 0, reader

static const struct {
    const char *id;
    unsigned on_shapes;  /* kinds that may carry it */
    unsigned on_members; /* kinds that the target of a member may have that carries it */
    size_t flag;
    spec_trait_reader *read;
} trait_table[] = {
    {"smithy.api#required", 0, DATA, IS(is_required)},
    {"smithy.api#clientOptional", 0, DATA, IS(is_client_optional)},
    {"smithy.api#idempotencyToken", 0, KIND(STRING), IS(is_token)},
    {"smithy.api#default", DATA, DATA, BY(spec_read_default)},
    {"smithy.api#length", COUNTED, COUNTED, BY(spec_read_length)},
    {"smithy.api#range", NUMBERS, NUMBERS, BY(spec_read_range)},
    {"smithy.api#pattern", TEXT, TEXT, BY(spec_read_pattern)},
    {"smithy.api#uniqueItems", KIND(LIST), 0, IS(is_unique)},
    {"smithy.api#sparse", KIND(LIST) | KIND(MAP), 0, IS(is_sparse)},
    {"smithy.api#timestampFormat", KIND(TIMESTAMP), KIND(TIMESTAMP),
     BY(spec_read_timestamp_format)},
    {"smithy.api#enum", TEXT, 0, BY(spec_read_enum)},
    {"smithy.api#enumValue", 0, KIND(STRUCTURE), BY(spec_read_enum_value)},
    {"smithy.api#input", KIND(STRUCTURE), 0, IS(is_input)},
    {"smithy.api#error", KIND(STRUCTURE), 0, BY(spec_read_error)},
    {"smithy.api#httpError", KIND(STRUCTURE), 0, BY(spec_read_http_error)},
    {"smithy.api#retryable", KIND(STRUCTURE), 0, BY(spec_read_retryable)},
    {"smithy.api#readonly", OPERATION, 0, IS(is_readonly)},
    {"smithy.api#idempotent", OPERATION, 0, IS(is_idempotent)},
    {"aws.api#service", SERVICE, 0, BY(spec_read_aws_service)},
    {"aws.auth#sigv4", SERVICE, 0, BY(spec_read_sigv4)},
    {"aws.protocols#awsJson1_0", SERVICE, 0, BY(spec_read_aws_json_1_0)},
    {"aws.protocols#awsJson1_1", SERVICE, 0, BY(spec_read_aws_json_1_1)},
    {"anvil.identity#resources", SERVICE, 0, BY(spec_read_resources)},
    {"anvil.identity#accepts", KIND(STRING), KIND(STRING), BY(spec_read_accepts)},
    {"anvil.identity#country", KIND(STRING), 0, IS(is_country)},
    {"anvil.retry#class", KIND(STRUCTURE), KIND(STRUCTURE), BY(spec_read_retry_class)},
    {"anvil.retry#canSendTwice", OPERATION, 0, IS(can_send_twice)},
};

#define TRAIT_COUNT (sizeof trait_table / sizeof *trait_table)

static size_t find_trait(const char *id) {
    size_t row = 0;
    while (row < TRAIT_COUNT && strcmp(trait_table[row].id, id) != 0)
        row++;
    return row;
}

static bool read_trait(struct spec *spec, const char *where, const struct json_part *trait,
                       struct spec_traits *traits) {
    size_t row = find_trait(trait->key);
    if (row == TRAIT_COUNT) {
        if (!spec_is_inert_trait(trait->key) && traits->unsupported == NULL)
            traits->unsupported = trait->key;
        return true;
    }
    traits->given |= UINT64_C(1) << row;
    if (trait_table[row].read != NULL)
        return trait_table[row].read(spec, where, trait->value, traits);
    *((bool *)((char *)traits + trait_table[row].flag)) = true;
    return true;
}

bool spec_read_traits(struct spec *spec, const char *where, const struct json *object,
                      struct spec_traits *traits) {
    traits->max = ANVIL_UNLIMITED;
    if (object != NULL && object->type != JSON_OBJECT)
        return spec_fail(spec, where, "\"traits\" must be an object");
    for (size_t i = 0; i < json_count(object); i++)
        if (!read_trait(spec, where, &json_parts(object)[i], traits))
            return false;
    return true;
}

bool spec_check_traits(struct spec *spec, const char *where, const struct spec_traits *traits,
                       int kind, bool on_member) {
    for (size_t row = 0; row < TRAIT_COUNT; row++) {
        unsigned kinds = on_member ? trait_table[row].on_members : trait_table[row].on_shapes;
        if ((traits->given >> row & 1) != 0 && (kinds >> kind & 1) == 0)
            return spec_fail(spec, where, "the trait %s has no meaning on a %s%s",
                             trait_table[row].id, on_member ? "member of type " : "",
                             spec_kind_name(kind));
    }
    return true;
}
