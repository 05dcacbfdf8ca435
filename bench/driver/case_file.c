/* SPDX-License-Identifier: Apache-2.0 */
/* Reading case files, and placing bytes. */
#include "case_file.h"

#include "contest.h"
#include "guard_page.h"

#include <stdio.h>
#include <string.h>

char *bench_read_file(const char *folder, const char *name, size_t *bytes) {
    char path[512];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    bench_require(file != NULL && fseek(file, 0, SEEK_END) == 0, path, "cannot be read");
    long end = ftell(file);
    bench_require(end >= 0, path, "cannot be read");
    rewind(file);
    char *text = (char *)bench_memory((size_t)end + 1);
    size_t read = fread(text, 1, (size_t)end, file);
    bench_require(read == (size_t)end, path, "cannot be read");
    (void)fclose(file);
    if (bytes != NULL)
        *bytes = read;
    return text;
}

/* A line of the text without its end; moves *text behind it. */
static struct anvil_str take_line(const char **text) {
    const char *begin = *text;
    const char *end = strchr(begin, '\n');
    bench_require(end != NULL, "case file", "the last line has no end");
    *text = end + 1;
    return anvil_str_of(begin, (size_t)(end - begin));
}

char *bench_grow(const char *text, size_t bytes, size_t *out_bytes) {
    struct anvil_str head = take_line(&text);
    const char *first = text;
    struct anvil_str item = take_line(&text);
    size_t room = bytes + strlen(first) + head.len;
    char *grown = (char *)bench_memory(room);
    memcpy(grown, head.ptr, head.len);
    size_t len = head.len;
    for (;; item = take_line(&text)) {
        struct anvil_str tail = item;
        if (*text == '\0') { /* the line behind the items */
            if (len + tail.len >= bytes) {
                memcpy(grown + len, tail.ptr, tail.len);
                *out_bytes = len + tail.len;
                return grown;
            }
            text = first;
            grown[len++] = ',';
        } else if (len < bytes) {
            memcpy(grown + len, item.ptr, item.len);
            len += item.len;
        }
    }
}

struct anvil_str bench_exact(const char *ptr, size_t len) {
    struct guard_page page = guard_page_of(ptr, len);
    return anvil_str_of(page.ptr, len);
}

struct anvil_str bench_padded(const char *ptr, size_t len) {
    char *copy = (char *)bench_memory(len + BENCH_PADDING);
    memcpy(copy, ptr, len);
    return anvil_str_of(copy, len);
}
