#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# `make run` from a fresh copy on a machine that has a C compiler, make and the basic commands, and
# none of what the tests install.
. "$(dirname "$0")/../harness/tap.sh"

tools=$(pwd)/$scratch/bin
tree=$scratch/tree
mkdir -p "$tools" "$tree"
# What Debian calls essential, and the compiler.
for tool in sh make cc gcc as ld ar cat cp rm mv ln mkdir sed awk grep cmp nproc printf dirname basename \
    head tail tr wc sort uname env true false expr echo test [ sleep date touch cut paste diff od; do
    path=$(command -v "$tool") && [ -x "$path" ] && ln -s "$path" "$tools/$tool"
done
for part in Makefile mk core cli transport spec; do
    [ -e "$part" ] && cp -R "$part" "$tree/"
done
(cd "$tree" && env -i PATH="$tools" HOME=/nonexistent LC_ALL=C make -s "-j$cores" run </dev/null) >"$scratch/out" 2>"$scratch/errors"
code=$?
{
    [ $code -eq 0 ] || { tail -n 20 "$scratch/errors"; echo "make run ended with code $code"; }
    [ -s "$scratch/out" ] || echo "make run printed nothing"
} | verdict 'make run works with a compiler and make alone'
grep -n 'warning:' "$scratch/errors" | verdict 'the default build has no warnings'
for part in AssociateOriginationIdentity DisassociateOriginationIdentity CreateRegistrationAssociation ConflictException; do
    grep -q "$part" "$scratch/out" || echo "it does not show $part"
done | verdict 'make run shows all three operations and an error'
