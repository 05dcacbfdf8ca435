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

/* The most overlays and the most operations that can be named. */
enum { OVERLAYS_MAX = 16, OPERATIONS_MAX = 1024 };

static const char usage[] =
    "usage: anvil-spec MODEL --prefix NAME --sha256 HEX [--overlay FILE]... [--service NAME]\n"
    "                  [--operations NAME,...] [--gen DIR] [--include DIR] [--snapshot FILE]\n"
    "\n"
    "Compiles a Smithy 2.0 JSON AST to C. Writes what is asked for; with nothing asked for, it\n"
    "only tells whether the model compiles.\n"
    "\n"
    "  --prefix NAME      what every C name begins with, such as smsv2\n"
    "  --sha256 HEX       the digest of MODEL and its overlays, one behind the other; it goes "
    "into\n"
    "                     the banners and the service\n"
    "  --overlay FILE     differences to MODEL, see spec/model/overlays; applied in this order\n"
    "  --service NAME     which service of MODEL, if there are several\n"
    "  --operations NAME,...  compile these operations and nothing else\n"
    "  --gen DIR          where NAME_*.c and NAME_tables.h go\n"
    "  --include DIR      where the public headers go\n"
    "  --snapshot FILE    one line for each compiled member\n"
    "  --help             this text\n"
    "\n"
    "Directories must exist. Exit status: 0 done, 2 the model is refused or a file cannot be read\n"
    "or written, 64 usage.\n";

struct arguments {
    const char *model;
    const char *prefix;
    const char *sha256;
    const char *service;
    char *operations; /* cut at its commas */
    const char *gen;
    const char *include;
    const char *snapshot;
    const char *overlays[OVERLAYS_MAX];
    size_t overlay_count;
};

static int complain(const char *path, const char *reason) {
    fprintf(stderr, "%s: %s\n", path, reason);
    return EXIT_REFUSED;
}

static bool read_option(const char *name, char *value, struct arguments *arguments) {
    const struct {
        const char *name;
        const char **value;
    } options[] = {
        {"--prefix", &arguments->prefix},   {"--sha256", &arguments->sha256},
        {"--service", &arguments->service}, {"--gen", &arguments->gen},
        {"--include", &arguments->include}, {"--snapshot", &arguments->snapshot},
    };
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        if (strcmp(options[i].name, name) == 0) {
            *options[i].value = value;
            return true;
        }
    }
    if (strcmp(name, "--operations") == 0) {
        arguments->operations = value;
        return true;
    }
    if (strcmp(name, "--overlay") != 0 || arguments->overlay_count == OVERLAYS_MAX)
        return false;
    arguments->overlays[arguments->overlay_count++] = value;
    return true;
}

static bool read_arguments(int count, char **words, struct arguments *arguments) {
    memset(arguments, 0, sizeof *arguments);
    for (int i = 1; i < count; i++) {
        if (words[i][0] == '-' && i + 1 < count) {
            if (!read_option(words[i], words[i + 1], arguments))
                return false;
            i++;
        } else if (words[i][0] != '-' && arguments->model == NULL) {
            arguments->model = words[i];
        } else {
            return false;
        }
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

/* ---- files ------------------------------------------------------------------------------------
 */

/* The whole file in the memory of the context; false with errno. */
static bool read_file(struct spec *spec, const char *path, struct spec_file *file) {
    FILE *in = fopen(path, "rb");
    struct spec_array bytes = {NULL, 0, 0};
    int byte;
    if (in == NULL)
        return false;
    while ((byte = fgetc(in)) != EOF) {
        char *slot = spec_push(spec, &bytes, 1);
        if (slot == NULL)
            break;
        *slot = (char)byte;
    }
    file->text = bytes.items;
    file->len = bytes.count;
    if (ferror(in) || byte != EOF || bytes.count == 0) {
        errno = ferror(in) ? errno : byte != EOF ? ENOMEM : ENODATA;
        file->text = NULL;
    }
    fclose(in);
    return file->text != NULL;
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

static int write_outputs(struct spec *spec, const char *directory, const char *prefix,
                         const struct spec_output *outputs, const struct spec_emission *emission) {
    int status = EXIT_GOOD;
    for (; status == EXIT_GOOD && outputs->name != NULL; outputs++) {
        const char *path = spec_text(spec, "%s/%s%s", directory, prefix, outputs->name);
        if (path == NULL)
            return complain(directory, spec->fault.reason);
        status = write_file(path, outputs->emit, emission);
    }
    return status;
}

static int write_all(struct spec *spec, const struct arguments *arguments,
                     const struct spec_emission *emission) {
    const struct spec_output header[] = {
        {spec_text(spec, "%s.h", arguments->prefix), spec_emit_header}, {NULL, NULL}};
    const char *before = spec_text(spec, "%s_", arguments->prefix);
    int status = EXIT_GOOD;
    if (header[0].name == NULL || before == NULL)
        return complain(arguments->model, spec->fault.reason);
    if (arguments->snapshot != NULL)
        status = write_file(arguments->snapshot, spec_emit_snapshot, emission);
    if (status == EXIT_GOOD && arguments->include != NULL)
        status = write_outputs(spec, arguments->include, "", header, emission);
    if (status == EXIT_GOOD && arguments->include != NULL)
        status = write_outputs(spec, arguments->include, "", spec_headers, emission);
    if (status == EXIT_GOOD && arguments->gen != NULL)
        status = write_outputs(spec, arguments->gen, before, spec_sources, emission);
    return status;
}

/* ---- compiling --------------------------------------------------------------------------------
 */

static bool read_overlays(struct spec *spec, const struct arguments *arguments,
                          struct spec_file *files, const char **failed) {
    for (size_t i = 0; i < arguments->overlay_count; i++) {
        if (!read_file(spec, arguments->overlays[i], &files[i])) {
            *failed = arguments->overlays[i];
            return false;
        }
    }
    return true;
}

static size_t cut(char *text, const char **names) {
    size_t count = 0;
    for (char *name = text == NULL ? NULL : strtok(text, ",");
         name != NULL && count < OPERATIONS_MAX; name = strtok(NULL, ","))
        names[count++] = name;
    return count;
}

/* "MODEL with OVERLAY and OVERLAY" */
static const char *name_of(struct spec *spec, const struct arguments *arguments) {
    const char *name = arguments->model;
    for (size_t i = 0; i < arguments->overlay_count && name != NULL; i++)
        name = spec_text(spec, "%s %s %s", name, i == 0 ? "with" : "and", arguments->overlays[i]);
    return name;
}

static int refuse(const struct spec *spec, const struct arguments *arguments) {
    const struct spec_fault *fault = &spec->fault;
    const char *file =
        fault->overlay == 0 ? arguments->model : arguments->overlays[fault->overlay - 1];
    fprintf(stderr, "%s: %s%s%s\n", file, fault->shape, fault->shape[0] == '\0' ? "" : ": ",
            fault->reason);
    return EXIT_REFUSED;
}

static int compile(struct spec *spec, const struct arguments *arguments) {
    static const char *operations[OPERATIONS_MAX];
    struct spec_file overlays[OVERLAYS_MAX];
    struct spec_options options = {.service = arguments->service, .sha256 = arguments->sha256};
    struct spec_program program;
    struct spec_emission emission = {&program, arguments->prefix, name_of(spec, arguments),
                                     arguments->sha256};
    struct spec_file model;
    const char *failed = arguments->model;
    if (!read_file(spec, arguments->model, &model) ||
        !read_overlays(spec, arguments, overlays, &failed))
        return complain(failed, strerror(errno));
    options.overlays = overlays;
    options.overlay_count = arguments->overlay_count;
    options.operations = operations;
    options.operation_count = cut(arguments->operations, operations);
    if (!spec_compile(spec, model.text, model.len, &options, &program) ||
        !spec_name(spec, &program))
        return refuse(spec, arguments);
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
