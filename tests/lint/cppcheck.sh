#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# cppcheck over everything that is shipped or makes what is shipped.
. "$(dirname "$0")/../harness/tap.sh"

# knownConditionTrueFalse and the like see one configuration and one kernel at a time; "style" is
# clang-tidy's and the reader's business.
handwritten core cli transport spec/compiler | grep '\.c$' >"$scratch/files"
[ -s "$scratch/files" ] || echo "not ok - there are sources"
cppcheck -q -j "$cores" --std=c11 --platform=unix64 --enable=warning,performance,portability \
    --inline-suppr --suppress=missingInclude --suppress=missingIncludeSystem \
    --suppress=normalCheckLevelMaxBranches --error-exitcode=1 \
    -Icore/include -Icore -Icli -Itransport -Ispec/compiler -D__GNUC__ -D__x86_64__ \
    --file-list="$scratch/files" >"$scratch/out" 2>&1
code=$?
{
    cat "$scratch/out"
    [ $code -eq 0 ] || echo "cppcheck ended with code $code"
} | verdict 'cppcheck has nothing to say'
