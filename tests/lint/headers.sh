#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Every public header compiles alone and twice, in C99, C11 and C++17, without a warning.
. "$(dirname "$0")/../harness/tap.sh"

headers=$(cd core/include && find . -name '*.h' | sed 's,^\./,,' | sort)
[ -n "$headers" ] || echo "not ok - there are headers"
warnings='-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wcast-qual -Werror -fsyntax-only -Icore/include'
for dialect in c99 c11 c++17; do
    for compiler in gcc clang; do
        case $dialect in
        c++*) language=c++ extra= ;;
        *) language=c extra=-Wstrict-prototypes ;;
        esac
        for header in $headers; do
            # shellcheck disable=SC2086 # lists of words
            printf '#include "%s"\n#include "%s"\nextern int one_declaration;\n' "$header" "$header" |
                $compiler -x $language -std=$dialect $warnings $extra - 2>&1
        done | verdict "each header compiles alone as $dialect ($compiler)"
    done
done
