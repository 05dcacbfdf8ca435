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
# shellcheck source=tests/harness/packages.sh
. "${0%/*}/harness/packages.sh"

has_format() { has clang-format-14 || clang-format --version | grep 'version 14\.'; }
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
    need libcurl4-openssl-dev pkg-config --exists 'libcurl >= 7.87'
    need libssl-dev pkg-config --exists libcrypto libssl
    need libsqlite3-dev pkg-config --exists sqlite3
    need libmicrohttpd-dev pkg-config --exists libmicrohttpd
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
install_missing "the $purpose"

missing_packages
case $missing in
'') ;;
' clang-format-14') echo 'without clang-format 14 the check of the layout is skipped' ;;
*)
    echo "still missing after the installation:$missing" >&2
    exit 1
    ;;
esac
