# SPDX-License-Identifier: Apache-2.0
#
# Sourced by the load bench and the soak, in the root of the project with $work, $anvil and $senders
# set: a server on the sample account and the sender IDs of both threads of wrk, loads for it, and what
# they report.

seed() {
    cat transport/emulator/sample-seed.json
    awk -v senders="$senders" 'BEGIN {
        arn = "arn:aws:sms-voice:us-east-1:111122223333:sender-id"
        printf "{\"SenderIds\":["
        for (t = 0; t < 2; t++)
            for (i = 0; i < senders; i++)
                printf "%s{\"SenderIdArn\":\"%s/T%dX%d/DE\",\"IsoCountryCode\":\"DE\"}", t + i ? ",\n" : "", arn, t, i
        print "]}"
    }'
}

start() { # start OPTION...: starts the server; $pid and $url are its own
    seed >"$work/seed.json"
    : >"$work/serve.out"
    "$anvil" serve --port 0 --seed "$work/seed.json" "$@" >"$work/serve.out" &
    pid=$!
    until url=$(sed -n 's/^listening at //p' "$work/serve.out") && [ -n "$url" ]; do
        kill -0 "$pid" 2>/dev/null || {
            echo 'anvil serve did not start' >&2
            exit 1
        }
        sleep 0.1
    done
}

stop() {
    kill "$pid"
    wait "$pid" || fail "anvil serve ended with code $?"
}

memory() { # what the server holds, in KiB
    sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$pid/status"
}

status=0
fail() { # fail PROBLEM: says it; the script fails in the end
    echo "$1" >&2
    status=1
}

# load SECONDS CONNECTIONS [tokens]: wrk and hostile clients at once; $work/wrk.json is what wrk says,
# $work/hostile.json how many hostile clients there were.
load() {
    node bench/load/hostile.mjs "$url" "$1" >"$work/hostile.json" &
    hostile=$!
    wrk -t 2 -c "$2" -d "${1}s" --timeout 30s -s bench/load/load.lua "$url" -- "$senders" ${3-} >"$work/wrk.out"
    tail -n 1 "$work/wrk.out" >"$work/wrk.json"
    wait "$hostile" || fail 'a hostile client got a wrong answer'
    [ "$(value refused)" = 0 ] || fail "$(value refused) requests were refused"
    [ "$(value results)" -gt 0 ] || fail 'nothing was answered'
}

value() { # value NAME: a number of the report of wrk
    sed -n "s/.*\"$1\":\([0-9]*\).*/\1/p" "$work/wrk.json"
}
