#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# tests/setup.sh on machines that lack everything: what it says and what it runs, with other commands
# in the place of apt-get, sudo and id.
. "$(dirname "$0")/../harness/tap.sh"

basics=$(pwd)/$scratch/basics
fakes=$(pwd)/$scratch/fakes
mkdir -p "$basics" "$fakes"
for tool in sh env cat tail mktemp rm grep; do ln -s "$(command -v $tool)" "$basics/$tool"; done
fake() { # fake NAME: a command that does what standard input says
    { echo '#!/bin/sh'; cat; } >"$fakes/$1"
    chmod +x "$fakes/$1"
}
# run_setup WANTED_CODE: runs it with what the fakes offer; prints a finding when the code differs.
run_setup() {
    PATH=$fakes:$basics sh "$lint/../setup.sh" >"$scratch/out" 2>&1
    code=$?
    [ $code -eq "$1" ] || { cat "$scratch/out"; echo "it ended with code $code, not $1"; }
}
says() { grep -qF -- "$1" "$scratch/out" || { cat "$scratch/out"; echo "it does not say: $1"; }; }

{
    run_setup 1
    for package in gcc clang-format-14 clang-tidy cppcheck valgrind libcmocka-dev libjansson-dev libpcre2-dev; do
        says " $package"
    done
    says 'not Debian or Ubuntu'
} | verdict 'without apt-get it names the packages and stops'

echo 'echo 1000' | fake id
echo "echo \"\$@\" >>$fakes/called" | fake apt-get
echo 'exit 1' | fake sudo
{
    run_setup 1
    says 'sudo apt-get install gcc'
    [ ! -e "$fakes/called" ] || echo 'it called apt-get'
} | verdict 'without root and without sudo it says what to type'

# shellcheck disable=SC2016 # the fake expands it
echo 'shift; "$@"' | fake sudo
{
    run_setup 1
    says 'installing them with apt-get'
    says 'still missing after the installation'
    grep -q '^update' "$fakes/called" || echo 'it did not update the lists'
    grep -q '^install .*--no-install-recommends gcc .*libcmocka-dev' "$fakes/called" || cat "$fakes/called"
} | verdict 'through sudo it updates, installs, and looks again'

: >"$fakes/called"
echo 'exit 0' | fake gcc
for tool in 'g++' clang clang-format-14 clang-tidy cppcheck valgrind pkg-config nm perl; do echo 'exit 0' | fake $tool; done
{
    run_setup 0
    [ -s "$fakes/called" ] && echo 'it called apt-get'
    [ -s "$scratch/out" ] && cat "$scratch/out"
} | verdict 'with everything there it does nothing and says nothing'
