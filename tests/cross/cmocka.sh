#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# cmocka.sh TARGET FOLDER: makes cmocka for a target, libcmocka.a and cmocka.h in FOLDER, from the
# source package of the distribution: one way for every target, whether or not there is a binary
# package for it, and without making a foreign architecture known to the machine's package manager.
# The source is fetched once, by apt-get with lists of its own; CMOCKA_SOURCE names an unpacked one.
set -u
cd "$(dirname "$0")/../.." || exit 2
# shellcheck source=tests/cross/targets.sh
. tests/cross/targets.sh
describe "$1" || exit 2
folder=$2
shelf=build/cross/cmocka

fetch() {
    rm -rf "$shelf"
    mkdir -p "$shelf/lists/partial"
    # shellcheck disable=SC2016 # apt-get expands these
    apt-get indextargets --format 'deb-src $(REPO_URI) $(RELEASE) $(COMPONENT) $(ORIGIN)' \
        'Identifier: Packages' | sed -n '/-\(security\|updates\|backports\) /d; s/ \(Debian\|Ubuntu\)$//p' |
        sort -u >"$shelf/sources.list"
    set -- -q -o "Dir::Etc::SourceList=$PWD/$shelf/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o "Dir::State::Lists=$PWD/$shelf/lists"
    apt-get "$@" update && (cd "$shelf" && apt-get "$@" source --download-only cmocka) &&
        mkdir "$shelf/source" && tar -xf "$shelf"/cmocka_*.orig.tar.?z -C "$shelf/source" --strip-components=1
}

source=${CMOCKA_SOURCE:-$shelf/source}
if [ ! -f "$source/src/cmocka.c" ]; then
    [ -z "${CMOCKA_SOURCE-}" ] && fetch || exit 1
fi
mkdir -p "$folder" && cp "$source/include/cmocka.h" "$folder" || exit 1
# shellcheck disable=SC2086 # lists of words
$compiler -O1 $flags $cmocka_flags -DHAVE_INTTYPES_H -DHAVE_STRINGS_H -DHAVE_GCC_THREAD_LOCAL_STORAGE \
    -I "$source/include" -c -o "$folder/cmocka.o" "$source/src/cmocka.c" &&
    "${tools}ar" rcs "$folder/libcmocka.a" "$folder/cmocka.o"
