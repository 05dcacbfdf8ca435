#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# tests/golden/run.sh [--show] [CASE...]: runs the golden cases and prints one TAP line for each,
# "ok - NAME" or "not ok - NAME" with what differs. Without arguments, every *.case below this folder.
# Needs sh, awk, sed, diff and the built command, $ANVIL or build/anvil.
#
# A case is one file that reads as documentation:
#
#     # What it shows, in a sentence or two.
#     anvil: check AssociateOriginationIdentity --format json
#     exit: 1
#     --- in
#     {"PoolId":"pool-1"}
#     --- out
#     {"file":"<stdin>",...}
#     --- err
#
# "anvil:" is the command line, quoted as in sh and run in the root of the project. "exit:" is the
# exit code, 0 when left out. The line feed at the end of "--- in" does not belong to the input; a
# case without "--- in" has an empty one. A section that is not there is expected to be empty.
# Sections called "--- in, escaped" and "--- out, escaped" are written with the escapes of printf's
# %b (\r, \0377) and hold exactly the bytes that are wanted, without a line feed at the end.
# "mask: uuid" replaces every version 4 UUID in the output by <uuid>.
#
# --show prints the cases with what the command does now, to be read, checked and then kept.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 2
root=$(cd "$here/../.." && pwd) || exit 2
anvil=${ANVIL:-build/anvil}
shows=
# A case must not depend on who runs it, and above all not call AWS in their name.
for name in $(env | sed -n 's/^\(AWS_[A-Z0-9_]*\)=.*/\1/p'); do unset "$name"; done
[ "${1:-}" = --show ] && { shows=yes; shift; }

list=$(for name in "$@"; do
    case $name in
    /*) printf '%s\n' "$name" ;;
    *) printf '%s/%s\n' "$PWD" "$name" ;;
    esac
done)
case $anvil in
/*) ;;
*) anvil=$PWD/$anvil ;;
esac
cd "$root" || exit 2
[ -x "$anvil" ] || { echo "run.sh: $anvil is not there; run make first" >&2; exit 2; }
[ -n "$list" ] || list=$(find "$here" -name '*.case' | sort)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

# Splits a case into the files args, code, mask, in, out, err of the work folder; an escaped section
# goes to a file with .escaped behind its name, as one line.
split() {
    rm -f "$work"/*
    awk -v dir="$work" '
        function end_section() {
            if (file == "") return
            if (escaped) printf "%s", text > (dir "/" file ".escaped")
            else if (file == "in") printf "%s", text > (dir "/" file)
            else if (text != "") printf "%s\n", text > (dir "/" file)
            close(dir "/" file)
        }
        /^--- / {
            end_section()
            file = $2; sub(/,$/, "", file); escaped = /, escaped$/; text = ""; lines = 0
            next
        }
        file != "" { text = lines++ ? text "\n" $0 : $0; next }
        /^anvil:/ { sub(/^anvil: */, ""); print > (dir "/args") }
        /^exit: /  { print substr($0, 7) > (dir "/code") }
        /^mask: /  { print substr($0, 7) > (dir "/mask") }
        END { end_section() }
    ' "$1"
    for file in in out; do
        [ -f "$work/$file.escaped" ] && printf '%b' "$(cat "$work/$file.escaped")" >"$work/$file"
        [ -f "$work/$file" ] || : >"$work/$file"
    done
    [ -f "$work/err" ] || : >"$work/err"
    [ -f "$work/code" ] || echo 0 >"$work/code"
}

# Runs the case that was split; the outcome goes to real.out, real.err, real.code.
# shellcheck disable=SC2120 # its arguments are those of the case
run() {
    eval "set -- $(cat "$work/args")"
    "$anvil" "$@" <"$work/in" >"$work/real.out" 2>"$work/real.err"
    echo $? >"$work/real.code"
    [ -f "$work/mask" ] || return 0
    hex='[0-9a-f]'
    uuid="$hex\{8\}-$hex\{4\}-4$hex\{3\}-[89ab]$hex\{3\}-$hex\{12\}"
    for file in out err; do
        sed "s/$uuid/<uuid>/g" "$work/real.$file" >"$work/masked"
        mv "$work/masked" "$work/real.$file"
    done
}

# The bytes of a file as an escaped section: printf's %b gives them back.
escape() {
    od -An -v -tu1 "$1" | awk '
        { for (i = 1; i <= NF; i++) bytes[n++] = $i }
        END {
            for (i = 0; i < n; i++) {
                b = bytes[i]
                if (b == 92) printf "\\\\"
                else if (b == 13) printf "\\r"
                else if (b == 9) printf "\\t"
                else if (b == 10) printf "%s", i < n - 1 ? "\n" : "\\n"
                else if (b > 31 && b < 127) printf "%c", b
                else printf "\\0%03o", b
            }
            print ""
        }'
}

# What the sections of a case look like now.
show() {
    sed -n '/^--- /q; /^exit: /!p' "$1"
    code=$(cat "$work/real.code")
    [ "$code" -eq 0 ] || echo "exit: $code"
    sed -n '/^--- in/,/^--- [oe]/{/^--- [oe]/!p;}' "$1"
    if grep -q '^--- out, escaped' "$1"; then
        echo '--- out, escaped'
        escape "$work/real.out"
    elif [ -s "$work/real.out" ]; then
        echo '--- out'
        cat "$work/real.out"
    fi
    [ -s "$work/real.err" ] && { echo '--- err'; cat "$work/real.err"; }
}

count=0
failed=0
for case in $list; do
    name=${case#"$here"/}
    name=${name%.case}
    split "$case"
    if [ ! -f "$work/args" ]; then
        echo "not ok - $name"
        echo '# the case has no line "anvil: ..."'
        failed=$((failed + 1))
        continue
    fi
    # shellcheck disable=SC2119
    run
    [ -n "$shows" ] && { show "$case"; continue; }
    count=$((count + 1))
    : >"$work/diff"
    for file in code out err; do
        cmp -s "$work/$file" "$work/real.$file" ||
            diff -u -L "expected $file" -L "actual $file" "$work/$file" "$work/real.$file" >>"$work/diff"
    done
    if [ -s "$work/diff" ]; then
        failed=$((failed + 1))
        echo "not ok - $name"
        sed 's/^/# /' "$work/diff"
    else
        echo "ok - $name"
    fi
done
[ -n "$shows" ] && exit 0
echo "1..$count"
[ "$count" -gt 0 ] && [ "$failed" -eq 0 ]
