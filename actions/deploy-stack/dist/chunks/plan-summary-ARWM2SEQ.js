import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  changesTable,
  countedChanges
} from "./chunk-3PGWHZFL.js";
import {
  text
} from "./chunk-GEVIAHWS.js";
import "./chunk-6DEXFADH.js";
import "./chunk-IAAO522G.js";
import "./chunk-4PRY5P2B.js";
import "./chunk-TO3536BY.js";
import "./chunk-YQM7MODX.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

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
