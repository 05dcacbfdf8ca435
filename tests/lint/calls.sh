#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# No recursion [I-07], and a bounded stack: gcc's call graph of the whole library, unoptimised so
# that no call has been turned into a loop, and the stack of each function as it is shipped.
. "$(dirname "$0")/../harness/tap.sh"

root=$(pwd)
mkdir -p "$scratch/graph" "$scratch/stack"
# shellcheck disable=SC2016 # expanded by the shells that xargs starts
flags=$(flags_of core) out=$scratch && export flags out
sources core | grep "\.c$" | xargs -n 1 -P "$cores" sh -c '
    name=$(echo "${1%.c}" | tr / _)
    gcc $flags -O0 -fcallgraph-info=su -fdump-ipa-cgraph -c -o "$out/graph/$name.o" "$1"
    gcc $flags -O2 -fstack-usage -fcallgraph-info=su -c -o "$out/stack/$name.o" "$1"' calls 2>&1 |
    verdict 'the call graph of the library can be made'

perl "$lint/calls.pl" "$root/$scratch/graph" >"$scratch/circles" 2>&1 || echo "calls.pl failed" >>"$scratch/circles"
grep -v '^# ' "$scratch/circles" | verdict 'no function calls itself, directly or around'
grep '^# ' "$scratch/circles"

cat "$scratch"/stack/*.su | awk '
    { bytes = $(NF - 1); kind = $NF; place = $1 }
    bytes > 2048 { print place ": " bytes " bytes of stack, the limit is 2048" }
    kind ~ /dynamic/ && kind !~ /bounded/ { print place ": its stack is not bounded" }' |
    verdict 'no function takes more than 2 KiB of stack'
