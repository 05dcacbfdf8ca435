/* SPDX-License-Identifier: Apache-2.0 */
/* A row's messages: read, placed at the end of readable memory, decoded once by Anvil. */
#include "case_file.h"
#include "catalogue.h"
#include "smsv2/smsv2.h"

#include <stdio.h>
#include <string.h>

/* A stream is drawn from its messages with the same dice everywhere, long enough that no branch
 * predictor learns it by heart. */
enum { STREAM_COUNT = 4096, MESSAGES_MAX = 512 };

static unsigned checks_of(const char *profile) {
    if (strcmp(profile, "strict") == 0)
        return ANVIL_STRICT;
    if (strcmp(profile, "checked") == 0)
        return ANVIL_CHECKED;
    bench_require(strcmp(profile, "lenient") == 0, profile, "no such profile");
    return ANVIL_LENIENT;
}

/* Large memory costs address space until it is used. */
static struct anvil_arena arena_for(size_t text_bytes) {
    size_t bytes = 16 * text_bytes + ((size_t)1 << 16);
    return anvil_arena_of(bench_memory(bytes), bytes);
}

static void decode_error(struct bench_message *message, struct anvil_arena *arena) {
    struct anvil_http_response response = {400, NULL, 0, message->body};
    struct anvil_error error;
    enum anvil_status status =
        anvil_error_decode(message->operation, &response, arena, &error, NULL);
    bench_require(status == ANVIL_OK && error.value != NULL, "case file", "is no modelled error");
    message->shape = error.type->shape;
    message->value = error.value;
}

static void decode_value(struct bench_message *message, struct anvil_arena *arena) {
    void *value = bench_memory(message->shape->size);
    unsigned checks = message->checks & ~(unsigned)ANVIL_CHECKED;
    struct anvil_report report;
    enum anvil_status status =
        anvil_decode(message->shape, message->body, checks, arena, value, &report);
    if (status != ANVIL_OK)
        fprintf(stderr, "%.*s at byte %zu\n", (int)message->shape->name_bytes, message->shape->name,
                report.offset);
    bench_require(status == ANVIL_OK, "case file", anvil_status_text(status));
    message->value = value;
}

static struct bench_message message_of(const char *operation, const char *side, unsigned checks) {
    struct bench_message message = {0};
    message.operation =
        anvil_operation_by_name(&smsv2_operations, anvil_str_of(operation, strlen(operation)));
    bench_require(message.operation != NULL, operation, "no such operation");
    bool is_request = strcmp(side, "request") == 0;
    message.shape = is_request ? message.operation->input : message.operation->output;
    message.checks = checks;
    return message;
}

/* Decodes the messages, whose texts are placed, and sums up what contestants want to know. */
static void finish(struct bench_row *row, struct bench_message *messages, size_t count) {
    size_t bytes = 0;
    for (size_t i = 0; i < count; i++)
        bytes += messages[i].body.len;
    struct anvil_arena arena = arena_for(bytes);
    for (size_t i = 0; i < count; i++) {
        struct bench_message *message = &messages[i];
        if (row->work == BENCH_ERROR)
            decode_error(message, &arena);
        else
            decode_value(message, &arena);
        if (message->shape->size > row->value_bytes)
            row->value_bytes = message->shape->size;
        if (message->body.len > row->text_bytes)
            row->text_bytes = message->body.len;
    }
    row->arena_bytes = arena.capacity;
}

static void load_single(struct bench_plan *plan, const char *text, size_t bytes) {
    struct bench_message *message = (struct bench_message *)bench_memory(sizeof *message);
    *message = message_of(plan->operation, plan->side, checks_of(plan->checks));
    message->body = bench_exact(text, bytes);
    message->padded = bench_padded(text, bytes);
    const struct bench_message **sequence =
        (const struct bench_message **)bench_memory(sizeof *sequence);
    *sequence = message;
    plan->row.sequence = sequence;
    plan->row.sequence_count = 1;
    plan->row.message_bytes = bytes;
    finish(&plan->row, message, 1);
}

/* Lines of "Operation side body", the texts one behind the other in memory. */
static size_t place_stream(struct bench_message *messages, char *text, size_t bytes) {
    char *packed = (char *)bench_memory(bytes);
    size_t len = 0;
    size_t count = 0;
    for (char *line = text, *next; *line != '\0'; line = next, count++) {
        next = strchr(line, '\n');
        bench_require(count < MESSAGES_MAX && next != NULL, "stream", "too many messages");
        *next++ = '\0';
        const char *operation = strtok(line, "\t");
        const char *side = strtok(NULL, "\t");
        const char *body = strtok(NULL, "");
        bench_require(body != NULL, "stream", "too few columns");
        bool is_request = strcmp(side, "request") == 0;
        messages[count] = message_of(operation, side, is_request ? ANVIL_STRICT : ANVIL_LENIENT);
        messages[count].body.len = strlen(body);
        memcpy(packed + len, body, strlen(body));
        len += strlen(body);
    }
    struct anvil_str exact = bench_exact(packed, len);
    struct anvil_str padded = bench_padded(packed, len);
    for (size_t i = 0, at = 0; i < count; at += messages[i++].body.len) {
        messages[i].body.ptr = exact.ptr + at;
        messages[i].padded = anvil_str_of(padded.ptr + at, messages[i].body.len);
    }
    return count;
}

static void load_stream(struct bench_plan *plan, char *text, size_t bytes) {
    struct bench_message *messages =
        (struct bench_message *)bench_memory(MESSAGES_MAX * sizeof *messages);
    size_t count = place_stream(messages, text, bytes);
    bench_require(count > 0, plan->input, "holds no messages");
    const struct bench_message **sequence =
        (const struct bench_message **)bench_memory(STREAM_COUNT * sizeof *sequence);
    unsigned long long dice = 88172645463325252ULL; /* xorshift, Marsaglia 2003 */
    size_t sum = 0;
    for (size_t i = 0; i < STREAM_COUNT; i++) {
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        sequence[i] = &messages[dice % count];
        sum += sequence[i]->body.len;
    }
    plan->row.sequence = sequence;
    plan->row.sequence_count = STREAM_COUNT;
    plan->row.message_bytes = sum / STREAM_COUNT;
    finish(&plan->row, messages, count);
}

const struct bench_row *bench_load(struct bench_plan *plan, const char *root) {
    if (plan->is_loaded)
        return &plan->row;
    size_t bytes = 0;
    char *text = bench_read_file(root, plan->input, &bytes);
    if (strcmp(plan->operation, "*") == 0) {
        load_stream(plan, text, bytes);
    } else if (plan->grown_bytes != 0) {
        text = bench_grow(text, plan->grown_bytes, &bytes);
        load_single(plan, text, bytes);
    } else {
        load_single(plan, text, bytes - (bytes > 0 && text[bytes - 1] == '\n'));
    }
    plan->is_loaded = true;
    return &plan->row;
}
