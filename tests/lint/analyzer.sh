#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# gcc's -fanalyzer over the library.
. "$(dirname "$0")/../harness/tap.sh"

# shellcheck disable=SC2016 # expanded by the shell that analyse starts
analyse core 'gcc $flags -O1 -Wall -Wextra -fanalyzer -c -o /dev/null "$1"' | verdict 'gcc -fanalyzer has nothing to say about core'
