#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# No recursion [I-07], and a bounded stack: gcc's call graph of the whole library, unoptimised so
# that no call has been turned into a loop, and the stack of each function as it is shipped.
. "$(dirname "$0")/../harness/tap.sh"

root=$(pwd)
flags=$(flags_of core)
mkdir -p "$scratch/graph" "$scratch/stack"
sources core | grep '\.c$' | while read -r file; do
    name=$(echo "${file%.c}" | tr / _)
    # shellcheck disable=SC2086 # a list of flags
    gcc $flags -O0 -fcallgraph-info=su -fdump-ipa-cgraph -c -o "$scratch/graph/$name.o" "$file" 2>&1
    # shellcheck disable=SC2086
    gcc $flags -O2 -fstack-usage -fcallgraph-info=su -c -o "$scratch/stack/$name.o" "$file" 2>&1
done | verdict 'the call graph of the library can be made'

perl "$lint/calls.pl" "$root/$scratch/graph" >"$scratch/circles" 2>&1 || echo "calls.pl failed" >>"$scratch/circles"
grep -v '^# ' "$scratch/circles" | verdict 'no function calls itself, directly or around'
grep '^# ' "$scratch/circles"

cat "$scratch"/stack/*.su | awk '
    { bytes = $(NF - 1); kind = $NF; place = $1 }
    bytes > 2048 { print place ": " bytes " bytes of stack, the limit is 2048" }
    kind ~ /dynamic/ && kind !~ /bounded/ { print place ": its stack is not bounded" }' |
    verdict 'no function takes more than 2 KiB of stack'
