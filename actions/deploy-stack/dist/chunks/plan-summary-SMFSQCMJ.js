import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  changesTable,
  countedChanges,
  text
} from "./chunk-LJFH3AP4.js";
import "./chunk-LFDTD7IA.js";
import "./chunk-24GHO4EX.js";
import "./chunk-CQLWREXT.js";
import "./chunk-FPIX6GPL.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/report/plan-summary.ts
function renderPlan(changes) {
  return [
    `### Plan for the stack ${text(changes.stack)}`,
    changes.isUnchanged ? "Nothing changes." : countedChanges(changes.services),
    ...changesTable(changes)
  ].join("\n\n").concat("\n");
}
__name(renderPlan, "renderPlan");
export {
  renderPlan
};
