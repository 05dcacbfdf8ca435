/* SPDX-License-Identifier: Apache-2.0 */
/* Sets the states up as the verbs do. Knows the internal headers of the engine. */
#include "by_kernel.h"

#include "check/check.h"
#include "decode/decode.h"
#include "encode/encoder.h"

#include <string.h>

bool has_kernel(enum anvil_kernel kernel) {
    return anvil_spans[kernel] != NULL && kernel <= anvil_kernel();
}

struct kernel_outcome decode_by_kernel(enum anvil_kernel kernel, const struct anvil_shape *shape,
                                       struct anvil_str body, unsigned checks,
                                       struct anvil_arena *arena, void *out,
                                       struct anvil_report *report) {
    struct anvil_findings findings = anvil_findings_of(report);
    struct decoder decoder;
    memset(&decoder, 0, sizeof decoder);
    decoder.kernel = kernel;
    decoder.begin = (const unsigned char *)body.ptr;
    decoder.p = decoder.begin;
    decoder.end = decoder.begin + body.len;
    decoder.arena = arena;
    decoder.findings = &findings;
    decoder.checks = checks;
    decoder.is_request = (shape->flags & ANVIL_SHAPE_INPUT) != 0;
    decoder.is_checking = (checks & ANVIL_CHECK_BITS) != 0;
    decoder.plain_end = plain_end_of(decoder.begin, decoder.end);
    memset(out, 0, shape->size);
    enum anvil_status status = anvil_decode_begin(&decoder, shape, out);
    if (status == ANVIL_OK)
        status = anvil_decode_walk(&decoder);
    if (status == ANVIL_OK)
        status = anvil_findings_end(&findings);
    struct kernel_outcome outcome = {status, decoder.is_dirty, (size_t)(decoder.p - decoder.begin)};
    return outcome;
}

struct kernel_outcome check_by_kernel(enum anvil_kernel kernel, const struct anvil_shape *shape,
                                      const void *value, unsigned checks,
                                      struct anvil_report *report) {
    struct anvil_findings findings = anvil_findings_of(report);
    struct checker checker;
    memset(&checker, 0, sizeof checker);
    checker.kernel = kernel;
    checker.findings = &findings;
    checker.checks = checks;
    enum anvil_status status = anvil_check_walk(&checker, shape, value);
    if (status == ANVIL_OK)
        status = anvil_findings_end(&findings);
    struct kernel_outcome outcome = {status, false, 0};
    return outcome;
}

struct kernel_outcome encode_by_kernel(enum anvil_kernel kernel, const struct anvil_shape *shape,
                                       const void *value, unsigned checks, struct anvil_sink *sink,
                                       struct anvil_arena *arena, struct anvil_report *report) {
    struct anvil_findings findings = anvil_findings_of(report);
    struct encoder encoder;
    memset(&encoder, 0, sizeof encoder);
    encoder.kernel = kernel;
    encoder.sink = *sink;
    encoder.findings = &findings;
    encoder.arena = arena;
    encoder.checks = checks;
    encoder.is_request = (shape->flags & ANVIL_SHAPE_INPUT) != 0;
    encoder.is_checking = (checks & ANVIL_CHECK_BITS) != 0;
    enum anvil_status status = anvil_encode_walk(&encoder, shape, value);
    *sink = encoder.sink;
    struct kernel_outcome outcome = {status, encoder.is_dirty, 0};
    return outcome;
}
