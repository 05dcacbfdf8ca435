// SPDX-License-Identifier: Apache-2.0
//
// The AWS SDK for JavaScript as a client of a local endpoint. It lies below build/, where setup.sh
// installed it.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { credentials } from "./credentials.mjs";

const require = createRequire(resolve("build/interop/node_modules/") + "/");
export const sdk = require("@aws-sdk/client-pinpoint-sms-voice-v2");

/** A client; one attempt unless told otherwise. */
export function clientOf(url, options = {}) {
  return new sdk.PinpointSMSVoiceV2Client({
    endpoint: url,
    region: "us-east-1",
    credentials,
    maxAttempts: 1,
    ...options,
  });
}

/** Calls an operation by its name. */
export function call(client, operation, input) {
  return client.send(new sdk[`${operation}Command`](input));
}
