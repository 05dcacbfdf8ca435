# SPDX-License-Identifier: Apache-2.0
#
# Sourced by the checks in tests/lint: goes to the root of the project and gives them one verb. A
# check is a list of findings; the empty list is the pass. ANVIL_ROOT points a check at another
# tree, which is how tests/lint/selftest.sh shows each of them something broken.
set -u
lint=$(cd "$(dirname "$0")" && pwd)
cd "${ANVIL_ROOT:-$lint/../..}" || exit 2
scratch=build/lint/$(basename "$0" .sh)
rm -rf "$scratch"
mkdir -p "$scratch"
cores=$(nproc 2>/dev/null || echo 1)

# verdict NAME: reads findings, one a line, and prints `ok - NAME` when there are none.
verdict() {
    findings=$(cat)
    if [ -z "$findings" ]; then
        echo "ok - $1"
    else
        printf '%s\n' "$findings" | head -n 40
        echo "not ok - $1"
    fi
}

# skip NAME WHY: for what this machine cannot check. Shown, and not counted as passed.
skip() {
    echo "ok - $1 # SKIP $2"
}

# sources FOLDER...: the C files and headers that lie there, generated ones included.
sources() {
    for folder in "$@"; do
        [ -d "$folder" ] && find "$folder" -name '*.[ch]'
    done | sort
}

# handwritten FOLDER...: without the generated ones.
handwritten() {
    sources "$@" | grep -v -e '^core/gen/' -e '^core/include/smsv2/'
}

# without_comments FILE: its text with comments and string contents blanked, lines kept.
without_comments() {
    perl -0777 -pe '
        s{(/\*.*?\*/)|(//[^\n]*)|("(?:\\.|[^"\\\n])*")}
         { my $t = $1 // $2 // $3; my $q = defined $3;
           $t =~ s/[^\n]/ /g; $q ? "\"" . substr($t, 2) . "\"" : $t }gsex' "$1"
}

# flags_of ROOM: what the Makefile compiles core, cli, transport, spec or tests with.
flags_of() {
    make -s --no-print-directory "print-flags-$1"
}

# analyse ROOM COMMAND: runs the shell command for every hand-written .c file of a room, all cores
# busy. $1 is the file, $flags the flags of its room; what a command says is collected whole.
analyse() {
    flags=$(flags_of "$1")
    export flags
    mkdir -p "$scratch/$1"
    handwritten "$(room_folder "$1")" | grep '\.c$' |
        xargs -r -n 1 -P "$cores" sh -c "out=$scratch/$1/\$(echo \"\$1\" | tr / _); { $2; } >\"\$out\" 2>&1" analyse
    find "$scratch/$1" -type f -exec cat {} +
}
room_folder() {
    case $1 in
    spec) echo spec/compiler ;;
    *) echo "$1" ;;
    esac
}
