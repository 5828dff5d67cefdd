import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  SwarmlineError
} from "./chunk-H3HAWWYR.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/usecases/deploy/fault.rules.ts
function deployFault(report) {
  const { outcome, undone } = report;
  if (outcome === "converged") return void 0;
  const isLeft = undone === void 0 || undone.kind === "kept";
  return new SwarmlineError("deploy-failed", failureInWords(report), {
    hint: (isLeft ? LEFT : UNDONE)[outcome]
  });
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
  cancelled: "was cut short"
};
function becameOf({ undone }) {
  if (undone?.kind === "removed") return "nothing of it is left";
  if (undone?.kind !== "restored") return void 0;
  return undone.isComplete ? "the whole stack runs as it did before" : "it is not quite what it was before (see swarmline status)";
}
__name(becameOf, "becameOf");
var MORE_TIME = "give it more time (timeout), or see what its tasks wait for";
var MEND = "mend what failed and deploy again";
var LEFT = {
  "rolled-back": `the previous version runs; ${MEND}`,
  paused: "deploy a version that works, or: docker service rollback SERVICE",
  failed: "see the log of the service: docker service logs SERVICE",
  "timed-out": MORE_TIME,
  cancelled: "run the job again: a deploy that was cut short is completed by the next one"
};
var UNDONE = {
  "rolled-back": MEND,
  paused: MEND,
  failed: MEND,
  "timed-out": MORE_TIME,
  cancelled: "run the job again"
};

export {
  deployFault,
  failureInWords
};
