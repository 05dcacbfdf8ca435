// SPDX-License-Identifier: Apache-2.0
//
// An endpoint that answers every request with {} and keeps what came, byte for byte.
import http from "node:http";

/** Starts one; `take()` resolves to the requests that have come since it was last asked. */
export async function record() {
  let requests = [];
  const server = http.createServer((request, response) => {
    const pieces = [];
    request.on("data", (piece) => pieces.push(piece));
    request.on("end", () => {
      const headers = [];
      for (let i = 0; i < request.rawHeaders.length; i += 2)
        headers.push([request.rawHeaders[i].toLowerCase(), request.rawHeaders[i + 1]]);
      requests.push({
        line: `${request.method} ${request.url} HTTP/${request.httpVersion}`,
        headers,
        body: Buffer.concat(pieces).toString(),
      });
      response.setHeader("Content-Type", "application/x-amz-json-1.0");
      response.end("{}");
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    take() {
      const taken = requests;
      requests = [];
      return taken;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
