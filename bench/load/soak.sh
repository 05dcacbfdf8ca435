#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# soak.sh SECONDS: keeps $ANVIL serve under load from wrk and hostile clients for a long time, without
# client tokens so that its account does not grow, and looks at its memory ten times on the way, a line
# each. Fails when it holds more than a quarter more at the end than at any look in the first half, when
# a request was refused, or when a hostile client got a wrong answer.
set -u
cd "$(dirname "$0")/../.." || exit 2
seconds=${1:?how many seconds}
anvil=${ANVIL:-build/anvil}
work=build/soak
senders=4000
rm -rf "$work"
mkdir -p "$work"
. bench/load/server.sh

start
(
    load "$seconds" 256
    exit "$status"
) &
loading=$!
printf '%8s %8s\n' seconds KiB
most=0
for tenth in 1 2 3 4 5 6 7 8 9 10; do
    sleep $((seconds / 10))
    now=$(memory)
    printf '%8d %8d\n' $((tenth * seconds / 10)) "$now"
    if [ "$tenth" -le 5 ] && [ "$now" -gt "$most" ]; then most=$now; fi
done
wait "$loading" || status=1
[ "$now" -le $((most + most / 4)) ] || fail "it held $most KiB and holds $now KiB"
stop
echo "$(value results) requests, $(value requests_per_second) a second; hostile clients: $(cat "$work/hostile.json")"
exit $status
