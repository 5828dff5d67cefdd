import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  readStream
} from "./chunk-PXHYZGHH.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/docker/container-logs.ts
var MOST_BYTES = 1024 * 1024;
async function lastLines(client, container, count = 12) {
  try {
    const stream = await client.stream("GET", `/containers/${container}/logs`, {
      query: { stdout: 1, stderr: 1, tail: count },
      timeoutMs: 1e4
    });
    return demultiplex(await readStream(stream, MOST_BYTES, "cut")).split("\n").filter((line) => line.trim() !== "");
  } catch {
    return [];
  }
}
__name(lastLines, "lastLines");
var HEADER_BYTES = 8;
function demultiplex(bytes) {
  const parts = [];
  let at = 0;
  while (at + HEADER_BYTES <= bytes.length) {
    const isFramed = (bytes[at] ?? 3) <= 2 && bytes.readUIntBE(at + 1, 3) === 0;
    if (!isFramed) return bytes.toString("utf8");
    const length = bytes.readUInt32BE(at + 4);
    parts.push(bytes.subarray(at + HEADER_BYTES, at + HEADER_BYTES + length));
    at += HEADER_BYTES + length;
  }
  return Buffer.concat(parts).toString("utf8");
}
__name(demultiplex, "demultiplex");

export {
  lastLines
};
