#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Installs what `make test` needs and does not find. On Debian and Ubuntu with apt-get, as root or
# through sudo; elsewhere it names what is missing and stops. Says nothing when nothing is missing.
set -u
# shellcheck source=tests/harness/packages.sh
. "${0%/*}/harness/packages.sh"

has_format() { has clang-format-14 || clang-format --version | grep 'version 14\.'; }
missing_packages() {
    missing=
    need gcc has gcc
    need libc6-dev compiles gcc
    need g++ has g++
    need binutils has nm
    need clang has clang
    need libclang-rt-dev compiles clang -fsanitize=address,undefined
    need clang-format-14 has_format
    need clang-tidy has clang-tidy
    need cppcheck has cppcheck
    need valgrind has valgrind
    need libc6-dbg valgrind -q /bin/true
    need perl has perl
    need pkg-config has pkg-config
    need libjansson-dev pkg-config --exists jansson
    need libpcre2-dev pkg-config --exists libpcre2-8
    need libcmocka-dev compiles gcc -lcmocka
}

missing_packages
[ -n "$missing" ] || exit 0
install_missing 'the tests'

missing_packages
case $missing in
'') ;;
' clang-format-14') echo 'without clang-format 14 the check of the layout is skipped' ;;
*)
    echo "still missing after the installation:$missing" >&2
    exit 1
    ;;
esac
