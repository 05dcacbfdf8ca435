#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# setup.sh TARGET...: installs what building and running for these targets needs and this machine does
# not have, as tests/setup.sh does. What cannot be installed is named; its targets are then skipped.
set -u
# shellcheck source=tests/harness/packages.sh
. "${0%/*}/../harness/packages.sh"
# shellcheck source=tests/cross/targets.sh
. "${0%/*}/targets.sh"

missing=
for target in "$@"; do
    describe "$target" || exit 2
    for package in $packages; do
        case "$missing " in *" $package "*) continue ;; esac
        need "$package" dpkg -s "$package"
    done
done
[ -z "$missing" ] || install_missing 'the other targets'
