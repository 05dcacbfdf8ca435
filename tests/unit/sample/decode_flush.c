/* SPDX-License-Identifier: Apache-2.0 */
/* Knows the public verb only. */
#include "sample/decode_flush.h"

struct decoded decode_flush(const struct anvil_shape *shape, struct anvil_str body, unsigned checks,
                            void *out) {
    struct decoded decoded;
    decoded.body_page = guard_page_of(body.ptr, body.len);
    decoded.arena_page = guard_page_of(NULL, DECODED_ARENA_BYTES);
    decoded.body = anvil_str_of(decoded.body_page.ptr, body.len);
    decoded.arena = anvil_arena_of(decoded.arena_page.ptr, DECODED_ARENA_BYTES);
    decoded.status =
        anvil_decode(shape, decoded.body, checks, &decoded.arena, out, &decoded.report);
    return decoded;
}

void decoded_free(struct decoded *decoded) {
    guard_page_free(&decoded->body_page);
    guard_page_free(&decoded->arena_page);
}

static bool is_inside(struct anvil_str text, const char *begin, size_t bytes) {
    uintptr_t at = (uintptr_t)text.ptr;
    return at >= (uintptr_t)begin && at + text.len <= (uintptr_t)begin + bytes;
}

bool is_in_body(const struct decoded *decoded, struct anvil_str text) {
    return is_inside(text, decoded->body.ptr, decoded->body.len);
}

bool is_in_arena(const struct decoded *decoded, struct anvil_str text) {
    return is_inside(text, (const char *)decoded->arena.base, decoded->arena.used);
}
