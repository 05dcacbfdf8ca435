// SPDX-License-Identifier: Apache-2.0
//
// hostile.mjs URL SECONDS: clients that nobody wants, beside those that measure. Slow ones, half-closed
// and reset connections, bodies that are too large or malformed, bytes that are no HTTP. Each of them
// gets what it should, again and again until the time is over; the last line counts them, as JSON.
import net from "node:net";

const [, , url, seconds] = process.argv;
const { hostname, port } = new URL(url);
const end = Date.now() + Number(seconds) * 1000;
const counts = {};
const problems = [];

const head = (length, extra = "") =>
  "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-amz-json-1.0\r\n" +
  "X-Amz-Target: PinpointSMSVoiceV2.AssociateOriginationIdentity\r\n" +
  `${extra}Content-Length: ${length}\r\n\r\n`;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens a connection, lets `act` use it, and resolves to all that came back. */
function converse(act) {
  return new Promise((resolve) => {
    const socket = net.connect({ port: Number(port), host: hostname, allowHalfOpen: true });
    let text = "";
    const finish = () => {
      socket.destroy();
      resolve(text);
    };
    socket.setTimeout(20000, finish);
    socket.on("data", (piece) => (text += piece));
    socket.on("end", finish);
    socket.on("error", finish);
    socket.on("connect", () => act(socket, () => text, finish));
  });
}

/** Waits until something has come back. */
async function answered(text) {
  for (let i = 0; i < 2000 && text() === ""; i++) await sleep(5);
}

const clients = {
  async slow() {
    const text = await converse(async (socket, soFar, finish) => {
      for (const byte of head(2) + "{}") {
        socket.write(byte);
        await sleep(4);
      }
      await answered(soFar);
      finish();
    });
    return text.startsWith("HTTP/1.1 400 ") && text.includes("MISSING_PARAMETER");
  },
  async half_closed() {
    const text = await converse((socket) => socket.end(head(2, "Connection: close\r\n") + "{}"));
    return text.startsWith("HTTP/1.1 400 ") && text.includes("MISSING_PARAMETER");
  },
  async half_closed_in_the_body() {
    const text = await converse(async (socket, _, finish) => {
      socket.end(head(100) + "{}");
      await sleep(100);
      finish();
    });
    return !text.includes(" 200 ");
  },
  async reset() {
    await converse(async (socket, _, finish) => {
      socket.write(head(100) + '{"PoolId":');
      await sleep(Math.random() * 5);
      socket.resetAndDestroy();
      finish();
    });
    return true;
  },
  async reset_before_the_answer() {
    await converse((socket, _, finish) => {
      socket.write(head(2) + "{}", () => {
        socket.resetAndDestroy();
        finish();
      });
    });
    return true;
  },
  async oversized() {
    const bytes = (1 << 20) + 1;
    const text = await converse(async (socket, soFar, finish) => {
      socket.write(head(bytes));
      socket.write(Buffer.alloc(bytes, " "));
      await answered(soFar);
      finish();
    });
    return text.startsWith("HTTP/1.1 413 ");
  },
  async malformed() {
    const bodies = ["{", "[[[[", '{"PoolId":"\\ud800"}', "\0".repeat(64), '{"a":'.repeat(5000)];
    const body = bodies[Math.floor(Math.random() * bodies.length)];
    const text = await converse(async (socket, soFar, finish) => {
      socket.write(head(Buffer.byteLength(body)) + body);
      await answered(soFar);
      finish();
    });
    return text.startsWith("HTTP/1.1 400 ") && text.includes("SerializationException");
  },
  async no_http() {
    const text = await converse((socket) => socket.end("\x16\x03\x01 hello\r\n\r\n"));
    return !text.includes(" 200 ");
  },
};

async function repeat(name) {
  while (Date.now() < end) {
    const isGood = await clients[name]();
    counts[name] = (counts[name] ?? 0) + 1;
    if (!isGood) problems.push(name);
    await sleep(10);
  }
}

await Promise.all(Object.keys(clients).flatMap((name) => [repeat(name), repeat(name), repeat(name)]));
console.log(JSON.stringify({ ...counts, wrong_answers: problems.length }));
for (const problem of new Set(problems)) console.error(`a wrong answer to a client that is ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;
