#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# imitate.sh [ENGINE-SANITIZER...]: what OSS-Fuzz would do with build.sh, without its images: the
# environment of its builder, then the checks of its bad_build_check and test_one, run from a folder
# that is not the project's and with nothing but /tmp to write to. By default every combination that
# this machine's tools allow. Not imitated: the images themselves, honggfuzz, other architectures.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
base=${FUZZ_ROOT:-$root/build/fuzz}/ossfuzz
failed=0

complain() {
    echo "  $1"
    failed=$((failed + 1))
}

build() { # build ENGINE SANITIZER
    export FUZZING_ENGINE=$1 SANITIZER=$2 ARCHITECTURE=x86_64
    export OUT=$base/$1-$2/out WORK=$base/$1-$2/work SRC=$root/..
    local common='-O1 -fno-omit-frame-pointer -gline-tables-only -Wno-error'
    local san='' engine=''
    case $2 in
    address) san='-fsanitize=address -fsanitize-address-use-after-scope' ;;
    undefined) san='-fsanitize=array-bounds,bool,builtin,enum,function,integer-divide-by-zero,null,object-size,return,returns-nonnull-attribute,shift,signed-integer-overflow,unsigned-integer-overflow,unreachable,vla-bound -fno-sanitize-recover=array-bounds,bool,builtin,enum,function,integer-divide-by-zero,null,object-size,return,returns-nonnull-attribute,shift,signed-integer-overflow,unreachable,vla-bound' ;;
    memory) san='-fsanitize=memory -fsanitize-memory-track-origins' ;;
    coverage) san='-fprofile-instr-generate -fcoverage-mapping -pthread -Wl,--no-as-needed -Wl,-ldl -Wl,-lm -Wno-unused-command-line-argument' ;;
    esac
    CC=clang CXX=clang++ LIB_FUZZING_ENGINE=-fsanitize=fuzzer
    [ "$2" = coverage ] || [ "$1" != libfuzzer ] || engine=-fsanitize=fuzzer-no-link
    if [ "$1" = afl ]; then
        CC=afl-clang-fast CXX=afl-clang-fast++ LIB_FUZZING_ENGINE=/usr/lib/afl/libAFLDriver.a
        export AFL_QUIET=1 AFL_USE_ASAN=1
        san=
    else
        unset AFL_USE_ASAN
    fi
    export CC CXX LIB_FUZZING_ENGINE CFLAGS="$common $san $engine" CXXFLAGS="$common $san $engine"
    rm -rf "$OUT" && mkdir -p "$OUT" "$WORK"
    (cd "$root" && bash fuzz/ossfuzz/build.sh) >"$base/$1-$2/build.log" 2>&1 ||
        { complain "$1-$2 does not build, see $base/$1-$2/build.log"; return 1; }
}

# At least so many calls into the sanitizer's runtime: fewer mean that the flags did not arrive.
check_calls() { # check_calls PROGRAM PATTERN LEAST
    local calls
    calls=$(objdump -dC "$1" | grep -cE "callq? .*$2")
    [ "$calls" -ge "$3" ] || complain "$(basename "$1"): $calls calls of $2, at least $3 are wanted"
}

check_form() { # check_form PROGRAM SANITIZER
    case $(basename "$1") in *[!A-Za-z0-9_-]*) complain "$1: not a name for a fuzz target" ;; esac
    grep -q LLVMFuzzerTestOneInput "$1" || complain "$1: stripped, or no fuzz target"
    ldd "$1" | grep -E 'pcre|jansson' && complain "$1: not linked statically"
    case $2 in
    address) check_calls "$1" '__asan' 1000 ;;
    memory) check_calls "$1" '__msan' 1000 ;;
    undefined) check_calls "$1" '__ubsan' 168 ;;
    esac
    for file in "$1.dict" "$1.options" "$1_seed_corpus.zip"; do
        [ -s "$file" ] || complain "$(basename "$file") is missing"
    done
}

run_libfuzzer() { # run_libfuzzer PROGRAM
    local log edges
    log=$(cd / && "$1" -seed=1337 -runs=2000 -rss_limit_mb=2560 -timeout=25 -max_len=1024 -dict="$1.dict" \
        -artifact_prefix=/tmp/ 2>&1) || complain "$(basename "$1") fails: $(echo "$log" | grep -E 'ERROR|SUMMARY|hold' | head -n 3)"
    edges=$(echo "$log" | sed -n 's/^INFO: Loaded .*(\([0-9]*\) inline .*counters).*/\1/p' | head -n 1)
    [ "${edges:-0}" -ge 100 ] || complain "$(basename "$1") has ${edges:-0} edges, at least 100 are wanted"
}

run_afl() { # run_afl PROGRAM
    local scratch log
    scratch=$(mktemp -d /tmp/anvil-afl-XXXXXX)
    mkdir "$scratch/in" && printf '\0\0{}' >"$scratch/in/seed"
    log=$(cd / && AFL_NO_UI=1 AFL_SKIP_CPUFREQ=1 AFL_TRY_AFFINITY=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 \
        timeout 60 afl-fuzz -V 2 -m none -i "$scratch/in" -o "$scratch/out" -- "$1" 2>&1)
    echo "$log" | grep -q 'All set and ready to roll' || complain "$(basename "$1") does not run under afl-fuzz"
    rm -rf "$scratch"
}

run_coverage() { # run_coverage PROGRAM
    local scratch lines
    scratch=$(mktemp -d /tmp/anvil-coverage-XXXXXX)
    mkdir "$scratch/dummy" "$scratch/corpus"
    printf '\0\0{}' >"$scratch/corpus/one"
    [ ! -s "$1_seed_corpus.zip" ] || python3 -m zipfile -e "$1_seed_corpus.zip" "$scratch/corpus"
    (cd / && LLVM_PROFILE_FILE="$scratch/%1m.profraw" "$1" -merge=1 -timeout=100 "$scratch/dummy" "$scratch/corpus") \
        >/dev/null 2>&1 || complain "$(basename "$1") fails while measuring coverage"
    llvm-profdata merge -sparse "$scratch"/*.profraw -o "$scratch/profile" 2>/dev/null
    lines=$(llvm-cov export -summary-only -instr-profile="$scratch/profile" "$1" 2>/dev/null |
        python3 -c 'import json,sys; print(json.load(sys.stdin)["data"][0]["totals"]["lines"]["covered"])' 2>/dev/null)
    [ "${lines:-0}" -ge 100 ] || complain "$(basename "$1"): coverage of ${lines:-0} lines, at least 100 are wanted"
    rm -rf "$scratch"
}

default='libfuzzer-address libfuzzer-undefined libfuzzer-memory libfuzzer-coverage'
command -v afl-clang-fast >/dev/null && default="$default afl-address"
# shellcheck disable=SC2086 # a list of words
[ $# -gt 0 ] || set -- $default
for pair in "$@"; do
    engine=${pair%-*} sanitizer=${pair#*-} before=$failed count=0
    echo "$pair"
    build "$engine" "$sanitizer" || continue
    for program in "$OUT"/*; do
        case $program in *.dict | *.options | *.zip) continue ;; esac
        count=$((count + 1))
        check_form "$program" "$sanitizer"
        case $pair in
        afl-*) run_afl "$program" ;;
        *-coverage) run_coverage "$program" ;;
        *) run_libfuzzer "$program" ;;
        esac
    done
    [ $count -gt 0 ] || complain "$pair built no target"
    echo "  $count targets, $((failed - before)) complaints"
done
echo "$failed complaints"
[ $failed -eq 0 ]
