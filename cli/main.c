/* SPDX-License-Identifier: Apache-2.0 */
/* The anvil command: finds the verb, runs it, and makes sure that its output arrived. */
#include "anvil/version.h"
#include "arguments.h"
#include "help.h"
#include "model_file.h"
#include "service.h"
#include "suggest.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static enum cli_exit show_version(void) {
    const struct anvil_service *service = cli_service();

    printf("anvil %s\n%.*s %.*s", anvil_version(), (int)service->name.len, service->name.ptr,
           (int)service->version.len, service->version.ptr);
    /* Only generated tables carry the digest of their model. */
    if (service->model_sha256.len > 0)
        printf(", model %.*s", (int)service->model_sha256.len, service->model_sha256.ptr);
    putchar('\n');
    return CLI_EXIT_OK;
}

static enum cli_exit no_such_verb(const char *name) {
    struct cli_suggestion near = cli_suggestion_for(cli_view(name));

    for (const struct cli_verb *const *verb = cli_verbs; *verb != NULL; verb++)
        cli_suggest(&near, cli_view((*verb)->name));
    cli_suggest(&near, cli_view("help"));
    cli_suggest(&near, cli_view("--version"));
    cli_suggest(&near, cli_view("--model"));
    cli_suggest(&near, cli_view("--service"));
    if (near.name[0] != '\0')
        fprintf(stderr, "anvil: there is no verb '%s'; did you mean '%s'?\n", name, near.name);
    else
        fprintf(stderr, "anvil: there is no verb '%s'; 'anvil help' lists them\n", name);
    return CLI_EXIT_USAGE;
}

static enum cli_exit show_help(char **words) {
    if (words[0] == NULL) {
        cli_help(stdout);
        return CLI_EXIT_OK;
    }
    const struct cli_verb *verb = cli_verb_find(words[0]);
    if (verb == NULL)
        return no_such_verb(words[0]);
    cli_help_verb(stdout, verb);
    return CLI_EXIT_OK;
}

/* Whether help is asked for among the arguments of a verb. */
static bool wants_help(char **words) {
    for (; *words != NULL && strcmp(*words, "--") != 0; words++)
        if (strcmp(*words, "--help") == 0 || strcmp(*words, "-h") == 0)
            return true;
    return false;
}

/* What stands in front of the verb. */
struct globals {
    const char *model;
    const char *service;
};

/* The value of the option `name` when words[0] is that option; then *words is moved behind it.
 * NULL with words unmoved when it is something else, with *is_bad when the value is missing. */
static const char *take_option(char ***words, const char *name, bool *is_bad) {
    const char *word = (*words)[0];
    size_t bytes = strlen(name);

    if (word == NULL || strncmp(word, name, bytes) != 0 ||
        (word[bytes] != '\0' && word[bytes] != '='))
        return NULL;
    const char *value = word[bytes] == '=' ? word + bytes + 1 : (*words)[1];
    if (value == NULL) {
        fprintf(stderr, "anvil: option '%s' needs a value\n", name);
        *is_bad = true;
        return NULL;
    }
    *words += word[bytes] == '=' ? 1 : 2;
    return value;
}

/* Takes the options in front of the verb away. False after a message. */
static bool take_globals(char ***words, struct globals *globals) {
    bool is_bad = false;

    for (;;) {
        const char *model = take_option(words, "--model", &is_bad);
        const char *service = take_option(words, "--service", &is_bad);
        if (is_bad)
            return false;
        if (model == NULL && service == NULL)
            break;
        globals->model = model != NULL ? model : globals->model;
        globals->service = service != NULL ? service : globals->service;
    }
    if (globals->service != NULL && globals->model == NULL) {
        fputs("anvil: --service picks a service of a model: name the file with --model\n", stderr);
        return false;
    }
    return true;
}

static enum cli_exit run_verb(char **words) {
    const char *name = words[0];

    if (name == NULL) {
        cli_help(stderr);
        return CLI_EXIT_USAGE;
    }
    if (strcmp(name, "help") == 0 || strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
        return show_help(words + 1);
    if (strcmp(name, "--version") == 0 || strcmp(name, "version") == 0)
        return show_version();
    const struct cli_verb *verb = cli_verb_find(name);
    if (verb == NULL)
        return no_such_verb(name);
    if (wants_help(words + 1)) {
        cli_help_verb(stdout, verb);
        return CLI_EXIT_OK;
    }
    struct cli_arguments arguments = {verb, words + 1, NULL, false, false};
    return verb->run(&arguments);
}

static enum cli_exit run(char **words) {
    struct globals globals = {NULL, NULL};
    struct cli_model model = {NULL, NULL};

    if (!take_globals(&words, &globals))
        return CLI_EXIT_USAGE;
    if (globals.model == NULL)
        return run_verb(words);
    enum cli_exit code = cli_model_load(&model, globals.model, globals.service);
    if (code != CLI_EXIT_OK)
        return code;
    cli_serve(model.operations);
    code = run_verb(words);
    cli_model_free(&model);
    return code;
}

int main(int argc, char **argv) {
    /* A reader that goes away is then a write error, which is reported like any other. */
    signal(SIGPIPE, SIG_IGN);
    enum cli_exit code = run(argc > 0 ? argv + 1 : argv);

    errno = 0;
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fprintf(stderr, "anvil: cannot write to standard output: %s\n",
                errno != 0 ? strerror(errno) : "write error");
        code = cli_exit_worse(code, CLI_EXIT_MALFORMED);
    }
    return (int)code;
}
