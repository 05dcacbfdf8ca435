#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# A check that cannot fail is no check. Each of the others is run on a small clean tree, where all of
# it must pass, and on the same tree with something broken for each of its verdicts, where none of it
# may pass.
#
# Slow: a dozen checks on a dozen trees.
. "$(dirname "$0")/../harness/tap.sh"
tree=$(pwd)/$scratch/tree

# put FILE: writes standard input there, below the licence line that its language wants.
put() {
    mkdir -p "$tree/$(dirname "$1")"
    case $1 in
    *.[ch]) echo '/* SPDX-License-Identifier: Apache-2.0 */' >"$tree/$1" ;;
    *) : >"$tree/$1" ;;
    esac
    cat >>"$tree/$1"
}

clean_tree() {
    rm -rf "$tree"
    mkdir -p "$tree/core/include/anvil" "$tree/tests" "$tree/bench" "$tree/cli" "$tree/transport/replay" "$tree/spec"
    cp -R Makefile mk .clang-format .clang-tidy "$tree"
    cp core/include/anvil/port.h core/include/anvil/version.h "$tree/core/include/anvil"
    cp tests/.clang-tidy "$tree/tests"
    put core/base/version.c <<'END'
#include "anvil/version.h"

/* [R-001 I-01] */
const char *anvil_version(void) {
    return ANVIL_VERSION_STRING;
}
END
    for file in cli/show transport/replay/play spec/compiler/load tests/unit/base/same; do
        name=$(basename $file)
        put $file.h <<END
/** Adds one. [R-001 I-01] */
int $name(int number);
END
        put $file.c <<END
#include "$name.h"

int $name(int number) {
    return number + 1;
}
END
    done
    put core/README.md <<'END'
# Core
<!-- law -->
anvil ->
base -> anvil
cli ->
replay ->
compiler ->
<!-- end of law -->
END
    put spec/rules.md <<'END'
**R-001** A rule.
END
    put spec/identity-rules.md </dev/null
    put spec/invariants.md <<'END'
**I-01** An invariant.
END
    put README.md <<'END'
# Read me
Read [me](#read-me), then `core/README.md` and type `make test`.
```c
#include "anvil/version.h"
#include <stdio.h>
int main(void) {
    return puts(anvil_version()) < 0;
}
```
```text
END
    sed -n 's/^.define ANVIL_VERSION_STRING "\(.*\)"/\1/p' core/include/anvil/version.h >>"$tree/README.md"
    echo '```' >>"$tree/README.md"
    put CONTRIBUTING.md </dev/null
    put fuzz/targets/one.c <<'END'
int one(void);
int one(void) {
    return 1;
}
END
    put fuzz/planted/01-one.patch <<'END'
Target: one
Bug: Another number.

--- a/fuzz/targets/one.c
+++ b/fuzz/targets/one.c
@@ -3,3 +3,3 @@
 int one(void) {
-    return 1;
+    return 2;
 }
END
    echo "# SPDX-License-Identifier: Apache-2.0" | put .ci/run
}
build_tree() {
    for compiler in gcc clang; do
        make -s -C "$tree" OUT=build/test/$compiler CC=$compiler lib >/dev/null 2>&1
    done
}

break_style() {
    echo 'int no_licence;' >"$tree/core/base/no_licence.c"
    echo 'echo' >"$tree/tests/no_licence.sh"
    yes 'int long_file;' | head -n 401 | put core/base/long_file.c
    {
        echo 'static int'
        echo 'long_one(int a,'
        echo '         int b) {'
        yes '    a++;' | head -n 60
        echo '}'
    } | put cli/long_function.c
    put cli/load.c <<'END'
int twice;
END
    printf '/* caf\303\251 */\n' | put cli/accent.c
    put core/base/conditional.c <<'END'
#ifdef __linux__
#endif
#define TRY(x) \
    if (!(x)) \
        return 0
END
}
break_layers() {
    put core/base/upward.c <<'END'
#include "scan/token.h"

#include <stdio.h>
END
}
break_banned() {
    put core/base/banned.c <<'END'
int banned(int n) {
    char room[n];
    return room[0] + (int)strlen(room);
}
END
}
break_format() {
    put cli/ugly.c <<'END'
int   ugly ;
END
}
break_headers() {
    put core/include/anvil/selfish.h <<'END'
static size_t selfish;
END
}
break_tidy() {
    for room in core/base cli transport/replay spec/compiler tests/unit/base fuzz/targets; do
        put $room/untidy.c <<'END'
int untidy(int number);
int untidy(int number) {
    return number == number;
}
END
    done
}
break_cppcheck() {
    put cli/leak.c <<'END'
int past(void) {
    int room[4] = {0};
    return room[4];
}
END
}
break_analyzer() {
    put core/base/null.c <<'END'
#include <stddef.h>

int null_read(int which);
int null_read(int which) {
    int number = 0;
    int *at = which > 3 ? &number : NULL;
    return *at;
}
END
}
break_calls() {
    put core/base/circle.c <<'END'
typedef int (*handler)(int);
int anvil_start(int number);
static int by_table(int number);
static const handler table[] = {by_table};
static int by_table(int number) {
    return number == 0 ? 0 : anvil_start(number - 1);
}
int anvil_start(int number) {
    return table[number % 1](number);
}
END
    put core/base/large.c <<'END'
int anvil_large(int (*fill)(char *));
int anvil_large(int (*fill)(char *)) {
    char room[2048];
    return fill(room);
}
END
    echo 'this is no C' | put core/base/no_c.c
}
break_symbols() {
    put core/base/leaky.c <<'END'
#include "anvil/version.h"

#include <string.h>
static int calls;
ANVIL_API int leaky(const char *text);
int leaky(const char *text) {
    return ++calls + (int)strlen(text);
}
END
    put core/include/anvil/promise.h <<'END'
#include "anvil/port.h"
ANVIL_API int anvil_promise(void);
END
}
break_rules() {
    printf "/* [R-%s] */\n" 999 | put cli/cites.c
    put spec/rules.md <<'END'
**R-001** A rule.
**R-001** Its twin.
**R-002** A rule that nobody cites.
END
}
break_planted() {
    sed -i 's/return 1/return 3/' "$tree/fuzz/targets/one.c"
    sed -i '/^Target/d' "$tree/fuzz/planted/01-one.patch"
}
break_links() {
    put README.md <<'END'
[nowhere](nowhere.md) [no heading](core/README.md#nothing) `core/nothing.c`
END
}
break_readme() {
    sed -i 's/^0\./1./; s/make test/make coffee/' "$tree/README.md"
}
break_vendor() {
    put core/base/outward.c <<'END'
#include "../../cli/show.h"
END
}

for check in style layers banned format headers tidy cppcheck analyzer calls symbols rules planted links readme vendor; do
    clean_tree
    case $check in symbols | readme) build_tree ;; esac
    ANVIL_ROOT=$tree sh "$lint/$check.sh" >"$scratch/$check.clean" 2>&1
    grep -v -e '^ok ' -e '^# ' "$scratch/$check.clean" | verdict "$check passes a clean tree"

    break_$check
    case $check in symbols) build_tree ;; esac
    ANVIL_ROOT=$tree sh "$lint/$check.sh" >"$scratch/$check.broken" 2>&1
    {
        grep '^ok ' "$scratch/$check.broken" | grep -v '# SKIP'
        grep -q '^not ok ' "$scratch/$check.broken" || echo 'not one verdict'
    } | verdict "$check fails a broken tree, every verdict of it"
done

# The runner itself: what it must not take for a pass.
job() { # job WANTED COMMAND: whether the runner's result for it begins with WANTED
    rm -f "$scratch"/00001.*
    ANVIL_JOB_COUNT=1 ANVIL_JOB_SECONDS=1 sh "$lint/../harness/job.sh" "$scratch" 00001 a-job "$2" 2>/dev/null
    read -r got <"$scratch/00001.result"
    case $got in "$1 "*) ;; *) echo "'$2' gives '$got', not '$1'" ;; esac
}
{
    job '1 0 0' 'echo ok - one'
    job '1 1 0' 'echo ok - one; echo not ok - two'
    job '0 1 0' ':'
    job '1 1 0' 'echo ok - one; exit 3'
    job '1 2 0' 'echo 1..3; echo ok - one'
    job '1 1 0' 'echo ok - one; kill -SEGV $$'
    job '0 1 0' 'sleep 5'
    job '1 0 1' 'echo ok - one; echo "ok - two # SKIP why"'
} | verdict 'the runner takes silence, crashes, early ends and hangs for failures'

# The nets below the unit tests: what each of them must not let through, and what a plain build does.
clean_tree
cp -R tests/harness "$tree/tests"
put tests/unit/base/test_careless.c <<'END'
#include "test.h"

#include <stdlib.h>
static char *volatile nothing = NULL;
static volatile size_t none = 0;
static volatile size_t four = 4;
static char *volatile room = NULL;

TEST(past_the_heap) {
    room = malloc(four);
    const volatile char *look = room;
    (void)look[four];
    free(room);
}
TEST(null_and_nothing) {
    nothing = nothing + none;
}
TEST(not_written) {
    room = malloc(four);
    const volatile char *look = room;
    if (look[none] == 'x')
        none = 0;
    free(room);
}
TEST(fails) {
    assert_int_equal(1, 2);
}
END
make -s -C "$tree" variant-gcc variant-san >/dev/null 2>&1
careless() { # careless VARIANT TEST [WRAPPER]
    # shellcheck disable=SC2086 # a command and its options
    ASAN_OPTIONS=detect_leaks=0 ${3-} "$tree/build/test/$1/tests/unit/base/test_careless" "$2" >/dev/null 2>&1
}
memcheck='valgrind -q --error-exitcode=99'
{
    careless gcc null_and_nothing || echo 'the plain build does not run'
    careless gcc fails && echo 'a failed assert is no failure'
    careless gcc no_such_test && echo 'no test at all is no failure'
    careless san past_the_heap && echo 'AddressSanitizer sleeps'
    careless san null_and_nothing && echo 'UndefinedBehaviorSanitizer sleeps'
    careless gcc null_and_nothing "$memcheck" || echo 'valgrind complains about nothing'
    careless gcc past_the_heap "$memcheck" && echo 'valgrind sleeps: past the heap'
    careless gcc not_written "$memcheck" && echo 'valgrind sleeps: not written'
} | verdict 'asserts, sanitizers and valgrind are awake'
