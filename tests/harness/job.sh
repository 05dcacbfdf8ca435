#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# job.sh DIR NUMBER NAME COMMAND: runs one job of tests/run and writes DIR/NUMBER.out (what it said)
# and DIR/NUMBER.result: "passed failed skipped NAME". The job speaks TAP; a job that says nothing, stops
# before its plan is fulfilled or exits with an error has failed, whatever it said.
dir=$1
number=$2
name=$3
out=$dir/$number.out
timeout -k 5 "${ANVIL_JOB_SECONDS:-300}" sh -c "$4" >"$out" 2>&1
code=$?
# User and system time of the job and its children, which other jobs do not lengthen.
times >"$dir/$number.times"
awk -v name="$name" 'NR == 2 { for (i = 1; i <= 2; i++) { split($i, t, /[ms]/); s += t[1] * 60 + t[2] }
    printf "%.2f s %s\n", s, name }' "$dir/$number.times" >"$dir/$number.time"
awk -v code="$code" -v name="$name" '
    /^1\.\.[0-9]+/    { plan = substr($1, 4) + 0; planned = 1 }
    /^ok .*# SKIP/    { skipped++; next }
    /^ok /            { passed++ }
    /^not ok /        { failed++ }
    END {
        all = passed + failed + skipped
        if (planned && all < plan) { failed += plan - all; why = "stopped after " all " of " plan " tests" }
        if (code == 124 || code == 137) { failed++; why = "took too long" }
        else if (code != 0 && !failed) { failed++; why = "ended with code " code }
        if (!all && !failed) { failed++; why = "ran nothing" }
        if (why != "") print "not ok - " name ": " why >> out
        print passed + 0, failed + 0, skipped + 0, name
    }' out="$out" "$out" >"$dir/$number.part"
mv "$dir/$number.part" "$dir/$number.result"
if [ -t 2 ]; then
    done_so_far=$(find "$dir" -name '*.result' | wc -l)
    printf '\r\033[K[%d/%d] %s' "$done_so_far" "$ANVIL_JOB_COUNT" "$name" >&2
fi
