/* SPDX-License-Identifier: Apache-2.0 */
/* Decodes in another way and compares. Knows the verbs, and the engine's kernels by
 * property/by_kernel.h. */
#include "message_oracles.h"

#include "fuzz_input.h"
#include "oracle.h"
#include "other_form.h"
#include "property/by_kernel.h"
#include "reports.h"
#include "sample/same_value.h"
#include "sample/value_views.h"

#include <stdlib.h>
#include <string.h>

/* Of the checks, those that need the bytes. */
static const unsigned OF_BYTES =
    (unsigned)ANVIL_CHECK_DUPLICATE | (unsigned)ANVIL_CHECK_UNKNOWN_MEMBER;
static const unsigned FORM_BITS = (unsigned)ANVIL_LENIENT | (unsigned)ANVIL_NEUTRAL;

void expect_report_adds_up(const struct message_question *question,
                           const struct decoding *decoding) {
    const struct anvil_report *report = &decoding->report;
    FUZZ_EXPECT(report_adds_up, decoding->status == report->status &&
                                    report_adds_up(report, question->body.len) &&
                                    decoding->arena.scratch == 0 &&
                                    (decoding_has_value(decoding) || decoding->arena.used == 0));
}

void expect_views_inside(const struct message_question *question, const struct decoding *decoding) {
    if (decoding_has_value(decoding))
        FUZZ_EXPECT(views_inside, has_views_inside(question->shape, decoding->value, question->body,
                                                   &decoding->arena));
}

static void expect_kernel_agrees(enum anvil_kernel kernel, const struct message_question *question,
                                 const struct decoding *decoding) {
    struct decoding other;
    struct anvil_report found;
    unsigned checks = question->checks & ~FORM_BITS;
    decoding_begin_on(&other, kernel, question->shape, question->body, question->checks);
    if (!decoding_has_value(decoding)) {
        FUZZ_EXPECT(kernels_agree, reports_same_error(&other.report, &decoding->report));
    } else {
        FUZZ_EXPECT(kernels_agree,
                    decoding_has_value(&other) && other.arena.used == decoding->arena.used &&
                        is_same_value(question->shape, other.value, decoding->value));
        /* The check only looks when the reading half was in doubt: both have to come to this. */
        struct kernel_outcome outcome =
            check_by_kernel(kernel, question->shape, other.value, checks, &found);
        FUZZ_EXPECT(kernels_agree,
                    (outcome.status == ANVIL_OK || other.is_dirty ||
                     (checks & ANVIL_CHECK_IDENTITY) != 0) &&
                        reports_are_joined(&decoding->report, &other.report, &found));
    }
    decoding_free(&other);
}

void expect_kernels_agree(const struct message_question *question,
                          const struct decoding *decoding) {
    /* The verb has run on the best of them already. */
    for (size_t kernel = 0; kernel < ANVIL_KERNEL_COUNT; kernel++)
        if (kernel == 0 || (has_kernel((enum anvil_kernel)kernel) && kernel != anvil_kernel()))
            expect_kernel_agrees((enum anvil_kernel)kernel, question, decoding);
}

void expect_check_is_separable(const struct message_question *question,
                               const struct decoding *decoding) {
    struct decoding apart;
    struct anvil_report after;
    unsigned checks = question->checks & ~FORM_BITS;
    decoding_begin(&apart, question->shape, question->body,
                   question->checks & (OF_BYTES | FORM_BITS));
    if (!decoding_has_value(&apart)) {
        /* malformed is malformed, whatever is checked */
        FUZZ_EXPECT(check_is_separable, reports_same_error(&apart.report, &decoding->report));
    } else {
        enum anvil_status status = anvil_check(question->shape, apart.value, checks, &after);
        FUZZ_EXPECT(check_is_separable,
                    decoding_has_value(decoding) &&
                        decoding->status == (apart.status != ANVIL_OK ? apart.status : status) &&
                        is_same_value(question->shape, apart.value, decoding->value) &&
                        reports_are_joined(&decoding->report, &apart.report, &after));
    }
    decoding_free(&apart);
}

void expect_form_is_free(const struct message_question *question, const struct decoding *decoding) {
    if (!decoding_has_value(decoding))
        return;
    bool is_once = (question->checks & ANVIL_CHECK_DUPLICATE) != 0 && decoding->report.more == 0 &&
                   !report_tells(&decoding->report, ANVIL_CONSTRAINT_DUPLICATE);
    char *text = fuzz_memory(OTHER_FORM_BYTES(question->body.len));
    struct message_question other = *question;
    struct decoding again;
    other.body = anvil_str_of(text, other_form(question->body, is_once, text));
    decoding_begin(&again, other.shape, other.body, other.checks);
    FUZZ_EXPECT(form_is_free,
                anvil_status_group(again.status) == anvil_status_group(decoding->status) &&
                    reports_same_set(&again.report, &decoding->report));
    decoding_free(&again);
    free(text);
}

void expect_bytes_beyond(const struct message_question *question, const struct decoding *decoding) {
    static const char BEYOND[] = "\"},]:0\\u";
    size_t len = question->body.len;
    char *text = fuzz_memory(len + sizeof BEYOND);
    struct decoding again;
    memcpy(text, question->body.ptr, len);
    memcpy(text + len, BEYOND, sizeof BEYOND);
    decoding_begin(&again, question->shape, anvil_str_of(text, len), question->checks);
    FUZZ_EXPECT(bytes_beyond, again.status == decoding->status &&
                                  again.report.offset == decoding->report.offset &&
                                  again.arena.used == decoding->arena.used &&
                                  (!decoding_has_value(decoding) ||
                                   is_same_value(question->shape, again.value, decoding->value)));
    decoding_free(&again);
    free(text);
}
