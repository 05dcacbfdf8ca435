#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Every relative link of the documents leads somewhere, also to a heading, and every path that they
# name in backquotes is there.
. "$(dirname "$0")/../harness/tap.sh"

find . -name '*.md' -not -path './build/*' -not -path './.git/*' | sed 's,^\./,,' | sort >"$scratch/documents"
[ -s "$scratch/documents" ] || echo "not ok - there are documents"

# anchors FILE: the anchors that its headings make.
anchors() {
    awk '/^```/ { code = !code } !code && /^#+ / { sub(/^#+ +/, ""); print }' "$1" |
        tr '[:upper:]' '[:lower:]' | sed -e 's/[^a-z0-9 _-]//g' -e 's/ /-/g'
}

while read -r document; do
    awk '/^```/ { code = !code } !code { print FNR ":" $0 }' "$document" |
        grep -oE '^[0-9]+:|\]\([^)]+\)' |
        awk '/^[0-9]+:$/ { line = $0; next } { gsub(/^\]\(|\)$/, ""); print line $0 }' |
        while IFS=: read -r line target; do
            case $target in http://* | https://* | mailto:*) continue ;; esac
            path=${target%%#*}
            file=$document
            [ -n "$path" ] && file=$(dirname "$document")/$path
            if [ ! -e "$file" ]; then
                echo "$document:$line: $target is not there"
            elif [ "$target" != "$path" ] && ! anchors "$file" | grep -qxF "${target#*#}"; then
                echo "$document:$line: $target has no such heading"
            fi
        done
done <"$scratch/documents" | verdict 'every link in the documents leads somewhere'

while read -r document; do
    awk '/^```/ { code = !code } !code { print FNR ":" $0 }' "$document" |
        grep -oE '^[0-9]+:|`(core|spec|tests|cli|transport|mk|\.ci)/[A-Za-z0-9_./-]*`' |
        awk '/^[0-9]+:$/ { line = $0; next } { gsub(/`/, ""); print line $0 }' |
        while IFS=: read -r line path; do
            [ -e "$path" ] || echo "$document:$line: $path is not there"
        done
done <"$scratch/documents" | verdict 'every path that the documents name is there'
