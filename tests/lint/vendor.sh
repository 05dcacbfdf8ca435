#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Vendoring as core/README.md describes it: the folder core/ alone, somewhere else, any C11 compiler,
# no flags but two include paths.
. "$(dirname "$0")/../harness/tap.sh"

away=$(mktemp -d)
trap 'rm -rf "$away"' EXIT
cp -R core "$away/vendored"
(cd "$away" && find vendored -name '*.c' | sort |
    xargs -n 1 -P "$cores" cc -std=c11 -Ivendored/include -Ivendored -c) 2>&1 |
    verdict 'core/ compiles on its own'
