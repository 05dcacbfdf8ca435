#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Installs what `make test` needs and does not find. On Debian and Ubuntu with apt-get, as root or
# through sudo; elsewhere it names what is missing and stops. Says nothing when nothing is missing.
set -u

missing=
need() { # need PACKAGE COMMAND...: the package is missing when the command fails
    package=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $package"
}
has() { command -v "$1"; }
works_on_nothing() { # works_on_nothing COMPILER FLAG...: compiles and links an empty program
    echo 'int main(void) { return 0; }' | "$@" -x c -o /dev/null -
}

missing_packages() {
    missing=
    need gcc has gcc
    need libc6-dev works_on_nothing gcc
    need g++ has g++
    need clang has clang
    need libclang-rt-dev works_on_nothing clang -fsanitize=address,undefined
    need clang-format-14 sh -c 'command -v clang-format-14 || clang-format --version | grep "version 14\."'
    need clang-tidy has clang-tidy
    need cppcheck has cppcheck
    need valgrind has valgrind
    need libc6-dbg valgrind -q --error-exitcode=1 /bin/true
    need pkg-config has pkg-config
    need libjansson-dev pkg-config --exists jansson
    need libpcre2-dev pkg-config --exists libpcre2-8
    need libcmocka-dev sh -c 'echo "int main(void){return 0;}" | gcc -x c -o /dev/null - -lcmocka'
    need binutils has nm
    need perl has perl
}

missing_packages
[ -n "$missing" ] || exit 0
echo "missing for the tests:$missing"

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

echo "installing them with apt-get"
log=$(mktemp)
# shellcheck disable=SC2086 # both are lists of words
if ! { $root apt-get update -q && $root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends $missing; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    echo "apt-get could not install:$missing" >&2
    exit 1
fi
rm -f "$log"

missing_packages
[ -z "$missing" ] || {
    echo "still missing after the installation:$missing" >&2
    exit 1
}
