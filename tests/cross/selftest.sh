#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Other machines are tested for what this one cannot show. Two bugs of that sort, put into a copy of
# the project, pass here and must fail there: one of byte order, on s390x, and one of numbers that
# overflow 32 bits, on i386.
set -u
cd "$(dirname "$0")/../.." || exit 2
copy=$PWD/build/cross/selftest
# The copy fetches nothing a second time.
[ ! -d build/cross/cmocka/source ] || export CMOCKA_SOURCE="$PWD/build/cross/cmocka/source"
failed=0

say() { # say CODE NAME: a verdict
    if [ "$1" -eq 0 ]; then echo "ok - $2"; else echo "not ok - $2" && failed=1; fi
}

# catches TARGET NAME FILE EXPRESSION: the edit of FILE changes nothing here and fails on the target.
catches() {
    rm -rf "$copy/core"
    mkdir -p "$copy"
    tar -cf - --exclude=./build --exclude=./.git . | tar -xf - -C "$copy"
    sed -i "$4" "$copy/$3"
    cmp -s "$3" "$copy/$3"
    [ $? -eq 1 ]
    say $? "$2: the bug is in"
    make -C "$copy" -s WERROR=1 unit T=unit/text/ >"$copy/here.log" 2>&1
    say $? "$2: this machine does not see it"
    make -C "$copy" -s test-cross "TARGETS=$1" CROSS_ROOMS=text >"$copy/$1.log" 2>&1
    grep -q "^$1  *failed " "$copy/$1.log" && ! grep -q -- '---- build' "$copy/$1.log"
    say $? "$2: $1 does"
}

case "$(uname -m)" in
x86_64 | aarch64) ;;
*) echo "ok - bugs of other machines are found there # SKIP this is no little-endian machine of 64 bits" && exit ;;
esac
# shellcheck disable=SC2016 # expressions of sed
catches s390x 'byte order' core/text/real_special.c \
    's/load_u64(&value)/((uint64_t)load_u32((const char *)\&value + 4) << 32 | load_u32(\&value))/'
catches i386 'overflow of 32 bits' core/text/integer.c \
    's/uint64_t unit = small_power_of_ten(\(.*\));/size_t unit = (size_t)small_power_of_ten(\1);/'
exit $failed
