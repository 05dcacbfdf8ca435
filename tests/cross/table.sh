#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# table.sh FILE: the results of tests/cross/run.sh for people. The last line is their sum, which also
# goes into the file `summary` beside it. Fails unless something passed and nothing failed.
set -u
awk -F '\t' '
    { for (i = 1; i <= 10; i++) { cell[NR, i] = $i; if (length($i) > width[i]) width[i] = length($i) } }
    NR > 1 && $11 != "" { notes[++note_count] = $1 ": " $11 }
    END {
        for (r = 1; r <= NR; r++) {
            line = ""
            for (i = 1; i <= 10; i++)
                line = line sprintf("%" (i < 6 ? "-" : "") width[i] "s  ", cell[r, i])
            sub(/ +$/, "", line)
            print line
        }
        if (note_count) print ""
        for (n = 1; n <= note_count; n++) print notes[n]
    }' "$1"
awk -F '\t' 'NR > 1 { passed += $7; failed += $8 }
    END { printf "%d passed, %d failed\n", passed, failed; exit passed == 0 || failed > 0 }' "$1" >"${1%/*}/summary"
code=$?
echo
cat "${1%/*}/summary"
exit $code
