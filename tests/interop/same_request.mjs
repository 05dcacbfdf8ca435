// SPDX-License-Identifier: Apache-2.0
//
// Whether two recorded requests are the same request, and whether that comparison can fail.
import assert from "node:assert/strict";

/** Headers that only one of the two sends, and that say who it is or how it counts its attempts. */
const OWN_HEADERS = new Set([
  "accept",
  "amz-sdk-invocation-id",
  "amz-sdk-request",
  "connection",
  "user-agent",
  "x-amz-user-agent",
]);
/** Headers by name, without those that are a sender's own; none may come twice. */
function common(request) {
  const shared = request.headers.filter(([name]) => !OWN_HEADERS.has(name));
  assert.equal(new Set(shared.map(([name]) => name)).size, shared.length, "no header twice");
  return Object.fromEntries(shared);
}

/** Throws unless both would do the same at the service, and are signed with the same key. */
export function assertSameRequest(ours, theirs) {
  assert.equal(ours.line, theirs.line);
  assert.equal(ours.body, theirs.body);
  assert.deepEqual(common(ours), common(theirs));
}

/** Throws unless all is signed that matters. */
export function assertSigned(request, hasSession) {
  const signed = common(request).authorization.match(/SignedHeaders=([^,]*)/)[1].split(";");
  for (const name of ["content-type", "host", "x-amz-content-sha256", "x-amz-date", "x-amz-target"])
    assert.ok(signed.includes(name), `${name} is signed`);
  assert.equal(signed.includes("x-amz-security-token"), hasSession);
}

/** Another byte in the place of each, one after the other. */
function* mutants(text) {
  for (let i = 0; i < text.length; i++)
    yield text.slice(0, i) + String.fromCharCode(text.charCodeAt(i) ^ 1) + text.slice(i + 1);
}

/** Throws unless the comparison sees each single byte of the body and of the shared headers. */
export function assertEveryByteCounts(ours, theirs) {
  for (const body of mutants(ours.body))
    assert.throws(() => assertSameRequest({ ...ours, body }, theirs), `body ${body}`);
  ours.headers.forEach(([name, value], at) => {
    if (OWN_HEADERS.has(name)) return;
    for (const [changed, kept] of [
      ...[...mutants(name)].map((mutant) => [mutant, value]),
      ...[...mutants(value)].map((mutant) => [name, mutant]),
    ]) {
      const headers = ours.headers.map((header, i) => (i === at ? [changed, kept] : header));
      assert.throws(() => assertSameRequest({ ...ours, headers }, theirs), `${changed}: ${kept}`);
    }
  });
}
