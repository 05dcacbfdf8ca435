/* SPDX-License-Identifier: Apache-2.0 */
/* Anvil itself, through its public functions and nothing else. */
#include "contest.h"

#include <string.h>

enum { SPANS_MAX = 64, BUFFER_SPARE = 256 };

struct work {
    struct bench_cursor cursor;
    void *value;
    struct anvil_arena arena;
    struct anvil_error error;
    char *buffer;
    size_t buffer_bytes;
    struct anvil_str spans[SPANS_MAX];
    const struct anvil_identity_rule *rule;
    struct anvil_str identity;
};

static void must(enum anvil_status status) {
    if (status != ANVIL_OK)
        bench_require(false, "anvil", anvil_status_text(status));
}

static void decode(void *state, size_t times) {
    struct work *work = (struct work *)state;
    for (; times > 0; times--) {
        const struct bench_message *message = bench_next(&work->cursor);
        anvil_arena_reset(&work->arena);
        must(anvil_decode(message->shape, message->body, message->checks, &work->arena, work->value,
                          NULL));
        bench_keep(work->value);
    }
}

static void decode_error(void *state, size_t times) {
    struct work *work = (struct work *)state;
    for (; times > 0; times--) {
        const struct bench_message *message = bench_next(&work->cursor);
        struct anvil_http_response response = {400, NULL, 0, message->body};
        anvil_arena_reset(&work->arena);
        must(anvil_error_decode(message->operation, &response, &work->arena, &work->error, NULL));
        bench_keep(&work->error);
    }
}

static void encode(void *state, size_t times) {
    struct work *work = (struct work *)state;
    for (; times > 0; times--) {
        const struct bench_message *message = bench_next(&work->cursor);
        size_t bytes;
        must(anvil_encode(message->shape, message->value, message->checks, work->buffer,
                          work->buffer_bytes, &bytes, NULL));
        bench_keep(work->buffer);
    }
}

static void encode_spans(void *state, size_t times) {
    struct work *work = (struct work *)state;
    for (; times > 0; times--) {
        const struct bench_message *message = bench_next(&work->cursor);
        size_t count;
        size_t bytes;
        must(anvil_encode_spans(message->shape, message->value, message->checks, work->spans,
                                SPANS_MAX, &count, &bytes, NULL, NULL));
        bench_keep(work->spans);
    }
}

static void check(void *state, size_t times) {
    struct work *work = (struct work *)state;
    for (; times > 0; times--) {
        const struct bench_message *message = bench_next(&work->cursor);
        must(anvil_check(message->shape, message->value, message->checks, NULL));
    }
}

static void identify(void *state, size_t times) {
    struct work *work = (struct work *)state;
    for (; times > 0; times--) {
        struct anvil_identity identity = anvil_identify(work->rule, work->identity);
        bench_keep(&identity);
    }
}

/* The rule and the text of the member that the row names. */
static void find_identity(struct work *work, const struct bench_row *row) {
    const struct bench_message *message = row->sequence[0];
    for (size_t i = 0; i < message->shape->member_count; i++) {
        const struct anvil_member *member = &message->shape->members[i];
        struct anvil_str name = anvil_member_name(member);
        if (strncmp(name.ptr, row->member, name.len) == 0 && row->member[name.len] == '\0') {
            const unsigned char *value = (const unsigned char *)message->value;
            memcpy(&work->identity, value + member->offset, sizeof work->identity);
            work->rule = member->limits->identity;
        }
    }
    bench_require(work->rule != NULL && work->identity.ptr != NULL, row->name,
                  "has no such member that holds an identity");
    struct anvil_identity identity = anvil_identify(work->rule, work->identity);
    bench_require(identity.verdict == ANVIL_IDENTITY_OK, row->name, "holds no such identity");
}

static void *open_work(const struct bench_row *row) {
    struct work *work = (struct work *)bench_memory(sizeof *work);
    work->cursor.row = row;
    work->value = bench_memory(row->value_bytes);
    work->arena = anvil_arena_of(bench_memory(row->arena_bytes), row->arena_bytes);
    work->buffer_bytes = row->text_bytes + BUFFER_SPARE;
    work->buffer = (char *)bench_memory(work->buffer_bytes);
    if (row->work == BENCH_IDENTIFY)
        find_identity(work, row);
    return work;
}

static size_t arena_peak(const void *state) {
    return ((const struct work *)state)->arena.peak;
}

static const struct bench_contestant CONTESTANTS[] = {
    {"anvil", BENCH_DECODE, true, open_work, decode, arena_peak},
    {"anvil", BENCH_ERROR, true, open_work, decode_error, arena_peak},
    {"anvil", BENCH_ENCODE, true, open_work, encode, NULL},
    {"anvil", BENCH_SPANS, true, open_work, encode_spans, NULL},
    {"anvil", BENCH_CHECK, true, open_work, check, NULL},
    {"anvil", BENCH_IDENTIFY, true, open_work, identify, NULL},
};

__attribute__((constructor)) static void enter(void) {
    for (size_t i = 0; i < sizeof CONTESTANTS / sizeof *CONTESTANTS; i++)
        bench_enter(&CONTESTANTS[i]);
}
