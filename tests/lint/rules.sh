#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Every rule and every invariant is cited by code that holds it and by a test that proves it, and
# every citation has a rule.
. "$(dirname "$0")/../harness/tap.sh"

# A definition begins a line, whatever markup surrounds the number; "R-001 .. R-019" is a range in a
# table of contents and defines nothing.
grep -hE '^[#|* -]*[RI]-[0-9]+' spec/rules.md spec/identity-rules.md spec/invariants.md |
    grep -vE '^[#|* -]*[RI]-[0-9]+ (\.\.|to) ' | sed -E 's/^[#|* -]*([RI]-[0-9]+).*/\1/' | sort >"$scratch/defined"
[ -s "$scratch/defined" ] || echo "not ok - there are rules"

# cited FOLDER...: "number place" for each number in brackets, such as [R-001 R-002].
cited() {
    for folder in "$@"; do
        [ -d "$folder" ] && find "$folder" -type f \( -name '*.[ch]' -o -name '*.sh' -o -name '*.pl' \
            -o -name '*.md' -o -name '*.json' -o -name '*.tsv' -o -name '*.txt' \) -not -name selftest.sh \
            -exec grep -noHE '\[([RI]-[0-9]+[ ,]*)+\]' {} +
    done | awk -F: '{ n = split($3, ids, /[^A-Z0-9-]+/)
        for (i = 1; i <= n; i++) if (ids[i] != "") print ids[i], $1 ":" $2 }' | sort
}
cited core cli transport spec/compiler >"$scratch/code"
cited tests >"$scratch/tests"
# missing_from FILE: the rules that FILE does not cite.
missing_from() {
    awk 'FILENAME == ARGV[1] { cited[$1] = 1; next } !($1 in cited) { print $1 }' "$1" "$scratch/defined" |
        tr '\n' ' '
}

uniq -d "$scratch/defined" | verdict 'every rule has a number of its own'
cat "$scratch/code" "$scratch/tests" |
    awk 'FILENAME == ARGV[1] { known[$1] = 1; next } !($1 in known) { print $2 ": there is no rule " $1 }' \
        "$scratch/defined" - | verdict 'every citation has a rule'
missing_from "$scratch/code" | verdict 'every rule is cited by code'
missing_from "$scratch/tests" | verdict 'every rule is cited by a test'
