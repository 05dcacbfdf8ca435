#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The tools of fuzz/campaign: their own tests, and that every one of them at least loads.
. "$(dirname "$0")/../harness/tap.sh"

if ! command -v python3 >/dev/null; then
    skip 'the tools of campaigns do what their tests say' 'there is no python3 here'
    exit 0
fi
{
    python3 -B tests/campaign/test_campaign.py >"$scratch/out" 2>&1 || cat "$scratch/out"
    grep -q '^Ran [1-9]' "$scratch/out" || echo 'no test ran'
} | verdict 'the tools of campaigns do what their tests say'
for tool in fuzz/campaign/*.py fuzz/planted/*.py; do
    (cd fuzz/campaign && python3 -B -c 'import ast, sys; ast.parse(open(sys.argv[1]).read())' "../../$tool") 2>&1 || echo "$tool"
done | verdict 'every tool of campaigns is Python 3'
