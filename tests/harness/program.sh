#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# program.sh PROGRAM [WRAPPER]: runs one test program, below a wrapper such as valgrind. One that is
# missing is one failure; why it is missing stands in the log of its build.
if [ ! -x "$1" ]; then
    echo "not ok - $1 was not built"
    exit 1
fi
# shellcheck disable=SC2086 # a command and its options
exec ${2-} "$1"
