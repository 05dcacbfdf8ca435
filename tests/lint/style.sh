#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The budgets of a file: its first line, its length, the length of its functions, its name, its
# bytes, and where the preprocessor may decide anything.
. "$(dirname "$0")/../harness/tap.sh"
rooms='core transport cli spec/compiler bench tests fuzz'

# shellcheck disable=SC2086 # a list of words, here and below
sources $rooms >"$scratch/all"
# shellcheck disable=SC2086
handwritten $rooms >"$scratch/own"
[ -s "$scratch/own" ] || echo "not ok - there are sources"

while read -r file; do
    [ "$(head -n 1 "$file")" = '/* SPDX-License-Identifier: Apache-2.0 */' ] || echo "$file:1"
done <"$scratch/all" | verdict 'C files begin with the licence line'

find Makefile mk tests .ci spec cli bench fuzz .clusterfuzzlite -type f \
    \( -name '*.sh' -o -name '*.mk' -o -name '*.py' -o -name Makefile -o -name run \) 2>/dev/null |
    while read -r file; do
        head -n 2 "$file" | grep -q '^# SPDX-License-Identifier: Apache-2.0$' || echo "$file:1"
    done | verdict 'scripts and makefiles begin with the licence line'

xargs awk '
    FNR == 1 { if (file != "") check(); file = FILENAME }
    { lines = FNR }
    function check() {
        limit = file ~ /\.h$/ ? 250 : 400
        if (lines > limit) print file ": " lines " lines, the limit is " limit
    }
    END { check() }' <"$scratch/own" | verdict 'no file is too long'

# The format is fixed by clang-format: a function opens with "{" at the end of a line that began in
# the first column or continues one, and closes with "}" in the first column.
xargs awk '
    FNR == 1 { start = 0 }
    /^[A-Za-z_].*[^;,]$|^[A-Za-z_].*,$/ && !start { head = FNR; text = "" }
    head && !start { text = text $0 }
    head && !start && /[;}]$/ { head = 0 }
    head && !start && /{$/ {
        if (text ~ /=[ ]*{$|^(static )?(const )?(struct|enum|union)[^()]*{$|^typedef|^extern/) head = 0
        else { start = head; name = text; sub(/\(.*/, "", name); sub(/.*[ *]/, "", name) }
    }
    /^}/ {
        if (start && FNR - start + 1 > 60)
            print FILENAME ":" start ": " name " has " FNR - start + 1 " lines, the limit is 60"
        start = 0; head = 0
    }' <"$scratch/own" | verdict 'no function is longer than a screen'

# A public header may be named like an internal one: its folder is always part of its name.
grep -v '^core/include/' "$scratch/all" | sed 's,.*/,,' | sort | uniq -d |
    while read -r name; do grep "/$name\$" "$scratch/all" | grep -v '^core/include/'; done |
    verdict 'every file name is there once'

# shellcheck disable=SC2086
find Makefile mk README.md CHANGELOG.md CONTRIBUTING.md .ci $rooms spec/*.md -type f \
    \( -name '*.[ch]' -o -name '*.sh' -o -name '*.mk' -o -name '*.py' -o -name Makefile -o -name '*.md' -o -name run -o -name '*.1' \) \
    -exec grep -nHP '[^\x00-\x7F]' {} + 2>/dev/null | cut -c1-120 | verdict 'sources and documents are ASCII'

while read -r file; do
    case $file in
    core/base/port.h | core/include/anvil/port.h | *kernel* | *_ssse3.[ch] | *_avx2.[ch] | *_neon.[ch] | *_scalar.[ch]) continue ;;
    core/*.h | core/*.c) ;;
    *) continue ;;
    esac
    awk '/^ *# *(if|ifdef|ifndef|elif)/ && !/^#ifndef ANVIL_[A-Z0-9_]*_H$/ { print FILENAME ":" FNR ": " $0 }' "$file"
done <"$scratch/own" | verdict 'only port.h and the kernels ask the preprocessor'

grep '^core/' "$scratch/own" | xargs awk '
    { text = $0; from = FNR; while (text ~ /\\$/ && (getline line) > 0) text = text "\n" line }
    text ~ /^ *# *define/ && text ~ /[^A-Za-z_](return|goto|break|continue)[^A-Za-z_]/ {
        print FILENAME ":" from ": a macro that changes the flow" }' |
    verdict 'no macro of the library hides a return'
