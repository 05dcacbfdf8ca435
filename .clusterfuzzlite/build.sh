#!/bin/bash -eu
# SPDX-License-Identifier: Apache-2.0
exec bash "$SRC/anvil/fuzz/ossfuzz/build.sh"
