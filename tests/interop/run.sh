#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Runs every tests/interop/test_*.mjs against $ANVIL, one line for each, details only of what failed.
# Ends with the line "N passed, N failed" and fails unless something ran and nothing failed.
set -u
cd "$(dirname "$0")/../.." || exit 2
work=build/interop/jobs
rm -rf "$work"
mkdir -p "$work"
ANVIL_JOB_COUNT=$(find tests/interop -name 'test_*.mjs' | wc -l)
export ANVIL_JOB_COUNT

number=0
for test in tests/interop/test_*.mjs; do
    number=$((number + 1))
    name=interop/$(basename "$test" .mjs | sed 's/^test_//')
    command="node --test-reporter=tap $test"
    # Without the SDK its tests are skipped, which is shown and does not count as passed.
    if [ -e build/interop/without-sdk ] && grep -qE "./sdk.mjs|test_sdk_cases.mjs" "$test"; then
        command="echo 'ok - $name # SKIP the AWS SDK for JavaScript could not be installed'"
    fi
    sh tests/harness/job.sh "$work" "$number" "$name" "$command"
    [ -t 2 ] && printf '\r\033[K' >&2
    read -r passed failed skipped name <"$work/$number.result"
    printf '%-6s %-44s %5d passed' "$([ "$failed" -eq 0 ] && echo ok || echo FAILED)" "$name" "$passed"
    [ "$failed" -eq 0 ] || printf ', %d failed' "$failed"
    [ "$skipped" -eq 0 ] || printf ', %d SKIPPED' "$skipped"
    echo
    [ "$failed" -eq 0 ] || grep -v '^ok ' "$work/$number.out" | head -n "${ANVIL_DETAIL_LINES:-60}"
    grep '# SKIP' "$work/$number.out"
done
cat "$work"/*.result | awk '
    { passed += $1; failed += $2 }
    END { printf "%d passed, %d failed\n", passed, failed; exit passed == 0 || failed > 0 }' >build/interop/summary
code=$?
echo
cat build/interop/summary
exit $code
