import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/effects/cleanup.ts
function forCleanup(fx, deadlineMs = 9e4) {
  const signal = AbortSignal.timeout(deadlineMs);
  return { ...fx, signal, exec: fx.exec.renewed?.(signal) ?? fx.exec };
}
__name(forCleanup, "forCleanup");
function lingering(signal, graceMs) {
  const late = new AbortController();
  const begin = /* @__PURE__ */ __name(() => setTimeout(() => late.abort(signal.reason), graceMs).unref(), "begin");
  if (signal.aborted) begin();
  else signal.addEventListener("abort", begin, { once: true, signal: late.signal });
  return late.signal;
}
__name(lingering, "lingering");

export {
  forCleanup,
  lingering
};
