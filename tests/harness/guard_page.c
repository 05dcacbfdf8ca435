/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Guard pages by mmap and mprotect: [unreadable][bytes...][unreadable], the bytes at one end or the
 * other of the readable middle.
 */
#define _DEFAULT_SOURCE
#include "guard_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { FILLER = 0xA5 };

static void give_up(const char *what) {
    perror(what);
    abort();
}

static size_t page_bytes(void) {
    long size = sysconf(_SC_PAGESIZE);
    if (size <= 0)
        give_up("sysconf");
    return (size_t)size;
}

/* Maps room for `len` bytes between two unreadable pages; `*room` is the size of the middle. */
static struct guard_page map_between_guards(size_t len, char **middle, size_t *room) {
    size_t page = page_bytes();
    *room = (len / page + 1) * page;
    struct guard_page guarded = {NULL, len, NULL, *room + 2 * page};
    guarded.map = mmap(NULL, guarded.map_bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (guarded.map == MAP_FAILED)
        give_up("mmap");
    *middle = (char *)guarded.map + page;
    if (mprotect(*middle, *room, PROT_READ | PROT_WRITE) != 0)
        give_up("mprotect");
    memset(*middle, FILLER, *room);
    return guarded;
}

struct guard_page guard_page_of(const void *bytes, size_t len) {
    char *middle;
    size_t room;
    struct guard_page guarded = map_between_guards(len, &middle, &room);
    guarded.ptr = middle + room - len;
    if (bytes != NULL && len > 0)
        memcpy(guarded.ptr, bytes, len);
    return guarded;
}

struct guard_page guard_page_after(const void *bytes, size_t len) {
    char *middle;
    size_t room;
    struct guard_page guarded = map_between_guards(len, &middle, &room);
    guarded.ptr = middle;
    if (bytes != NULL && len > 0)
        memcpy(guarded.ptr, bytes, len);
    return guarded;
}

void guard_page_put(struct guard_page *page, const void *bytes, size_t len) {
    char *end = page->ptr + page->len;
    size_t room = page->map_bytes - 2 * page_bytes();
    if (len > room)
        give_up("guard_page_put: too long");
    memset(page->ptr, FILLER, page->len);
    page->ptr = end - len;
    page->len = len;
    if (bytes != NULL && len > 0)
        memcpy(page->ptr, bytes, len);
}

void guard_page_free(struct guard_page *page) {
    if (page->map != NULL && munmap(page->map, page->map_bytes) != 0)
        give_up("munmap");
    page->map = NULL;
    page->ptr = NULL;
    page->len = 0;
}
