#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# What the finished libraries export, import and write [I-05] [I-08], read from their symbol tables,
# for both compilers.
. "$(dirname "$0")/../harness/tap.sh"

cat core/include/*/*.h >"$scratch/headers.h"
# Every name that a public header declares as exported.
perl -0777 -ne '
    s{/\*.*?\*/}{}gs;
    s/^\s*#.*?(?<!\\)$//gms;
    while (/(?:ANVIL_API\b[^;{}]*?|\bextern\s+const\s[^;{}()]*?)\b((?:anvil|smsv2)_\w+)\s*(?=[(;\[])/g) { print "$1\n" }' \
    "$scratch/headers.h" | sort -u >"$scratch/declared"
[ -s "$scratch/declared" ] || echo "not ok - the headers declare something"

# Hardened compilers put checked forms of the mem functions in place of the plain ones.
allowed='memcpy memmove memset memcmp memchr __memcpy_chk __memmove_chk __memset_chk __stack_chk_fail
_GLOBAL_OFFSET_TABLE_'
loader='__cxa_finalize __gmon_start__ _ITM_deregisterTMCloneTable _ITM_registerTMCloneTable'

for build in gcc clang; do
    static=build/test/$build/libanvil.a
    shared=build/test/$build/libanvil.so
    for library in "$static" "$shared"; do
        [ -f "$library" ] || echo "not ok - $library is there"
    done

    nm -g --defined-only "$static" 2>/dev/null | awk 'NF == 3 { print $3 }' | sort -u >"$scratch/static"
    grep -v -e '^anvil_' -e '^smsv2_' "$scratch/static" | verdict "every global symbol has a prefix ($build)"

    nm -D --defined-only "$shared" 2>/dev/null | awk 'NF == 3 { print $3 }' | sort -u >"$scratch/exported"
    comm -23 "$scratch/exported" "$scratch/declared" | sed 's/$/ is exported and in no public header/' |
        verdict "the shared library exports what its headers declare, and no more ($build)"
    comm -13 "$scratch/exported" "$scratch/declared" | sed 's/$/ is declared and not exported/' |
        verdict "every declared name is there ($build)"

    nm -g "$static" 2>/dev/null | awk '$1 == "U" { print $2 }' | sort -u | comm -23 - "$scratch/static" |
        grep -vxF "$(echo "$allowed" | tr ' ' '\n')" | verdict "the static library imports only mem functions ($build)"
    nm -D --undefined-only "$shared" 2>/dev/null | awk '{ sub(/@.*/, "", $2); print $2 }' |
        grep -vxF "$(echo "$allowed $loader" | tr ' ' '\n')" | verdict "the shared library imports only mem functions ($build)"

    # The kernel that this processor runs is the one thing that is found out once and kept.
    objdump -t "$static" 2>/dev/null | awk '
        /file format/ { object = $1 }
        (/[ \t]\.(data|bss|tdata|tbss)[ \t]/ && / O /) || / O \*COM\*/ { print object " " $NF }' |
        grep -vxE 'kernel\.o: anvil_chosen_kernel' | verdict "nothing in the library can be written ($build)"
done
