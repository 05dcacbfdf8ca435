#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The committed tables are what the model compiler makes of the model today.
. "$(dirname "$0")/../harness/tap.sh"

{ make -s --no-print-directory with-gcc-gen-check >"$scratch/out" 2>&1 || { cat "$scratch/out"; echo "gen-check failed"; }; } |
    verdict 'the generated files are up to date'
