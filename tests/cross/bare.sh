#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# bare.sh TARGET: the library without a libc. Compiled as freestanding code with no header but the
# compiler's own and a <string.h> of five functions; linked with those five, the compiler's support
# routines and nothing else; and run, where an emulator can. Speaks TAP.
set -u
cd "$(dirname "$0")/../.." || exit 2
# shellcheck source=tests/cross/targets.sh
. tests/cross/targets.sh
describe "$1" || exit 2
out=build/cross/$1
mkdir -p "$out/include"
cp tests/cross/bare/bare_memory.h "$out/include/string.h"

verdict() { # verdict NAME: passes when the command before it did
    if [ $? -eq 0 ]; then echo "ok - $1"; else echo "not ok - $1"; fi
}

bare="$flags -ffreestanding -nostdinc -isystem $($compiler -print-file-name=include) -isystem $out/include"
make -k -j"$(nproc 2>/dev/null || echo 1)" -s "OUT=$out" WERROR=1 "CC=$compiler" "AR=${tools}ar" CFLAGS= \
    "EXTRA_CFLAGS=$bare -ffunction-sections -fdata-sections" "$out/libanvil.a"
verdict 'the library compiles without a libc and without a warning'

# What it asks for, less what it and the compiler's support library have.
# shellcheck disable=SC2086 # a list of words
support=$($compiler $flags -print-libgcc-file-name)
"${tools}nm" -g "$out/libanvil.a" "$support" 2>/dev/null | awk 'NF == 3 { print $3 }' | sort -u >"$out/defined"
"${tools}nm" -g "$out/libanvil.a" | awk '$1 == "U" { print $2 }' | sort -u | comm -23 - "$out/defined" >"$out/imported"
# shellcheck disable=SC2046 # a list of words
printf '%s\n' memchr memcmp memcpy memmove memset | comm -13 - "$out/imported" | sed 's/$/ is imported/' >"$out/surplus"
cat "$out/surplus"
[ -s "$out/imported" ] && [ ! -s "$out/surplus" ]
verdict 'it imports only the five functions of memory'

# shellcheck disable=SC2086 # lists of words
$compiler -std=c11 -Wall -Wextra -Wpedantic -Werror $bare -fno-tree-loop-distribute-patterns -Icore/include \
    -nostdlib -static -Wl,--gc-sections,-z,noexecstack -o "$out/bare_test" tests/cross/bare/bare_*.c tests/cross/bare/bare_start.S \
    "$out/libanvil.a" -lgcc
verdict 'a program links with nothing else'

runner=
# shellcheck disable=SC2086
[ -z "$emulator" ] || runner="$emulator"
if [ -n "$runner" ] && ! command -v "${runner%% *}" >/dev/null 2>&1; then
    echo "ok - the program does its work # SKIP there is no ${runner%% *}"
else
    $runner "$out/bare_test"
    code=$?
    [ $code -eq 0 ] || echo "it ended with code $code: the number of the step in bare_test.c that failed, or a signal"
    [ $code -eq 0 ]
    verdict 'the program does its work'
fi

budgets=bench/size-budget-$1.txt
[ ! -f "$budgets" ] ||
    SIZE_OUT="$out/size" SIZE_TOOLS=$tools SIZE_FLAGS=$flags SIZE_BUDGET=$budgets sh bench/size.sh --check
