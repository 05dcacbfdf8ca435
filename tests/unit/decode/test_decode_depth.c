/* SPDX-License-Identifier: Apache-2.0 */
/* One limit of depth for known and for skipped values, mixed as they come. */
#include "sample/decode_flush.h"
#include "sample/report_assert.h"
#include "sample/sample_shapes.h"
#include "test.h"

#include <string.h>

/* What one step down is written as, and closed with; `brackets` containers each. */
struct step {
    const char *open;
    const char *close;
    const char *path;
    unsigned brackets;
};
static const struct step PART = {"\"Part\":{", "}", "/Part", 1};
static const struct step PARTS = {"\"Parts\":[{", "}]", "/Parts/0", 2};
static const struct step SKIPPED = {"\"x\":{", "}", "", 1};

struct nested {
    char body[1024];
    size_t len;
    char path[512];
};

/* Goes down `count` steps, alternating between the two, inside the message. */
static void nest(struct nested *out, const struct step *even, const struct step *odd,
                 unsigned count) {
    memset(out, 0, sizeof *out);
    strcat(out->body, "{");
    for (unsigned i = 0; i < count; i++) {
        strcat(out->body, i % 2 == 0 ? even->open : odd->open);
        strcat(out->path, i % 2 == 0 ? even->path : odd->path);
    }
    for (unsigned i = count; i > 0; i--)
        strcat(out->body, i % 2 == 1 ? even->close : odd->close);
    strcat(out->body, "}");
    out->len = strlen(out->body);
}

/* The offset of bracket number `count` of a body, counted from 1. */
static size_t bracket(const char *body, unsigned count) {
    size_t at = 0;
    for (;; at++)
        if ((body[at] == '{' || body[at] == '[') && --count == 0)
            return at;
}

TEST(thirty_two_pass_and_the_next_bracket_is_the_error) {
    static const struct {
        const struct step *even;
        const struct step *odd;
    } MIXES[] = {{&PART, &PART}, {&PARTS, &PARTS}, {&PART, &PARTS}, {&PARTS, &PART}};
    for (size_t mix = 0; mix < sizeof MIXES / sizeof MIXES[0]; mix++)
        for (unsigned count = 1; count < 40; count++) {
            struct nested nested;
            struct sample_message message;
            nest(&nested, MIXES[mix].even, MIXES[mix].odd, count);
            unsigned brackets = 1;
            for (unsigned i = 0; i < count; i++)
                brackets += i % 2 == 0 ? MIXES[mix].even->brackets : MIXES[mix].odd->brackets;
            struct decoded decoded = decode_flush(
                &sample_message_shape, anvil_str_of(nested.body, nested.len), ANVIL_OFF, &message);
            if (brackets <= ANVIL_DEPTH_MAX) {
                assert_int_equal(decoded.status, ANVIL_OK);
            } else {
                assert_int_equal(decoded.status, ANVIL_E_DEPTH);
                assert_int_equal(decoded.report.offset, bracket(nested.body, ANVIL_DEPTH_MAX + 1));
            }
            decoded_free(&decoded);
        }
}

/* The brackets around a skipped value count. */
TEST(skipping_counts_from_where_it_stands) {
    for (unsigned known = 0; known < ANVIL_DEPTH_MAX; known++)
        for (unsigned skipped = ANVIL_DEPTH_MAX - known - 1; skipped <= ANVIL_DEPTH_MAX - known;
             skipped++) {
            char body[1024] = "{";
            struct sample_message message;
            for (unsigned i = 0; i < known; i++)
                strcat(body, PART.open);
            for (unsigned i = 0; i < skipped; i++)
                strcat(body, i % 2 == 0 ? SKIPPED.open : "\"y\":{");
            for (unsigned i = 0; i < known + skipped + 1; i++)
                strcat(body, "}");
            struct decoded decoded = decode_flush(
                &sample_message_shape, anvil_str_of(body, strlen(body)), ANVIL_OFF, &message);
            bool fits = 1 + known + skipped <= ANVIL_DEPTH_MAX;
            assert_int_equal(decoded.status, fits ? ANVIL_OK : ANVIL_E_DEPTH);
            if (!fits)
                assert_int_equal(decoded.report.offset, bracket(body, ANVIL_DEPTH_MAX + 1));
            decoded_free(&decoded);
        }
}

TEST(the_path_leads_to_what_is_too_deep) {
    struct nested nested;
    struct sample_message message;
    nest(&nested, &PART, &PART, ANVIL_DEPTH_MAX);
    struct decoded decoded = decode_flush(
        &sample_message_shape, anvil_str_of(nested.body, nested.len), ANVIL_STRICT, &message);
    assert_error(&decoded.report, ANVIL_E_DEPTH, bracket(nested.body, ANVIL_DEPTH_MAX + 1),
                 nested.path);
    decoded_free(&decoded);
}

/* [I-06] [I-07] a hundred thousand brackets are an error like thirty-three */
TEST(no_number_of_brackets_is_too_much) {
    enum { MANY = 100000 };
    static char body[MANY + 16] = "{\"x\":";
    static const char *const OPEN[] = {"[", "{\"a\":"};
    for (size_t i = 0; i < 2; i++) {
        size_t step = strlen(OPEN[i]);
        size_t len = 5;
        while (len + step <= MANY) {
            memcpy(body + len, OPEN[i], step);
            len += step;
        }
        struct sample_message message;
        struct decoded decoded =
            decode_flush(&sample_message_shape, anvil_str_of(body, len), ANVIL_STRICT, &message);
        assert_error(&decoded.report, ANVIL_E_DEPTH, 5 + step * (ANVIL_DEPTH_MAX - 1), "");
        decoded_free(&decoded);
    }
}
