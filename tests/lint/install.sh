#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# `make install` into an empty folder: a program that knows only pkg-config compiles against it, with
# the shared and with the static library, and `make uninstall` leaves nothing behind.
. "$(dirname "$0")/../harness/tap.sh"

stage=$(pwd)/$scratch/stage
install_with() {
    make -s --no-print-directory "with-gcc-$1" PREFIX=/opt/anvil "DESTDIR=$stage" >"$scratch/log" 2>&1 || {
        cat "$scratch/log"
        echo "make $1 failed"
    }
}
install_with install | verdict 'make install works'

version=$(sed -n 's/^.define ANVIL_VERSION_STRING "\(.*\)"/\1/p' core/include/anvil/version.h)
for file in bin/anvil lib/libanvil.a lib/libanvil.so "lib/libanvil.so.$version" lib/pkgconfig/anvil.pc \
    share/man/man1/anvil.1 $(cd core && find include -name '*.h'); do
    [ -s "$stage/opt/anvil/$file" ] || echo "$file is missing"
done | verdict 'all parts are installed'
grep -rlI "$stage" "$stage" 2>/dev/null | verdict 'no installed file knows the staging folder'

export PKG_CONFIG_PATH="$stage/opt/anvil/lib/pkgconfig" PKG_CONFIG_SYSROOT_DIR="$stage"
[ "$(pkg-config --modversion anvil)" = "$version" ] || echo "not ok - pkg-config knows the version"
cat >"$scratch/user.c" <<'END'
#include <anvil/anvil.h>
#include <smsv2/smsv2.h>
#include <stdio.h>
int main(void) {
    printf("%s %.*s\n", anvil_version(), (int)smsv2_service.name.len, smsv2_service.name.ptr);
    return 0;
}
END
for kind in shared static; do
    {
        libs=$(pkg-config --libs anvil)
        [ $kind = static ] && libs=$stage/opt/anvil/lib/libanvil.a
        # shellcheck disable=SC2046,SC2086 # lists of flags
        gcc -Wall -Werror $(pkg-config --cflags anvil) -o "$scratch/user" "$scratch/user.c" $libs 2>&1 &&
            LD_LIBRARY_PATH="$stage/opt/anvil/lib" "$scratch/user" >"$scratch/printed"
        [ "$(cat "$scratch/printed")" = "$version PinpointSMSVoiceV2" ] || cat "$scratch/printed"
    } 2>&1 | verdict "a program compiles and runs against the installed library ($kind)"
done
{ "$stage/opt/anvil/bin/anvil" --version 2>&1 | grep -F "$version" >/dev/null || echo "no version"; } |
    verdict 'the installed command runs'

[ -d "$stage" ] || mkdir "$stage"
before=$(find "$stage" ! -type d | wc -l)
install_with uninstall | verdict 'make uninstall works'
{
    [ "$before" -gt 0 ] || echo 'nothing was installed'
    find "$stage" ! -type d
} | verdict 'make uninstall leaves nothing behind'
