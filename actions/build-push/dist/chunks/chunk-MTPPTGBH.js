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

export {
  forCleanup
};
