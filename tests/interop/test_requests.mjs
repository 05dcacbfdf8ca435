// SPDX-License-Identifier: Apache-2.0
//
// What `anvil call` sends, beside what the AWS SDK for JavaScript sends for the same input: the
// request line, every header, every byte of the body, and the signature. The SDK's clock stands at
// the moment that the other request was signed for, and it signs the headers that libcurl signs.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { names } from "./cases.mjs";
import { credentials } from "./credentials.mjs";
import { record } from "./recorder.mjs";
import { assertEveryByteCounts, assertSameRequest, assertSigned } from "./same_request.mjs";
import { call, clientOf } from "./sdk.mjs";
import { anvil, scratchFile } from "./serve.mjs";

const recorder = await record();
after(() => recorder.close());

const arn = (type, id) => `${names.arn}${type}/${id}`;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What the SDK signs and libcurl does not. */
const UNSIGNED = ["amz-sdk-invocation-id", "amz-sdk-request", "content-length", "x-amz-user-agent"];

async function sentByAnvil(operation, words, session) {
  const env = {
    PATH: process.env.PATH,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...(session && { AWS_SESSION_TOKEN: session }),
  };
  const options = ["--endpoint", recorder.url, "--region", "us-east-1"];
  await promisify(execFile)(anvil, ["call", operation, ...words, ...options], { env });
  const requests = recorder.take();
  assert.equal(requests.length, 1);
  return requests[0];
}

/** The same from the SDK, at a moment such as 20261120T175524Z. */
async function sentBySdk(operation, input, session, moment) {
  const client = clientOf(recorder.url, {
    credentials: { ...credentials, ...(session && { sessionToken: session }) },
  });
  client.middlewareStack.addRelativeTo(
    (next) => (context) => {
      for (const name of UNSIGNED) delete context.request.headers[name];
      return next(context);
    },
    { relation: "before", toMiddleware: "httpSigningMiddleware", name: "signAsLibcurlDoes" },
  );
  const clock = Date.now;
  const frozen = Date.parse(moment.replace(/(....)(..)(..)T(..)(..)(..)Z/, "$1-$2-$3T$4:$5:$6Z"));
  Date.now = () => frozen;
  try {
    await call(client, operation, input);
  } finally {
    Date.now = clock;
    client.destroy();
  }
  const requests = recorder.take();
  assert.equal(requests.length, 1);
  return requests[0];
}

/** A client token that was filled in is random: it is looked at and taken out. */
function withoutToken(request) {
  const body = JSON.parse(request.body);
  assert.match(body.ClientToken, UUID);
  delete body.ClientToken;
  return body;
}

async function compare({ operation, words, input, session }) {
  const ours = await sentByAnvil(operation, words, session);
  const moment = Object.fromEntries(ours.headers)["x-amz-date"];
  assert.match(moment, /^\d{8}T\d{6}Z$/);
  const theirs = await sentBySdk(operation, input, session, moment);
  assertSameRequest(ours, theirs);
  assertSigned(ours, session !== undefined);
  if (operation === "AssociateOriginationIdentity") assertEveryByteCounts(ours, theirs);
}

const token = "5e0d7a52-9c41-4f6b-8a3e-2b7d10c9f846";
const words = (input) => Object.entries(input).map(([name, value]) => `${name}=${value}`);

for (const operation of ["AssociateOriginationIdentity", "DisassociateOriginationIdentity"])
  for (const [what, input] of [
    ["IDs", { PoolId: names.pool, OriginationIdentity: names.phone, IsoCountryCode: "US" }],
    [
      "ARNs",
      {
        PoolId: arn("pool", names.pool),
        OriginationIdentity: arn("sender-id", "EXAMPLECO/DE"),
        IsoCountryCode: "DE",
      },
    ],
  ]) {
    const whole = { ...input, ClientToken: token };
    test(`${operation} with ${what}`, () => compare({ operation, words: words(whole), input: whole }));
    test(`${operation} with ${what} and a session`, () =>
      compare({ operation, words: words(whole), input: whole, session: "session/token+==" }));
    test(`${operation} with ${what} and a token that is filled in`, async () => {
      const ours = await sentByAnvil(operation, words(input));
      const theirs = await sentBySdk(operation, input, undefined, "20261120T175524Z");
      assert.deepEqual(withoutToken(ours), withoutToken(theirs));
      assert.deepEqual(withoutToken(ours), input);
    });
  }

for (const [what, input] of [
  ["IDs", { RegistrationId: names.registration, ResourceId: names.toll_free }],
  [
    "ARNs",
    {
      RegistrationId: arn("registration", names.campaign),
      ResourceId: arn("registration", names.brand),
    },
  ],
])
  test(`CreateRegistrationAssociation with ${what}`, () =>
    compare({ operation: "CreateRegistrationAssociation", words: words(input), input }));

/** Other operations of the service, for what these three do not hold: any text, numbers, lists, maps. */
for (const [operation, input] of [
  [
    "SendTextMessage",
    {
      DestinationPhoneNumber: "+12065550100",
      OriginationIdentity: names.phone,
      MessageBody: 'quote " backslash \\ slash / feed \n tab \t nul-less \u0001 \u00e9 \u20ac \ud83d\ude00 \u2028 <&>',
      TimeToLive: 600,
      Context: { one: "1", two: "2" },
      DryRun: false,
    },
  ],
  ["TagResource", { ResourceArn: arn("pool", names.pool), Tags: [{ Key: "a", Value: "" }, { Key: "b", Value: "c" }] }],
  ["DescribePools", { PoolIds: [], MaxResults: 5, Filters: [{ Name: "status", Values: ["ACTIVE"] }] }],
  ["DescribeSpendLimits", {}],
])
  test(`${operation}, whatever it holds`, () => {
    const file = scratchFile("request.json");
    writeFileSync(file, JSON.stringify(input));
    return compare({ operation, words: ["--from", file], input });
  });
