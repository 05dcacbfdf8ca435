#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The library stays within the sizes of bench/size-budget.txt, which are those of gcc 12 on x86-64.
. "$(dirname "$0")/../harness/tap.sh"

case "$(uname -m) $(gcc -dumpversion)" in
'x86_64 12'*) sh bench/size.sh --check ;;
*) skip 'the sizes are within their budgets' 'the budgets are for gcc 12 on x86-64' ;;
esac
