# SPDX-License-Identifier: Apache-2.0
#
# Sourced by the scripts that set up what tests need: which packages are missing, and installing them
# on Debian and Ubuntu with apt-get, as root or through sudo; elsewhere they are named.

need() { # need PACKAGE COMMAND...: the package is missing when the command fails
    package=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $package"
}
has() { command -v "$1"; }
compiles() { # compiles COMPILER FLAG...: whether it makes a program of an empty one
    compiler=$1
    shift
    echo 'int main(void) { return 0; }' | "$compiler" -x c - -o /dev/null "$@"
}


# install_missing PURPOSE: installs $missing, or says what to do and ends the script.
install_missing() {
    echo "missing for $1:$missing"

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
}
give_up() {
    tail -n 20 "$log" >&2
    echo "apt-get could not install:$missing" >&2
    exit 1
}
