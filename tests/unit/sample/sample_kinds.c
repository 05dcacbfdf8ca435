/* SPDX-License-Identifier: Apache-2.0 */
/* The descriptors of the message with every kind. */
#include "sample/sample_kinds.h"

#include "sample/descriptor.h"
#include "sample/sample_limits.h"

const struct anvil_shape sample_unit_shape = {.row = &anvil_structure_row,
                                              NAME("Unit"),
                                              .size = sizeof(struct sample_unit),
                                              .align = _Alignof(struct sample_unit),
                                              .kind = ANVIL_KIND_STRUCTURE};

/* ---- lists ---- */

static const struct anvil_member TEXT_ITEM[1] = {
    SCALAR_ITEM(ANVIL_KIND_STRING, NULL, &sample_any_run)};
static const struct anvil_shape TEXTS = LIST("TextList", TEXT_ITEM, struct anvil_str, 0);
static const struct anvil_shape SPARSE_TEXTS =
    LIST("SparseTexts", TEXT_ITEM, struct anvil_str, ANVIL_SHAPE_SPARSE);
static const struct anvil_member LONG_ITEM[1] = {SCALAR_ITEM(ANVIL_KIND_LONG, NULL, NULL)};
static const struct anvil_shape LONGS = LIST("Longs", LONG_ITEM, struct anvil_long, 0);
static const struct anvil_shape SPARSE_LONGS =
    LIST("SparseLongs", LONG_ITEM, struct anvil_long, ANVIL_SHAPE_SPARSE);
static const struct anvil_member DATE_ITEM[1] = {{.key = KEY(""),
                                                  .target = &sample_scalars[ANVIL_KIND_TIMESTAMP],
                                                  .kind = ANVIL_KIND_TIMESTAMP,
                                                  .format = ANVIL_DATE_TIME}};
static const struct anvil_shape DATES = LIST("Dates", DATE_ITEM, struct anvil_timestamp, 0);
static const struct anvil_member BLOB_ITEM[1] = {SCALAR_ITEM(ANVIL_KIND_BLOB, NULL, NULL)};
static const struct anvil_shape BLOBS = LIST("Blobs", BLOB_ITEM, struct anvil_blob, 0);
static const struct anvil_member DOCUMENT_ITEM[1] = {SCALAR_ITEM(ANVIL_KIND_DOCUMENT, NULL, NULL)};
static const struct anvil_shape DOCUMENTS = LIST("Documents", DOCUMENT_ITEM, struct anvil_str, 0);
static const struct anvil_member CHOICE_ITEM[1] = {
    ITEM(ANVIL_KIND_UNION, sample_choice_shape, NULL, NULL)};
static const struct anvil_shape CHOICES = LIST("Choices", CHOICE_ITEM, struct sample_choice, 0);
static const struct anvil_member KINDS_ITEM[1] = {
    ITEM(ANVIL_KIND_STRUCTURE, sample_kinds_shape, NULL, NULL)};
static const struct anvil_shape SPARSE_KINDS =
    LIST("SparseKinds", KINDS_ITEM, const struct sample_kinds *, ANVIL_SHAPE_SPARSE);

/* ---- maps ---- */

static const struct anvil_member TEXT_MAP[2] = {MAP_KEY(NULL, &sample_any_run),
                                                MAP_VALUE(sample_text_entry, ANVIL_KIND_STRING,
                                                          sample_scalars[ANVIL_KIND_STRING], NULL,
                                                          &sample_any_run)};
static const struct anvil_shape TEXT_MAP_SHAPE = MAP("Texts", TEXT_MAP, sample_text_entry, 0);
static const struct anvil_shape SPARSE_MAP =
    MAP("SparseMap", TEXT_MAP, sample_text_entry, ANVIL_SHAPE_SPARSE);
static const struct anvil_member BYTE_MAP[2] = {
    MAP_KEY(NULL, &sample_any_run),
    MAP_VALUE(sample_byte_entry, ANVIL_KIND_BYTE, sample_scalars[ANVIL_KIND_BYTE], NULL, NULL)};
static const struct anvil_shape BYTES = MAP("Bytes", BYTE_MAP, sample_byte_entry, 0);
static const struct anvil_member GROUP_MAP[2] = {
    MAP_KEY(NULL, &sample_any_run),
    MAP_VALUE(sample_group_entry, ANVIL_KIND_LIST, TEXTS, NULL, NULL)};
static const struct anvil_shape GROUPS = MAP("Groups", GROUP_MAP, sample_group_entry, 0);
static const struct anvil_member NEST_MAP[2] = {
    MAP_KEY(NULL, &sample_any_run),
    MAP_VALUE(sample_nest_entry, ANVIL_KIND_MAP, GROUPS, NULL, NULL)};
static const struct anvil_shape NESTS = MAP("Nests", NEST_MAP, sample_nest_entry, 0);
static const struct anvil_member THING_MAP[2] = {
    MAP_KEY(NULL, &sample_any_run),
    MAP_VALUE(sample_thing_entry, ANVIL_KIND_STRUCTURE, sample_kinds_shape, NULL, NULL)};
static const struct anvil_shape THINGS = MAP("Things", THING_MAP, sample_thing_entry, 0);
static const struct anvil_member POINTER_MAP[2] = {
    MAP_KEY(NULL, &sample_any_run),
    MAP_VALUE(sample_pointer_entry, ANVIL_KIND_STRUCTURE, sample_kinds_shape, NULL, NULL)};
static const struct anvil_shape POINTERS =
    MAP("Pointers", POINTER_MAP, sample_pointer_entry, ANVIL_SHAPE_SPARSE);

/* ---- the union and the structure ---- */

static const struct anvil_member VARIANTS[] = {
    TEXT_MEMBER("Text", sample_choice, value.text, NULL, &sample_any_run, 0),
    SCALAR("Number", sample_choice, value.number, ANVIL_KIND_LONG, NULL),
    MEMBER("Unit", sample_choice, value.unit, ANVIL_KIND_STRUCTURE, sample_unit_shape, NULL),
    MEMBER("Choice", sample_choice, value.choice, ANVIL_KIND_UNION, sample_choice_shape, NULL),
    MEMBER("Kinds", sample_choice, value.kinds, ANVIL_KIND_STRUCTURE, sample_kinds_shape, NULL),
    MEMBER("Texts", sample_choice, value.texts, ANVIL_KIND_LIST, TEXTS, NULL),
    MEMBER("Map", sample_choice, value.map, ANVIL_KIND_MAP, TEXT_MAP_SHAPE, NULL),
    SCALAR("Document", sample_choice, value.document, ANVIL_KIND_DOCUMENT, NULL),
    SCALAR("Blob", sample_choice, value.blob, ANVIL_KIND_BLOB, NULL),
};
const struct anvil_shape sample_choice_shape =
    STRUCTURE("Choice", ANVIL_KIND_UNION, sample_choice, VARIANTS, 0, 0);

#define KIND(json, field, kind) SCALAR(json, sample_kinds, field, kind, NULL)
#define OF(json, field, kind, shape) MEMBER(json, sample_kinds, field, kind, shape, NULL)

static const struct anvil_member MEMBERS[] = {
    KIND("Boolean", boolean, ANVIL_KIND_BOOLEAN),
    KIND("Byte", byte, ANVIL_KIND_BYTE),
    KIND("Short", half, ANVIL_KIND_SHORT),
    KIND("Integer", word, ANVIL_KIND_INTEGER),
    KIND("Long", wide, ANVIL_KIND_LONG),
    KIND("Float", single, ANVIL_KIND_FLOAT),
    KIND("Double", real, ANVIL_KIND_DOUBLE),
    KIND("BigInteger", big_integer, ANVIL_KIND_BIG_INTEGER),
    KIND("BigDecimal", big_decimal, ANVIL_KIND_BIG_DECIMAL),
    KIND("Level", level, ANVIL_KIND_INT_ENUM),
    KIND("Blob", blob, ANVIL_KIND_BLOB),
    DATE("Epoch", sample_kinds, epoch, ANVIL_EPOCH_SECONDS),
    DATE("DateTime", sample_kinds, date_time, ANVIL_DATE_TIME),
    DATE("HttpDate", sample_kinds, http_date, ANVIL_HTTP_DATE),
    KIND("Document", document, ANVIL_KIND_DOCUMENT),
    OF("Choice", choice, ANVIL_KIND_UNION, sample_choice_shape),
    OF("Kinds", kinds, ANVIL_KIND_STRUCTURE, sample_kinds_shape),
    OF("Longs", longs, ANVIL_KIND_LIST, LONGS),
    OF("SparseLongs", sparse_longs, ANVIL_KIND_LIST, SPARSE_LONGS),
    OF("SparseTexts", sparse, ANVIL_KIND_LIST, SPARSE_TEXTS),
    OF("Dates", dates, ANVIL_KIND_LIST, DATES),
    OF("Blobs", blobs, ANVIL_KIND_LIST, BLOBS),
    OF("Documents", documents, ANVIL_KIND_LIST, DOCUMENTS),
    OF("Choices", choices, ANVIL_KIND_LIST, CHOICES),
    OF("SparseKinds", list, ANVIL_KIND_LIST, SPARSE_KINDS),
    OF("Texts", texts, ANVIL_KIND_MAP, TEXT_MAP_SHAPE),
    OF("SparseMap", sparse_map, ANVIL_KIND_MAP, SPARSE_MAP),
    OF("Bytes", bytes, ANVIL_KIND_MAP, BYTES),
    OF("Groups", groups, ANVIL_KIND_MAP, GROUPS),
    OF("Nests", nests, ANVIL_KIND_MAP, NESTS),
    OF("Things", things, ANVIL_KIND_MAP, THINGS),
    OF("Pointers", pointers, ANVIL_KIND_MAP, POINTERS),
    TEXT_MEMBER("End", sample_kinds, end, NULL, &sample_any_run, 0),
};
const struct anvil_shape sample_kinds_shape =
    STRUCTURE("Kinds", ANVIL_KIND_STRUCTURE, sample_kinds, MEMBERS, 0, 0);

const struct anvil_str sample_kinds_text =
    ANVIL_STR("{\"Boolean\":true,\"Byte\":-128,\"Short\":-32768,\"Integer\":7,"
              "\"Long\":9223372036854775807,\"Float\":0.1,\"Double\":\"-Infinity\","
              "\"BigInteger\":123456789012345678901234567890,\"BigDecimal\":1.50e-400,\"Level\":5,"
              "\"Blob\":\"AP/+YQ==\",\"Epoch\":-0.5,\"DateTime\":\"2000-01-02T20:34:56.123Z\","
              "\"HttpDate\":\"Sun, 02 Jan 2000 20:34:56 GMT\",\"Document\":{\"a\":[1,null]},"
              "\"Choice\":{\"Choice\":{\"Texts\":[\"a\",\"\\n\"]}},\"Kinds\":{\"Byte\":1},"
              "\"Longs\":[1,-2],\"SparseLongs\":[null,3],\"SparseTexts\":[\"a\",null,\"\"],"
              "\"Dates\":[\"1970-01-01T00:00:00Z\"],\"Blobs\":[\"\",\"YQ==\"],"
              "\"Documents\":[null,\"b\"],\"Choices\":[{\"Unit\":{}},{\"Blob\":\"YWI=\"}],"
              "\"SparseKinds\":[{\"End\":\"c\"},null],\"Texts\":{\"\":\"d\",\"e\\\"\":\"\\t\"},"
              "\"SparseMap\":{\"f\":null},\"Bytes\":{\"g\":1,\"h\":2},\"Groups\":{\"i\":[\"j\"]},"
              "\"Nests\":{\"k\":{\"l\":[]}},\"Things\":{\"m\":{\"Level\":0},\"n\":{}},"
              "\"Pointers\":{\"o\":null,\"p\":{\"Blob\":\"\"}},\"End\":\"\xC3\xA9\"}");

const struct anvil_str sample_kinds_other_text = ANVIL_STR(
    " { \"End\" : \"\\u00e9\" , \"Pointers\" : { \"\\u006f\" : null , \"p\":{\"Blob\":\"\"} } ,"
    "\"Things\":{\"m\":{\"x\":[{}],\"Level\":0e5},\"n\":{\"End\":null}},"
    "\"Nests\":{\"k\":{\"\\u006C\":[ ]}}, \"Groups\":{\"i\":[\"\\u006a\"]},"
    "\"Bytes\":{\"g\":1.0,\"h\":20e-1},\"SparseMap\":{\"f\": null }, "
    "\"Texts\":{\"\":\"d\",\"e\\u0022\":\"\\u0009\"},\"SparseKinds\":[{\"End\":\"c\"},null],"
    "\"Choices\":[{\"__type\":\"q\",\"Unit\":{}},{\"Text\":null,\"Blob\":\"YW\\u0049=\"}],"
    "\"Documents\":[null,\"b\"],\"Blobs\":[\"\",\"YQ=\\u003d\"],"
    "\"Dates\":[\"1970-01-01t00:00:00.000z\"],\"SparseTexts\":[\"\\u0061\",null,\"\"],"
    "\"SparseLongs\":[null,30e-1],\"Longs\":[1.00,-2],\"Kinds\":{\"Byte\":1},"
    "\"Choice\":{\"Choice\":{\"Texts\":[\"a\",\"\\u000A\"]}},\"Document\":{\"a\":[1,null]},"
    "\"HttpDate\":\"Mon, 02 Jan 2000 20:34:56 GMT\","
    "\"DateTime\":\"2000-01-02T20:34:56.12300\\u005a\",\"Epoch\":-5e-1,"
    "\"Blob\":\"AP\\/+YQ==\",\"Level\":0.5e1,\"BigDecimal\":1.50e-400,"
    "\"BigInteger\":123456789012345678901234567890,\"Double\":\"\\u002dInfinity\","
    "\"Float\":0.1000000001,\"Long\":9223372036854775807.0,\"Integer\":7,\"Short\":-3.2768e4,"
    "\"Byte\":-1.28E+2,\"Boolean\" : true, \"unknown\":[1,{\"a\":\"\\ud83d\\ude00\"}] } \r\n");
