#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The benchmark's own house: what its reports conclude from known numbers, whether its messages are
# what the model makes, and whether every row can be done. Nothing is timed.
. "$(dirname "$0")/../harness/tap.sh"

python3 -B tests/bench/test_reports.py -v >"$scratch/reports" 2>&1
grep -E '^test_.* \.\.\. ' "$scratch/reports" | while read -r test _ _ result; do
    case $result in
    ok) echo "ok - report: $test" ;;
    *) echo "not ok - report: $test" ;;
    esac
done
{ tail -n 1 "$scratch/reports" | grep -qx OK || cat "$scratch/reports"; } |
    verdict 'reports conclude what they should'

mkdir -p "$scratch/bench" "$scratch/spec"
cp -R bench/cases "$scratch/bench"
cp -R spec/model spec/examples "$scratch/spec"
{
    python3 -B "$scratch/bench/cases/generate.py" build/test/gcc/anvil 2>&1
    diff -r bench/cases "$scratch/bench/cases" | head -n 20 | cut -c1-200
} | verdict 'the messages in bench/cases/ are what make bench-cases writes'

make -s with-gcc-bench-count >"$scratch/build" 2>&1 || cat "$scratch/build" | verdict 'the count driver is built'
grep -v '^#' bench/rows.tsv | cut -f1,7 | while read -r row bytes; do
    [ "$bytes" -le 2000000 ] || continue
    build/test/gcc/bench/count . "$row" 1 >/dev/null 2>"$scratch/complaint" ||
        { echo "$row:"; cat "$scratch/complaint"; }
done | verdict 'every row of bench/rows.tsv can be done'
