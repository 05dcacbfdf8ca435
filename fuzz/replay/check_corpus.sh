#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# fuzz/replay/check_corpus.sh DIR: whether the corpus is what it says it is: the seeds are those that
# the model gives now, which DIR/seeds holds, the manifest tells what is there, and it stays small.
set -u
cd "$(dirname "$0")/../.." || exit 2
bytes_max=2000000
files_max=5000
failed=0

tell() { # tell STATUS NAME
    [ "$1" -eq 0 ] && echo "ok - $2" && return
    echo "not ok - $2"
    failed=1
}

: >"$1/seeds.diff"
for folder in "$1"/seeds/*/seed; do
    target=${folder#"$1"/seeds/}
    diff -rq "$folder" "corpus/$target" >>"$1/seeds.diff" 2>&1
done
for folder in corpus/*/seed; do
    [ -d "$1/seeds/${folder#corpus/}" ] || echo "$folder: the model gives none" >>"$1/seeds.diff"
done
head -n 20 "$1/seeds.diff"
[ -d "$1/seeds" ] && [ ! -s "$1/seeds.diff" ]
tell $? 'the seeds are those of the model (make seeds)'

sh fuzz/replay/manifest.sh | diff corpus/MANIFEST -
tell $? 'the manifest tells what is there (make corpus-manifest)'

! grep -n 'unknown$' corpus/MANIFEST
tell $? 'every input has an origin'

for folder in corpus/*/; do
    [ -f "fuzz/targets/$(basename "$folder").c" ] || echo "$folder belongs to no target"
done | grep .
tell $((! $?)) 'every folder belongs to a target'

bytes=$(find corpus -type f -exec cat {} + | wc -c)
files=$(find corpus -type f | wc -l)
[ "$bytes" -le $bytes_max ] && [ "$files" -le $files_max ]
tell $? "the corpus has $files files and $bytes bytes, at most $files_max and $bytes_max"
exit $failed
