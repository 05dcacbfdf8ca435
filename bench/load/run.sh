#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# run.sh SECONDS [CONNECTIONS]: loads $ANVIL serve with wrk and with hostile clients beside it, once
# with its state in memory and once in a file, and looks whether an association was lost or doubled.
# Prints a table; build/load/report.json holds the same for machines. Fails when a request was refused,
# when an association was lost or doubled, or when a hostile client got a wrong answer. The time that
# requests take is reported and not judged.
set -u
cd "$(dirname "$0")/../.." || exit 2
seconds=${1:?how many seconds}
connections=${2:-256}
anvil=${ANVIL:-build/anvil}
work=build/load
senders=4000
rm -rf "$work"
mkdir -p "$work"
. bench/load/server.sh

query() {
    sqlite3 "$work/state.db" "$1"
}

# Each result left its token, and each association is one that joined and has not left. What was still
# on its way when wrk hung up may have been done as well, one request for each connection.
check_state() {
    all=$(query 'SELECT count(*) FROM token')
    joined=$(query "SELECT count(*) FROM token WHERE operation = 'AssociateOriginationIdentity'")
    members=$(query "SELECT count(*) FROM membership JOIN resource ON key = identity WHERE id LIKE 'T%X%'")
    lost=$(($(value results) - all))
    doubled=$((all - $(value results) - connections))
    [ "$lost" -gt 0 ] || lost=0
    [ "$doubled" -gt 0 ] || doubled=0
    [ $((lost + doubled)) -eq 0 ] || fail "associations lost: $lost, doubled: $doubled"
    [ $((joined - (all - joined))) -eq "$members" ] || fail "the members of the pool do not add up"
}

row() { # row STATE LOST DOUBLED, the last two null when nobody looked
    printf '%-7s %10s %8s %8s %8s %8s %8s %8s %5s %8s\n' "$1" "$(value requests_per_second)" "$(value p50_us)" \
        "$(value p90_us)" "$(value p99_us)" "$(value p999_us)" "$(value max_us)" "$kib" "$2" "$3"
    printf '{"state":"%s","seconds":%d,"connections":%d,"memory_kib":%d,"lost":%s,"doubled":%s,"wrk":%s,"hostile":%s}\n' \
        "$1" "$seconds" "$connections" "$kib" "$2" "$3" "$(cat "$work/wrk.json")" "$(cat "$work/hostile.json")" \
        >>"$work/rows"
}

echo "$connections connections and hostile clients, $seconds s each; latencies in microseconds"
printf '%-7s %10s %8s %8s %8s %8s %8s %8s %5s %8s\n' state requests/s p50 p90 p99 p99.9 max KiB lost doubled
start
load "$seconds" "$connections" tokens
kib=$(memory)
stop
row memory null null
start --state "$work/state.db"
load "$seconds" "$connections" tokens
kib=$(memory)
stop
check_state
row file "$lost" "$doubled"
awk 'BEGIN { print "[" } { printf "%s%s", (NR > 1 ? ",\n" : ""), $0 } END { print "\n]" }' "$work/rows" >"$work/report.json"
echo "hostile clients: $(cat "$work/hostile.json")"
exit $status
