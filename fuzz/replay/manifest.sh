#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# fuzz/replay/manifest.sh: prints corpus/MANIFEST: for every folder of inputs how many there are, how
# many bytes they have together, a digest of their names and contents, and where they come from.
set -u
cd "$(dirname "$0")/../.." || exit 2
export LC_ALL=C

echo '# Where the inputs of this folder come from: make corpus-manifest writes this file.'
echo '# All are the own work of this project, under its licence, Apache-2.0.'
echo '#'
echo '# FOLDER FILES BYTES SHA-256 ORIGIN'
for folder in corpus/*/*/; do
    folder=${folder%/}
    case ${folder##*/} in
    seed) origin='written by make seeds from the model' ;;
    min) origin='found by fuzzing from the seeds, minimised by make fuzz-merge' ;;
    regress) origin='an input that once failed, one for each finding' ;;
    *) origin='unknown' ;;
    esac
    digest=$(cd "$folder" && find . -type f | sort | xargs -r sha256sum | sha256sum | cut -c1-64)
    files=$(find "$folder" -type f | wc -l)
    bytes=$(find "$folder" -type f -exec cat {} + | wc -c)
    echo "${folder#corpus/} $files $bytes $digest $origin"
done
