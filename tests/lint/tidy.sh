#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# clang-tidy with the checks of .clang-tidy. One file a run: what an earlier file taught it misleads
# it about the next one. Its analyzer looks deep into the library and less deep, which is twenty times
# faster, into what stands around it.
#
# Slow: a minute of one core.
. "$(dirname "$0")/../harness/tap.sh"

for room in core cli transport spec tests fuzz; do
    depth=
    [ $room = core ] || depth='-Xclang -analyzer-config -Xclang mode=shallow'
    export depth
    # shellcheck disable=SC2016 # expanded by the shell that analyse starts
    analyse $room 'clang-tidy -quiet "$1" -- $flags $depth || echo "error: clang-tidy failed on $1"' |
        awk '/: (error|warning): / { print; found++ } /^error: / { failed = failed $0 "\n" } END { if (!found) printf "%s", failed }' |
        sort -u | verdict "clang-tidy has nothing to say about $room"
done
