#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The C example of the README compiles as a stranger would compile it and prints what the README says
# it prints; and `make help` knows every command that the README names.
. "$(dirname "$0")/../harness/tap.sh"

awk '/^```c$/ { on = 1; next } /^```$/ { on = 0 } on' README.md >"$scratch/example.c"
awk '/^```text$/ { on = 1; next } /^```$/ { if (on) exit } on' README.md >"$scratch/expected"
[ -s "$scratch/example.c" ] && [ -s "$scratch/expected" ] || echo "not ok - the README has an example and its output"
lines=$(wc -l <"$scratch/example.c")
[ "$lines" -le 25 ] || echo "not ok - the example is short: $lines lines"

library=build/test/gcc/libanvil.a
for compiler in gcc clang; do
    {
        $compiler -std=c11 -Wall -Wextra -Wpedantic -Werror -Icore/include -o "$scratch/example" "$scratch/example.c" $library 2>&1 &&
            { "$scratch/example" >"$scratch/printed" || echo "it ended with code $?"; } &&
            diff "$scratch/expected" "$scratch/printed"
    } | verdict "the example of the README prints what it says ($compiler)"
done

make -s help | awk '{ print $2 }' | sort >"$scratch/doors"
grep -oE '`make( [a-z-]+)?[ `]' README.md CONTRIBUTING.md | sed -E 's/.*`make ?//; s/[ `]//g' | sort -u | grep . |
    comm -23 - "$scratch/doors" | verdict 'the Makefile knows every command of the README'
