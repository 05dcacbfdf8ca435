/* SPDX-License-Identifier: Apache-2.0 */
/* Messages that enter a run of plain members and leave it, each in a way of its own: what stands
 * between members, members that are not plain, nulls that are dropped, and containers among which
 * no two may be equal. Knows the samples' members and nothing of how runs are read. */
#include "seed_file.h"

#include "anvil/codec.h"
#include "message_shapes.h"
#include "smsv2/smsv2.h"

#include <stdbool.h>

/* Long enough that a message with it may hold a run. */
#define LONG_TEXT "\"Text\":\"0123456789012345678901234567\""
#define LONG_END "\"End\":\"0123456789012345678901234567\""

/* The places of the samples behind the operations, as input/message_shapes.c lists them. */
enum { MESSAGE, KINDS, BOUNDS };

/* The checks of targets/request_check.c, and what else it asks. */
enum { STRICT = 0, LENIENT = 4, ASKS_KERNELS = 0, ASKS_SEPARABLE = 1 << 3 };

static const struct body {
    const char *name;
    unsigned sample;
    unsigned choice;
    const char *text;
} BODIES[] = {
    {"run-in-order", MESSAGE, STRICT, "{\"Id\":\"a\",\"Title\":\"bb\"," LONG_TEXT "}"},
    {"run-shuffled", MESSAGE, STRICT, "{" LONG_TEXT ",\"Id\":\"a\",\"Title\":\"bb\"}"},
    {"run-with-space", MESSAGE, STRICT,
     "{ \"Id\" : \"a\" ,\n\t\"Title\"\t:\n\"bb\"\r\n," LONG_TEXT " }"},
    {"run-key-without-colon", MESSAGE, STRICT, "{\"Id\" \"a\"," LONG_TEXT "}"},
    {"run-control-byte-behind-text", MESSAGE, STRICT, "{" LONG_TEXT "\x01,\"Id\":\"a\"}"},
    {"run-control-byte-before-key", MESSAGE, STRICT, "{" LONG_TEXT ",\x1F\"Id\":\"a\"}"},
    {"run-no-separator-behind-text", MESSAGE, STRICT, "{\"Id\":\"a\" ;" LONG_TEXT "}"},
    {"run-no-separator-behind-boolean", KINDS, STRICT, "{\"Boolean\":true:" LONG_END "}"},
    {"run-through-booleans", KINDS, STRICT, "{\"Boolean\" : false , " LONG_END "}"},
    {"run-boolean-cut", KINDS, STRICT, "{" LONG_END ",\"Boolean\":tru}"},
    {"run-boolean-at-end", KINDS, STRICT, "{" LONG_END ",\"Boolean\":true}"},
    {"run-text-for-boolean", KINDS, STRICT, "{\"Boolean\":\"true\"," LONG_END "}"},
    {"run-number-for-text", MESSAGE, STRICT, "{\"Id\":1," LONG_TEXT "}"},
    {"run-escaped-key", MESSAGE, STRICT, "{\"\\u0049d\":\"a\"," LONG_TEXT "}"},
    {"run-member-twice", MESSAGE, STRICT, "{\"Id\":\"a\"," LONG_TEXT ",\"Id\":\"b\"}"},
    {"run-brace-too-many", MESSAGE, STRICT, "{\"Id\":\"a\"," LONG_TEXT "} }"},
    {"run-text-without-end", MESSAGE, STRICT, "{\"Id\":\"a\",\"Text\":\"01234567890123456789}"},
    {"null-dropped-before-what-is-too-long", MESSAGE, LENIENT,
     "{\"Id\":\"a\",\"Tags\":[null,\"abcdefgh\",null]}"},
    {"null-dropped-under-a-key-given-twice", KINDS, LENIENT,
     "{\"Texts\":{\"a\":null,\"a\":\"x\",\"a\":\"y\",\"a\":null}}"},
    {"null-kept-under-a-key-given-twice", KINDS, LENIENT,
     "{\"SparseMap\":{\"a\":null,\"a\":\"x\",\"a\":null}}"},
    {"unknown-variant-behind-a-known-one", KINDS, LENIENT,
     "{\"Choice\":{\"Text\":\"a\",\"Zz\":1}}"},
    {"unknown-variants-in-a-list", KINDS, LENIENT,
     "{\"Choices\":[{\"Zz\":1},{\"\\u005Az\":[2]},{\"__type\":\"q\",\"Yy\":{}}]}"},
    {"unknown-variants-that-are-no-duplicates", BOUNDS, LENIENT,
     "{\"Choices\":[{\"Zz\":1},{\"Zz\":1},{\"Number\":1}]}"},
    {"containers-all-different", BOUNDS, STRICT,
     "{\"Pairs\":[{},{\"C\":\"a\"},{\"C\":\"b\"},{\"N\":1},{\"N\":2},{\"C\":\"a\",\"N\":1},"
     "{\"C\":\"a\",\"N\":2},{\"C\":\"b\",\"N\":1},{\"C\":\"b\",\"N\":2}],"
     "\"Choices\":[{\"Text\":\"1\"},{\"Text\":\"2\"},{\"Number\":1},{\"Number\":2},{\"Unit\":{}},"
     "{\"Texts\":[]},{\"Texts\":[\"1\"]},{\"Map\":{}},{\"Blob\":\"\"}],"
     "\"Lists\":[[],[1],[2],[3],[1,2],[2,1],[4],[5],[6]],\"Sparse\":[1,2,3,4,null,5,6,7,8]}"},
    {"containers-two-equal", BOUNDS, STRICT,
     "{\"Pairs\":[{},{\"C\":\"a\"},{\"C\":\"b\"},{\"N\":1},{\"N\":2},{\"C\":\"a\",\"N\":1},"
     "{\"C\":\"a\",\"N\":2},{\"C\":\"b\",\"N\":1},{\"N\":1,\"C\":\"b\"}],"
     "\"Lists\":[[],[1],[2],[3],[1,2],[2,1],[4],[5],[2,1]],\"Sparse\":[1,null,3,4,null,5,6,7,8]}"},
    {"big-number-at-least", BOUNDS, STRICT,
     "{\"BigInteger\":18446744073709551616,\"BigDecimal\":0}"},
    {"big-number-too-great", BOUNDS, STRICT, "{\"BigDecimal\":1e401}"},
    {"big-number-too-small", BOUNDS, STRICT, "{\"BigInteger\":1,\"BigDecimal\":-1}"},
    {"list-too-deep", MESSAGE, STRICT,
     "{\"Part\":{\"Parts\":[{\"Parts\":[{\"Parts\":[{\"Parts\":[{\"Parts\":[{\"Parts\":[{\"Parts\":"
     "[{\"Parts\":[{\"Parts\":[{\"Parts\":[{\"Parts\":[{\"Parts\":[{\"Parts\":[{\"Parts\":[{"
     "\"Parts\":[{\"Parts\":[{}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}]}}"},
};

static void begin(struct seed *seed, unsigned sample, unsigned choice) {
    seed_byte(seed, smsv2_operations.count + sample);
    seed_byte(seed, choice);
}

/* Whether a message of the shape is one text, which has to be looked at when it is checked, and not
 * when it was. */
static bool is_one_checked_text(const struct anvil_shape *shape) {
    const struct anvil_member *member = shape->members;
    return shape->member_count == 1 && member->kind == ANVIL_KIND_STRING &&
           member->limits != NULL && member->limits->escape_free != 0;
}

/* Text that breaks its pattern, in a message that is a run and in one that only begins with one. */
static void write_broken_promises(struct seed *seed) {
    size_t index = 0;
    while (!is_one_checked_text(message_request_shape(index)))
        index++;
    struct anvil_str name = anvil_member_name(&message_request_shape(index)->members[0]);
    seed_byte(seed, index);
    seed_byte(seed, 7);
    seed_word(seed, ANVIL_STRICT, 2);
    seed_text(seed, "{\"");
    seed_put(seed, name.ptr, name.len);
    seed_text(seed, "\":\"!\"}");
    seed_write(seed, "contract_edges", "promise-broken-by-a-run");
    begin(seed, MESSAGE, 7);
    seed_word(seed, ANVIL_STRICT, 2);
    seed_text(seed, "{\"Id\":\"NO\"}");
    seed_write(seed, "contract_edges", "promise-broken-at-the-beginning");
}

void write_run_seeds(struct seed *seed) {
    for (size_t i = 0; i < sizeof BODIES / sizeof *BODIES; i++) {
        begin(seed, BODIES[i].sample,
              BODIES[i].choice | (i % 2 == 0 ? ASKS_KERNELS : ASKS_SEPARABLE));
        seed_text(seed, BODIES[i].text);
        seed_write(seed, "request_check", "%s", BODIES[i].name);
    }
    begin(seed, KINDS, 1 << 3);
    seed_text(seed, "{\"Choice\":{\"\\u005Az\":[2]}}");
    seed_write(seed, "arena_short", "unknown-variant-escaped");
    write_broken_promises(seed);
    begin(seed, BOUNDS, 7);
    seed_word(seed, ANVIL_STRICT, 2);
    seed_text(seed, "{\"Level\":3}");
    seed_write(seed, "contract_edges", "number-that-no-enum-lists");
}
