/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Timestamps, between text and instants, in all three formats.
 *
 * Functions: anvil_epoch_seconds_read(), anvil_date_time_read(), anvil_http_date_read() and the
 * writers beside them, anvil_timestamp_is_valid().
 * Oracles: reference_agrees (oracle/moment_reference.h), fixpoint.
 *
 * Input: a byte modulo eight: 0 to 4 read the rest as epoch seconds, a date-time without and with
 * offsets, an HTTP date without and with a fraction; 5 to 7 write the instant of the next twelve
 * bytes in each format.
 */
#include "fuzz_input.h"
#include "moment_reference.h"
#include "number_reference.h"
#include "oracle.h"
#include "text/timestamp.h"

const struct fuzz_target fuzz_target = {"timestamp_text",
                                        FUZZ_ASKS(reference_agrees) | FUZZ_ASKS(fixpoint)};

static bool is_same(struct anvil_timestamp a, struct anvil_timestamp b) {
    return a.seconds == b.seconds && a.nanoseconds == b.nanoseconds && a.is_set && b.is_set;
}

static void read_text(size_t format, struct anvil_str rest) {
    struct fuzz_block block = fuzz_block_of(rest, 0);
    const unsigned char *begin = (const unsigned char *)block.text.ptr;
    const unsigned char *end = begin + block.text.len;
    struct anvil_timestamp found = {0, 0, false};
    struct anvil_timestamp wanted = {0, 0, false};
    enum naive_verdict verdict = NAIVE_NO_VERDICT;
    enum anvil_status status = ANVIL_OK;
    size_t offset = 0;
    if (format == 0) {
        /* Only numbers come to this reader. */
        if (rest.len != 0 && naive_number_bytes(rest) == rest.len) {
            verdict = naive_epoch_seconds(block.text, &wanted);
            status = anvil_epoch_seconds_read(begin, end, &found);
        }
    } else if (format < 3) {
        verdict = naive_date_time(block.text, format == 2, &wanted);
        status = anvil_date_time_read(begin, end, format == 2, &found, &offset);
    } else {
        verdict = naive_http_date(block.text, format == 4, &wanted);
        status = anvil_http_date_read(begin, end, format == 4, &found, &offset);
    }
    if (verdict == NAIVE_MOMENT)
        FUZZ_EXPECT(reference_agrees, status == ANVIL_OK && is_same(found, wanted));
    else if (verdict != NAIVE_NO_VERDICT)
        FUZZ_EXPECT(
            reference_agrees,
            status == (verdict == NAIVE_NO_MOMENT ? ANVIL_E_TIMESTAMP : ANVIL_E_RANGE_OF_TYPE) &&
                offset <= block.text.len && !found.is_set);
    fuzz_block_free(&block);
}

static void write_text(size_t format, struct fuzz_input *input) {
    static const enum anvil_precision PRECISIONS[3] = {
        ANVIL_PRECISION_SECONDS, ANVIL_PRECISION_MILLISECONDS, ANVIL_PRECISION_NANOSECONDS};
    static const int32_t UNITS[3] = {1000000000, 1000000, 1};
    char text[32];
    size_t bytes = 0;
    size_t offset = 0;
    size_t precision = format == 7 ? 0 : fuzz_below(input, 3);
    struct anvil_timestamp value = {(int64_t)fuzz_u64(input), (int32_t)fuzz_u32(input), true};
    struct anvil_timestamp found = {0, 0, false};
    enum anvil_status status = ANVIL_E_TIMESTAMP;
    bool is_valid = value.seconds >= ANVIL_TIMESTAMP_SECONDS_MIN &&
                    value.seconds <= ANVIL_TIMESTAMP_SECONDS_MAX && value.nanoseconds >= 0 &&
                    value.nanoseconds <= 999999999;
    FUZZ_EXPECT(reference_agrees, anvil_timestamp_is_valid(value) == is_valid);
    /* Any number becomes an instant. */
    value.seconds =
        ANVIL_TIMESTAMP_SECONDS_MIN + (int64_t)((uint64_t)value.seconds % UINT64_C(315537897600));
    value.nanoseconds = (int32_t)((uint32_t)value.nanoseconds % 1000000000);
    if (format == 5) {
        bytes = anvil_epoch_seconds_write(value, PRECISIONS[precision], text);
        status =
            anvil_epoch_seconds_read((unsigned char *)text, (unsigned char *)text + bytes, &found);
    } else if (format == 6) {
        bytes = anvil_date_time_write(value, PRECISIONS[precision], text);
        status = anvil_date_time_read((unsigned char *)text, (unsigned char *)text + bytes, false,
                                      &found, &offset);
    } else {
        bytes = anvil_http_date_write(value, text);
        status = anvil_http_date_read((unsigned char *)text, (unsigned char *)text + bytes, false,
                                      &found, &offset);
    }
    value.nanoseconds -= value.nanoseconds % UNITS[precision];
    FUZZ_EXPECT(fixpoint, bytes <= sizeof text && status == ANVIL_OK && is_same(found, value));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz_input input = fuzz_input_of(data, size);
    size_t format = fuzz_below(&input, 8);
    if (format < 5)
        read_text(format, fuzz_rest(&input));
    else
        write_text(format, &input);
    return 0;
}
