#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Installs what `make test` needs and does not find. On Debian and Ubuntu with apt-get, as root or
# through sudo; elsewhere it names what is missing and stops. Says nothing when nothing is missing.
#
#   tests/setup.sh           for the tests
#   tests/setup.sh bench     for `make bench`: Google Benchmark, the peers, gnuplot
#   tests/setup.sh counts    for `make bench-check`
#   tests/setup.sh fuzz      for `make fuzz` and all that begins with it
set -u

need() { # need PACKAGE COMMAND...: the package is missing when the command fails
    package=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $package"
}
has() { command -v "$1"; }
has_format() { has clang-format-14 || clang-format --version | grep 'version 14\.'; }
compiles() { # compiles COMPILER FLAG...: whether it makes a program of an empty one
    compiler=$1
    shift
    echo 'int main(void) { return 0; }' | "$compiler" -x c - -o /dev/null "$@"
}

missing_packages() {
    missing=
    need gcc has gcc
    need libc6-dev compiles gcc
    "${purpose}_packages"
}

bench_packages() {
    need g++ has g++
    need python3 has python3
    need pkg-config has pkg-config
    need libbenchmark-dev pkg-config --exists benchmark
    need libsimdjson-dev pkg-config --exists simdjson
    need rapidjson-dev pkg-config --exists RapidJSON
    need libcjson-dev pkg-config --exists libcjson
    need libjansson-dev pkg-config --exists jansson
    need libjson-c-dev pkg-config --exists json-c
    need libpcre2-dev pkg-config --exists libpcre2-8
    need gnuplot-nox has gnuplot
}

counts_packages() {
    need python3 has python3
    need binutils has nm
    need valgrind has valgrind
    need libc6-dbg valgrind -q /bin/true
}

tests_packages() {
    need g++ has g++
    need python3 has python3
    need binutils has nm
    need clang has clang
    need libclang-rt-dev compiles clang -fsanitize=address,undefined
    need clang-format-14 has_format
    need clang-tidy has clang-tidy
    need cppcheck has cppcheck
    need valgrind has valgrind
    need libc6-dbg valgrind -q /bin/true
    need perl has perl
    need patch has patch
    need pkg-config has pkg-config
    need libjansson-dev pkg-config --exists jansson
    need libpcre2-dev pkg-config --exists libpcre2-8
    need libcmocka-dev compiles gcc -lcmocka
    need llvm has llvm-cov
}

fuzz_packages() {
    tests_packages
    need afl++ has afl-clang-fast
    need gnuplot-nox has gnuplot
    need rsync has rsync
}

purpose=${1:-tests}
missing_packages
[ -n "$missing" ] || exit 0
echo "missing for the $purpose:$missing"

if ! command -v apt-get >/dev/null 2>&1; then
    echo "this is not Debian or Ubuntu: install what these packages hold and try again" >&2
    exit 1
fi
root=
if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
        echo "to install them: sudo apt-get install$missing" >&2
        exit 1
    fi
    root='sudo -n'
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
give_up() {
    tail -n 20 "$log" >&2
    echo "apt-get could not install:$missing" >&2
    exit 1
}
# shellcheck disable=SC2086 # lists of words, here and below
$root apt-get update -q >"$log" 2>&1 || give_up

# Releases differ: some have a package under another name, as part of another one, or no more.
available=
for package in $missing; do
    if apt-cache show "$package" >/dev/null 2>&1; then
        available="$available $package"
    else
        echo "this release has no package $package"
    fi
done
echo "installing with apt-get:$available"
# shellcheck disable=SC2086
$root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $available \
    >"$log" 2>&1 || give_up

missing_packages
case $missing in
'') ;;
' clang-format-14') echo 'without clang-format 14 the check of the layout is skipped' ;;
*)
    echo "still missing after the installation:$missing" >&2
    exit 1
    ;;
esac
