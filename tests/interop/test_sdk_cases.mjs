// SPDX-License-Identifier: Apache-2.0
//
// Every documented behaviour, through the AWS SDK for JavaScript: what its types hold afterwards.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cases, membersOf, messageOf, optionsOf } from "./cases.mjs";
import { call, clientOf, sdk } from "./sdk.mjs";
import { serve } from "./serve.mjs";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function assertResult(output, expected) {
  const { $metadata, ...members } = output;
  assert.deepEqual(members, expected);
  assert.equal($metadata.httpStatusCode, 200);
  assert.match($metadata.requestId, UUID);
}

function assertError(error, expected) {
  assert.equal(error.name, expected.name);
  assert.ok(error instanceof sdk[expected.name], `an instance of ${expected.name}`);
  assert.equal(error.message, messageOf(expected));
  assert.match(error.$metadata.requestId, UUID);
  const isServers = expected.name === "InternalServerException";
  assert.equal(error.$metadata.httpStatusCode, isServers ? 500 : 400);
  assert.equal(error.$fault, isServers ? "server" : "client");
  const members = {};
  for (const name of ["Reason", "ResourceType", "ResourceId", "Fields"])
    if (error[name] !== undefined) members[name] = error[name];
  assert.deepEqual(members, membersOf(expected));
  if (isServers) assert.equal(error.RequestId, error.$metadata.requestId);
}

for (const each of cases)
  test(each.name, async () => {
    const server = await serve(optionsOf(each));
    const client = clientOf(server.url);
    try {
      for (const [operation, input] of each.before ?? []) await call(client, operation, input);
      for (const [operation, input] of each.before_fails ?? [])
        await assert.rejects(call(client, operation, input));
      const outcome = await call(client, ...each.call).then(
        (output) => ({ output }),
        (error) => ({ error }),
      );
      if (each.error === undefined) {
        assert.equal(outcome.error, undefined);
        assertResult(outcome.output, each.result);
      } else {
        assert.equal(outcome.output, undefined, "there must be an error");
        assertError(outcome.error, each.error);
      }
    } finally {
      client.destroy();
      await server.stop();
    }
  });
