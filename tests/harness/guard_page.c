/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Guard pages: [unreadable][bytes...][unreadable], the bytes at one end or the other of the
 * readable middle; by mmap and mprotect, or by what Windows has in their place.
 */
#define _DEFAULT_SOURCE
#include "guard_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef _WIN32
#include <windows.h>
#else
#include <sys/mman.h>
#include <unistd.h>
#endif

enum { FILLER = 0xA5 };

static void give_up(const char *what) {
    perror(what);
    abort();
}

#ifdef _WIN32
static size_t page_bytes(void) {
    SYSTEM_INFO info;
    GetSystemInfo(&info);
    return info.dwPageSize;
}

/* Maps unreadable memory. */
static void *map_pages(size_t bytes) {
    void *map = VirtualAlloc(NULL, bytes, MEM_RESERVE | MEM_COMMIT, PAGE_NOACCESS);
    if (map == NULL)
        give_up("VirtualAlloc");
    return map;
}

static void open_pages(void *pages, size_t bytes) {
    DWORD before;
    if (VirtualProtect(pages, bytes, PAGE_READWRITE, &before) == 0)
        give_up("VirtualProtect");
}

static void unmap_pages(void *map, size_t bytes) {
    (void)bytes;
    if (VirtualFree(map, 0, MEM_RELEASE) == 0)
        give_up("VirtualFree");
}
#else
static size_t page_bytes(void) {
    long size = sysconf(_SC_PAGESIZE);
    if (size <= 0)
        give_up("sysconf");
    return (size_t)size;
}

/* Maps unreadable memory. */
static void *map_pages(size_t bytes) {
    void *map = mmap(NULL, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (map == MAP_FAILED)
        give_up("mmap");
    return map;
}

static void open_pages(void *pages, size_t bytes) {
    if (mprotect(pages, bytes, PROT_READ | PROT_WRITE) != 0)
        give_up("mprotect");
}

static void unmap_pages(void *map, size_t bytes) {
    if (munmap(map, bytes) != 0)
        give_up("munmap");
}
#endif

/* Maps room for `len` bytes between two unreadable pages; `*room` is the size of the middle. */
static struct guard_page map_between_guards(size_t len, char **middle, size_t *room) {
    size_t page = page_bytes();
    *room = (len / page + 1) * page;
    struct guard_page guarded = {NULL, len, NULL, *room + 2 * page};
    guarded.map = map_pages(guarded.map_bytes);
    *middle = (char *)guarded.map + page;
    open_pages(*middle, *room);
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
    if (page->map != NULL)
        unmap_pages(page->map, page->map_bytes);
    page->map = NULL;
    page->ptr = NULL;
    page->len = 0;
}
