import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  SwarmlineError
} from "./chunk-H3HAWWYR.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/report/ended.rules.ts
function endInWords({ outcome, undone }) {
  return `${DID[outcome]}${isLeft(undone) ? STAYS[outcome] : ""}`;
}
__name(endInWords, "endInWords");
var isLeft = /* @__PURE__ */ __name((undone) => undone === void 0 || undone.kind === "kept", "isLeft");
var DID = {
  converged: "runs as its file says",
  "rolled-back": "was rolled back",
  paused: "paused in mid-update",
  failed: "failed",
  "timed-out": "did not converge in time",
  cancelled: "was cancelled"
};
var STAYS = {
  converged: "",
  "rolled-back": ": the old version runs",
  paused: ", and stays so: deploy a corrected file, or roll back with docker service rollback",
  failed: "",
  "timed-out": "",
  cancelled: ""
};
function afterwards({ undone }) {
  switch (undone?.kind) {
    case void 0:
      return void 0;
    case "kept":
      return "It is left as it is, as asked.";
    case "removed":
      return "It is removed again: nothing of it is left.";
    case "restored":
      return undone.isComplete ? "The whole stack runs as it did before." : "The stack is not quite what it was before.";
  }
}
__name(afterwards, "afterwards");
function wayOut({ outcome, undone }) {
  return outcome === "converged" ? void 0 : (isLeft(undone) ? LEFT : UNDONE)[outcome];
}
__name(wayOut, "wayOut");
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
  cancelled: "was cut short"
};
function becameOf({ undone }) {
  if (undone?.kind === "removed") return "nothing of it is left";
  if (undone?.kind !== "restored") return void 0;
  return undone.isComplete ? "the whole stack runs as it did before" : "it is not quite what it was before (see swarmline status)";
}
__name(becameOf, "becameOf");

export {
  endInWords,
  afterwards,
  wayOut,
  deployFault,
  failureInWords
};
