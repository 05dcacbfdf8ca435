/* SPDX-License-Identifier: Apache-2.0 */
#include "protocol/fake_transport.h"

#include "test.h"

struct anvil_str join_pieces(const struct anvil_http_request *request, char *buffer,
                             size_t capacity) {
    size_t bytes = 0;
    for (size_t i = 0; i < request->body_count; i++) {
        assert_true(request->body[i].len > 0);
        assert_true(request->body[i].len <= capacity - bytes);
        memcpy(buffer + bytes, request->body[i].ptr, request->body[i].len);
        bytes += request->body[i].len;
    }
    return anvil_str_of(buffer, bytes);
}

static enum anvil_status answer(void *context, const struct anvil_http_request *request,
                                struct anvil_http_response *response) {
    static const struct anvil_http_response ZEROED;
    struct fake_transport *fake = context;
    assert_memory_equal(response, &ZEROED, sizeof ZEROED);
    fake->sent++;
    fake->request = *request;
    fake->body_bytes = join_pieces(request, fake->body, sizeof fake->body).len;
    if (fake->status == ANVIL_OK)
        *response = fake->answer;
    return fake->status;
}

void fake_transport_begin(struct fake_transport *fake, int http_status, struct anvil_str body) {
    memset(fake, 0, sizeof *fake);
    fake->transport.send = answer;
    fake->transport.context = fake;
    fake->answer.status = http_status;
    fake->answer.body = body;
}

struct anvil_str fake_transport_body(const struct fake_transport *fake) {
    return anvil_str_of(fake->body, fake->body_bytes);
}

static enum anvil_status count_upwards(void *context, void *bytes, size_t count) {
    struct fake_entropy *fake = context;
    unsigned char *at = bytes;
    fake->asked += count;
    for (size_t i = 0; fake->status == ANVIL_OK && i < count; i++)
        at[i] = fake->next++;
    return fake->status;
}

void fake_entropy_begin(struct fake_entropy *fake, unsigned char first) {
    memset(fake, 0, sizeof *fake);
    fake->entropy.fill = count_upwards;
    fake->entropy.context = fake;
    fake->next = first;
}

void assert_text_is(struct anvil_str text, const char *wanted) {
    if (wanted == NULL) {
        assert_null(text.ptr);
        assert_int_equal(text.len, 0);
        return;
    }
    assert_non_null(text.ptr);
    assert_int_equal(text.len, strlen(wanted));
    assert_memory_equal(text.ptr, wanted, text.len);
}

bool lies_inside(struct anvil_str text, const void *base, size_t len) {
    if (text.ptr == NULL)
        return text.len == 0;
    uintptr_t begin = (uintptr_t)base;
    uintptr_t at = (uintptr_t)text.ptr;
    return at >= begin && text.len <= len && at - begin <= len - text.len;
}
