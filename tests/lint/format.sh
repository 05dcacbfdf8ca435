#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# clang-format, one version for everybody: another one sees another style.
. "$(dirname "$0")/../harness/tap.sh"

if command -v clang-format-14 >/dev/null; then
    format=clang-format-14
elif clang-format --version 2>/dev/null | grep -q 'version 14\.'; then
    format=clang-format
else
    skip 'clang-format 14 has nothing to change' 'there is no clang-format 14 here'
    exit 0
fi
handwritten core transport cli spec/compiler bench tests fuzz >"$scratch/files"
[ -s "$scratch/files" ] || echo "not ok - there are sources"
{
    xargs "$format" --dry-run -Werror <"$scratch/files" >"$scratch/out" 2>&1 || echo "clang-format finds fault"
    grep ": error: " "$scratch/out" | sort -u
} | verdict "clang-format 14 has nothing to change"
