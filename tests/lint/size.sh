#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The library stays within the sizes of bench/size-budget.txt, which are those of gcc 12 on x86-64, and
# a program links what its shapes need.
. "$(dirname "$0")/../harness/tap.sh"

case "$(uname -m) $(gcc -dumpversion)" in
'x86_64 12'*) sh bench/size.sh --check ;;
*)
    skip 'the sizes are within their budgets' 'the budgets are for gcc 12 on x86-64'
    exit
    ;;
esac

# bench/size.sh has left what a program of three operations keeps. None of their members is a number, a
# moment, bytes, a map or a union.
program=build/size/three.linked
nm "$program" 2>/dev/null | awk '{ print $NF }' | sort -u >"$scratch/linked"
for needed in anvil_structure_row anvil_list_row anvil_text_row; do
    grep -qx "$needed" "$scratch/linked" || echo "$needed is missing"
done | verdict 'a program links the kinds that its shapes have'
grep -E '^anvil_.*(_row$|base64|real|double|float|natural|decimal|power_of_ten|date|timestamp|epoch|calendar|integer|hash|repeated|unique|item_hash|items_equal)' \
    "$scratch/linked" | grep -vx -e anvil_structure_row -e anvil_list_row -e anvil_text_row |
    verdict 'a program links no kind that its shapes do not have'
