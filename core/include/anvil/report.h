/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * What was wrong with a message, and where: one error, or every violated constraint. Fixed size,
 * the caller's memory, and never a value of the message.
 */
#ifndef ANVIL_REPORT_H
#define ANVIL_REPORT_H

#include "anvil/port.h"
#include "anvil/shape.h"
#include "anvil/status.h"
#include "anvil/str.h"

ANVIL_BEGIN_C

/** The constraints, one bit each in `enum anvil_checks`. */
enum anvil_constraint {
    ANVIL_CONSTRAINT_REQUIRED,       /**< required trait */
    ANVIL_CONSTRAINT_MIN,            /**< length trait, lower bound */
    ANVIL_CONSTRAINT_MAX,            /**< length trait, upper bound */
    ANVIL_CONSTRAINT_RANGE,          /**< range trait */
    ANVIL_CONSTRAINT_PATTERN,        /**< pattern trait */
    ANVIL_CONSTRAINT_ENUM,           /**< enum trait */
    ANVIL_CONSTRAINT_DUPLICATE,      /**< a member given twice; seen only while decoding */
    ANVIL_CONSTRAINT_UNKNOWN_MEMBER, /**< a member not in the shape; seen only while decoding */
    ANVIL_CONSTRAINT_IDENTITY,       /**< an ARN or ID of the wrong form or kind for its member */
    ANVIL_CONSTRAINT_UNIQUE,         /**< uniqueItems trait */
    ANVIL_CONSTRAINT_COUNT           /**< the number of constraints */
};

/** How many violations a report keeps; the rest is counted. */
#define ANVIL_REPORT_VIOLATIONS 32
/** How many bytes of paths a report keeps; a violation whose path does not fit is only counted. */
#define ANVIL_REPORT_PATH_BYTES 2048
/** The offset of what stands nowhere in any bytes, as when a struct is checked or encoded. */
#define ANVIL_NO_OFFSET SIZE_MAX

/** One violated constraint. */
struct anvil_violation {
    enum anvil_constraint constraint; /**< which one */
    uint16_t path_at;                 /**< where its path begins in the report's `paths` */
    uint16_t path_bytes;              /**< length of the path; 0 is the message itself */
    size_t offset;   /**< byte offset of the value, of the second key for a duplicate member, of the
                        value that counts for a repeated key of a map, of the key for an unknown
                        member, of the object that lacks a required member; #ANVIL_NO_OFFSET */
    uint64_t limit;  /**< MIN, MAX: the bound that was missed; else 0 */
    uint64_t actual; /**< MIN, MAX: the length found, in the bound's unit; else 0 */
    const struct anvil_limits *limits; /**< the member's constraints, for its pattern and values; or
                                          NULL. Constant memory of the tables */
};

/**
 * The outcome of one call. Uninitialised memory will do: every verb that takes a report first
 * clears it. It holds no pointer into the message; paths are JSON pointers (RFC 6901) to members
 * and indices.
 */
struct anvil_report {
    enum anvil_status
        status;          /**< what the verb returned; of error decoding, see anvil_error_decode() */
    size_t offset;       /**< bytes and decode errors: the offending byte; else #ANVIL_NO_OFFSET */
    size_t need;         /**< space errors: bytes or spans that suffice for this step; else 0 */
    uint16_t path_at;    /**< decode errors: the member's path, see anvil_report_path() */
    uint16_t path_bytes; /**< its length in bytes */
    uint16_t path_used;  /**< bytes of `paths` in use */
    uint16_t count;      /**< violations kept */
    size_t more;         /**< violations that were found and not kept */
    struct anvil_violation violations[ANVIL_REPORT_VIOLATIONS]; /**< the first `count`, in order */
    char paths[ANVIL_REPORT_PATH_BYTES]; /**< the text of all paths, one after the other */
};

/** The path of the error itself (decode and encode errors); empty for the message as a whole. */
static inline struct anvil_str anvil_report_path(const struct anvil_report *report) {
    return anvil_str_of(report->paths + report->path_at, report->path_bytes);
}

/** The path of a violation in `report`, such as "/Fields/0/Name". Lives as long as the report. */
static inline struct anvil_str anvil_violation_path(const struct anvil_report *report,
                                                    const struct anvil_violation *violation) {
    return anvil_str_of(report->paths + violation->path_at, violation->path_bytes);
}

/**
 * Names a constraint as the `anvil` command prints it: "required", "min", "max", "range",
 * "pattern", "enum", "duplicate", "unknown-member", "identity", "unique-items". Never NULL. Static
 * text.
 */
ANVIL_API const char *anvil_constraint_name(enum anvil_constraint constraint);

/**
 * Writes what a violation says, without its path and without the value, such as "longer than 2, the
 * length is 3". At most `capacity` bytes are written, no terminator is added.
 * Returns the length of the whole sentence in bytes, which may exceed `capacity`; `buffer` may be
 * NULL when `capacity` is 0. Cost: linear in the length of the sentence.
 */
ANVIL_API size_t anvil_violation_text(const struct anvil_violation *violation, char *buffer,
                                      size_t capacity);

ANVIL_END_C

#endif
