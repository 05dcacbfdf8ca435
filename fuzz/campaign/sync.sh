#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# sync.sh HOST:FOLDER...: exchanges inputs with the same campaign on other hosts, through rsync.
# FOLDER is their build/fuzz. Call it from cron every few hours, on each host or on one that reaches
# all others; nothing has to be stopped for it.
#
# What travels: the shared corpus of every target, findings, and of AFL++ only the main instances,
# main-HOST, whose queues hold what their host knows; each host's afl-fuzz takes them in by itself,
# because they lie beside its own in campaign/afl/TARGET. Names are hashes or hold the host's, so
# nothing is overwritten.
set -u
here=${FUZZ_ROOT:-build/fuzz}
host=$(uname -n)
[ $# -gt 0 ] || { sed -n '4,6p' "$0" | sed 's/^# //' >&2; exit 2; }

exchange() { # exchange FROM TO: without deleting, without touching what is being written
    rsync -a --ignore-existing --exclude='.*' --exclude=fuzzer_stats --exclude=.cur_input "$1" "$2"
}

failed=0
for other in "$@"; do
    echo "$other"
    for part in work findings; do
        mkdir -p "$here/$part"
        exchange "$other/$part/" "$here/$part/" || failed=1
        exchange "$here/$part/" "$other/$part/" || failed=1
    done
    mkdir -p "$here/campaign/afl"
    # Theirs to us, but for what we are; ours to them.
    rsync -a --ignore-existing --include='*/' --exclude="main-$host/**" --include='main-*/queue/**' \
        --exclude='*' --prune-empty-dirs "$other/campaign/afl/" "$here/campaign/afl/" || failed=1
    rsync -a --ignore-existing --include='*/' --include="main-$host/queue/**" --exclude='*' \
        --prune-empty-dirs "$here/campaign/afl/" "$other/campaign/afl/" || failed=1
done
exit $failed
