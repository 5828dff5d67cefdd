import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/effects/wait-for.ts
async function waitFor(what, look, options) {
  const { clock, deadlineMs, everyMs = 200, growth = 0.1, signal } = options;
  const mostMs = Math.max(options.mostMs ?? 5e3, everyMs);
  const startedAtMs = clock.now();
  let last;
  for (; ; ) {
    const seen = await look((text) => {
      last = text;
    });
    if (seen !== void 0) return seen;
    const waitedMs = clock.now() - startedAtMs;
    if (waitedMs >= deadlineMs) throw tooLate(what, deadlineMs, last);
    const pauseMs = Math.min(Math.max(everyMs, waitedMs * growth), mostMs);
    await clock.sleep(Math.max(1, Math.min(pauseMs, deadlineMs - waitedMs)), signal);
  }
}
__name(waitFor, "waitFor");
function tooLate(what, deadlineMs, last) {
  const seen = last ? `; last seen: ${last}` : "";
  return new SwarmlineError("timed-out", `${what}: timed out after ${Math.round(deadlineMs / 1e3)} s${seen}`);
}
__name(tooLate, "tooLate");

export {
  waitFor
};
