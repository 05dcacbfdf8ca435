#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Installs what the load bench needs and does not find: wrk, the SQLite shell that looks at the state
# afterwards, Node.js for the hostile clients, and the libraries of anvil serve.
set -u
# shellcheck source=tests/harness/packages.sh
. "${0%/*}/../../tests/harness/packages.sh"

missing_packages() {
    missing=
    need pkg-config has pkg-config
    need libsqlite3-dev pkg-config --exists sqlite3
    need libmicrohttpd-dev pkg-config --exists libmicrohttpd
    need wrk has wrk
    need sqlite3 has sqlite3
    need nodejs has node
}
missing_packages
[ -n "$missing" ] || exit 0
install_missing 'the load bench'
missing_packages
[ -z "$missing" ] || { echo "still missing after the installation:$missing" >&2; exit 1; }
