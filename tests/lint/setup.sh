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
    {
        echo '#!/bin/sh'
        cat
    } >"$fakes/$1"
    chmod +x "$fakes/$1"
}
# run_setup WANTED_CODE: runs it with what the fakes offer; prints a finding when the code differs.
run_setup() {
    PATH=$fakes:$basics sh "$lint/../setup.sh" >"$scratch/out" 2>&1
    code=$?
    [ $code -eq "$1" ] || { cat "$scratch/out"; echo "it ended with code $code, not $1"; }
}
says() { grep -qF -- "$1" "$scratch/out" || { cat "$scratch/out"; echo "it does not say: $1"; }; }
called() { grep -q -- "$1" "$fakes/called" || { cat "$fakes/called"; echo "it did not call: $1"; }; }

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

# shellcheck disable=SC2016 # the fakes expand these
echo 'shift; "$@"' | fake sudo
# shellcheck disable=SC2016
echo '[ "$2" != libclang-rt-dev ]' | fake apt-cache
{
    run_setup 1
    says 'this release has no package libclang-rt-dev'
    says 'still missing after the installation'
    called '^update'
    called '^install .*--no-install-recommends gcc .*libcmocka-dev'
    grep 'libclang-rt-dev' "$fakes/called"
} | verdict 'through sudo it updates, installs what there is, and looks again'

for tool in gcc g++ nm clang clang-tidy cppcheck valgrind perl patch pkg-config llvm-cov python3; do echo 'exit 0' | fake $tool; done
{
    run_setup 0
    says 'the check of the layout is skipped'
} | verdict 'a release without clang-format 14 is no obstacle'

: >"$fakes/called"
echo 'exit 0' | fake clang-format-14
{
    run_setup 0
    [ ! -s "$fakes/called" ] || echo 'it called apt-get'
    cat "$scratch/out"
} | verdict 'with everything there it does nothing and says nothing'

echo 'exit 1' | fake valgrind
echo 'echo "E: broken mirror"; exit 100' | fake apt-get
{
    run_setup 1
    says 'broken mirror'
    says 'could not install: libc6-dbg'
} | verdict 'a failing apt-get is shown'
