#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The main job on real requests, for `make run`: every command is shown with what it prints. Needs
# sh and the built command, and fails when a command does not do what is told here.
set -u
anvil=${ANVIL:-$(dirname "$0")/../../build/anvil}
case $anvil in
/*) ;;
*) anvil=$PWD/$anvil ;;
esac
cd "$(dirname "$0")" || exit 2
[ -x "$anvil" ] || { echo "demo.sh: $anvil is not there; run make first" >&2; exit 2; }

say() { # say TEXT...: one line of the story each
    printf '\n'
    printf '# %s\n' "$@"
}

show() { # show EXIT-CODE ARGUMENTS...: the command line, its output, and whether it ended as told
    expected=$1
    shift
    printf '\n$ anvil'
    column=7
    for word in "$@"; do
        case $word in
        *[!A-Za-z0-9_./:=,-]*) word="'$word'" ;;
        esac
        column=$((column + 1 + ${#word}))
        if [ "$column" -gt 100 ]; then
            printf ' \\\n     '
            column=$((6 + ${#word}))
        fi
        printf ' %s' "$word"
    done
    printf '\n'
    "$anvil" "$@" 2>&1
    code=$?
    [ "$code" -eq 0 ] || printf '(exit code %s)\n' "$code"
    [ "$code" -eq "$expected" ] || {
        printf 'demo.sh: the exit code should have been %s\n' "$expected" >&2
        exit 1
    }
}

pool='pool-3f9c1e7a5b2d48069ad4c7e1f0b86352'
pool_arn=arn:aws:sms-voice:us-east-1:111122223333:pool/$pool
phone='phone-7d20b4c98e6f4a13b5e2d90c41a7f836'
sender_arn=arn:aws:sms-voice:eu-central-1:111122223333:sender-id/EXAMPLECO/DE
toll_free_arn=arn:aws:sms-voice:us-east-1:111122223333:phone-number/phone-15e8a7c2d94b4f30869b1f4d7ac05e92
registration='registration-a81f5d3c07e94b62a94d3be6c1720f58'

printf '# Anvil on real requests. Every command below can be typed in spec/examples/.\n'

say '1. Requests of three of the 109 operations, as clients send them, checked against the whole model.' \
    "   'anvil operations' lists all, 'anvil describe OPERATION' shows the members of one."
show 0 check AssociateOriginationIdentity --identity associate/request.json
show 0 check DisassociateOriginationIdentity --identity disassociate/request.json
show 0 check CreateRegistrationAssociation --identity registration/request.json

say '2. The same requests made from values: checked, encoded, and ready for the wire.' \
    '   Where no client token is given, a random one is filled in.'
show 0 encode AssociateOriginationIdentity PoolId="$pool_arn" OriginationIdentity="$phone" \
    IsoCountryCode=US ClientToken=5e0d7a52-9c41-4f6b-8a3e-2b7d10c9f846
show 0 encode DisassociateOriginationIdentity \
    PoolId=pool-b64d0297ce3148f5a7190d5c82ef43a6 OriginationIdentity="$sender_arn" \
    IsoCountryCode=DE --spans
show 0 encode CreateRegistrationAssociation RegistrationId="$registration" \
    ResourceId="$toll_free_arn" --http
printf '\n'

say '3. ARN or ID? What the identities in these requests are.'
show 0 identify PoolId "$pool_arn"
show 0 identify OriginationIdentity "$phone"
show 0 identify OriginationIdentity "$sender_arn"
show 0 identify OriginationIdentity EXAMPLECO
show 0 identify RegistrationId "$registration"
show 1 identify ResourceId "$pool_arn"

say '4. Calls, answered by the replay transport from recorded exchanges: the decoded responses.'
show 0 call AssociateOriginationIdentity PoolId="$pool_arn" OriginationIdentity="$phone" \
    IsoCountryCode=US --replay recorded/associate.txt --http
show 0 call DisassociateOriginationIdentity PoolId=pool-b64d0297ce3148f5a7190d5c82ef43a6 \
    OriginationIdentity="$sender_arn" IsoCountryCode=DE --replay recorded/disassociate.txt
show 0 call CreateRegistrationAssociation RegistrationId="$registration" \
    ResourceId="$toll_free_arn" --replay recorded/registration.txt

say '5. An answer that is an error, decoded with its typed members, and whether to try again.'
show 1 call AssociateOriginationIdentity PoolId="$pool_arn" OriginationIdentity="$phone" \
    IsoCountryCode=US --replay recorded/conflict.txt

say '6. A bad request: every violation with its place, for people and for programs.'
show 1 check AssociateOriginationIdentity bad/violations.json
show 1 check AssociateOriginationIdentity --format json bad/violations.json

say '7. Bytes that are no JSON end in an error with an offset.'
show 2 check AssociateOriginationIdentity bad/malformed.json

say '8. A message to a person: what only the documentation asks is a warning, and an error tells' \
    '   whether the request, the account or the recipient is the trouble.'
show 0 check SendTextMessage --lint send/text-message.json
show 0 encode SendTextMessage --from send/text-message.json
show 0 decode SendTextMessage --error send/opted-out.json

say '9. Any other service of the protocol, from its Smithy model: dates come out as epoch seconds, and' \
    '   go back as the model wants them.'
show 0 --model ../model/examples/orchard.json decode GetTree --response orchard/tree.json
show 0 --model ../model/examples/orchard.json encode GetTree --response --from orchard/tree-neutral.json
printf '\n'
