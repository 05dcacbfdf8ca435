/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a random device. POSIX, because getrandom() and getentropy() are not everywhere. */
#include "entropy.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static enum anvil_status read_exactly(int descriptor, unsigned char *bytes, size_t count) {
    while (count > 0) {
        ssize_t got = read(descriptor, bytes, count);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return ANVIL_E_ENTROPY;
        bytes += got;
        count -= (size_t)got;
    }
    return ANVIL_OK;
}

static enum anvil_status fill(void *context, void *bytes, size_t count) {
    const char *path = context;
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);

    if (descriptor < 0)
        return ANVIL_E_ENTROPY;
    enum anvil_status status = read_exactly(descriptor, bytes, count);
    close(descriptor);
    return status;
}

struct anvil_entropy anvil_file_entropy(const char *path) {
    struct anvil_entropy entropy = {fill, NULL};
    /* The context comes back to fill() untouched, which takes it as const again. */
    memcpy(&entropy.context, &path, sizeof path);
    return entropy;
}

struct anvil_entropy anvil_system_entropy(void) {
    return anvil_file_entropy("/dev/urandom");
}
