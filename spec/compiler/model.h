/* SPDX-License-Identifier: Apache-2.0 */
/* A Smithy model in memory: what load.c reads out of a JSON AST, resolve.c ties together and
 * layout.c turns into descriptors. Text is terminated and lives as long as the context. */
#ifndef SPEC_MODEL_H
#define SPEC_MODEL_H

#include "anvil/identity.h"
#include "anvil/protocol.h"
#include "anvil/shape.h"
#include "json_tree.h"
#include "spec.h"

#include <stdint.h>

/* The shapes that are not data. Data shapes have the engine's kinds, which are smaller. */
enum {
    SPEC_KIND_SERVICE = ANVIL_KIND_COUNT,
    SPEC_KIND_OPERATION,
    SPEC_KIND_RESOURCE,
    SPEC_KIND_COUNT
};

/* One value of an enum or intEnum. */
struct spec_value {
    const char *name;     /* what it is called in C, upper case */
    const char *text;     /* enum: what stands in the message */
    int32_t number;       /* intEnum: what stands in the message */
    uint8_t error_class;  /* enum anvil_error_class: what an error with this reason means */
    bool has_error_class; /* anvil.retry#class is given */
};

/* One resource type of the anvil.identity#resources trait. */
struct spec_resource {
    const char *type;
    const char *prefix;   /* or NULL */
    const char *id_name;  /* or NULL */
    const char *arn_name; /* or NULL */
    enum anvil_identity_form form;
    uint16_t max_length; /* labels */
    bool is_shareable;
};

/* The anvil.identity#accepts trait. The lists hold const char *. */
struct spec_accepts {
    struct spec_array types;
    struct spec_array extensions;
    struct spec_array literals;
    struct spec_array arn_services;
    struct spec_array endpoints;
    const char *text; /* or NULL */
    uint8_t forms;    /* of the types: bits of enum anvil_identity_forms */
    uint8_t numbers;  /* bits of enum anvil_number_forms */
    bool implies_country;
};

/* What the traits of one shape or member say. A pointer is NULL, a number 0 and a `has_` false
 * when the trait is absent. */
struct spec_traits {
    uint64_t given; /* bit i: the trait trait_table()[i] is present */
    const char
        *unsupported; /* a trait that changes the wire in a way that nobody here can follow */
    uint64_t min;
    uint64_t max; /* ANVIL_UNLIMITED without one */
    bool has_length;
    bool has_range;
    bool has_format;
    bool is_required;
    bool is_token;
    bool is_client_optional;
    bool is_sparse;
    bool is_unique;
    bool is_input;
    bool is_country;
    bool is_retryable;
    bool is_throttling;
    bool is_readonly;
    bool is_idempotent;
    bool can_send_twice;
    bool has_error_class;
    uint8_t error_class;        /* enum anvil_error_class */
    uint8_t format;             /* enum anvil_timestamp_format */
    uint16_t http_error;        /* 0: none */
    struct anvil_str range_min; /* the text of the number; absent: no bound */
    struct anvil_str range_max;
    const char *pattern;
    const struct json *default_value; /* may be a JSON null, which is none */
    const struct json *enum_value;
    const char *fault;                  /* "client" or "server", of an error */
    struct spec_array values;           /* of struct spec_value: smithy.api#enum */
    const struct spec_accepts *accepts; /* anvil.identity#accepts */
    struct spec_array resources;        /* of struct spec_resource */
    const char *arn_namespace;
    const char *signing_name;
    const char *content_type;   /* of the protocol */
    bool is_namespace_left_out; /* the protocol names errors without their namespace */
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
    const char *name;             /* Name, or what the service renames it to */
    const char *name_space;       /* namespace */
    const char *version;          /* of a service, "" without one */
    int kind;                     /* enum anvil_kind, or one of the above */
    struct spec_array members;    /* of struct spec_member; a list has one, a map two */
    struct spec_array operations; /* of struct spec_target, of a service or resource */
    struct spec_array resources;  /* of struct spec_target, of a service or resource */
    struct spec_array errors;     /* of struct spec_target, of a service or operation */
    struct spec_target input;     /* of an operation; id NULL: none */
    struct spec_target output;
    const struct json *rename; /* of a service: old ID to new name; or NULL */
    struct spec_traits traits;
    bool is_input;  /* nothing but the input of operations; set by layout */
    bool is_finite; /* no structure, or one whose required structures end somewhere */
    unsigned visit; /* the last walk over the shapes that came by */
};

struct spec_model {
    struct spec_array shapes; /* of struct spec_shape, sorted by ID */
    struct spec_shape *service;
};

/* The shape that stands for no input, no output and variants without a value. */
#define SPEC_UNIT "smithy.api#Unit"

/* The shape with an ID, or NULL. */
struct spec_shape *spec_find_shape(const struct spec_model *model, const char *id);

/* Reads the text of a model and the overlays of `options`, and makes it whole: mixins, apply
 * statements, overlays. Every shape kind and property that is not understood is refused. */
bool spec_load(struct spec *spec, const char *text, size_t len, const struct spec_options *options,
               struct spec_model *model);

/* Ties targets and picks the service. Refuses what Smithy forbids. */
bool spec_resolve(struct spec *spec, const struct spec_options *options, struct spec_model *model);

/* The name of a kind as Smithy writes it. */
const char *spec_kind_name(int kind);

/* The traits that hold for a member: its own, or else its target's. */
const struct spec_traits *spec_length_traits(const struct spec_member *member);
const struct spec_traits *spec_range_traits(const struct spec_member *member);
const char *spec_member_pattern(const struct spec_member *member);
const struct spec_accepts *spec_member_accepts(const struct spec_member *member);
enum anvil_timestamp_format spec_member_format(const struct spec_member *member);

#endif
