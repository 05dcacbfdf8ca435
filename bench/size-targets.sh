#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# What the library weighs on a microcontroller, next to this machine: the figures of bench/size.sh for
# gcc -Os on an ARM Cortex-M4, and for gcc -Os and -O2 here. All in bytes; stack is that of the deepest
# chain of calls below any public function.
#
#   bench/size-targets.sh FILE    writes the table to FILE, separated by tabs, and prints it
set -u
cd "$(dirname "$0")/.." || exit 2
parts=${1%.*}.parts
mkdir -p "$parts"

# column NAME TOOLS FLAGS: the figures as lines of NAME and bytes.
column() {
    SIZE_OUT="$parts/$1.build" SIZE_TOOLS=$2 SIZE_FLAGS=$3 sh bench/size.sh >"$parts/$1" || exit 1
    sed -n 's/^\([a-z-]*\)  *\([0-9]*\) bytes$/\1 \2/p' "$parts/$1" >"$parts/$1.figures"
}
column cortex-m4 arm-none-eabi- '-Os -mcpu=cortex-m4 -mthumb'
column here-os '' -Os
column here-o2 '' -O2

machine=$(uname -m)
{
    printf 'bytes\tcortex-m4 -Os\t%s -Os\t%s -O2\n' "$machine" "$machine"
    awk 'FILENAME ~ /here-os/ { os[$1] = $2; next } FILENAME ~ /here-o2/ { o2[$1] = $2; next }
        { printf "%s\t%d\t%d\t%d\n", $1, $2, os[$1], o2[$1] }' \
        "$parts/here-os.figures" "$parts/here-o2.figures" "$parts/cortex-m4.figures"
} >"$1"
awk -F '\t' '{ printf "%-24s %15s %15s %15s\n", $1, $2, $3, $4 }' "$1"
