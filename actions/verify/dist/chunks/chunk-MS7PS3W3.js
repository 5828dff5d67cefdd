import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/run-status.rules.ts
function runStatus(verify, hasFault) {
  if (verify && verify.status !== "pass") return verify.status === "inconclusive" ? "inconclusive" : "fail";
  return hasFault ? "fail" : "pass";
}
__name(runStatus, "runStatus");

export {
  runStatus
};
