/* SPDX-License-Identifier: Apache-2.0 */
/* Sets the states up as the verbs do. Knows the internal headers of the engine. */
#include "by_kernel.h"

#include "check/check.h"
#include "decode/decode.h"
#include "encode/encoder.h"

#include <string.h>

size_t kernel_count(void) {
    return anvil_kernel() == ANVIL_KERNEL_SSSE3 ? 2 : 1;
}

#if ANVIL_HAS_SSSE3
#define LOOP_OF(kernel, scalar, ssse3) ((kernel) == ANVIL_KERNEL_SSSE3 ? (ssse3) : (scalar))
#else
#define LOOP_OF(kernel, scalar, ssse3) ((void)(kernel), (scalar))
#endif

struct kernel_outcome decode_by_kernel(enum anvil_kernel kernel, const struct anvil_shape *shape,
                                       struct anvil_str body, unsigned checks,
                                       struct anvil_arena *arena, void *out,
                                       struct anvil_report *report) {
    struct anvil_findings findings = anvil_findings_of(report);
    struct decoder decoder;
    memset(&decoder, 0, sizeof decoder);
    decoder.begin = (const unsigned char *)body.ptr;
    decoder.p = decoder.begin;
    decoder.end = decoder.begin + body.len;
    decoder.arena = arena;
    decoder.findings = &findings;
    decoder.checks = checks;
    decoder.is_checking = (checks & ANVIL_CHECK_BITS) != 0;
    memset(out, 0, shape->size);
    enum anvil_status status =
        LOOP_OF(kernel, anvil_decode_scalar, anvil_decode_ssse3)(&decoder, shape, out);
    if (status == ANVIL_OK)
        status = anvil_findings_end(&findings);
    struct kernel_outcome outcome = {status, decoder.is_dirty, (size_t)(decoder.p - decoder.begin)};
    return outcome;
}

struct kernel_outcome check_by_kernel(enum anvil_kernel kernel, const struct anvil_shape *shape,
                                      const void *value, unsigned checks,
                                      struct anvil_report *report) {
    struct anvil_findings findings = anvil_findings_of(report);
    enum anvil_status status =
        LOOP_OF(kernel, anvil_check_scalar, anvil_check_ssse3)(shape, value, checks, &findings);
    if (status == ANVIL_OK)
        status = anvil_findings_end(&findings);
    struct kernel_outcome outcome = {status, false, 0};
    return outcome;
}

struct kernel_outcome encode_by_kernel(enum anvil_kernel kernel, const struct anvil_shape *shape,
                                       const void *value, unsigned checks, struct anvil_sink *sink,
                                       struct anvil_report *report) {
    struct anvil_findings findings = anvil_findings_of(report);
    struct encoder encoder;
    memset(&encoder, 0, sizeof encoder);
    encoder.sink = *sink;
    encoder.findings = &findings;
    encoder.checks = checks;
    encoder.is_checking = (checks & ANVIL_CHECK_BITS) != 0;
    enum anvil_status status =
        LOOP_OF(kernel, anvil_encode_scalar, anvil_encode_ssse3)(&encoder, shape, value);
    *sink = encoder.sink;
    struct kernel_outcome outcome = {status, encoder.is_dirty, 0};
    return outcome;
}
