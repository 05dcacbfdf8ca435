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

take() { # take FROM TO FILTER...: what is new there, without deleting or changing anything here
    from=$1 to=$2
    shift 2
    rsync -a --ignore-existing --prune-empty-dirs "$@" --exclude='*' "$from/" "$to/"
}

mkdir -p "$here"
failed=0
for other in "$@"; do
    echo "$other"
    # What belongs to all.
    take "$other" "$here" --include='/work/***' --include='/findings/***' || failed=1
    take "$here" "$other" --include='/work/***' --include='/findings/***' || failed=1
    # Their AFL++ to us, but for what is ours; ours to them.
    take "$other" "$here" --include='/campaign/' --include='/campaign/afl/' --include='/campaign/afl/*/' \
        --exclude="/campaign/afl/*/main-$host/" --include='/campaign/afl/*/main-*/' \
        --include='/campaign/afl/*/main-*/queue/' --include='/campaign/afl/*/main-*/queue/id*' || failed=1
    take "$here" "$other" --include='/campaign/' --include='/campaign/afl/' --include='/campaign/afl/*/' \
        --include="/campaign/afl/*/main-$host/" --include="/campaign/afl/*/main-$host/queue/" \
        --include="/campaign/afl/*/main-$host/queue/id*" || failed=1
done
exit $failed
