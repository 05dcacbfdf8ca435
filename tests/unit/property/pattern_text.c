/* SPDX-License-Identifier: Apache-2.0 */
/* For every number of code points still to come, which states can end well: computed backwards
 * once, then any walk that stays among them is a text. */
#include "property/pattern_text.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* What texts are made of: one for each length in UTF-8, and all of ASCII that JSON never escapes.
 */
static const char *const WIDE[] = {"\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80"};
#define WIDE_COUNT (sizeof WIDE / sizeof *WIDE)
#define SYMBOLS_MAX (127 + WIDE_COUNT)

struct symbol {
    const char *bytes;
    size_t len;
};

static struct symbol symbols[SYMBOLS_MAX];
static size_t symbol_count;
static char ascii[128];

/* Letters first, then digits and the rest: texts are to be read by people. */
static void add_range(int first, int last) {
    for (int c = first; c <= last; c++) {
        ascii[c] = (char)c;
        symbols[symbol_count++] = (struct symbol){&ascii[c], 1};
    }
}

static void make_symbols(void) {
    if (symbol_count > 0)
        return;
    add_range('A', 'Z');
    add_range('a', 'z');
    add_range('0', '9');
    add_range(' ', '/');
    add_range(':', '@');
    add_range('[', '`');
    add_range('{', '~');
    add_range(0x7f, 0x7f);
    add_range(1, 0x1f);
    for (size_t i = 0; i < WIDE_COUNT; i++)
        symbols[symbol_count++] = (struct symbol){WIDE[i], strlen(WIDE[i])};
}

static size_t next_state(const struct anvil_dfa *dfa, size_t state, unsigned char byte) {
    size_t cell = state * dfa->column_count + dfa->columns[byte];
    return dfa->narrow != NULL ? dfa->narrow[cell] : dfa->wide[cell];
}

static size_t state_behind(const struct anvil_dfa *dfa, size_t state, const char *bytes,
                           size_t len) {
    for (size_t i = 0; i < len; i++)
        state = next_state(dfa, state, (unsigned char)bytes[i]);
    return state;
}

static bool class_holds(const struct anvil_class *set, unsigned char byte) {
    return byte < 128 && (set->rows[byte & 15] >> (byte >> 4) & 1) != 0;
}

bool pattern_takes(const struct anvil_pattern *pattern, struct anvil_str text) {
    if (pattern == NULL)
        return true;
    if (pattern->dfa != NULL)
        return pattern->dfa
                   ->accepts[state_behind(pattern->dfa, pattern->dfa->start, text.ptr, text.len)] !=
               0;
    if (text.len < pattern->run->min ||
        (pattern->run->max != UINT32_MAX && text.len > pattern->run->max))
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (!class_holds(&pattern->run->set, (unsigned char)text.ptr[i]))
            return false;
    return true;
}

/* One pattern as a machine over symbols, and how far ahead it has been looked. */
struct machine {
    const struct anvil_pattern *pattern;
    size_t states;
    size_t start;
    uint16_t *next;     /* by state and symbol */
    unsigned char *end; /* by state: bit 0: a text that is refused may end here, bit 1: one taken */
    unsigned char *can; /* by code points to come and state: the same bits */
    size_t looked;      /* lengths 0 to looked - 1 are in `can` */
};

/* A class run counts its bytes, which are code points: its states are 0 to min or max, and past it.
 * No pattern is a machine of one state. */
static size_t run_state(const struct anvil_run *run, size_t state, const struct symbol *symbol,
                        size_t states) {
    size_t bad = states - 1;
    if (state == bad || symbol->len != 1 ||
        !class_holds(&run->set, (unsigned char)symbol->bytes[0]))
        return bad;
    if (run->max == UINT32_MAX)
        return state < run->min ? state + 1 : state;
    return state < run->max ? state + 1 : bad;
}

static void fill_machine(struct machine *machine) {
    const struct anvil_run *run = machine->pattern->run;
    const struct anvil_dfa *dfa = machine->pattern->dfa;

    machine->states =
        dfa != NULL ? dfa->state_count : (run->max == UINT32_MAX ? run->min : run->max) + (size_t)2;
    machine->start = dfa != NULL ? dfa->start : 0;
    machine->next = malloc(machine->states * symbol_count * sizeof *machine->next);
    machine->end = malloc(machine->states);
    assert(machine->next != NULL && machine->end != NULL);
    for (size_t state = 0; state < machine->states; state++) {
        bool is_taken = dfa != NULL ? dfa->accepts[state] != 0
                                    : state >= run->min && state + 1 != machine->states;
        machine->end[state] = is_taken ? 2 : 1;
        for (size_t s = 0; s < symbol_count; s++)
            machine->next[state * symbol_count + s] =
                (uint16_t)(dfa != NULL ? state_behind(dfa, state, symbols[s].bytes, symbols[s].len)
                                       : run_state(run, state, &symbols[s], machine->states));
    }
}

static struct machine machines[512];
static size_t machine_count;

static struct machine *machine_of(const struct anvil_pattern *pattern) {
    make_symbols();
    for (size_t i = 0; i < machine_count; i++)
        if (machines[i].pattern == pattern)
            return &machines[i];
    assert(machine_count < sizeof machines / sizeof *machines);
    machines[machine_count].pattern = pattern;
    fill_machine(&machines[machine_count]);
    return &machines[machine_count++];
}

void pattern_forget(void) {
    for (size_t i = 0; i < machine_count; i++) {
        free(machines[i].next);
        free(machines[i].end);
        free(machines[i].can);
        memset(&machines[i], 0, sizeof machines[i]);
    }
    machine_count = 0;
}

/* Looks as far ahead as `length` code points. */
static void look_ahead(struct machine *machine, size_t length) {
    if (machine->looked > length)
        return;
    machine->can = realloc(machine->can, (length + 1) * machine->states);
    assert(machine->can != NULL);
    for (size_t k = machine->looked; k <= length; k++) {
        unsigned char *here = machine->can + k * machine->states;
        if (k == 0) {
            memcpy(here, machine->end, machine->states);
            continue;
        }
        const unsigned char *ahead = here - machine->states;
        for (size_t state = 0; state < machine->states; state++) {
            unsigned char bits = 0;
            for (size_t s = 0; s < symbol_count && bits != 3; s++)
                bits |= ahead[machine->next[state * symbol_count + s]];
            here[state] = bits;
        }
    }
    machine->looked = length + 1;
}

size_t pattern_length(const struct anvil_pattern *pattern, bool takes, size_t from, size_t to) {
    unsigned char wanted = takes ? 2 : 1;

    if (pattern == NULL)
        return takes ? from : SIZE_MAX;
    struct machine *machine = machine_of(pattern);
    look_ahead(machine, from > to ? from : to);
    for (size_t length = from;; length = from < to ? length + 1 : length - 1) {
        if (machine->can[length * machine->states + machine->start] & wanted)
            return length;
        if (length == to)
            return SIZE_MAX;
    }
}

/* Any text: the digits of `turn` in letters. */
static size_t plain_text(size_t length, size_t turn, char *out) {
    for (size_t i = 0; i < length; i++, turn /= 26)
        out[i] = (char)('a' + turn % 26);
    return length;
}

size_t pattern_text(const struct anvil_pattern *pattern, bool takes, size_t length, size_t turn,
                    char *out) {
    unsigned char wanted = takes ? 2 : 1;
    size_t bytes = 0;

    if (pattern == NULL)
        return plain_text(length, turn, out);
    struct machine *machine = machine_of(pattern);
    look_ahead(machine, length);
    size_t state = machine->start;
    for (size_t left = length; left > 0; left--) {
        const unsigned char *can = machine->can + (left - 1) * machine->states;
        size_t good[SYMBOLS_MAX];
        size_t count = 0;
        for (size_t s = 0; s < symbol_count; s++)
            if (can[machine->next[state * symbol_count + s]] & wanted)
                good[count++] = s;
        size_t chosen = good[turn % count];
        turn /= count;
        memcpy(out + bytes, symbols[chosen].bytes, symbols[chosen].len);
        bytes += symbols[chosen].len;
        state = machine->next[state * symbol_count + chosen];
    }
    return bytes;
}
