#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# What the library weighs: engine, tables, an operation, a program, the stack. Compiled with gcc -O2 for
# this machine, each function and object in a section of its own, as a vendor who cares would.
#
#   bench/size.sh            a table for people
#   bench/size.sh --json     one object, name to bytes
#   bench/size.sh --check    compares with bench/size-budget.txt; one line `ok - ...` or `not ok - ...` each
#
# For another machine: SIZE_TOOLS is the prefix of its compiler and binutils, SIZE_FLAGS replaces -O2,
# SIZE_BUDGET is another file of budgets, SIZE_OUT where everything is built.
#
# A program's figure is what its linker keeps of engine and tables, unwind tables left out.
set -u
cd "$(dirname "$0")/.." || exit 2
out=${SIZE_OUT:-build/size}
tools=${SIZE_TOOLS-}
budgets=${SIZE_BUDGET:-bench/size-budget.txt}
rm -rf "$out"
mkdir -p "$out/core" "$out/gen"
flags="$(make -s --no-print-directory print-flags-core) ${SIZE_FLAGS:--O2} -ffunction-sections -fdata-sections"
export out flags tools

# compile FOLDER FILE...: objects of each file.
compile() {
    into=$1
    shift
    export into
    printf '%s\n' "$@" | xargs -n 1 -P "$(nproc 2>/dev/null || echo 1)" sh -c '
        "${tools}gcc" $flags -fstack-usage -fcallgraph-info=su -fdump-ipa-cgraph -c \
            -o "$out/$into/$(echo "${1%.c}" | tr / _).o" "$1"' compile || exit 2
}
engine_sources=$(find core -name '*.c' ! -path 'core/gen/*' | sort)
# shellcheck disable=SC2086 # a list of names without blanks
compile core $engine_sources
# shellcheck disable=SC2046
compile gen $(find core/gen -name '*.c' | sort)
"${tools}ar" rcs "$out/libsize.a" "$out"/core/*.o "$out"/gen/*.o

# bytes PATTERN FILE...: the bytes of the sections whose names match.
bytes() {
    pattern=$1
    shift
    "${tools}size" -A "$@" | awk -v pattern="$pattern" '$1 ~ pattern { sum += $2 } END { print sum + 0 }'
}

# linked NAME SOURCE: what a program keeps of engine and tables.
linked() {
    printf '%s\n' "$2" >"$out/$1.c"
    # shellcheck disable=SC2086
    "${tools}gcc" $flags -c -o "$out/$1.o" "$out/$1.c" &&
        "${tools}ld" -r --gc-sections -e start -o "$out/$1.linked" "$out/$1.o" "$out/libsize.a" || exit 2
    echo $(($(bytes '^[.](text|rodata|data)' "$out/$1.linked") - $(bytes '^[.](text|rodata|data)' "$out/$1.o")))
}

head='#include "anvil/anvil.h"
#include "smsv2/smsv2.h"'

# client OPERATION...: a client that encodes, calls and decodes these operations.
client() {
    operations=$(printf '&smsv2_%s, ' "$@")
    echo "$head
const struct anvil_operation *const used[] = {$operations};
enum anvil_status start(struct anvil_exchange *call, const void *in, void *out, struct anvil_error *error);
enum anvil_status start(struct anvil_exchange *call, const void *in, void *out, struct anvil_error *error) {
    call->operation = used[call->checks];
    return anvil_call(call, in, out, error, NULL);
}"
}
three='associate_origination_identity disassociate_origination_identity create_registration_association'
one=$(linked one "$(client associate_origination_identity)")
# shellcheck disable=SC2086
program=$(linked three "$(client $three)")
operation_count=$(sed -n 's/^operation .*/x/p' spec/snapshot.txt | wc -l)
tables=$(bytes '^[.](rodata|data)' "$out"/gen/*.o)

# The deepest chain of calls below the public functions, frames as they are shipped.
stack=$(perl tests/lint/calls.pl "$out/core" | sed -n 's/^# .*[^0-9]\([0-9][0-9]*\) bytes.*/\1/p')

figures="engine-text $(bytes '^[.]text' "$out"/core/*.o)
engine-rodata $(bytes '^[.]rodata' "$out"/core/*.o)
tables $tables
tables-per-operation $((tables / operation_count))
one-operation-client $one
three-operation-client $program
deepest-stack ${stack:-0}"

case ${1-} in
--json)
    echo "$figures" | awk 'BEGIN { printf "{" } { printf "%s\"%s\":%d", NR > 1 ? "," : "", $1, $2 } END { print "}" }'
    ;;
--check)
    echo "$figures" | while read -r name bytes; do
        budget=$(awk -v name="$name" '$1 == name { print $2 }' "$budgets")
        if [ "$bytes" -gt 0 ] && [ -n "$budget" ] && [ "$bytes" -le "$budget" ]; then
            echo "ok - $name is $bytes bytes, the budget is $budget"
        else
            echo "not ok - $name is $bytes bytes, the budget is ${budget:-missing}"
        fi
    done
    ;;
*)
    "${tools}gcc" --version | head -n 1
    echo "$figures" | awk '{ printf "%-24s %7d bytes\n", $1, $2 }'
    ;;
esac
