// SPDX-License-Identifier: Apache-2.0
//
// A test of these tests: commands that are wrong by one byte, in the key that signs, in what is
// signed for, in a member's name or in a target, must make them fail; a plain copy must not.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { credentials } from "./credentials.mjs";
import { anvil, scratchFile } from "./serve.mjs";

/** The cases that are enough to see each mutation; the others would see the same. */
const CASES = [
  "a number joins a pool by IDs",
  "a number leaves its pool",
  "a toll-free number is tied to its registration",
  "the same token and members give the first result again",
];

/** Runs a test file against another command. True when it passes. */
function passes(file, command) {
  const env = { ...process.env, ANVIL: command };
  // The runner of this process must not take the other one for a part of itself.
  delete env.NODE_TEST_CONTEXT;
  const words = [`tests/interop/${file}`];
  if (file === "test_sdk_cases.mjs") words.unshift(`--test-name-pattern=^(${CASES.join("|")})$`);
  const { status } = spawnSync(process.execPath, words, { env, stdio: "ignore" });
  return status === 0;
}

/** The command behind a script. */
function wrapped(lines) {
  const path = scratchFile("wrapper.sh");
  writeFileSync(path, `#!/bin/sh\n${lines.replace("ANVIL", resolve(anvil))}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** The command with another byte at the end of every occurrence of a text. */
function patched(text) {
  const path = scratchFile("mutant");
  const bytes = readFileSync(anvil);
  let count = 0;
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) {
    bytes[at + text.length - 1] ^= 1;
    count++;
  }
  assert.ok(count > 0, `the command holds ${text}`);
  writeFileSync(path, bytes);
  chmodSync(path, 0o755);
  return path;
}

test("a plain copy of the command passes", () => {
  const copy = scratchFile("copy");
  copyFileSync(anvil, copy);
  assert.ok(passes("test_requests.mjs", copy));
  assert.ok(passes("test_sdk_cases.mjs", copy));
});

test("one byte in the key that signs", () => {
  const secret = credentials.secretAccessKey;
  const other = secret.slice(0, -1) + String.fromCharCode(secret.charCodeAt(secret.length - 1) ^ 1);
  const right = wrapped(`AWS_SECRET_ACCESS_KEY='${secret}' exec ANVIL "$@"`);
  assert.ok(passes("test_requests.mjs", right));
  assert.ok(!passes("test_requests.mjs", wrapped(`AWS_SECRET_ACCESS_KEY='${other}' exec ANVIL "$@"`)));
});

test("one byte in the name that is signed for", () => {
  assert.ok(passes("test_requests.mjs", wrapped('exec ANVIL "$@" --signing-name sms-voice')));
  assert.ok(!passes("test_requests.mjs", wrapped('exec ANVIL "$@" --signing-name sms-voicd')));
});

for (const text of [
  "PoolId",
  "OriginationIdentity",
  "RegistrationId",
  "ResourceId",
  "IsoCountryCode",
  "ClientToken",
])
  test(`one byte in the member ${text}`, () => {
    const mutant = patched(`","${text}":"`.slice(0, text.length + 3));
    assert.ok(!passes("test_requests.mjs", mutant));
    assert.ok(!passes("test_sdk_cases.mjs", mutant));
  });

for (const operation of [
  "AssociateOriginationIdentity",
  "DisassociateOriginationIdentity",
  "CreateRegistrationAssociation",
])
  test(`one byte in the target of ${operation}`, () => {
    const mutant = patched(`PinpointSMSVoiceV2.${operation}`);
    assert.ok(!passes("test_requests.mjs", mutant));
    assert.ok(!passes("test_sdk_cases.mjs", mutant));
  });
