#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# run.sh TARGET...: builds and runs for each target what tests/cross/targets.sh says, and prints one
# table: what was built with what, what ran, and how it ended. A target that cannot be built here is
# skipped, one whose programs nothing here runs is built only; neither counts as passed.
#
# build/cross/results.tsv holds the table for machines, build/cross/summary the line "N passed, N failed".
set -u
cd "$(dirname "$0")/../.." || exit 2
# shellcheck source=tests/cross/targets.sh
. tests/cross/targets.sh
for target in "$@"; do describe "$target" || exit 2; done

top=build/cross
results=$top/results.tsv
cores=$(nproc 2>/dev/null || echo 1)
mkdir -p "$top"
# Two runs in one tree would write into each other's table: the second waits.
exec 9>"$top/lock"
command -v flock >/dev/null && flock 9
# One of the fifty rounds of a long test has the same chance as the others to meet another machine.
export ANVIL_TEST_SLOW=1
# Windows programs get a home of their own, and their loader keeps its diary to itself.
export WINEPREFIX="$PWD/$top/wine" WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml='
printf 'target\tresult\tcompiler\tkernels\truns_by\ttests\tpassed\tfailed\tleft_out\tseconds\tnote\n' >"$results"

# runner_of FOLDER: whether the compiler makes a program, and what runs it: sets runner, which is empty
# for this machine itself, or fails and sets note.
runner_of() {
    runner='' note=''
    # shellcheck disable=SC2016 # text of the program
    echo 'int main(void) { return 42; }' >"$1/answer.c"
    # shellcheck disable=SC2086 # lists of words, here and below
    if ! command -v "$compiler" >/dev/null 2>&1; then
        note="$compiler is missing"
    elif [ "$kind" = unit ] && ! $compiler $flags -o "$1/answer.exe" "$1/answer.c" 2>"$1/answer.log"; then
        note="$compiler has no libc here"
    fi
    [ -z "$note" ] || return 1
    [ "$kind" = unit ] || return 0
    for runner in '' "$emulator"; do
        $runner "$1/answer.exe" >/dev/null 2>&1
        [ $? -ne 42 ] || return 0
    done
    runner=none
    note="nothing here runs its programs${emulator:+: no ${emulator%% *}}"
}

# build_unit: makes the unit tests of a target in $out; the outcome is for tests/harness/build_result.sh.
build_unit() {
    if sh tests/cross/cmocka.sh "$target" "$out/cmocka" >"$out/cmocka.log" 2>&1; then
        if make -k -j"$cores" --no-print-directory "OUT=$out" WERROR=1 "CC=$compiler" "AR=${tools}ar" CFLAGS=-O2 \
            "EXTRA_CFLAGS=$flags -isystem $out/cmocka" "LDFLAGS=-L$out/cmocka" "TRANSPORT_SRC=$transport" "CROSS_LEFT_OUT=$left_out" \
            cross-unit >"$out/build.log" 2>&1; then echo 0; else echo 1; fi >"$out/build.status"
    else
        runner=none note='the source of cmocka is not to be had: nothing was run'
        cat "$out/cmocka.log" >&2
        return 1
    fi
}

# unit_jobs: the jobs of a target whose unit tests were built, as lines of NAME, tab, COMMAND.
unit_jobs() {
    printf 'build\tsh tests/harness/build_result.sh %s\n' "$out"
    [ "$runner" != none ] || return 0
    for program in $(make -s --no-print-directory "OUT=$out" "CROSS_LEFT_OUT=$left_out" print-cross-unit); do
        name=${program#"$out"/tests/}
        [ ! -x "$program.exe" ] || program=$program.exe
        printf '%s\tsh tests/harness/program.sh %s "%s"\n' "$name" "$program" "$runner"
    done
}

# run_jobs: runs the jobs of a file, all cores busy; "passed failed skipped" on standard output.
run_jobs() {
    rm -rf "$out/jobs"
    mkdir -p "$out/jobs"
    ANVIL_JOB_COUNT=$(wc -l <"$1")
    export ANVIL_JOB_COUNT
    awk -F '\t' -v dir="$out/jobs" '{ printf "%s%c%05d%c%s%c%s%c", dir, 0, NR, 0, $1, 0, $2, 0 }' "$1" |
        xargs -0 -n 4 -P "$cores" sh tests/harness/job.sh
    [ -t 2 ] && printf '\r\033[K' >&2
    cat "$out"/jobs/*.result | awk '{ p += $1; f += $2; s += $3 } END { print p + 0, f + 0, s + 0 }'
}

# show_failures: what failed programs said.
show_failures() {
    for result in "$out"/jobs/*.result; do
        read -r _ bad _ name <"$result"
        if [ "$bad" -eq 0 ] || grep -q 'was not built' "${result%.result}.out"; then continue; fi
        printf '\n---- %s (%s)\n' "$name" "$target"
        grep -v -e '^ok ' -e '^1\.\.' "${result%.result}.out" | head -n "${ANVIL_DETAIL_LINES:-40}"
    done
}

# kernels_of LIBRARY: which of the kernels that core/scan/kernel.h names have code in it.
kernels_of() {
    "${tools}nm" "$1" 2>/dev/null | sed -n 's/.* T anvil_.*_\([a-z0-9]*\)$/\1/p' | sort -u >"$out/endings"
    sed -n 's/^ *ANVIL_KERNEL_\([A-Z0-9]*\),.*/\1/p' core/scan/kernel.h | tr '[:upper:]' '[:lower:]' |
        grep -xF -f "$out/endings" | paste -sd ' ' -
}

row() { # row RESULT TESTS PASSED FAILED LEFT_OUT
    seconds=$(($(date +%s) - begin))
    version=$("$compiler" -dumpfullversion 2>/dev/null)
    printf '%s\t%s\t%s\t%s\t%s\t%d\t%d\t%d\t%d\t%d\t%s\n' "$target" "$1" "$compiler${version:+ $version}" \
        "$(kernels_of "$out/libanvil.a")" "$by" "$2" "$3" "$4" "$5" "$seconds" "$note" >>"$results"
}

run_target() {
    echo "$target: building and running"
    begin=$(date +%s)
    out=$top/$target
    mkdir -p "$out"
    describe "$target"
    by='' left=0
    runner_of "$out" || { row skipped 0 0 0 0; return; }
    case $kind in
    unit)
        build_unit || { row skipped 0 0 0 0; return; }
        unit_jobs >"$out/jobs.tsv"
        absent=$(make -s --no-print-directory "OUT=$out" "CROSS_LEFT_OUT=$left_out" print-cross-left-out)
        left=$(echo "$absent" | wc -w)
        [ "$left" -eq 0 ] || note="${note:+$note; }left out: $absent"
        by=${runner:-this machine}
        ;;
    headers) printf 'headers\tsh tests/lint/headers.sh\n' >"$out/jobs.tsv" ;;
    bare)
        printf 'bare\tsh tests/cross/bare.sh %s\n' "$target" >"$out/jobs.tsv"
        by=${emulator:-this machine}
        ;;
    esac
    counts=$(run_jobs "$out/jobs.tsv")
    # shellcheck disable=SC2086 # three numbers
    set -- $counts
    show_failures
    result=passed
    # A skipped test of a bare target is its program, for want of an emulator.
    [ "$kind" != bare ] || [ "$3" -eq 0 ] || runner=none by=none note="nothing here runs its program"
    [ "$runner" != none ] || result='built only'
    [ "$2" -eq 0 ] || result=failed
    row "$result" $(($1 + $2)) "$1" "$2" "$left"
}

for target in "$@"; do run_target; done
case " $* " in
*' cortex-m4 '*) [ ! -f "$top/cortex-m4/libanvil.a" ] || { echo && sh bench/size-targets.sh "$top/sizes.tsv"; } ;;
esac
echo
sh tests/cross/table.sh "$results"
