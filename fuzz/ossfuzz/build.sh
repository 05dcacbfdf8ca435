#!/bin/bash -eu
# SPDX-License-Identifier: Apache-2.0
#
# Builds all fuzz targets as OSS-Fuzz and ClusterFuzzLite want it: with the compilers, flags and engine
# of the environment, statically linked, into $OUT, each with its seeds, dictionary and options. The
# build itself is the project's own, `make fuzz-targets`.
# OSS-Fuzz copies this file out of the project, whose folder is then the working directory.
[ -f fuzz/ossfuzz/build.sh ] || cd "$(dirname "$0")/../.."

work=${WORK:-/tmp}/anvil-$SANITIZER-$FUZZING_ENGINE
flags=${CFLAGS-}
# Libraries that nobody instrumented look uninitialised to MemorySanitizer.
[ "$SANITIZER" != memory ] || flags="$flags -DFUZZ_WITHOUT_LIBRARIES"
mutator=1
# Other engines see edges and nothing else, and bring their own mutations.
if [ "$FUZZING_ENGINE" != libfuzzer ]; then
    flags="$flags -DFUZZ_SIGNAL_BY_BRANCHES"
    mutator=
fi

make_with() {
    make -j"$(nproc)" OUT="$work" CC="$CC" CFLAGS="$flags" FUZZ_LINKER="$CXX ${CXXFLAGS-}" \
        FUZZ_ENGINE="$LIB_FUZZING_ENGINE" FUZZ_WITH_MUTATOR="$mutator" \
        FUZZ_LIBS='-Wl,-Bstatic -lpcre2-8 -ljansson -Wl,-Bdynamic -lm' "$@"
}
make_with fuzz-targets
# The dictionary is made by a program that this machine can run.
make OUT="$work.host" CC=cc CFLAGS=-O1 FUZZ_ROOT="$work.host" fuzz-dictionary

for source in fuzz/targets/*.c; do
    target=$(basename "$source" .c)
    # The one that has to crash shows that detectors work; there it would be a finding.
    [ "$target" != must_crash ] || continue
    cp "$work/fuzz/$target" "$OUT/$target"
    cp "$work.host/anvil.dict" "$OUT/$target.dict"
    printf '[libfuzzer]\nmax_len = 1024\ndict = %s.dict\n' "$target" >"$OUT/$target.options"
    seeds=()
    for part in seed min regress; do
        [ ! -d "corpus/$target/$part" ] || seeds+=("corpus/$target/$part")
    done
    [ ${#seeds[@]} -eq 0 ] || python3 -m zipfile -c "$OUT/${target}_seed_corpus.zip" "${seeds[@]}"
done
