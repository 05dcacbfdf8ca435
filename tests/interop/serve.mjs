// SPDX-License-Identifier: Apache-2.0
//
// Starts `anvil serve` and waits until it listens; seeds made of the sample account and one more
// document. $ANVIL is the command, the current folder the root of the project.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import readline from "node:readline";

export const anvil = process.env.ANVIL ?? "build/anvil";
const sampleSeed = readFileSync("transport/emulator/sample-seed.json", "utf8");

const folder = mkdtempSync(join(tmpdir(), "anvil-interop-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** A path in a folder that goes away with this process. */
export function scratchFile(name) {
  return join(folder, `${files++}-${name}`);
}

/** A seed file: the sample account, and one more document. */
export function seedWith(document) {
  const path = scratchFile("seed.json");
  writeFileSync(path, sampleSeed + JSON.stringify(document));
  return path;
}

/**
 * Starts a server with the options of `anvil serve`. The promise resolves once it listens and has
 * the process as `child` all along.
 */
export function serve(options = {}) {
  const words = ["serve", "--port", "0"];
  for (const [name, value] of Object.entries(options)) words.push(`--${name}`, value);
  const child = spawn(anvil, words, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve({ code, signal })));
  const listening = new Promise((resolve, reject) => {
    readline.createInterface({ input: child.stdout }).once("line", resolve);
    ended.then(({ code, signal }) => reject(new Error(`anvil serve ended: ${code ?? signal}`)));
  });
  const server = listening.then((line) => ({
    url: line.replace("listening at ", ""),
    child,
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      return ended;
    },
  }));
  return Object.assign(server, { child });
}
