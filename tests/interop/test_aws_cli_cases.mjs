// SPDX-License-Identifier: Apache-2.0
//
// The documented behaviours through Debian's AWS CLI, for the operations that its version knows and
// for the calls that it is willing to send: what it prints, and the class that it sees in an error.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import readline from "node:readline";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { cases, messageOf, optionsOf } from "./cases.mjs";
import { credentials } from "./credentials.mjs";
import { post } from "./raw_http.mjs";
import { serve } from "./serve.mjs";

const SERVICE = "pinpoint-sms-voice-v2";
const env = {
  ...process.env,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_DEFAULT_REGION: "us-east-1",
  AWS_MAX_ATTEMPTS: "1",
  AWS_PAGER: "",
  AWS_CONFIG_FILE: "/dev/null",
  AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  AWS_EC2_METADATA_DISABLED: "true",
};

const driver = spawn("/usr/bin/python3", ["tests/interop/aws_cli.py"], {
  env,
  stdio: ["pipe", "pipe", "inherit"],
});
const answers = readline.createInterface({ input: driver.stdout })[Symbol.asyncIterator]();
after(() => driver.stdin.end());

async function aws(...words) {
  driver.stdin.write(`${JSON.stringify(words)}\n`);
  const { value, done } = await answers.next();
  assert.ok(!done, "the AWS CLI ended");
  return JSON.parse(value);
}

const verb = (operation) => operation.replace(/(?<=.)[A-Z]/g, "-$&").toLowerCase();
const wordsOf = (url, operation, input) => [
  SERVICE,
  verb(operation),
  "--endpoint-url",
  url,
  "--output",
  "json",
  "--cli-input-json",
  JSON.stringify(input),
];

// One call for each operation that is not known would be refused in the same way.
const known = new Map();
for (const operation of new Set(cases.map((each) => each.call[0])))
  known.set(operation, !(await aws(SERVICE, verb(operation), "help-me")).errors.includes("Invalid choice"));

test("the AWS CLI knows operations to try", () => {
  assert.ok(known.get("AssociateOriginationIdentity"));
  assert.ok(known.get("DisassociateOriginationIdentity"));
});

for (const each of cases.filter((each) => known.get(each.call[0]) && !each.refused_by_client))
  test(each.name, async () => {
    const server = await serve(optionsOf(each));
    try {
      for (const [operation, input] of each.before ?? [])
        assert.equal((await post(server.url, operation, input)).status, 200);
      for (const [operation, input] of each.before_fails ?? [])
        assert.equal((await post(server.url, operation, input)).status, 400);
      const { code, out, errors } = await aws(...wordsOf(server.url, ...each.call));
      if (each.error === undefined) {
        assert.equal(errors, "");
        assert.equal(code, 0);
        assert.deepEqual(JSON.parse(out), each.result);
      } else {
        assert.equal(
          errors.trim().replace(" (reached max retries: 0)", ""),
          `An error occurred (${each.error.name}) when calling the ${each.call[0]} operation: ${messageOf(each.error)}`,
        );
        assert.equal(code, 254);
        assert.equal(out, "");
      }
    } finally {
      await server.stop();
    }
  });

test("the command itself, as a person would type it", async () => {
  const server = await serve();
  try {
    const { name, call: words, result } = cases[0];
    assert.equal(name, "a number joins a pool by IDs");
    const { stdout } = await promisify(execFile)("/usr/bin/aws", wordsOf(server.url, ...words), { env });
    assert.deepEqual(JSON.parse(stdout), result);
  } finally {
    await server.stop();
  }
});
