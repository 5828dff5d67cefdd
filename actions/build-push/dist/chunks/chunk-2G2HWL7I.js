import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/ended.rules.ts
function endInWords({ outcome, undone, changes }) {
  const drifted = (changes?.objects ?? []).filter(({ change }) => change === "drifted");
  if (outcome === "converged" && drifted.length > 0)
    return `runs, but not as its file says: ${drifted.map(({ kind, name }) => `${kind} ${name}`).join(", ")} differs from it, and docker will not change that`;
  return `${DID[outcome]}${isLeft(undone) ? STAYS[outcome] : ""}`;
}
__name(endInWords, "endInWords");
var isLeft = /* @__PURE__ */ __name((undone) => undone === void 0 || undone.kind === "kept", "isLeft");
var DID = {
  converged: "runs as its file says",
  "rolled-back": "was rolled back",
  paused: "paused during its update",
  failed: "failed",
  "timed-out": "did not converge in time",
  cancelled: "was cancelled"
};
var STAYS = {
  converged: "",
  "rolled-back": ": the old version runs",
  paused: ", and stays that way: deploy a corrected file, or roll back with docker service rollback",
  failed: "",
  "timed-out": "",
  cancelled: ""
};
function afterwards({ undone }) {
  switch (undone?.kind) {
    case void 0:
      return void 0;
    case "kept":
      return "It was left as it is, as requested.";
    case "removed":
      return "It was removed again: nothing of it is left.";
    case "restored":
      return undone.isComplete ? "The whole stack runs as it did before." : "The stack is not exactly as it was before.";
  }
}
__name(afterwards, "afterwards");
function wayOut({ outcome, undone }) {
  return outcome === "converged" ? void 0 : (isLeft(undone) ? LEFT : UNDONE)[outcome];
}
__name(wayOut, "wayOut");
var MORE_TIME = "give it more time (timeout), or check what its tasks wait for";
var MEND = "fix what failed and deploy again";
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
  endInWords,
  afterwards,
  wayOut
};
