/* SPDX-License-Identifier: Apache-2.0 */
/* Walks a compiled pattern over a text, once, whatever the pattern [R-045] [I-06]. Knows the two
 * compiled forms; what an expression means was settled when the tables were made. Portable: what is
 * clean never comes here. */
#include "check/pattern.h"

#include "base/class.h"
#include "base/port.h"

ANVIL_COLD_FILE

static bool run_matches(const struct anvil_run *run, struct anvil_str text) {
    if (text.len < run->min || (run->max != UINT32_MAX && text.len > run->max))
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (!anvil_class_has(&run->set, (unsigned char)text.ptr[i]))
            return false;
    return true;
}

static bool dfa_matches(const struct anvil_dfa *dfa, struct anvil_str text) {
    size_t state = dfa->start;
    /* State 0 rejects for ever, so the rest of the text no longer matters. */
    for (size_t i = 0; i < text.len && state != 0; i++) {
        size_t cell = state * dfa->column_count + dfa->columns[(unsigned char)text.ptr[i]];
        state = dfa->narrow != NULL ? dfa->narrow[cell] : dfa->wide[cell];
    }
    return dfa->accepts[state] != 0;
}

bool anvil_pattern_matches(const struct anvil_pattern *pattern, struct anvil_str text) {
    return pattern->run != NULL ? run_matches(pattern->run, text) : dfa_matches(pattern->dfa, text);
}
