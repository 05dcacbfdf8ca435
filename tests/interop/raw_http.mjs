// SPDX-License-Identifier: Apache-2.0
//
// HTTP without an SDK: one request as it is written, one answer as it came.
import http from "node:http";

/** Sends a request; headers that are undefined are left out. */
export function exchange(url, { method = "POST", path = "/", headers = {}, body = "", agent }) {
  const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  if (given["Transfer-Encoding"] === undefined) given["Content-Length"] = Buffer.byteLength(body);
  return new Promise((resolve, reject) => {
    const request = http.request(new URL(path, url), { method, headers: given, agent }, (response) => {
      const pieces = [];
      response.on("data", (piece) => pieces.push(piece));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(pieces).toString(),
        }),
      );
    });
    request.on("error", reject);
    request.end(body);
  });
}

/** Sends a request of an operation as it stands: no token is filled in, nothing is signed. */
export function post(url, operation, input, agent) {
  return exchange(url, {
    agent,
    headers: {
      "Content-Type": "application/x-amz-json-1.0",
      "X-Amz-Target": `PinpointSMSVoiceV2.${operation}`,
    },
    body: JSON.stringify(input),
  });
}
