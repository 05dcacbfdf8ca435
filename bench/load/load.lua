-- SPDX-License-Identifier: Apache-2.0
--
-- What each connection of wrk sends: sender IDs of its thread join a pool one after the other, then
-- leave it one after the other, over and over. A thread has many more of them than connections, so
-- that none is asked to leave before it has joined. Every answer must be a result.
--
-- Arguments: the number of sender IDs of each thread (see seed.sh), and "tokens" for a client token
-- with each request. The last line of the output is the report, as JSON.

local POOL = "pool-3f9c1e7a5b2d48069ad4c7e1f0b86352"
local HEADERS = {}
for _, operation in ipairs({ "Associate", "Disassociate" }) do
  HEADERS[operation] = {
    ["Content-Type"] = "application/x-amz-json-1.0",
    ["X-Amz-Target"] = "PinpointSMSVoiceV2." .. operation .. "OriginationIdentity",
  }
end

local threads = {}

function setup(thread)
  thread:set("id", #threads)
  table.insert(threads, thread)
end

function init(args)
  senders = tonumber(args[1])
  has_tokens = args[2] == "tokens"
  -- wrk asks the first thread for one request more, which it looks at and does not send.
  sent = id == 0 and -1 or 0
  results = 0
  others = 0
end

function request()
  local place = sent % (2 * senders)
  local operation = place < senders and "Associate" or "Disassociate"
  local token = has_tokens and string.format(',"ClientToken":"%d-%d"', id, sent) or ""
  sent = sent + 1
  return wrk.format("POST", "/", HEADERS[operation], string.format(
    '{"PoolId":"%s","OriginationIdentity":"T%dX%d","IsoCountryCode":"DE"%s}',
    POOL, id, place % senders, token))
end

function response(status)
  if status == 200 then results = results + 1 else others = others + 1 end
end

function done(summary, latency)
  local total, refused = 0, 0
  for _, thread in ipairs(threads) do
    total = total + thread:get("results")
    refused = refused + thread:get("others")
  end
  local errors = summary.errors
  io.write(string.format(
    '{"requests_per_second":%.0f,"p50_us":%d,"p90_us":%d,"p99_us":%d,"p999_us":%d,"max_us":%d,' ..
    '"results":%d,"refused":%d,"connect_errors":%d,"read_errors":%d,"write_errors":%d,"timeouts":%d}\n',
    summary.requests / summary.duration * 1e6, latency:percentile(50), latency:percentile(90),
    latency:percentile(99), latency:percentile(99.9), latency.max, total, refused,
    errors.connect, errors.read, errors.write, errors.timeout))
end
