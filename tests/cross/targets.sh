# SPDX-License-Identifier: Apache-2.0
#
# Sourced: what the library is built for besides the machine at hand, and how what was built runs
# here. All that is known of a target stands in its line of describe().
# shellcheck disable=SC2034 # who sources this reads what it sets

ALL_TARGETS='freestanding cortex-m4 headers aarch64 windows s390x i386 armhf riscv64 musl'

# Programs that need what a Windows without a POSIX layer lacks: fork, iovec, regular expressions, a
# random device, a calendar beyond the years 1970 to 3000, a strtod that rounds to the nearest.
NOT_ON_WINDOWS='base/test_str encode/test_encode_checked encode/test_encode_spans
identity/test_identity_grammar protocol/test_client_token harness/test_guard_page
text/test_calendar text/test_date_time text/test_http_date text/test_real_write'

# The tests compare with the calendar of a C library that knows the years after 2038.
LONG_TIME='-D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64'

# describe TARGET: sets
#   kind      unit (the unit tests), headers, or bare (no libc: tests/cross/bare.sh)
#   tools     the prefix of the compiler and its companions
#   compiler  its name when that is not ${tools}gcc
#   flags     what compiling and linking need
#   cmocka_flags  what compiling cmocka needs
#   emulator  what runs its programs when this machine does not
#   transport what the tests need of transport/
#   packages  Debian's packages that bring all this
#   left_out  unit tests, as ROOM/PROGRAM, that cannot be built for it
# and fails for a target that nobody knows.
describe() {
    kind=unit tools='' compiler='' flags=-static cmocka_flags='-D_GNU_SOURCE -DHAVE_SIGNAL_H'
    emulator='' packages='' transport=transport/entropy/entropy.c left_out=''
    case $1 in
    aarch64) linux aarch64-linux-gnu qemu-aarch64 arm64 ;;
    s390x) linux s390x-linux-gnu qemu-s390x s390x ;;
    i386)
        linux i686-linux-gnu qemu-i386 i386
        flags="$flags $LONG_TIME"
        ;;
    armhf)
        linux arm-linux-gnueabihf qemu-arm armhf
        flags="$flags $LONG_TIME"
        ;;
    riscv64) linux riscv64-linux-gnu qemu-riscv64 riscv64 ;;
    musl)
        compiler=musl-gcc
        packages='gcc musl-tools'
        ;;
    windows)
        tools=x86_64-w64-mingw32-
        compiler=x86_64-w64-mingw32-gcc-posix
        # Sizes are printed as C11 says; only cmocka.h tells gcc that its printers are Microsoft's.
        # isnan() and its like are macros there, which convert without a cast.
        flags='-static -D__USE_MINGW_ANSI_STDIO=1 -Wno-format -Wno-format-extra-args -Wno-float-conversion'
        cmocka_flags=''
        transport=''
        emulator=wine
        packages='gcc-mingw-w64-x86-64-posix wine wine64'
        left_out=$NOT_ON_WINDOWS
        ;;
    headers)
        kind=headers
        packages='gcc g++ clang'
        ;;
    freestanding)
        kind=bare
        flags=-O2
        packages=gcc
        ;;
    cortex-m4)
        kind=bare
        tools=arm-none-eabi-
        flags='-Os -mcpu=cortex-m4 -mthumb'
        # Users' mode of qemu has no M profile; this processor knows all instructions of the M4.
        emulator='qemu-arm -cpu cortex-a15'
        packages='gcc-arm-none-eabi libnewlib-arm-none-eabi qemu-user'
        ;;
    *)
        echo "there is no target $1; there are $ALL_TARGETS" >&2
        return 1
        ;;
    esac
    compiler=${compiler:-${tools}gcc}
}

# linux TRIPLET EMULATOR ARCHITECTURE: a target of Debian's cross compilers; its name is Debian's.
linux() {
    tools=$1-
    emulator=$2
    packages="gcc-$1 libc6-dev-$3-cross qemu-user"
}
