#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Installs what `make test-interop` needs and does not find: the libraries of anvil serve and
# anvil call, Debian's AWS CLI, Node.js, and below build/interop the AWS SDK for JavaScript. When the
# SDK cannot be had, build/interop/without-sdk says why, and its tests are skipped.
set -u
# shellcheck source=tests/harness/packages.sh
. "${0%/*}/../harness/packages.sh"
cd "${0%/*}/../.." || exit 2

missing_packages() {
    missing=
    need gcc has gcc
    need libc6-dev compiles gcc
    need pkg-config has pkg-config
    need libsqlite3-dev pkg-config --exists sqlite3
    need libmicrohttpd-dev pkg-config --exists libmicrohttpd
    need libcurl4-openssl-dev pkg-config --exists 'libcurl >= 7.87'
    need libssl-dev pkg-config --exists libcrypto
    need awscli test -x /usr/bin/aws
    need nodejs has node
    need npm has npm
}
missing_packages
if [ -n "$missing" ]; then
    install_missing 'the interop tests'
    missing_packages
    [ -z "$missing" ] || { echo "still missing after the installation:$missing" >&2; exit 1; }
fi

mkdir -p build/interop
rm -f build/interop/without-sdk
name=@aws-sdk/client-pinpoint-sms-voice-v2
version=$(sed -n "s,.*\"$name\": \"\(.*\)\".*,\1,p" tests/interop/package.json)
# The SDK gives up old versions of Node.js; this range still takes 18, which Debian 12 has.
[ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || version='>=3.700.0 <3.900.0'
[ "$(cat build/interop/installed 2>/dev/null)" = "$version" ] && exit 0
echo "installing the AWS SDK for JavaScript, $version"
if npm install --prefix build/interop --no-save --no-package-lock --no-audit --no-fund \
    "$name@$version" >build/interop/npm.log 2>&1; then
    echo "$version" >build/interop/installed
else
    tail -n 3 build/interop/npm.log >build/interop/without-sdk
    echo 'the AWS SDK for JavaScript could not be installed, ITS TESTS WILL BE SKIPPED:' >&2
    cat build/interop/without-sdk >&2
fi
