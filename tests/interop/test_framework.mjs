// SPDX-License-Identifier: Apache-2.0
//
// What stands in front of every operation, on the wire: routes, content types, bodies that are no
// request, sizes, request ids. No SDK sends such requests, so these are written by hand.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { names } from "./cases.mjs";
import { exchange } from "./raw_http.mjs";
import { serve } from "./serve.mjs";

const server = await serve();
after(() => server.stop());

const TARGET = "PinpointSMSVoiceV2.AssociateOriginationIdentity";
const TYPE = "application/x-amz-json-1.0";
const GOOD = JSON.stringify({
  PoolId: names.pool,
  OriginationIdentity: names.phone,
  IsoCountryCode: "US",
});

const send = (body, { headers = {}, ...options } = {}) =>
  exchange(server.url, {
    body,
    headers: { "Content-Type": TYPE, "X-Amz-Target": TARGET, ...headers },
    ...options,
  });

/** Every answer has the protocol's content type, a length and a fresh request id. */
const ids = new Set();
function assertFrame(answer) {
  assert.equal(answer.headers["content-type"], TYPE);
  assert.equal(Number(answer.headers["content-length"]), Buffer.byteLength(answer.body));
  const id = answer.headers["x-amzn-requestid"];
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.ok(!ids.has(id), "request ids are not used twice");
  ids.add(id);
}

async function assertRefused(answer, status, type, message) {
  const got = await answer;
  assertFrame(got);
  assert.equal(got.status, status);
  assert.deepEqual(JSON.parse(got.body), {
    __type: type,
    ...(message !== undefined && { Message: message }),
  });
}

const UNKNOWN =
  "The emulator answers AssociateOriginationIdentity, CreateRegistrationAssociation and DisassociateOriginationIdentity";

for (const [what, target] of [
  ["a target that is missing", undefined],
  ["an operation that nobody knows", "PinpointSMSVoiceV2.AssociateEverything"],
  ["an operation of the service that is not emulated", "PinpointSMSVoiceV2.DescribePools"],
  ["a target without its service", "AssociateOriginationIdentity"],
  ["a target of another service", "PinpointSMSVoice.AssociateOriginationIdentity"],
  ["a target in lower case", TARGET.toLowerCase()],
])
  test(`${what} is an unknown operation`, () =>
    assertRefused(
      send(GOOD, { headers: { "X-Amz-Target": target } }),
      404,
      "UnknownOperationException",
      UNKNOWN,
    ));

test("another path is an unknown operation", () =>
  assertRefused(send(GOOD, { path: "/v2" }), 404, "UnknownOperationException", UNKNOWN));

for (const method of ["GET", "PUT", "DELETE"])
  test(`${method} is no method of the protocol`, () =>
    assertRefused(send("", { method }), 405, "UnknownOperationException"));

for (const type of [undefined, "application/json", "application/x-amz-json-1.1", "text/plain"])
  test(`the content type ${type} is refused`, () =>
    assertRefused(
      send(GOOD, { headers: { "Content-Type": type } }),
      415,
      "UnsupportedMediaTypeException",
    ));

test("parameters and the case of the content type do not matter", async () => {
  const answer = await send("[]", {
    headers: { "Content-Type": "Application/X-AMZ-JSON-1.0; charset=utf-8" },
  });
  assert.equal(answer.status, 400);
  assert.equal(JSON.parse(answer.body).__type, "SerializationException");
});

for (const body of ["{", '{"PoolId":"a",}', "null", '"text"', "{}{}", "\ufeff{}", '{"PoolId":"\\x"}', "nul"])
  test(`${JSON.stringify(body)} cannot be read`, () =>
    assertRefused(send(body), 400, "SerializationException"));

for (const [value, message] of [
  ["1", "NUMBER_VALUE can not be converted to a String"],
  ["-1.5e3", "NUMBER_VALUE can not be converted to a String"],
  ["true", "TRUE_VALUE can not be converted to a String"],
  ["false", "FALSE_VALUE can not be converted to a String"],
  ["[]", "Start of list found where not expected"],
  ["{}", "Start of structure or map found where not expected."],
])
  test(`${value} is no text`, () =>
    assertRefused(send(`{"PoolId":${value}}`), 400, "SerializationException", message));

test("a list is no request", () =>
  assertRefused(send("[]"), 400, "SerializationException", "Start of list found where not expected"));

test("a wrong type wins over a constraint", () =>
  assertRefused(
    send('{"PoolId":"a b","IsoCountryCode":1}'),
    400,
    "SerializationException",
    "NUMBER_VALUE can not be converted to a String",
  ));

test("no body at all is an empty request, and null is absent", async () => {
  for (const body of ["", "{}", '{"PoolId":null,"OriginationIdentity":null}']) {
    const answer = await send(body);
    assertFrame(answer);
    const error = JSON.parse(answer.body);
    assert.equal(error.__type, "com.amazonaws.pinpointsmsvoicev2#ValidationException");
    assert.equal(error.Reason, "MISSING_PARAMETER");
    assert.equal(error.Fields.length, 3);
  }
});

test("members that are unknown are passed over, and escapes are undone", async () => {
  const answer = await send(
    `{"Note":{"a":[1,null]},${GOOD.slice(1).replace("pool-", "pool\\u002d").replace("PoolId", "Pool\\u0049d")}`,
  );
  assert.equal(answer.status, 200);
  assert.equal(JSON.parse(answer.body).PoolId, names.pool);
});

const MAX = 1 << 20;
test("a body of the greatest size is read, one byte more is not", async () => {
  const fill = (bytes) => `{"Note":"${"x".repeat(bytes - '{"Note":""}'.length)}"}`;
  const largest = await send(fill(MAX));
  assert.equal(JSON.parse(largest.body).Reason, "MISSING_PARAMETER");
  await assertRefused(send(fill(MAX + 1)), 413, "RequestEntityTooLargeException");
});

test("a body in chunks is read, and one that is too large refused", async () => {
  const chunked = { headers: { "Transfer-Encoding": "chunked" } };
  assert.equal(JSON.parse((await send("{}", chunked)).body).Reason, "MISSING_PARAMETER");
  await assertRefused(send(" ".repeat(MAX * 2), chunked), 413, "RequestEntityTooLargeException");
});
