/* SPDX-License-Identifier: Apache-2.0 */
/* Profiles by name. */
#include "profile.h"

#include <string.h>

bool cli_read_profile(const struct cli_arguments *arguments, unsigned *checks) {
    static const struct {
        const char *name;
        unsigned checks;
    } PROFILES[] = {{"off", ANVIL_OFF}, {"sdk", ANVIL_SDK}, {"strict", ANVIL_STRICT}};

    for (size_t i = 0; i < sizeof PROFILES / sizeof *PROFILES; i++) {
        if (strcmp(arguments->value, PROFILES[i].name) == 0) {
            *checks = PROFILES[i].checks;
            return true;
        }
    }
    cli_wrong_usage(arguments->verb, "there is no profile '%s'; there are off, sdk and strict",
                    arguments->value);
    return false;
}
