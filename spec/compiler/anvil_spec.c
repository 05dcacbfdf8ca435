/* SPDX-License-Identifier: Apache-2.0 */
/* The command around the compiler: arguments, files, messages. Everything else is a library without
 * printing or exit(). */
#include "emit.h"
#include "layout.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXIT_GOOD = 0, EXIT_REFUSED = 2, EXIT_USAGE = 64 };

static const char usage[] =
    "usage: anvil-spec MODEL --prefix NAME --sha256 HEX [--gen DIR] [--header FILE]\n"
    "                  [--snapshot FILE]\n"
    "\n"
    "Compiles a Smithy 2.0 JSON AST to C. Writes what is asked for; with nothing asked for, it\n"
    "only tells whether the model compiles.\n"
    "\n"
    "  --prefix NAME    what every C name begins with, such as smsv2\n"
    "  --sha256 HEX     the digest of MODEL, which goes into the banners and the service\n"
    "  --gen DIR        where NAME_*.c and NAME_tables.h go; the directory must exist\n"
    "  --header FILE    the public header\n"
    "  --snapshot FILE  one line for each compiled member\n"
    "  --help           this text\n"
    "\n"
    "Exit status: 0 done, 2 the model is refused or a file cannot be read or written, 64 usage.\n";

struct arguments {
    const char *model;
    const char *prefix;
    const char *sha256;
    const char *gen;
    const char *header;
    const char *snapshot;
};

static int complain(const char *path, const char *reason) {
    fprintf(stderr, "%s: %s\n", path, reason);
    return EXIT_REFUSED;
}

static bool read_arguments(int count, char **words, struct arguments *arguments) {
    const struct {
        const char *name;
        const char **value;
    } options[] = {
        {"--prefix", &arguments->prefix},     {"--sha256", &arguments->sha256},
        {"--gen", &arguments->gen},           {"--header", &arguments->header},
        {"--snapshot", &arguments->snapshot},
    };
    memset(arguments, 0, sizeof *arguments);
    for (int i = 1; i < count; i++) {
        size_t option = 0;
        while (option < sizeof options / sizeof *options &&
               strcmp(options[option].name, words[i]) != 0)
            option++;
        if (option < sizeof options / sizeof *options && i + 1 < count)
            *options[option].value = words[++i];
        else if (words[i][0] != '-' && arguments->model == NULL)
            arguments->model = words[i];
        else
            return false;
    }
    return arguments->model != NULL && arguments->prefix != NULL && arguments->sha256 != NULL;
}

static bool is_prefix(const char *text) {
    size_t len = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_");
    return len > 0 && len < 32 && text[len] == '\0' && (text[0] < '0' || text[0] > '9');
}

static bool is_sha256(const char *text) {
    return strlen(text) == 64 && strspn(text, "0123456789abcdef") == 64;
}

/* The whole file in the memory of the context; NULL with errno. */
static char *read_file(struct spec *spec, const char *path, size_t *len) {
    FILE *in = fopen(path, "rb");
    struct spec_array bytes = {NULL, 0, 0};
    int byte;
    if (in == NULL)
        return NULL;
    while ((byte = fgetc(in)) != EOF) {
        char *slot = spec_push(spec, &bytes, 1);
        if (slot == NULL)
            break;
        *slot = (char)byte;
    }
    *len = bytes.count;
    if (ferror(in) || byte != EOF || bytes.count == 0) {
        errno = ferror(in) ? errno : byte != EOF ? ENOMEM : ENODATA;
        bytes.items = NULL;
    }
    fclose(in);
    return bytes.items;
}

static int write_file(const char *path, spec_emitter *emit, const struct spec_emission *emission) {
    FILE *out = fopen(path, "wb");
    bool is_written;
    if (out == NULL)
        return complain(path, strerror(errno));
    emit(out, emission);
    is_written = !ferror(out);
    if (fclose(out) != 0 || !is_written)
        return complain(path, "cannot be written");
    return EXIT_GOOD;
}

static int write_all(struct spec *spec, const struct arguments *arguments,
                     const struct spec_emission *emission) {
    int status = EXIT_GOOD;
    if (arguments->header != NULL)
        status = write_file(arguments->header, spec_emit_header, emission);
    if (status == EXIT_GOOD && arguments->snapshot != NULL)
        status = write_file(arguments->snapshot, spec_emit_snapshot, emission);
    if (arguments->gen == NULL)
        return status;
    for (const struct spec_source *source = spec_sources;
         status == EXIT_GOOD && source->name != NULL; source++) {
        const char *path =
            spec_text(spec, "%s/%s_%s", arguments->gen, arguments->prefix, source->name);
        if (path == NULL)
            return complain(arguments->gen, spec->fault.reason);
        status = write_file(path, source->emit, emission);
    }
    return status;
}

static int compile(struct spec *spec, const struct arguments *arguments) {
    struct spec_program program;
    struct spec_emission emission = {&program, arguments->prefix, arguments->model,
                                     arguments->sha256};
    size_t len;
    char *text = read_file(spec, arguments->model, &len);
    if (text == NULL)
        return complain(arguments->model, strerror(errno));
    if (!spec_compile(spec, text, len, arguments->sha256, &program)) {
        fprintf(stderr, "%s: %s%s%s\n", arguments->model, spec->fault.shape,
                spec->fault.shape[0] == '\0' ? "" : ": ", spec->fault.reason);
        return EXIT_REFUSED;
    }
    return write_all(spec, arguments, &emission);
}

int main(int count, char **words) {
    struct arguments arguments;
    struct spec spec;
    int status;
    if (count == 2 && strcmp(words[1], "--help") == 0) {
        fputs(usage, stdout);
        return EXIT_GOOD;
    }
    if (!read_arguments(count, words, &arguments) || !is_prefix(arguments.prefix) ||
        !is_sha256(arguments.sha256)) {
        fputs(usage, stderr);
        return EXIT_USAGE;
    }
    spec_begin(&spec);
    status = compile(&spec, &arguments);
    spec_end(&spec);
    return status;
}
