#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# build_result.sh DIR: the outcome of building one variant, as a test; the log when it failed.
if [ "$(cat "$1/build.status" 2>/dev/null)" = 0 ]; then
    echo "ok - builds without a warning"
else
    grep -v '^  [A-Z]* ' "$1/build.log"
    echo "not ok - builds without a warning"
    exit 1
fi
