#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The dependency law. core/README.md states it, line by line; this reads it there and compares it
# with every #include.
. "$(dirname "$0")/../harness/tap.sh"

# "room -> room room" lines of the law, as "room:other" pairs; "*" stands for the rooms above.
sed -n '/^<!-- law -->/,/^<!-- end of law -->/p' core/README.md |
    awk '/^[a-z0-9\/_-]+ +->/ { for (i = 3; i <= NF; i++) print $1 ":" $i; print $1 ":" $1 }' >"$scratch/law"
[ -s "$scratch/law" ] || echo "not ok - core/README.md states the law"

room_of() { # the room of a file, or of what an include names
    case $1 in
    core/include/anvil/* | anvil/*) echo anvil ;;
    core/include/smsv2/* | smsv2/*) echo smsv2 ;;
    core/*/*) echo "$1" | cut -d/ -f2 ;;
    transport/*/*) echo "$1" | cut -d/ -f2 ;;
    cli/*) echo cli ;;
    spec/compiler/*) echo compiler ;;
    */*) echo "${1%%/*}" ;;
    esac
}

sources core transport cli spec/compiler >"$scratch/files"
while read -r file; do
    from=$(room_of "$file")
    grep -n '^ *# *include *"' "$file" | sed 's/^\([0-9]*\):[^"]*"\([^"]*\)".*/\1 \2/' |
        while read -r line name; do
            case $name in
            */*) to=$(room_of "$name") ;;
            *) to=$from ;;
            esac
            grep -qx "$from:$to" "$scratch/law" || echo "$file:$line: $from must not include $to ($name)"
        done
done <"$scratch/files" | verdict 'every room includes only what the law allows'

# Of libc the library sees what a freestanding compiler has, and the mem functions.
grep '^core/' "$scratch/files" | xargs grep -n '^ *# *include *<' |
    grep -v -e '<stdbool\.h>' -e '<stddef\.h>' -e '<stdint\.h>' -e '<limits\.h>' -e '<stdatomic\.h>' -e '<string\.h>' \
        -e '^core/[a-z]*/[a-z_]*\(kernel\|ssse3\|avx2\|neon\)[a-z0-9_]*\.[ch]:[0-9]*:#include <\([a-z]*mmintrin\|arm_neon\|cpuid\)\.h>' |
    verdict 'the library includes only freestanding headers and string.h'
