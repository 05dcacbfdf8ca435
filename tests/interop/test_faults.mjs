// SPDX-License-Identifier: Apache-2.0
//
// Faults on purpose, and what the retries of a real SDK make of them.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { names } from "./cases.mjs";
import { call, clientOf } from "./sdk.mjs";
import { seedWith, serve } from "./serve.mjs";

const MEMBER = { PoolId: names.pool, OriginationIdentity: names.phone, IsoCountryCode: "US" };

async function withServer(options, body) {
  const server = await serve(options);
  try {
    return await body(server);
  } finally {
    await server.stop();
  }
}

/** Retries whatever may be retried, without waiting. */
const impatient = {
  mode: "standard",
  acquireInitialRetryToken: async () => ({ getRetryCount: () => 0, getRetryDelay: () => 0 }),
  refreshRetryTokenForRetry: async (token, error) => {
    if (error.errorType === "CLIENT_ERROR" || token.getRetryCount() === 50) throw new Error("no retry");
    return { getRetryCount: () => token.getRetryCount() + 1, getRetryDelay: () => 0 };
  },
  recordSuccess: () => {},
};

/** Half an answer is nothing that the SDK retries: its caller does, with the same token. */
async function callStubbornly(client, operation, input) {
  const whole = { ...input, ClientToken: randomUUID() };
  for (;;)
    try {
      return await call(client, operation, whole);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
}

test("retries get through throttling, failures, resets and garbage, and nothing is done twice", async () => {
  const prefix = "arn:aws:sms-voice:us-east-1:111122223333:sender-id/";
  const senders = Array.from({ length: 60 }, (_, i) => `SENDER${i}`);
  const seed = seedWith({
    SenderIds: senders.map((name) => ({ SenderIdArn: `${prefix}${name}/DE`, IsoCountryCode: "DE" })),
  });
  const fault = "throttle=0.2,5xx=0.2,reset=0.2,garbage=0.2";
  await withServer({ fault, seed }, async ({ url }) => {
    const client = clientOf(url, { retryStrategy: impatient });
    let attempts = 0;
    for (const name of senders) {
      const input = { PoolId: names.pool, OriginationIdentity: name, IsoCountryCode: "DE" };
      // What was done unseen must not come back as a conflict, since each attempt has one token.
      for (const operation of ["AssociateOriginationIdentity", "DisassociateOriginationIdentity"]) {
        const output = await callStubbornly(client, operation, input);
        assert.equal(output.OriginationIdentity, name);
        attempts += output.$metadata.attempts;
      }
    }
    assert.ok(attempts > 2 * senders.length, "some attempts have failed");
    client.destroy();
  });
});

test("a reset comes after the work: only the same token finds out", () =>
  withServer({ fault: "reset=1" }, async ({ url }) => {
    const client = clientOf(url);
    await assert.rejects(call(client, "AssociateOriginationIdentity", MEMBER), (error) => {
      assert.ok(["ECONNRESET", "EPIPE"].includes(error.code), error.code);
      return true;
    });
    client.destroy();
  }));

test("garbage is half an answer or the page of a proxy, never an error of the service", () =>
  withServer({ fault: "garbage=1" }, async ({ url }) => {
    const client = clientOf(url);
    const seen = new Set();
    for (let i = 0; i < 20; i++)
      await assert.rejects(call(client, "AssociateOriginationIdentity", MEMBER), (error) => {
        seen.add(error.$response?.statusCode ?? error.$metadata?.httpStatusCode);
        return true;
      });
    assert.ok(seen.has(502), "a page of a proxy");
    assert.ok(seen.size > 1, "and half an answer");
    client.destroy();
  }));

test("failures are of two kinds", () =>
  withServer({ fault: "5xx=1" }, async ({ url }) => {
    const client = clientOf(url);
    const seen = new Set();
    for (let i = 0; i < 20; i++)
      await assert.rejects(call(client, "AssociateOriginationIdentity", MEMBER), (error) => {
        seen.add(`${error.$metadata.httpStatusCode} ${error.name}`);
        return true;
      });
    assert.deepEqual([...seen].sort(), ["500 InternalServerException", "503 ServiceUnavailableException"]);
    client.destroy();
  }));

test("a delay holds every answer, many at once", () =>
  withServer({ fault: "delay=100ms" }, async ({ url }) => {
    const client = clientOf(url);
    const begin = performance.now();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => call(client, "AssociateOriginationIdentity", MEMBER)),
    );
    assert.ok(performance.now() - begin >= 99);
    assert.equal(outcomes.filter(({ status }) => status === "fulfilled").length, 1);
    client.destroy();
  }));

test("the same seed of the dice gives the same faults, another one gives others", async () => {
  const run = (seed) =>
    withServer({ fault: `throttle=0.3,5xx=0.3,seed=${seed}` }, async ({ url }) => {
      const client = clientOf(url);
      const seen = [];
      for (let i = 0; i < 40; i++)
        seen.push(
          await call(client, "AssociateOriginationIdentity", MEMBER).then(
            () => "ok",
            (error) => error.name,
          ),
        );
      client.destroy();
      return seen.join(" ");
    });
  const first = await run(1);
  assert.equal(await run(1), first);
  assert.notEqual(await run(2), first);
});
