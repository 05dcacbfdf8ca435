// SPDX-License-Identifier: Apache-2.0
//
// The command itself: how it starts, logs and ends.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { names } from "./cases.mjs";
import { post } from "./raw_http.mjs";
import { anvil, serve } from "./serve.mjs";

const INPUT = { PoolId: names.pool, OriginationIdentity: names.phone, IsoCountryCode: "US" };

/** Runs the command to its end. */
function run(...words) {
  const child = spawn(anvil, ["serve", ...words], { stdio: ["ignore", "pipe", "pipe"] });
  const said = { out: "", errors: "" };
  child.stdout.on("data", (piece) => (said.out += piece));
  child.stderr.on("data", (piece) => (said.errors += piece));
  return { child, said, ended: new Promise((resolve) => child.once("close", (code) => resolve({ code, ...said }))) };
}

for (const signal of ["SIGTERM", "SIGINT"])
  test(`it ends well at a ${signal}, although somebody waits for an answer`, async () => {
    const server = await serve({ fault: "delay=1000s" });
    const waiting = post(server.url, "AssociateOriginationIdentity", INPUT);
    waiting.catch(() => {});
    // Whether the request has come in by then does not matter: it ends well in either case.
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(await server.stop(signal), { code: 0, signal: null });
    await assert.rejects(waiting);
  });

test("a port that is taken is named", async () => {
  const server = await serve();
  const port = new URL(server.url).port;
  const { code, out, errors } = await run("--port", port).ended;
  assert.equal(code, 2);
  assert.equal(out, "");
  assert.equal(errors, `anvil serve: cannot listen at port ${port}: Address already in use\n`);
  await server.stop();
});

test("the log has a line for each answer", async () => {
  const { child, said, ended } = run("--port", "0", "--log", "--fault", "reset=0");
  while (!said.out.includes("\n")) await new Promise((resolve) => child.stdout.once("data", resolve));
  const url = said.out.trim().replace("listening at ", "");
  const first = await post(url, "AssociateOriginationIdentity", INPUT);
  const second = await post(url, "AssociateOriginationIdentity", INPUT);
  child.kill();
  const { code, errors } = await ended;
  assert.equal(code, 0);
  const line = ({ status, headers }) =>
    `${status} PinpointSMSVoiceV2.AssociateOriginationIdentity ${headers["x-amzn-requestid"]}\n`;
  assert.equal(errors, line(first) + line(second));
  assert.deepEqual([first.status, second.status], [200, 400]);
});
