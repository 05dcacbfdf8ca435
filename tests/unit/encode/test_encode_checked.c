/* SPDX-License-Identifier: Apache-2.0 */
/* A struct that has passed its checks is not read again: text whose pattern rules out
 * escapes goes out unseen. It lies on unreadable pages here, so that a single look would be the
 * last. */
#include "anvil/codec.h"
#include "guard_page.h"
#include "sample/sample_shapes.h"
#include "smsv2/smsv2.h"
#include "test.h"

#include <signal.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

/* Text that cannot be read at all. */
static struct anvil_str unreadable(struct guard_page *page, size_t len) {
    *page = guard_page_of(NULL, 0);
    return anvil_str_of(page->ptr, len);
}

TEST(checked_text_is_not_touched) {
    struct guard_page page;
    struct anvil_str text = unreadable(&page, 40);
    struct smsv2_associate_origination_identity_request request = {
        .pool_id = text,
        .origination_identity = text,
        .iso_country_code = {text.ptr, 2},
        .client_token = ANVIL_STR("a\"b"),
    };
    struct anvil_str spans[16];
    size_t count = 0;
    size_t bytes = 0;
    assert_int_equal(anvil_encode_spans(&smsv2_associate_origination_identity_request_shape,
                                        &request, ANVIL_CHECKED, spans, 16, &count, &bytes, NULL,
                                        NULL),
                     ANVIL_OK);
    assert_ptr_equal(spans[2].ptr, text.ptr);
    assert_int_equal(spans[2].len, 40);
    assert_ptr_equal(spans[4].ptr, text.ptr);
    assert_ptr_equal(spans[6].ptr, text.ptr);
    assert_int_equal(bytes, strlen("{\"PoolId\":\"\",\"OriginationIdentity\":\"\","
                                   "\"IsoCountryCode\":\"\",\"ClientToken\":\"a\\\"b\"}") +
                                40 + 40 + 2);
    guard_page_free(&page);
}

/* In every place where text can stand. */
TEST(checked_text_inside_of_containers_is_not_touched) {
    struct guard_page page;
    struct anvil_str text = unreadable(&page, 2);
    struct sample_part inner = {.code = text};
    struct sample_part parts[2] = {{.code = text, .part = &inner}, {.code = text}};
    struct sample_message message = {
        .id = text, .slug = text, .owner = text, .parts = {parts, 2}, .part = &inner};
    struct anvil_str spans[64];
    size_t count = 0;
    size_t bytes = 0;
    assert_int_equal(anvil_encode_spans(&sample_message_shape, &message, ANVIL_CHECKED, spans, 64,
                                        &count, &bytes, NULL, NULL),
                     ANVIL_OK);
    size_t seen = 0;
    for (size_t i = 0; i < count; i++)
        seen += spans[i].ptr == text.ptr;
    assert_int_equal(seen, 7);
    guard_page_free(&page);
}

/* Whether encoding kills a process. */
static bool is_deadly(const struct sample_message *message, unsigned checks) {
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct anvil_str spans[64];
        size_t count = 0;
        size_t bytes = 0;
        (void)signal(SIGSEGV, SIG_DFL);
        (void)signal(SIGBUS, SIG_DFL);
        (void)!anvil_encode_spans(&sample_message_shape, message, checks, spans, 64, &count, &bytes,
                                  NULL, NULL);
        _exit(0);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status);
}

/* The other way around: all text that may need an escape is looked at even then, and without
 * CHECKED everything is. This also shows that the page is as unreadable as the tests above believe.
 */
TEST(other_text_is_looked_at) {
    struct guard_page page;
    struct anvil_str text = unreadable(&page, 2);
    struct sample_texts tags = {&text, 1};
    const struct sample_message escape_free = {.id = text};
    const struct sample_message others[] = {
        {.text = text}, {.token = text}, {.title = text}, {.color = text}, {.tags = tags}};
    assert_false(is_deadly(&escape_free, ANVIL_CHECKED));
    assert_true(is_deadly(&escape_free, ANVIL_OFF));
    assert_true(is_deadly(&escape_free, ANVIL_STRICT));
    assert_true(is_deadly(&escape_free, (unsigned)ANVIL_CHECKED | ANVIL_CHECK_MAX));
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        assert_true(is_deadly(&others[i], ANVIL_CHECKED));
    guard_page_free(&page);
}

/* Text that may need escapes gets them, checked or not. */
TEST(checked_text_is_escaped_where_it_can_be_needed) {
    struct sample_message message = {
        .id = ANVIL_STR("a"), .token = ANVIL_STR("\""), .text = ANVIL_STR("\n")};
    static const char EXPECTED[] = "{\"Id\":\"a\",\"Token\":\"\\\"\",\"Text\":\"\\n\"}";
    struct anvil_str spans[16];
    size_t count = 0;
    size_t bytes = 0;
    char joined[64];
    size_t len = 0;
    assert_int_equal(anvil_encode_spans(&sample_message_shape, &message, ANVIL_CHECKED, spans, 16,
                                        &count, &bytes, NULL, NULL),
                     ANVIL_OK);
    for (size_t i = 0; i < count; i++) {
        memcpy(joined + len, spans[i].ptr, spans[i].len);
        len += spans[i].len;
    }
    assert_int_equal(len, sizeof EXPECTED - 1);
    assert_memory_equal(joined, EXPECTED, len);
}

/* With checks asked for besides, they are made. */
TEST(checked_and_checks_together) {
    struct sample_message message = {.id = ANVIL_STR("A\"")};
    struct anvil_str spans[16];
    size_t count = 0;
    size_t bytes = 0;
    assert_int_equal(anvil_encode_spans(&sample_message_shape, &message,
                                        (unsigned)ANVIL_CHECKED | ANVIL_STRICT, spans, 16, &count,
                                        &bytes, NULL, NULL),
                     ANVIL_E_PATTERN);
}

/* Text of a checked run is read once, for its check; that it is not read twice shows in the pieces:
 * there is one of it, whole. */
TEST(clean_text_is_one_piece) {
    static char text[300];
    memset(text, 'a', sizeof text);
    struct sample_message message = {.id = {text, 8}, .text = {text, sizeof text}};
    struct anvil_str spans[16];
    size_t count = 0;
    size_t bytes = 0;
    assert_int_equal(anvil_encode_spans(&sample_message_shape, &message, ANVIL_STRICT, spans, 16,
                                        &count, &bytes, NULL, NULL),
                     ANVIL_OK);
    assert_int_equal(count, 6);
    assert_ptr_equal(spans[2].ptr, text);
    assert_ptr_equal(spans[4].ptr, text);
    assert_int_equal(spans[4].len, sizeof text);
}
