import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  inspectContainer
} from "./chunk-F6CSFHIU.js";
import {
  lastLines
} from "./chunk-KADSAXIV.js";
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/cluster/last-words.ts
async function failIfStopped(client, name, what, signal) {
  const state = await inspectContainer(client, name, signal);
  if (state?.isRunning) return;
  if (!state)
    throw new SwarmlineError("cluster-failed", `${what} is gone: its container was removed`, {
      hint: "take the cluster down, then create it again"
    });
  throw new SwarmlineError(
    "cluster-failed",
    `${what} has stopped (exit status ${state.exitCode})${await lastWords(client, name)}`,
    { hint: "take the cluster down, then create it again" }
  );
}
__name(failIfStopped, "failIfStopped");
async function lastWords(client, name) {
  const lines = (await lastLines(client, name, 8)).map((line) => line.trim());
  if (lines.length === 0) return "";
  return `; its last output: ${lines.slice(-4).join(" | ").replace(/SWMTKN-[\w-]+/g, "SWMTKN-\u2026").slice(-600)}`;
}
__name(lastWords, "lastWords");

export {
  failIfStopped,
  lastWords
};
