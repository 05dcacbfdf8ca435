#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# What the library never calls [I-05], read from the sources because a compiler may well replace a
# call by something that no list of symbols shows.
. "$(dirname "$0")/../harness/tap.sh"

banned='malloc|calloc|realloc|reallocarray|free|aligned_alloc|posix_memalign|alloca|__builtin_alloca
|[fsd]?printf|v?snprintf|vs?printf|puts|fputs|putchar|scanf|sscanf|fopen|fwrite|fread|write|read
|str[a-z]+|stpcpy|atoi|atol|atof|bcmp|bzero|memccpy|mempcpy|memmem|memrchr
|abort|exit|_Exit|assert|setjmp|longjmp|raise|signal|qsort|bsearch|getenv|setlocale|time|clock|rand|errno|thread_local|_Thread_local'
banned=$(echo "$banned" | tr -d '\n')

sources core >"$scratch/files"
[ -s "$scratch/files" ] || echo "not ok - there are sources"
while read -r file; do
    without_comments "$file" | grep -nE "(^|[^A-Za-z0-9_>.])($banned) *\(|(^|[^A-Za-z0-9_])(errno|thread_local|_Thread_local|asm|__asm__)([^A-Za-z0-9_]|$)" |
        sed "s,^,$file:,"
done <"$scratch/files" | verdict 'nothing of libc but mem functions is called'

grep '\.c$' "$scratch/files" | while read -r file; do
    gcc -std=c11 -fsyntax-only -Icore/include -iquote core -Wvla -Walloca "$file" 2>&1 | grep -E "Wvla|Walloca"
done | verdict 'no array has a size that is known only at run time'
