/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a seed twice: first what there is, then what belongs together. Each document is decoded
 * as each answer that a seed may hold; members of other answers are unknown there and passed over.
 */
#include "seed.h"

#include "anvil/codec.h"
#include "emulator.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A seed that never ends is not read for ever. */
#define SEED_BYTES_MAX ((size_t)256 << 20)

/* Nothing is required, so that a seed made by hand may be short; what is there must be right. */
#define SEED_CHECKS                                                                                \
    (ANVIL_CHECK_MIN | ANVIL_CHECK_MAX | ANVIL_CHECK_PATTERN | ANVIL_CHECK_IDENTITY |              \
     ANVIL_CHECK_DUPLICATE)

bool anvil_seed_fail(struct seed *seed, const char *member, const char *problem) {
    snprintf(seed->problem, ANVIL_EMULATOR_PROBLEM_BYTES, "%s: document %zu: /%s/%zu%s%s: %s",
             seed->name, seed->document, seed->list, seed->item, *member != '\0' ? "/" : "", member,
             problem);
    return false;
}

bool anvil_seed_store_failed(struct seed *seed) {
    return anvil_seed_fail(seed, "", anvil_account_store_problem(seed->store));
}

static size_t line_of(struct anvil_str text, const char *place) {
    size_t line = 1;

    for (const char *at = text.ptr; at < place; at++)
        line += *at == '\n';
    return line;
}

/* Says why a document could not be decoded. `whole` is the seed, for lines. */
static bool refuse_document(struct seed *seed, struct anvil_str whole, struct anvil_str document,
                            const struct anvil_report *report) {
    struct anvil_str path = anvil_report_path(report);
    size_t offset = report->offset;
    char text[160] = "";
    size_t bytes = 0;

    if (report->count > 0) {
        path = anvil_violation_path(report, &report->violations[0]);
        offset = report->violations[0].offset;
        bytes = anvil_violation_text(&report->violations[0], text, sizeof text);
    }
    if (bytes == 0 || bytes > sizeof text)
        bytes = (size_t)snprintf(text, sizeof text, "%s", anvil_status_text(report->status));
    size_t at = offset != ANVIL_NO_OFFSET && offset <= document.len ? offset : 0;
    snprintf(seed->problem, ANVIL_EMULATOR_PROBLEM_BYTES, "%s:%zu: document %zu: %.*s%s%.*s",
             seed->name, line_of(whole, document.ptr + at), seed->document, (int)path.len, path.ptr,
             path.len > 0 ? ": " : "", (int)bytes, text);
    return false;
}

/* Decodes with memory that grows. `*memory` is freed by the caller. */
static enum anvil_status decode(const struct anvil_shape *shape, struct anvil_str document,
                                void **memory, size_t *capacity, void *value,
                                struct anvil_report *report) {
    for (;;) {
        struct anvil_arena arena = anvil_arena_of(*memory, *capacity);
        enum anvil_status status =
            anvil_decode(shape, document, SEED_CHECKS | ANVIL_LENIENT, &arena, value, report);
        if (status != ANVIL_E_ARENA)
            return status;
        size_t wanted = *capacity * 2 + report->need;
        void *grown = realloc(*memory, wanted);
        if (grown == NULL)
            return status;
        *memory = grown;
        *capacity = wanted;
    }
}

/* Whether a decoded answer holds its list. */
static bool holds_list(const struct anvil_shape *shape, const void *value) {
    for (size_t i = 0; i < shape->member_count; i++) {
        struct anvil_list list;
        if (shape->members[i].kind != ANVIL_KIND_LIST)
            continue;
        memcpy(&list, (const unsigned char *)value + shape->members[i].offset, sizeof list);
        if (list.items != NULL)
            return true;
    }
    return false;
}

/* A document, and memory that its decoding may use and enlarge. */
struct reading {
    struct anvil_str whole; /* the seed that it stands in */
    struct anvil_str document;
    void *memory;
    size_t capacity;
    bool holds_something;
};

/* Decodes the document as one part, and takes it in when `is_wanted`. */
static bool read_part(struct seed *seed, struct reading *reading, const struct seed_part *part,
                      bool is_wanted) {
    struct anvil_report report;
    void *value = calloc(1, part->shape->size);
    bool is_good;

    if (value == NULL)
        return anvil_seed_fail(seed, "", "out of memory");
    if (decode(part->shape, reading->document, &reading->memory, &reading->capacity, value,
               &report) != ANVIL_OK)
        is_good = refuse_document(seed, reading->whole, reading->document, &report);
    else
        is_good = !is_wanted || part->add(seed, value);
    reading->holds_something =
        reading->holds_something || (is_good && holds_list(part->shape, value));
    free(value);
    return is_good;
}

/* Takes in one document as each of the parts that are wanted. It is decoded as all of them, so that
 * one that holds nothing, say because of a misspelt name, is not passed over in silence. */
static bool read_document(struct seed *seed, struct anvil_str whole, struct anvil_str document,
                          const struct seed_part *wanted) {
    const struct seed_part *const tables[] = {anvil_seed_resource_parts, anvil_seed_relation_parts};
    struct reading reading = {.whole = whole, .document = document};
    bool is_good = true;

    for (size_t i = 0; i < 2; i++)
        for (const struct seed_part *part = tables[i]; is_good && part->shape != NULL; part++)
            is_good = read_part(seed, &reading, part, tables[i] == wanted);
    free(reading.memory);
    if (is_good && !reading.holds_something) {
        snprintf(seed->problem, ANVIL_EMULATOR_PROBLEM_BYTES,
                 "%s:%zu: document %zu: holds no list that a seed may hold", seed->name,
                 line_of(whole, document.ptr), seed->document);
        return false;
    }
    return is_good;
}

static bool read_all(struct seed *seed, struct anvil_str text, const struct seed_part *wanted) {
    struct anvil_str rest = text;
    struct anvil_str document;
    bool is_list = false;

    for (seed->document = 1; anvil_seed_next_document(&rest, &is_list, &document); seed->document++)
        if (!read_document(seed, text, document, wanted))
            return false;
    if (seed->document > 1 && !is_list)
        return true;
    snprintf(seed->problem, ANVIL_EMULATOR_PROBLEM_BYTES, "%s: %s", seed->name,
             is_list ? "the array of documents does not end" : "holds no document");
    return false;
}

/* Reads a file whole; the caller frees the text. */
static bool read_file(const char *path, char *problem, char **text, size_t *bytes) {
    FILE *file = fopen(path, "rb");
    size_t capacity = 0;

    *text = NULL;
    *bytes = 0;
    while (file != NULL && !feof(file) && !ferror(file) && *bytes < SEED_BYTES_MAX) {
        if (*bytes == capacity) {
            char *grown = realloc(*text, capacity * 2 + 65536);
            if (grown == NULL)
                break;
            *text = grown;
            capacity = capacity * 2 + 65536;
        }
        *bytes += fread(*text + *bytes, 1, capacity - *bytes, file);
    }
    bool is_read = file != NULL && feof(file) && !ferror(file);
    if (!is_read)
        snprintf(problem, ANVIL_EMULATOR_PROBLEM_BYTES, "%s: cannot be read: %s", path,
                 errno != 0 ? strerror(errno) : "it is too large");
    if (file != NULL)
        fclose(file);
    return is_read;
}

bool anvil_seed_load(struct account_store *store, const char *path, char *problem) {
    struct seed seed = {.store = store,
                        .name = path != NULL ? path : "<the sample seed>",
                        .problem = problem,
                        .list = ""};
    struct anvil_str text =
        anvil_str_of(anvil_emulator_sample_seed, anvil_emulator_sample_seed_bytes);
    char *owned = NULL;

    errno = 0;
    if (path != NULL && !read_file(path, problem, &owned, &text.len)) {
        free(owned);
        return false;
    }
    text.ptr = path != NULL ? owned : text.ptr;
    bool is_good = read_all(&seed, text, anvil_seed_resource_parts) &&
                   read_all(&seed, text, anvil_seed_relation_parts);
    free(owned);
    return is_good;
}
