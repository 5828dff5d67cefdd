import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/errors.ts
var SwarmlineError = class extends Error {
  static {
    __name(this, "SwarmlineError");
  }
  name = "SwarmlineError";
  code;
  /** The way out, in the imperative: `install it with: apt-get install qemu-system-x86`. */
  hint;
  constructor(code, message, options = {}) {
    super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
  }
};
function exitCodeOf(error) {
  if (!(error instanceof SwarmlineError)) return 1;
  if (error.code === "usage") return 2;
  return error.code === "cancelled" ? 130 : 1;
}
__name(exitCodeOf, "exitCodeOf");
var LONGEST_LINE = 2e4;
function explain(error) {
  const known = error instanceof SwarmlineError ? error : classify(error);
  const line = known.message.split("\n").map((each) => each.trim()).filter(Boolean).join("; ").slice(0, LONGEST_LINE);
  return known.hint ? `${line} \u2014 ${known.hint}` : line;
}
__name(explain, "explain");
var isDiskFull = /* @__PURE__ */ __name((output) => /no space left on device|not enough free space|don't have enough free space|disk quota exceeded/i.test(
  output
), "isDiskFull");
function classify(error) {
  if (error instanceof SwarmlineError) return error;
  const text = error instanceof Error ? error.message : String(error);
  const code = error?.code;
  if (code === "ENOSPC" || isDiskFull(text))
    return new SwarmlineError("disk-full", "no space left on the disk", {
      hint: "free some space, or point SWARMLINE_CACHE at a larger disk",
      cause: error
    });
  if (code === "EADDRINUSE")
    return new SwarmlineError("port-taken", text, { hint: "stop what listens there", cause: error });
  if (error?.name === "AbortError")
    return new SwarmlineError("cancelled", "cancelled", { cause: error });
  return new SwarmlineError("internal", text || "unknown error", { cause: error });
}
__name(classify, "classify");

export {
  SwarmlineError,
  exitCodeOf,
  explain,
  isDiskFull,
  classify
};
