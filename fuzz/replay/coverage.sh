#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# fuzz/replay/coverage.sh DIR [--floor] [--list]: replays the corpus through the targets in DIR/fuzz,
# which were built with clang's source coverage, and tells what of core/ it reaches. LLVM_SUFFIX is
# that of the tools that belong to the compiler, such as -19; empty for the plain names.
set -u
cd "$(dirname "$0")/../.." || exit 2
built=$1
shift
suffix=${LLVM_SUFFIX-}
profiles=$built/profiles
rm -rf "$profiles"
mkdir -p "$profiles"

programs=
for source in fuzz/targets/*.c; do
    target=$(basename "$source" .c)
    [ "$target" = must_crash ] && continue
    LLVM_PROFILE_FILE=$profiles/$target.profraw "$built/fuzz/$target" "corpus/$target" >"$profiles/$target.out" 2>&1 ||
        { cat "$profiles/$target.out"; echo "not ok - coverage: $target fails"; exit 1; }
    programs="$programs -object $built/fuzz/$target"
done
# The first program is told without the flag.
programs=${programs# -object }

"llvm-profdata$suffix" merge -o "$profiles/all.profdata" "$profiles"/*.profraw || exit 1
# shellcheck disable=SC2086 # a list of words
"llvm-cov$suffix" export $programs -instr-profile="$profiles/all.profdata" >"$profiles/export.json" || exit 1
if [ "${1-}" != --floor ]; then
    # shellcheck disable=SC2086,SC2046 # lists of words
    "llvm-cov$suffix" show $programs -instr-profile="$profiles/all.profdata" -format=html -show-branches=count \
        -output-dir="$built/html" $(find core -name '*.[ch]' -not -path 'core/gen/*' -not -path 'core/include/*') >/dev/null &&
        echo "as pages: $built/html/index.html"
fi
python3 -B fuzz/replay/coverage.py "$@" "$profiles/export.json" fuzz/replay/coverage-exclusions.txt
