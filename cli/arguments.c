/* SPDX-License-Identifier: Apache-2.0 */
/* Reading arguments by a table. */
#include "arguments.h"

#include "suggest.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum cli_exit cli_wrong_usage(const struct cli_verb *verb, const char *form, ...) {
    va_list arguments;

    fprintf(stderr, "anvil %s: ", verb->name);
    va_start(arguments, form);
    vfprintf(stderr, form, arguments);
    va_end(arguments);
    fprintf(stderr, "\nusage: anvil %s %s\n'anvil help %s' explains it\n", verb->name,
            verb->synopsis, verb->name);
    return CLI_EXIT_USAGE;
}

/* The option that `word` names, up to its end or an equals sign. */
static const struct cli_option *find_option(const struct cli_verb *verb, const char *word) {
    size_t bytes = strcspn(word, "=");
    for (const struct cli_option *option = verb->options; option->name != NULL; option++)
        if (strncmp(option->name, word, bytes) == 0 && option->name[bytes] == '\0')
            return option;
    return NULL;
}

static int unknown_option(const struct cli_verb *verb, const char *word) {
    struct cli_suggestion near = cli_suggestion_for(anvil_str_of(word, strcspn(word, "=")));
    for (const struct cli_option *option = verb->options; option->name != NULL; option++)
        cli_suggest(&near, cli_view(option->name));
    if (near.name[0] != '\0')
        cli_wrong_usage(verb, "there is no option '%s'; did you mean '%s'?", word, near.name);
    else
        cli_wrong_usage(verb, "there is no option '%s'", word);
    return CLI_ARGUMENT_BAD;
}

static int read_option(struct cli_arguments *arguments, const char *word) {
    const struct cli_option *option = find_option(arguments->verb, word);
    const char *equals = strchr(word, '=');

    if (option == NULL)
        return unknown_option(arguments->verb, word);
    if (option->value == NULL && equals != NULL) {
        cli_wrong_usage(arguments->verb, "option '%s' takes no value", option->name);
        return CLI_ARGUMENT_BAD;
    }
    arguments->value = NULL;
    if (option->value != NULL) {
        arguments->value = equals != NULL ? equals + 1 : *arguments->next;
        if (arguments->value == NULL) {
            cli_wrong_usage(arguments->verb, "option '%s' needs a value: %s", option->name,
                            option->value);
            return CLI_ARGUMENT_BAD;
        }
        if (equals == NULL)
            arguments->next++;
    }
    return option->id;
}

int cli_next_argument(struct cli_arguments *arguments) {
    const char *word = *arguments->next;

    if (word == NULL)
        return CLI_ARGUMENT_END;
    arguments->next++;
    if (!arguments->only_words && strcmp(word, "--") == 0) {
        arguments->only_words = true;
        return cli_next_argument(arguments);
    }
    bool is_long = word[0] == '-' && word[1] == '-';
    bool is_short = word[0] == '-' && word[1] != '-' && word[1] != '\0';
    if (!arguments->only_words && (is_long || (is_short && !arguments->dash_is_a_word)))
        return read_option(arguments, word);
    arguments->value = word;
    return CLI_ARGUMENT_WORD;
}

bool cli_read_format(const struct cli_arguments *arguments, enum cli_format *format) {
    if (strcmp(arguments->value, "text") == 0)
        *format = CLI_FORMAT_TEXT;
    else if (strcmp(arguments->value, "json") == 0)
        *format = CLI_FORMAT_JSON;
    else {
        cli_wrong_usage(arguments->verb, "there is no format '%s'; there are text and json",
                        arguments->value);
        return false;
    }
    return true;
}
