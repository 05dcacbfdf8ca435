/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * What is compared: rows of work, and contestants that do it. Knows neither clocks nor counters;
 * the two drivers, time_main.cpp and count_main.c, bring those.
 */
#ifndef BENCH_CONTEST_H
#define BENCH_CONTEST_H

#include "anvil/anvil.h"

#include <stdbool.h>
#include <stddef.h>

ANVIL_BEGIN_C

/** What a row asks for, one bit each. */
enum bench_work {
    BENCH_DECODE = 1 << 0,   /**< bytes to a struct, with the row's checks on the way */
    BENCH_ERROR = 1 << 1,    /**< the body of an error to its struct */
    BENCH_ENCODE = 1 << 2,   /**< a struct to bytes in one buffer, with the row's checks */
    BENCH_SPANS = 1 << 3,    /**< a struct that was checked to pieces */
    BENCH_CHECK = 1 << 4,    /**< the constraints of a filled struct */
    BENCH_IDENTIFY = 1 << 5, /**< ARN or ID: one member of a filled struct */
};

/** One message, in every form that a contestant may start from. */
struct bench_message {
    const struct anvil_operation *operation; /**< whose message it is */
    const struct anvil_shape *shape;         /**< what it is decoded into */
    unsigned checks;                         /**< enum anvil_checks that the work includes */
    struct anvil_str body;   /**< the JSON text; memory ends at its last byte, an unreadable page
                                follows */
    struct anvil_str padded; /**< the same with #BENCH_PADDING readable bytes behind it, for peers
                                that demand them: zeros, or more of the stream */
    const void *value;       /**< decoded by Anvil, of `shape` */
};

/** What simdjson, the greediest of the peers, wants readable behind a text. */
#define BENCH_PADDING 64

/** One row of the table. */
struct bench_row {
    const char *name;      /**< such as "decode/associate-request" */
    enum bench_work work;  /**< what is to be done with each message */
    const char *member;    /**< #BENCH_IDENTIFY: the member's JSON name */
    size_t message_bytes;  /**< length of a message's text, the mean of all in `sequence` */
    size_t value_bytes;    /**< the largest C struct in it */
    size_t arena_bytes;    /**< room enough for whatever Anvil decodes */
    size_t text_bytes;     /**< the longest text in it */
    size_t sequence_count; /**< how many messages come before it starts again */
    const struct bench_message *const *sequence; /**< the order in which they come */
};

/** One way of doing the work. */
struct bench_contestant {
    const char *name;      /**< such as "yyjson" */
    unsigned works;        /**< bits of enum bench_work: what it can do */
    bool is_for_huge_rows; /**< it also takes rows above #BENCH_HUGE_BYTES */
    /** Gets ready for a loaded row, outside the measurement: memory, compiled patterns, and a proof
     * that its result is right. NULL: it does not do this row. Ends the program when the result is
     * wrong. */
    void *(*open)(const struct bench_row *row);
    /** Does the work of the next `times` messages of the sequence. */
    void (*run)(void *state, size_t times);
    /** The most working memory that a message took so far, in bytes; NULL: not counted. */
    size_t (*memory_bytes)(const void *state);
};

/** Above this, building trees of single allocations would take most of a benchmark's time. */
#define BENCH_HUGE_BYTES ((size_t)4 << 20)

/** Lets a contestant take part. Call it before main(), from a constructor. */
void bench_enter(const struct bench_contestant *contestant);

/** The contestants that take part, in the order of their names; `*count` says how many. */
const struct bench_contestant *const *bench_contestants(size_t *count);

/** Tells whether a contestant may do a row, which need not be loaded; its open() has the last word.
 */
bool bench_takes(const struct bench_contestant *contestant, const struct bench_row *row);

/** Where in a row's sequence a contestant is. */
struct bench_cursor {
    const struct bench_row *row;
    size_t next;
};

/** The next message; behind the last one comes the first. */
static inline const struct bench_message *bench_next(struct bench_cursor *cursor) {
    const struct bench_message *message = cursor->row->sequence[cursor->next];
    cursor->next = cursor->next + 1 == cursor->row->sequence_count ? 0 : cursor->next + 1;
    return message;
}

/** Makes the compiler believe that somebody reads and writes what the pointer leads to. */
static inline void bench_keep(const void *result) {
    __asm__ volatile("" : : "r"(result) : "memory");
}

/** `bytes` of zeroed memory for the rest of the program; ends the program when there is none. */
void *bench_memory(size_t bytes);

/** Ends the program with `contestant` and `complaint`. */
__attribute__((noreturn)) void bench_fail(const char *contestant, const char *complaint);

/** The same when `is_met` is false; cheap enough for a loop that is measured. */
static inline void bench_require(bool is_met, const char *contestant, const char *complaint) {
    if (__builtin_expect(!is_met, 0))
        bench_fail(contestant, complaint);
}

/** Ends the program unless `value` says what the message's own value says: the proof of open(). */
void bench_require_value(const struct bench_message *message, const void *value,
                         const char *contestant);

ANVIL_END_C

#endif
