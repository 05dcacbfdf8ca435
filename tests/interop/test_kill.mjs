// SPDX-License-Identifier: Apache-2.0
//
// A server with --state is killed at random moments, while it starts, seeds and answers. Whatever
// was answered with status 200 must be there afterwards. Each acknowledged request is asked for again
// by its token and with other members: a server that remembers it refuses the token, one that lost it
// complains about the country.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import http from "node:http";
import { test } from "node:test";
import { names } from "./cases.mjs";
import { post } from "./raw_http.mjs";
import { scratchFile, seedWith, serve } from "./serve.mjs";

const KILLS = Number(process.env.ANVIL_KILLS ?? 200);
const WORKERS = 6;
const REUSED = "Conflict Occurred - the ClientToken was used before with other parameters";

const arn = (i) => `arn:aws:sms-voice:us-east-1:111122223333:phone-number/phone-${String(i).padStart(32, "0")}`;
const seed = seedWith({
  PhoneNumbers: Array.from({ length: WORKERS }, (_, i) => ({
    PhoneNumberArn: arn(i),
    IsoCountryCode: "US",
    NumberCapabilities: ["SMS", "VOICE"],
  })),
});

/** Lets one number join and leave its pool until the connection breaks. */
async function work(url, agent, worker) {
  for (;;) {
    worker.pending ??= {
      operation: worker.isMember ? "DisassociateOriginationIdentity" : "AssociateOriginationIdentity",
      input: {
        PoolId: names.pool,
        OriginationIdentity: worker.number,
        IsoCountryCode: "US",
        ClientToken: randomUUID(),
      },
    };
    const { operation, input } = worker.pending;
    const answer = await post(url, operation, input, agent).catch(() => undefined);
    if (answer === undefined) return;
    assert.equal(answer.status, 200, `${operation}: ${answer.body}`);
    worker.acknowledged.push(worker.pending);
    worker.count++;
    worker.isMember = !worker.isMember;
    worker.pending = undefined;
  }
}

async function assertKept(url, agent, workers) {
  for (const worker of workers)
    for (const { operation, input } of worker.acknowledged.splice(0)) {
      const answer = await post(url, operation, { ...input, IsoCountryCode: "CA" }, agent);
      assert.equal(JSON.parse(answer.body).Message, REUSED);
    }
}

test(`nothing that was acknowledged is lost in ${KILLS} kills`, async (t) => {
  const state = scratchFile("state.db");
  const workers = Array.from({ length: WORKERS }, (_, i) => ({
    number: arn(i),
    isMember: false,
    pending: undefined,
    acknowledged: [],
    count: 0,
  }));
  let early = 0;
  for (let kill = 0; kill <= KILLS; kill++) {
    const agent = new http.Agent({ keepAlive: true });
    const starting = serve({ state, seed });
    const isEarly = kill < KILLS && Math.random() < 0.1;
    if (isEarly) {
      early++;
      setTimeout(() => starting.child.kill("SIGKILL"), Math.random() * 15);
    }
    const server = await starting.catch(() => undefined);
    if (server !== undefined) {
      try {
        if (!isEarly) await assertKept(server.url, agent, workers);
        if (!isEarly && kill < KILLS) {
          const working = Promise.all(workers.map((worker) => work(server.url, agent, worker)));
          setTimeout(() => server.child.kill("SIGKILL"), Math.random() * 60);
          await working;
        }
      } finally {
        assert.deepEqual(await server.stop("SIGKILL"), { code: null, signal: "SIGKILL" });
      }
    }
    agent.destroy();
  }
  const acknowledged = workers.reduce((sum, worker) => sum + worker.count, 0);
  t.diagnostic(`${acknowledged} requests acknowledged, ${early} kills before the server listened`);
  assert.ok(acknowledged > KILLS, "the server has worked between kills");
});
