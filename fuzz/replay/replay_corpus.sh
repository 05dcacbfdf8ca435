#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# fuzz/replay/replay_corpus.sh DIR: feeds the whole corpus to the targets that were built in DIR/fuzz
# with the engine-free main() of replay.c, and prints a TAP line for each target: how many inputs it
# took and how often each of its oracles was asked. A target without an input, or with an oracle that
# was never asked, fails; so does the one that must crash, wherever it does not.
set -u
cd "$(dirname "$0")/../.." || exit 2
built=$1/fuzz
objects=$1/obj/fuzz/targets
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
export ASAN_OPTIONS="detect_leaks=1:handle_sigill=1:${ASAN_OPTIONS-}"
count=0
failed=0

tell() { # tell ok|'not ok' NAME
    count=$((count + 1))
    [ "$1" = ok ] || failed=$((failed + 1))
    echo "$1 - $2"
}

# Which detectors the target calls; their runtimes hold more than that.
has() {
    nm -u "$objects/must_crash.o" 2>/dev/null | grep -q "$1"
}

# Every seed of must_crash that some detector of this build has to notice ends the program.
must_crash() {
    for input in corpus/must_crash/seed/*; do
        case ${input##*/} in
        nothing) expected=0 ;;
        every-build-*) expected=1 ;;
        address-*) has __asan_init || continue; expected=1 ;;
        undefined-*) has __ubsan_handle_shift || continue; expected=1 ;;
        memory-*) has __msan_warning || continue; expected=1 ;;
        leak-*) continue ;; # optimised builds may keep a stale pointer
        esac
        "$built/must_crash" "$input" >"$work/out" 2>&1
        code=$?
        if [ $((code != 0)) -eq "$expected" ]; then
            tell ok "must_crash ${input##*/}"
        else
            cat "$work/out"
            tell 'not ok' "must_crash ${input##*/}: ended with code $code"
        fi
    done
}

# An input that leaves an announced oracle unasked: the replay has to notice.
unasked() {
    for input in corpus/number_text/seed/compares-*; do
        "$built/number_text" "$input" >"$work/out" 2>&1
        [ $? -eq 1 ] && grep -q 'fixpoint=0(never asked)' "$work/out" && tell ok 'an oracle that is never asked is noticed' && return
        cat "$work/out"
        tell 'not ok' 'an oracle that is never asked is noticed'
        return
    done
}

unasked
for source in fuzz/targets/*.c; do
    target=$(basename "$source" .c)
    if [ ! -x "$built/$target" ]; then
        tell 'not ok' "$target was not built"
    elif [ "$target" = must_crash ]; then
        must_crash
    elif "$built/$target" "corpus/$target" >"$work/out" 2>&1; then
        tell ok "$(cat "$work/out")"
    else
        tail -n 30 "$work/out"
        "$built/$target" -v "corpus/$target" 2>&1 | grep "^corpus/" | tail -n 1
        tell 'not ok' "$target"
    fi
done
echo "1..$count"
[ "$failed" -eq 0 ]
