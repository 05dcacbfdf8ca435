#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The planted bugs of fuzz/planted: a patch that no longer fits the library plants nothing, and nobody
# would notice before the next hunt.
. "$(dirname "$0")/../harness/tap.sh"

find fuzz/planted -name '*.patch' 2>/dev/null | sort >"$scratch/patches"
while read -r file; do
    patch -p1 -s -f --dry-run -r - -i "$file" >"$scratch/out" 2>&1 || { echo "$file:"; cat "$scratch/out"; }
done <"$scratch/patches" | verdict 'every planted bug fits the library'

while read -r file; do
    target=$(sed -n 's/^Target: //p' "$file")
    [ -f "fuzz/targets/$target.c" ] || echo "$file: there is no target '$target'"
    grep -q '^Bug: .' "$file" || echo "$file: it does not say what is wrong"
done <"$scratch/patches" | verdict 'every planted bug says what it is and where to look for it'
