#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The committed tables are what the model compiler makes of the model today.
. "$(dirname "$0")/../harness/tap.sh"

{ make -s --no-print-directory with-gcc-gen-check >"$scratch/out" 2>&1 || { cat "$scratch/out"; echo "gen-check failed"; }; } |
    verdict 'the generated files are up to date'

# Made with the test programs of the first variant, from models with one of everything.
examples=build/test/gcc/examples
[ -d $examples ] || echo 'not ok - the example models are compiled'
for dialect in c99 c11 c++17; do
    case $dialect in
    c++*) language=c++ ;;
    *) language=c ;;
    esac
    for header in "$examples"/*/include/*/*.h; do
        include=${header%/*/*.h}
        # Twice, as in tests/lint/headers.sh.
        printf '#include "%s"\n#include "%s"\nextern int one_declaration;\n' \
            "${header#"$include/"}" "${header#"$include/"}" |
            gcc -x $language -std=$dialect -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wcast-qual \
                -Werror -fsyntax-only -Icore/include -I"$include" - 2>&1
    done | verdict "headers of other models compile alone as $dialect"
done
