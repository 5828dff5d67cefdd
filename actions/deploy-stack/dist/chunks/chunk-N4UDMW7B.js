import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  wayOut
} from "./chunk-2G2HWL7I.js";
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/usecases/deploy/fault.rules.ts
function deployFault(report) {
  const hint = wayOut(report);
  return hint === void 0 ? void 0 : new SwarmlineError("deploy-failed", failureInWords(report), { hint });
}
__name(deployFault, "deployFault");
function failureInWords(report) {
  const { stack, outcome, failures, services, leftBehind } = report;
  if (outcome === "converged") return "";
  const first = failures[0];
  const behind = services.filter((service) => service.outcome !== "converged").map((service) => service.name);
  const place = first?.node ? ` on ${first.node}` : "";
  const who = first ? `${first.service}${place}: ${first.error}` : behind.join(", ");
  const became = leftBehind?.join("; ") ?? becameOf(report);
  return [`the stack ${stack} ${SAID[outcome]}${who ? `: ${who}` : ""}`, became].filter(Boolean).join("; ");
}
__name(failureInWords, "failureInWords");
var SAID = {
  "rolled-back": "was rolled back",
  paused: "paused in its update",
  failed: "failed",
  "timed-out": "did not converge in time",
  cancelled: "was interrupted"
};
function becameOf({ undone }) {
  if (undone?.kind === "removed") return "nothing of it is left";
  if (undone?.kind !== "restored") return void 0;
  return undone.isComplete ? "the whole stack runs as it did before" : "it is not exactly as it was before (see swarmline status)";
}
__name(becameOf, "becameOf");

export {
  deployFault,
  failureInWords
};
