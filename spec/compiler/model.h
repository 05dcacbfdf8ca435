/* SPDX-License-Identifier: Apache-2.0 */
/* A Smithy model in memory: what load.c reads out of a JSON AST, resolve.c ties together and
 * layout.c turns into descriptors. Text is terminated and lives as long as the context. */
#ifndef SPEC_MODEL_H
#define SPEC_MODEL_H

#include "anvil/identity.h"
#include "anvil/shape.h"
#include "spec.h"

#include <stdint.h>

/* The shapes that are not data. Data shapes have the engine's kinds, which are smaller. */
enum {
    SPEC_KIND_SERVICE = ANVIL_KIND_COUNT,
    SPEC_KIND_OPERATION,
    SPEC_KIND_UNIT /* smithy.api#Unit: the target of an enum's members */
};

/* One value of an enum. */
struct spec_value {
    const char *name; /* what it is called in C, upper case */
    const char *text; /* what stands in the message */
};

/* One resource type of the anvil.identity#resources trait. */
struct spec_resource {
    const char *type;
    const char *prefix;   /* or NULL */
    const char *id_name;  /* or NULL */
    const char *arn_name; /* or NULL */
    enum anvil_identity_form form;
};

/* What the traits of one shape or member say. A pointer is NULL, a number 0 and a `has_` false
 * when the trait is absent. */
struct spec_traits {
    uint64_t given; /* bit i: the trait trait_table()[i] is present */
    uint64_t min;
    uint64_t max; /* ANVIL_UNLIMITED without one */
    bool has_length;
    bool is_required;
    bool is_token;
    bool is_country;
    bool is_retryable;
    bool is_throttling;
    const char *pattern;
    const char *enum_value;
    const char *fault; /* "client" or "server", of an error */
    uint16_t http_error;
    struct spec_array values;     /* of struct spec_value: smithy.api#enum */
    bool has_identity;            /* anvil.identity#accepts */
    struct spec_array accepts;    /* of const char *: resource types */
    struct spec_array extensions; /* of const char * */
    struct spec_array resources;  /* of struct spec_resource */
    const char *arn_namespace;
    const char *signing_name;
    const char *content_type; /* of the protocol */
};

struct spec_shape;

/* A reference to a shape, by its absolute ID. */
struct spec_target {
    const char *id;
    struct spec_shape *shape; /* set by resolve */
};

struct spec_member {
    const char *name;
    struct spec_target target;
    struct spec_traits traits;
};

struct spec_shape {
    const char *id;               /* namespace#Name */
    const char *name;             /* Name */
    const char *name_space;       /* namespace */
    const char *version;          /* of a service */
    int kind;                     /* enum anvil_kind, or one of the above */
    struct spec_array members;    /* of struct spec_member; a list has one, "member" */
    struct spec_array operations; /* of struct spec_target, of a service */
    struct spec_array errors;     /* of struct spec_target, of an operation */
    struct spec_target input;     /* of an operation; id NULL: none */
    struct spec_target output;
    struct spec_traits traits;
    uint32_t depth; /* of its required structures; used by resolve */
};

struct spec_model {
    struct spec_array shapes; /* of struct spec_shape, sorted by ID */
    const struct spec_shape *service;
};

/* The shape with an ID, or NULL. */
struct spec_shape *spec_find_shape(const struct spec_model *model, const char *id);

/* Reads `len` bytes of JSON. Every shape kind, property and trait that is not understood is
 * refused. */
bool spec_load(struct spec *spec, const char *text, size_t len, struct spec_model *model);

/* Ties targets, lets member traits replace those of their targets, and refuses what Smithy forbids
 * or the descriptors cannot hold. */
bool spec_resolve(struct spec *spec, struct spec_model *model);

/* The name of a kind as Smithy writes it. */
const char *spec_kind_name(int kind);

/* The limits that hold for a member: its own trait, or else its target's. */
const struct spec_traits *spec_length_traits(const struct spec_member *member);
const char *spec_member_pattern(const struct spec_member *member);

#endif
